import json
import re
from html import unescape

import pytest

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.readers.ninjs import parse_ninjs
from attribution.readers.settings import DEFAULT
from tests.readers.mapping import assert_spans_map_back

HTML = (
    "<p>The dam <b>will</b> close, two officials told Reuters.</p>\n"
    "<blockquote><p>“It’s “over” &amp; done,” she said.</p></blockquote>"
)
FIRST = {
    "uri": "urn:valley:1",
    "type": "text",
    "headline": "Dam \u2013 shut \U0001f642",
    "byline": "By Ida Moss",
    "versioncreated": "2026-11-24T09:00:00Z",
    "copyrightholder": "Valley News",
    "infosource": [{"name": "Reuters"}, {"name": "Tass"}],
    "body_text": "unused",
    "body_html": HTML,
}
SECOND = {
    "uri": "urn:valley:2",
    "headlines": [{"role": "main", "value": "Dam shut"}, {"role": "short", "value": "Dam"}],
    "by": "Ida Moss",
    "versionCreated": "2026-11-24T09:00:00Z",
    "provider": {"name": "Valley News"},
    "infoSources": [{"name": "Reuters"}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "unused"},
        {"role": "main", "contentType": "text/html", "value": HTML},
    ],
}
PLAIN = {"headline": "Dam shut", "body_text": 'The dam will close.\nIt will, "he" said.\t\\ So\u00a0it is.'}


def read(value, **options):
    data = value if isinstance(value, bytes) else json.dumps(value, **options).encode()
    return list(parse_ninjs(data, "a.json", DEFAULT))


def paragraphs(article):
    return [(passage.kind.value, passage.span.of(article.text)) for passage in article.passages]


BODY = [
    ("prose", "The dam will close, two officials told Reuters."),
    ("block_quotation", "“It’s “over” & done,” she said."),
]


@pytest.mark.parametrize("ascii", [True, False])
def test_the_first_version(ascii):
    (article,) = read(FIRST, ensure_ascii=ascii)
    assert paragraphs(article) == [("heading", "Dam – shut 🙂"), ("heading", "By Ida Moss"), *BODY]
    assert (article.name, article.publisher, article.published) == ("a.json", "Valley News", "2026-11-24T09:00:00Z")
    assert article.credited == ("Reuters", "Tass")


def test_the_second_version():
    (article,) = read(SECOND)
    assert paragraphs(article) == [("heading", "Dam shut"), ("heading", "Ida Moss"), *BODY]
    assert (article.publisher, article.published, article.credited) == (
        "Valley News",
        "2026-11-24T09:00:00Z",
        ("Reuters",),
    )


def test_a_body_in_plain_text_has_a_paragraph_a_line():
    (article,) = read(PLAIN)
    assert paragraphs(article) == [
        ("heading", "Dam shut"),
        ("prose", "The dam will close."),
        ("prose", 'It will, "he" said. \\ So\N{NO-BREAK SPACE}it is.'),
    ]


def test_an_object_with_a_text_is_an_article():
    (article,) = read({"id": "a", "text": "Rain fell.", "publisher": "Valley News", "published": "2026-11-24"})
    assert (article.text, article.publisher, article.published) == ("Rain fell.", "Valley News", "2026-11-24")


def test_several_are_called_by_what_identifies_them():
    found = read([FIRST, SECOND, PLAIN])
    assert [article.name for article in found] == ["a.json:urn:valley:1", "a.json:urn:valley:2", "a.json:3"]


def stripped(source):
    return unescape(re.sub(r"<[^>]*>", "", json.loads(f'"{source}"')))


@pytest.mark.parametrize("options", [{}, {"ensure_ascii": False}, {"indent": 2}], ids=str)
@pytest.mark.parametrize("value", [FIRST, SECOND, PLAIN, [FIRST, PLAIN]])
def test_every_span_of_a_report_leads_back_to_its_words(value, options):
    for article in read(value, **options):
        assert isinstance(article, Article)
        assert assert_spans_map_back(article, stripped) > 5


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (b"", "a.json: not valid JSON: Expecting value"),
        (b"{", "a.json: not valid JSON: Expecting property name"),
        (b"[" * 100_000, "a.json: not valid JSON: "),
        (b'{"text": "\xff"}', "a.json: not UTF-8: byte 0xff at offset 10"),
        ([], "a.json: holds no article; expected an object of ninjs with a body, one with a 'text', or a list of"),
        ([[]], "a.json: holds no article; expected an object of ninjs with a body, one with a 'text', or a list of"),
        ("x", "a.json: holds no article; expected"),
        ({"uri": "urn:a"}, "a.json: holds no article; expected"),
        ({"body_text": 3}, "a.json: has no body: "),
        ({"bodies": [3, {"value": None}]}, "a.json: has no body: "),
        ({"body_text": " \n "}, "a.json: holds no text"),
        ({"body_html": "<p> </p>"}, "a.json: holds no text"),
        ({"body_html": "<div>" * 2000}, "a.json: "),
    ],
)
def test_what_is_no_news(value, problem):
    try:
        (found,) = read(value)
    except ReadError as error:
        found = error
    assert isinstance(found, ReadError)
    assert str(found).startswith(problem)


def test_an_item_that_cannot_be_read_holds_up_no_other():
    first, second = read([{"uri": "urn:a"}, PLAIN])
    assert str(first).startswith("a.json:urn:a: has no body")
    assert isinstance(second, Article)
