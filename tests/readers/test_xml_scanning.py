import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import ReadError
from attribution.readers.xml_scanning import scan


class Told:
    """What a handler is told, as a list."""

    def __init__(self):
        self.events = []

    def start(self, name, attributes, at):
        self.events.append(("start", name, dict(attributes), at))

    def end(self, name, at):
        self.events.append(("end", name, at))

    def text(self, words, start, stop):
        self.events.append(("text", words, start, stop))


def told(document):
    handler = Told()
    scan(document, "a.xml", handler)
    return handler.events


def texts(document):
    return [(event[1], document[event[2] : event[3]]) for event in told(document) if event[0] == "text"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<a>Caf&#233; &amp; b</a>", [("Caf", "Caf"), ("é", "&#233;"), (" ", " "), ("&", "&amp;"), (" b", " b")]),
        ("<a>é🙂<b>ü</b>&lt;</a>", [("é🙂", "é🙂"), ("ü", "ü"), ("<", "&lt;")]),
        ("<a>1\r\n2\r3</a>", [("1", "1"), ("\n", "\r\n"), ("2", "2"), ("\n", "\r"), ("3", "3")]),
        ("<a><![CDATA[&amp;<b>]]>x</a>", [("&amp;<b>", "&amp;<b>"), ("x", "x")]),
        ("<a>1<!-- no -->2<?no?>3</a>", [("1", "1"), ("2", "2"), ("3", "3")]),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a>1&mdash;2</a>', [("1", "1"), ("—", "&mdash;"), ("2", "2")]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', [("é", "é")]),
    ],
)
def test_words_and_where_they_stand(document, expected):
    assert texts(document) == expected


def test_names_have_their_namespaces_and_elements_their_places():
    document = '<a xmlns="urn:x" xmlns:y="urn:y">é<y:b y:c="1"/></a>'
    assert told(document) == [
        ("start", "{urn:x}a", {}, 0),
        ("text", "é", 33, 34),
        ("start", "{urn:y}b", {"{urn:y}c": "1"}, 34),
        ("end", "{urn:y}b", document.index("</a>")),
        ("end", "{urn:x}a", document.index("</a>")),
    ]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("", "not well-formed XML: no element found, line 1, column 1"),
        ("<a>", "not well-formed XML: no element found, line 1, column 4"),
        ("<a></b>", "not well-formed XML: mismatched tag, line 1, column 6"),
        ("<a>\n&nbsp;</a>", "not well-formed XML: undefined entity, line 2, column 1"),
        ("<a>\x00</a>", "not well-formed XML: not well-formed (invalid token), line 1, column 4"),
        ("<a>\ud800</a>", "not well-formed XML: not well-formed (invalid token), line 1, column 4"),
        ("<a/><b/>", "not well-formed XML: junk after document element, line 1, column 5"),
        ('<a b="1" b="2"/>', "not well-formed XML: duplicate attribute, line 1, column 10"),
        ("<a>" * 201, "more than 200 elements stand inside one another"),
        (
            '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "declares the entity 'b'; files with entities of their own",
        ),
        ('<!DOCTYPE a [<!ENTITY % b "c">]><a/>', "declares the entity 'b'; files with entities of their own"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "b.txt">]><a>&b;</a>', "declares the entity 'b'"),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a>&mine;</a>', "refers to &mine; and does not say what that is"),
    ],
)
def test_what_is_not_well_formed_or_not_safe(document, problem):
    with pytest.raises(ReadError) as caught:
        told(document)
    assert str(caught.value).startswith(f"a.xml: {problem}")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_whatever_is_written_is_told_with_its_place(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    document = f"<é>{escaped}</é>"
    found = texts(document)
    assert "".join(each for each, _ in found) == words
    assert "".join(source for _, source in found) == escaped
