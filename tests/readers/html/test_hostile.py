"""Malformed and hostile pages: each is an article or a clear error, in time that grows as the page does."""

import pytest

from attribution.errors import ReadError
from attribution.readers.html import tree as trees
from attribution.readers.html.reading import parse_html
from attribution.readers.html.tokens import tokens
from attribution.readers.html.tree import build_tree

ERRORS = [
    ("nothing", b"", "a.html: holds no text"),
    ("white space and comments", b" \n<!-- only this -->", "a.html: holds no text"),
    ("a page of scripts", b"<script>said()</script><style>p{}</style>", "a.html: holds no text"),
    ("a page of navigation", b"<nav><p>Home, we said.</p></nav>", "a.html: holds no text"),
    ("a comment that never ends", b"<!-- <p>She said no.</p>", "a.html: holds no text"),
    ("a tag that never ends", b"<p title='x", "a.html: holds no text"),
    ("a script that never ends", b"<script>if (a < b) <p>She said no.</p>", "a.html: holds no text"),
    ("a title that never ends", b"<title>She said no.", "a.html: holds no text"),
    ("a template", b"<template><p>She said no.</p></template>", "a.html: holds no text"),
    ("a frame set", b"<frameset><frame src=a></frameset>", "a.html: holds no text"),
    (
        "bytes of no encoding",
        b"<p>Caf\xe9 owners said no.</p>",
        "a.html: not UTF-8: byte 0xe9 at offset 6 (invalid continuation byte); save it as UTF-8",
    ),
    (
        "another encoding than is declared",
        b"<meta charset=utf-8><p>Caf\xe9</p>",
        "a.html: not UTF-8, which it declares: byte 0xe9 at offset 26 (invalid continuation byte); save it as UTF-8",
    ),
    (
        "an encoding that nobody knows",
        b"<meta charset='klingon'><p>No.</p>",
        "a.html: declares the encoding 'klingon', which is not known; save it as UTF-8",
    ),
    (
        "an encoding that is a program",
        b"<meta charset=unicode_escape><p>No.</p>",
        "a.html: declares the encoding 'unicode_escape', which is not known; save it as UTF-8",
    ),
    (
        "an encoding that cannot be true",
        b"<?xml version='1.0' encoding='UTF-16'?><p>No.</p>",
        "a.html: declares the encoding 'UTF-16' and has no byte order mark; save it as UTF-8",
    ),
    (
        "half a UTF-16 file",
        b"\xff\xfe<\x00p\x00>\x00x",
        "a.html: not UTF-16-LE: byte 0x78 at offset 8 (truncated data); save it as UTF-8",
    ),
    (
        "UTF-32",
        "\ufeff<p>No".encode("utf-32-le"),
        "a.html: UTF-32, by its byte order mark, is not read; save it as UTF-8",
    ),
    ("elements in elements", b"<div>" * 600 + b"x", "a.html: nests more than 512 elements in each other"),
    ("words in words", b"<b>" * 100_000 + b"x", "a.html: nests more than 512 elements in each other"),
    (
        "tags without end",
        b"<b></b>" * 10_000,
        "a.html: holds more than 10,000 tags, references and texts, the most that one article may have",
    ),
    (
        "references without end",
        b"&amp;" * 10_002,
        "a.html: holds more than 10,000 tags, references and texts, the most that one article may have",
    ),
]

TEXTS = [
    ("an end before any start", b"</p></b></html><p>No.</p></div></div>", "No."),
    ("a marked section", b"<p>a<![foo[ x ]]>b<![CDATA[c]]>d", "abd"),
    ("a processing instruction", b"<?php echo '<p>no</p>'; ?><p>No.", "no\n\n'; ?>\n\nNo."),
    (
        "a number too large",
        b"<p>&#99999999999999999999; &#x110000; &#xD800; &#0;x",
        "\ufffd \ufffd \ufffd \ufffdx",
    ),
    ("a name too long", b"<p>&" + b"a" * 10_000 + b";", "&" + "a" * 10_000 + ";"),
    ("quotes that never close", b"<p class='x>No.</p><p>Yes.", "No.\n\nYes."),
    ("a tag in an attribute", b"<p title='<b>said</b>'>No.", "No."),
    ("attributes twice", b"<p hidden hidden='' class=a class=b>No.</p><p>Yes.", "Yes."),
    ("NUL and control characters", b"<p>a\x00b\x1b[2J c", "a\x00b\x1b[2J c"),
    (
        "words around the body",
        b"one<html>two<head>three</head>four<body>five</body>six</html>seven",
        "one\n\ntwo\n\nfour\n\nfive\n\nsix\n\nseven",
    ),
]


@pytest.mark.parametrize(("data", "said"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_what_is_no_article_is_a_clear_error(data, said, monkeypatch):
    monkeypatch.setattr(trees, "MOST", 10_000)
    with pytest.raises(ReadError) as caught:
        parse_html(data, "a.html")
    assert str(caught.value) == said


@pytest.mark.parametrize(("data", "text"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_is_broken_is_read_as_far_as_it_goes(data, text):
    assert parse_html(data, "a.html").text == text


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<a ",
        "<",
        "&",
        "&#",
        "</",
        "<!",
        "<p title='",
        "<script",
        "<b>x</i>",
        "<p><b>",
        "<q>",
        "<td>",
        "<![",
        "-->",
    ],
)
def test_a_page_twice_as_long_costs_twice_as_much(piece, monkeypatch):
    """Every step of the tokenizer is counted, so that no clock is needed."""
    monkeypatch.setattr(trees, "DEEPEST", 10**9)
    assert len(list(tokens(piece * 20_000))) <= 2 * len(list(tokens(piece * 10_000))) + 2
    assert build_tree((piece + " x ") * 2_000, ValueError).events
