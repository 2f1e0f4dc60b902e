import base64
import hashlib
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import audit, render
from attribution.errors import ConfigError
from attribution.renderers.html import shell
from attribution.renderers.html.report_page import render_html
from attribution.renderers.html.visible import visible
from tests.hand_built import TEXT, empty_report, report
from tests.renderers.html import hostile
from tests.renderers.html.parsed import elements
from tests.renderers.html.seeds import SEEDS

# Words that attribute, quote and nest, and characters that are markup or that a page cannot hold.
WORDS = (
    *(
        "two officials",
        "Ada Lind, the mayor,",
        "sources",
        "Reuters",
        "said",
        "told",
        "that",
        "according to",
        "4,000 dead",
    ),
    *("on condition of anonymity", "“", "”", '"', ".", ",", "\n", "\n\n", "\r", "<b>", "</p>", "&amp;", "]]>", "\x00"),
    *("\ud800", "\u202e", "\u2028", "<!-- attribution: ignore[ANON103] x -->"),
)
ADDRESS = re.compile(r"#[\w-]+|data:,")


def with_class(page, name):
    return [element for element in elements(page) if name in element.classes]


def policy(page):
    (meta,) = [item for item in elements(page) if item.attributes.get("http-equiv") == "Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in meta.attributes["content"].split(";"))


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.fixture(scope="module", params=["hand-built", "empty", "hostile", *SEEDS])
def made(request):
    """A report, and the page of it."""
    if request.param in SEEDS:
        found = audit(SEEDS[request.param])
    else:
        found = {"hand-built": report, "empty": lambda: audit(""), "hostile": hostile.report}[request.param]()
    return found, render_html(found)


def test_every_word_of_the_article_is_there_in_order(made):
    found, page = made
    document = found.analysis.document
    shown = [element.text for element in with_class(page, "text")]
    assert shown == [visible(paragraph.span.of(document.text)) for paragraph in document.paragraphs] or shown == [""]


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(made):
    page = made[1]
    found = {item.tag: item.text for item in elements(page) if item.tag in ("style", "script")}
    assert policy(page) == {
        "default-src": "'none'",
        "style-src": digest(found["style"]),
        "script-src": digest(found["script"]),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_no_element_can_run_or_load_anything(made):
    found = elements(made[1])
    assert [item.tag for item in found if item.tag in ("script", "style")] == ["style", "script"]
    assert not {item.tag for item in found} & {"iframe", "img", "object", "embed", "form", "base", "textarea"}
    assert not [name for item in found for name in item.attributes if name.startswith("on") or name == "style"]
    addresses = [item.attributes[name] for item in found for name in ("href", "src") if name in item.attributes]
    assert not [address for address in addresses if not ADDRESS.fullmatch(address)]


def test_every_link_leads_to_one_element(made):
    found = elements(made[1])
    names = [item.attributes["id"] for item in found if "id" in item.attributes]
    assert len(names) == len(set(names))
    links = {item.attributes["href"].removeprefix("#") for item in found if item.tag == "a"}
    assert links <= set(names)


def test_every_finding_has_its_note_and_its_words(made):
    found, page = made
    assert [int(note.attributes["data-f"]) for note in with_class(page, "note")] == sorted(
        int(note.attributes["data-f"]) for note in with_class(page, "note")
    )
    assert len(with_class(page, "note")) == len(found.findings)
    marked = {number for item in with_class(page, "m") for number in item.attributes.get("data-f", "").split()}
    assert marked == {str(place) for place, item in enumerate(found.findings, start=1) if len(item.span)}


def test_two_runs_give_the_same_page(made):
    assert render_html(made[0]) == made[1]


def test_the_grade_the_figures_and_the_charts_stand_at_the_head():
    page = render_html(report())
    (total,) = with_class(page, "total")
    assert " ".join(total.text.split()) == "E 25 of 100weak sourcing"
    assert "1 attribution to 1 source, 100 % of them to people without a name." in with_class(page, "figures")[0].text
    assert "No more than that, since no source has a name." in with_class(page, "figures")[0].text
    labels = [item.attributes["aria-label"] for item in elements(page) if item.attributes.get("role") == "img"]
    assert labels[0] == "1 independent origin among 1 source"


def test_mentions_lead_to_cards_and_cards_lead_back():
    page = render_html(report())
    (mention,) = with_class(page, "mention")
    assert (mention.text, mention.attributes["href"], mention.attributes["id"]) == ("Two dam inspectors", "#S1", "a0")
    (card,) = with_class(page, "card")
    assert card.attributes["id"] == "S1"
    assert "#a0" in [item.attributes["href"] for item in elements(page) if item.tag == "a"]


def test_the_arithmetic_is_in_the_words_of_explain():
    page = render_html(report())
    first = with_class(page, "working")[0].text
    for words in ("known by: role, no name", "“Two dam inspectors”", "× 0.8", "34.4", "One claim: 34.4 points."):
        assert words in first


def test_an_article_without_claims_says_so_and_has_no_charts():
    page = render_html(empty_report("Rain fell."))
    assert "Nothing in this article needs a source." in page
    assert not with_class(page, "charts")
    assert not with_class(page, "cards")


def test_a_page_of_a_list_leads_back_to_it():
    links = [item.attributes.get("href") for item in elements(render_html(report(), index="index.html"))]
    assert "index.html" in links
    assert "index.html" not in render_html(report())


def test_a_report_of_two_thousand_words_is_under_400_kb():
    words = " ".join("\n\n".join(SEEDS.values()).split(" ")[:2000])
    made = audit(words)
    assert made.analysis.document.words >= 2000
    assert len(render_html(made).encode()) < 400_000


def test_render_knows_the_format():
    assert render(report(), "html") == render_html(report())
    assert TEXT.split("\n")[1] in render(report(), "html")


def test_without_jinja_the_error_names_the_extra(monkeypatch):
    shell._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ConfigError, match=r"pip install 'attribution-audit\[html\]'"):
        render_html(report())


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_text_gives_a_sound_page_with_its_words(text):
    made = audit(text)
    document = made.analysis.document
    shown = [element.text for element in with_class(render_html(made), "text")]
    stretches = sorted([*(paragraph.span for paragraph in document.paragraphs), *document.directives])
    assert shown == ([visible(span.of(text)) for span in stretches] or [visible(text)])
