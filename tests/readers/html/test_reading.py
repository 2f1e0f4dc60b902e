"""Pages as their readers see them, and every span of what is found in them led back to the file."""

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.model.document import ParagraphKind
from attribution.model.span import Span
from attribution.readers.html.reading import parse_html
from attribution.readers.settings import Settings
from tests.readers.html.pages import PAGES, WHOLE
from tests.readers.mapping import assert_spans_map_back

ROOT = Path(__file__).parent.parent.parent.parent


def stripped(source):
    """A slice of HTML as a browser would show it."""
    source = re.sub(r"<br */?>", " ", source)
    assert "<" not in re.sub(r"<(?![a-zA-Z/!])", "", source), "no slice holds a tag"
    return unescape(source).replace("\xad", "")


def lined(article):
    return tuple(line for line in article.text.split("\n") if line)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_a_page_has_the_paragraphs_that_its_reader_sees(page):
    assert lined(parse_html(page.html.encode(), "a.html")) == page.paragraphs


@pytest.mark.parametrize("page", [page for page in PAGES if "<q>" not in page.html], ids=lambda page: page.label)
def test_every_span_is_led_back_to_its_words(page):
    article = parse_html(page.html.encode(), "a.html")
    if "attribution:" in page.html:
        pytest.skip("directives are lines of comments, and compared above")
    assert assert_spans_map_back(article, stripped)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_every_character_is_led_back_to_what_means_it(page):
    article = parse_html(page.html.encode(), "a.html")
    source = article.original.text
    for segment in article.segments:
        text, written = article.text[segment.start : segment.end], source[segment.origin : segment.stop]
        if segment.length is None:
            assert text == written
        elif text in "“”‘’":
            assert re.fullmatch("</?q>|&[lr][sd]quo;", written)
        elif text == " ":
            assert unescape(written).isspace() or re.fullmatch(r"<br */?>", written)
        elif text.startswith("<!--"):
            assert text == " ".join(written.split())
        else:
            assert unescape(written) == text


def test_a_page_in_another_encoding_is_the_same_page():
    plain = parse_html(WHOLE.replace("©", "").encode(), "a.html")
    for encoding in ("utf-16", "utf-8-sig"):
        assert parse_html(WHOLE.replace("©", "").encode(encoding), "a.html").text == plain.text
    latin = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Caf\xe9 \x93said\x94</p>'
    assert parse_html(latin.encode("latin-1"), "a.html").text == "Café “said”"


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        (
            '<meta property="og:site_name" content="Harbour  Post"><meta name=date content="2025-03-02">',
            "Harbour Post",
            "2025-03-02",
        ),
        ('<meta property="article:publisher" content="https://x.example/post">', None, None),
        (
            '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, '
            '{"@type": ["NewsArticle"], "publisher": {"name": "Harbour Post"}, "datePublished": "2025-03-02"}]}'
            '</script><meta property="og:site_name" content="Other">',
            "Harbour Post",
            "2025-03-02",
        ),
        ('<script type="application/ld+json">{"@ty</script><meta name=publisher content=Post>', "Post", None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None, None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "publisher": ["Post"]}</script>', "Post", None),
        ("<time datetime=2025-03-02 pubdate>today</time>", None, "2025-03-02"),
    ],
)
def test_publisher_and_date_are_those_of_the_metadata(head, publisher, published):
    article = parse_html(f"{head}<p>She said so.</p>".encode(), "a.html")
    assert (article.publisher, article.published) == (publisher, published)


def test_paragraphs_are_what_the_markup_says_they_are():
    html = "<h2>one</h2><p>two<blockquote>three<p>four</p></blockquote><ul><li>five</ul><table><td>six</table>"
    article = parse_html(html.encode(), "a.html")
    assert [item.kind.value for item in article.passages] == [
        "heading",
        "prose",
        "block_quotation",
        "block_quotation",
        "item",
        "cell",
    ]
    assert [html[item.origin :][:3] for item in article.passages] == ["<h2", "<p>", "<bl", "<p>", "<li", "<td"]


def test_settings_name_the_body_and_what_to_skip_and_ask_for_captions():
    html = (
        "<article><p>Teaser, she said.</p></article><div data-role=story><p>One said no.</p><p class='ad x'>Buy.</p>"
        "<figure><figcaption>A pier.</figcaption></figure><div id=more><p>More.</p></div></div>"
    )
    settings = Settings(body=("[data-role=story]",), skip=(".ad", "#more"), captions=True)
    article = parse_html(html.encode(), "a.html", settings)
    assert lined(article) == ("One said no.", "A pier.")
    assert article.passages[1].kind is ParagraphKind.CAPTION


TEXT = st.text(alphabet="ab  é🙂“.\xa0", min_size=1, max_size=12)
INLINE = st.sampled_from(["b", "i", "a href='#x'", 'span class="y z"', "em", "strong", "cite", "u"])


@given(st.lists(st.tuples(TEXT, INLINE, st.booleans(), st.booleans()), min_size=1, max_size=8))
def test_words_wrapped_in_inline_markup_read_as_the_same_words(parts):
    written = "".join(
        f"<{tag}>{text}{'<!-- x -->' if comment else ''}</{tag.split()[0]}>" if wrapped else text
        for text, tag, wrapped, comment in parts
    )
    article = parse_html(f"<p>{written}|</p>".encode(), "a.html")
    expected = " ".join("".join(text for text, *_ in parts).replace("\xa0", "=").split()).replace("=", "\xa0")
    assert article.text in (expected + "|", expected + " |")
    source = article.original.text
    for at, letter in enumerate(article.text):
        (piece,) = article.slices(Span(at, at + 1))
        shown = source[piece.start : piece.end]
        assert shown == letter or (shown.isspace() and letter == " ")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The documentation, built."""
    if not shutil.which("mkdocs", path=str(Path(sys.executable).parent)):
        pytest.skip("mkdocs is not installed: pip install 'attribution-audit[docs]'")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_of_the_documentation_is_led_back(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        article = parse_html(page.read_bytes(), page.name)
        assert assert_spans_map_back(article, stripped), page
