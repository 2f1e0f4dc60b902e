import re
from html import unescape

import pytest

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.readers.news_xml import parse_news_xml
from tests.readers.mapping import assert_spans_map_back

NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>ferry-1</title><docdata><date.issue norm="20261124T101500Z"/></docdata>
<pubdata name="Harbour Post" date.publication="20261125"/></head>
<body><body.head><hedline><hl1>Ferry&nbsp;sank</hl1><hl2>Inquest told</hl2></hedline>
<byline>By <person>Ann Lee</person>, <byttl>Staff</byttl></byline><distributor>Reuters</distributor>
<dateline><location>TRURO</location></dateline><abstract><p>A summary.</p></abstract></body.head>
<body.content><block><p>A deckhand <em>told</em>
   the inquest it&mdash;the door&mdash;had jammed.</p>
<media><media-reference source="a.jpg"/><media-caption><p>The ferry.</p></media-caption></media>
<bq><block><p>&#8220;Nobody listened.&#8221;</p></block><credit>Ann Lee</credit></bq>
<ul><li>One</li></ul><table><tr><td>4</td><td>5</td></tr></table><note><p>Noted.</p></note></block></body.content>
<body.end><tagline>Edited by Bo</tagline></body.end></body></nitf>"""

ITEM = """<newsItem guid="{guid}" standard="NewsML-G2">
<itemMeta><provider qcode="nprov:VN">{provider}</provider>
<versionCreated>2026-11-21T16:25:32-05:00</versionCreated></itemMeta>
<contentMeta>{sources}<headline>Dam &amp; bridge shut</headline><by>By Ida Moss</by></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    "<body><h1>Dam &amp; bridge shut</h1><p>The dam <b>will</b> close,<br/>officials told Reuters.</p>"
    "<blockquote><p>“It’s over,” she said.</p></blockquote><script>alert(1)</script></body></html></inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">The dam will close.\nIt will, he said.</inlineData>'


def message(*items):
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


def item(content=XHTML, *, guid="urn:newsml:valley:1", provider="<name>Valley News</name>", sources=""):
    return ITEM.format(guid=guid, content=content, provider=provider, sources=sources)


def read(document, encoding="utf-8"):
    return list(parse_news_xml(document.encode(encoding), "a.xml"))


def paragraphs(article):
    return [(passage.kind.value, passage.span.of(article.text)) for passage in article.passages]


def test_a_document_in_nitf():
    (article,) = read(NITF)
    assert (article.name, article.publisher, article.published) == ("a.xml", "Harbour Post", "2026-11-24T10:15:00Z")
    assert paragraphs(article) == [
        ("heading", "Ferry\N{NO-BREAK SPACE}sank"),
        ("heading", "Inquest told"),
        ("heading", "By Ann Lee, Staff"),
        ("heading", "TRURO"),
        ("heading", "A summary."),
        ("prose", "A deckhand told the inquest it—the door—had jammed."),
        ("caption", "The ferry."),
        ("block_quotation", "“Nobody listened.”"),
        ("footnote", "Ann Lee"),
        ("item", "One"),
        ("cell", "4"),
        ("cell", "5"),
        ("footnote", "Noted."),
        ("footnote", "Edited by Bo"),
    ]


def test_the_distributor_is_the_publisher_where_nobody_else_is():
    (article,) = read(NITF.replace('name="Harbour Post" ', ""))
    assert article.publisher == "Reuters"
    (dated,) = read(NITF.replace('norm="20261124T101500Z"', ""))
    assert dated.published == "2026-11-25"


def test_an_item_of_newsml_with_a_story_in_xhtml():
    (article,) = read(item())
    assert (article.name, article.publisher, article.published) == ("a.xml", "Valley News", "2026-11-21T16:25:32-05:00")
    assert paragraphs(article) == [
        ("heading", "Dam & bridge shut"),
        ("heading", "By Ida Moss"),
        ("prose", "The dam will close, officials told Reuters."),
        ("block_quotation", "“It’s over,” she said."),
    ]


