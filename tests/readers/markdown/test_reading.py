"""Markdown files as their readers see them, and every span of what is found in them led back to the file."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.model.document import ParagraphKind
from attribution.model.span import Span
from attribution.readers.markdown.reading import parse_markdown
from tests.readers.mapping import assert_spans_map_back
from tests.readers.markdown.pages import PAGES

ROOT = Path(__file__).parent.parent.parent.parent


def stripped(source):
    """A slice of Markdown as it is shown: its markup is in no slice but for escapes and line breaks."""
    source = re.sub(r"\\\r?\n|<br>", " ", source)
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", source)).replace("\xad", "")


def lined(article):
    return tuple(line for line in article.text.split("\n") if line)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_a_file_has_the_paragraphs_that_its_reader_sees(page):
    assert lined(parse_markdown(page.html.encode(), "a.md")) == page.paragraphs


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "attribution:" not in page.html], ids=lambda page: page.label
)
def test_every_span_is_led_back_to_its_words(page):
    assert assert_spans_map_back(parse_markdown(page.html.encode(), "a.md"), stripped)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.label)
def test_every_character_is_led_back_to_what_means_it(page):
    assert_segments_mean_their_text(parse_markdown(page.html.encode(), "a.md"))


def assert_segments_mean_their_text(article):
    source = article.original.text
    for segment in article.segments:
        text, written = article.text[segment.start : segment.end], source[segment.origin : segment.stop]
        if segment.length is None:
            assert text == written
        elif text == " ":
            assert re.fullmatch(r"[ \t\r\n]+|\\\r?\n|<br>", written)
        elif text.startswith("<!--"):
            assert text == " ".join(written.split())
        else:
            assert "".join(stripped(written).split()) == "".join(text.split())


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/**/*.md")), ids=lambda path: path.stem)
def test_pages_of_the_documentation_are_led_back(path):
    assert_segments_mean_their_text(parse_markdown(path.read_bytes(), path.name))


@pytest.mark.parametrize(
    ("front", "title", "publisher", "published"),
    [
        (
            "---\ntitle: 'Pier: shut'\nsite: Post\ndate: 2025-03-02T10:00:00Z\n---\n",
            "Pier: shut",
            "Post",
            "2025-03-02T10:00:00+00:00",
        ),
        ('---\nheadline: "Pier"\ntitle: Other\n---\n', "Pier", None, None),
        ('---\ntitle: "An \\"escaped\\" pier"\n---\n', None, None, None),
        ("---\ntitle: >\n  Folded\n---\n", None, None, None),
        ("+++\ntitle = 'Pier'\noutlet = 'Post'\ndate = '2025'\n+++\n", "Pier", "Post", "2025"),
        ("---\n---\n", None, None, None),
        ("---\nJust a sentence between rules\n---\n", "Just a sentence between rules", None, None),
        ("", None, None, None),
    ],
)
def test_front_matter_says_what_the_headline_is_and_whose_it_is(front, title, publisher, published):
    article = parse_markdown(f"{front}\nShe said so.\n".encode(), "a.md")
    assert lined(article) == ((title, "She said so.") if title else ("She said so.",))
    assert (article.publisher, article.published) == (publisher, published)


def test_paragraphs_are_what_the_markup_says_they_are():
    source = "# one\n\ntwo\n\n> three\n>\n> four\n\n- five\n\n| six |\n|---|\n\nso[^a].\n\n[^a]: seven\n"
    article = parse_markdown(source.encode(), "a.md")
    kinds = ["heading", "prose", "block_quotation", "block_quotation", "item", "cell", "prose", "footnote"]
    assert [item.kind.value for item in article.passages] == kinds
    origins = [item.origin for item in article.passages]
    assert [source[origin:][:3] if origin is not None else None for origin in origins] == [
        "# o",
        "two",
        "> t",
        None,
        None,
        None,
        "so[",
        None,
    ]
    assert article.passages[-1].kind is ParagraphKind.FOOTNOTE


WORDS = st.text(alphabet="abcé🙂“", min_size=1, max_size=6)
WRAPS = st.sampled_from(["{}", "**{}**", "*{}*", "[{}](https://x.example)", "`{}`", "<b>{}</b>", "***{}***", "_{}_"])


@given(st.lists(st.tuples(WORDS, WRAPS, st.sampled_from([" ", "\n", "\r\n"])), min_size=1, max_size=9))
def test_words_wrapped_in_inline_markup_read_as_the_same_words(parts):
    source = "".join(wrap.format(words) + between for words, wrap, between in parts)
    article = parse_markdown(source.encode(), "a.md")
    assert article.text == " ".join(words for words, *_ in parts)
    for at, letter in enumerate(article.text):
        (piece,) = article.slices(Span(at, at + 1))
        shown = article.original.text[piece.start : piece.end]
        assert shown == letter or (letter == " " and shown.isspace())