def test_an_item_with_a_story_in_nitf_has_its_headline_once():
    (article,) = read(
        item(f"<inlineXML>{NITF.split(chr(10), 2)[2]}</inlineXML>".replace("&nbsp;", " ").replace("&mdash;", "–"))
    )
    assert [words for kind, words in paragraphs(article) if kind == "heading"][:2] == ["Ferry sank", "Inquest told"]


def test_an_item_with_a_story_in_plain_text():
    (article,) = read(item(PLAIN))
    assert paragraphs(article)[2:] == [("prose", "The dam will close."), ("prose", "It will, he said.")]


def test_several_items_are_several_articles_and_pictures_are_none():
    picture = item('<remoteContent href="x.jpg"/>', guid="urn:newsml:valley:3")
    found = read(message(item(), picture, item(PLAIN, guid="urn:newsml:valley:2"), item(PLAIN, guid="")))
    assert [article.name for article in found] == ["a.xml:urn:newsml:valley:1", "a.xml:urn:newsml:valley:2", "a.xml:3"]


@pytest.mark.parametrize(
    ("provider", "publisher"),
    [("<name>Valley News</name>", "Valley News"), ("", "VN"), ("<name></name>", "VN")],
)
def test_a_provider_is_called_by_its_name_or_its_code(provider, publisher):
    assert read(item(provider=provider))[0].publisher == publisher


def test_sources_of_information_in_the_metadata_are_kept():
    sources = (
        '<infoSource qcode="is:AP"><name>Associated Press</name></infoSource><infoSource literal="Tass"/>'
        '<infoSource qcode="is:AP"><name>Associated Press</name></infoSource><infoSource qcode="is:RTR"/>'
    )
    assert read(item(sources=sources))[0].credited == ("Associated Press", "Tass", "RTR")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_and_byte_order_marks_count(encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?>' + item(PLAIN.replace("dam", "barrage près du Doubs"))
    (article,) = read(document, encoding)
    assert "près" in article.text


@pytest.mark.parametrize("document", [NITF, item(), item(PLAIN), message(item(), item(PLAIN, guid="b"))])
def test_every_span_of_a_report_leads_back_to_its_words(document):
    for article in read(document):
        assert isinstance(article, Article)
        assert assert_spans_map_back(article, lambda source: unescape(re.sub(r"<[^>]*>", "", source))) > 5


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("", "not well-formed XML: no element found, line 1, column 1"),
        ("plain text", "not well-formed XML: syntax error, line 1, column 1"),
        ("<rss/>", "an XML document of <rss> is not read; NITF and NewsML-G2 are"),
        ("<nitf/>", "holds no story: neither a body in NITF or XHTML nor inlineData"),
        ("<nitf><body> </body></nitf>", "holds no text"),
        (item('<remoteContent href="x.jpg"/>'), "holds no story: neither a body in NITF or XHTML nor inlineData"),
        (
            item('<inlineData contenttype="text/html">&lt;p&gt;</inlineData>'),
            "has its story as text/html within inlineData; NITF, XHTML and plain text are read",
        ),
        ("<nitf>" + "<block>" * 250, "more than 200 elements stand inside one another"),
        (
            '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>',
            "declares the entity 'a'; files with entities of their own",
        ),
        ('<?xml version="1.0" encoding="utf-7"?><nitf/>', "declares the encoding 'utf-7', which is not known"),
    ],
)
def test_what_is_no_news_or_not_safe_to_read(document, problem):
    try:
        (found,) = read(document)
    except ReadError as error:
        found = error
    assert isinstance(found, ReadError)
    assert str(found).startswith(f"a.xml: {problem}")


def test_an_item_that_cannot_be_read_holds_up_no_other():
    odd = item('<inlineData contenttype="text/html">x</inlineData>', guid="odd")
    first, second = read(message(odd, item(PLAIN, guid="fine")))
    assert str(first).startswith("a.xml:odd: has its story as text/html")
    assert isinstance(second, Article)
