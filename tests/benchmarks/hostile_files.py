"""Files that cost too much where a reader is not linear, each of any length that is asked for."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping

from attrs import frozen

from tests.benchmarks.hostile import PROSE, repeated

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


@frozen
class HostileFile:
    """A file in one of the formats that are read: so many characters of markup, roughly."""

    format: str
    data: Callable[[int], bytes]


def _encoded(format: str, unit: str, before: str = "", after: str = "") -> HostileFile:
    """One unit over and over, whole, with something around all of it."""
    return HostileFile(format, lambda size: (before + unit * max(1, size // len(unit)) + after).encode())


def _nested(format: str, opened: str, closed: str, before: str = "", after: str = "", text: str = PROSE) -> HostileFile:
    """Elements in elements: half of the characters open them, half close them."""

    def data(size: int) -> bytes:
        depth = size // len(opened + closed)
        return (before + opened * depth + text + closed * depth + after).encode()

    return HostileFile(format, data)


def _lines(size: int) -> bytes:
    return json.dumps({"text": repeated(PROSE)(size)}).encode()


def _word(unit: str) -> HostileFile:
    def data(size: int) -> bytes:
        body = unit * max(1, size // len(unit))
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
        return written.getvalue()

    return HostileFile("docx", data)


_NITF, _NITF_END = "<nitf><body><body.content>", "</body.content></body></nitf>"

HOSTILE_FILES: Mapping[str, HostileFile] = {
    "html: paragraphs": _encoded("html", f"<p>{PROSE}</p>"),
    "html: words in tags": _encoded("html", "<b>She</b> <i>said</i> <a href=x>no</a>. "),
    "html: tags in tags": _nested("html", "<b>", "</b>"),
    "html: never closed": _encoded("html", "<div><p>She said no."),
    "html: never opened": _encoded("html", "</div></p>x", "<p>She said no.</p>"),
    "html: misnested": _encoded("html", "<b><i>no</b></i> "),
    "html: attributes": _encoded("html", " a=1 b='2'", "<p", ">She said no.</p>"),
    "html: an unclosed attribute": _encoded("html", "<p title='"),
    "html: unclosed tags": _encoded("html", "<a "),
    "html: less than": _encoded("html", "< "),
    "html: comments": _encoded("html", "<!-- a -->", "<p>She said no.</p>"),
    "html: unclosed comments": _encoded("html", "<!-- "),
    "html: references": _encoded("html", "&eacute;&#233; "),
    "html: broken references": _encoded("html", "&amp&#x "),
    "html: lists": _encoded("html", "<ul><li>She said no.</li></ul>"),
    "html: table cells": _encoded("html", "<td>no", "<table><tr>", "</table>"),
    "html: scripts": _encoded("html", "<script>", "<p>She said no.</p>"),
    "html: meta": _encoded("html", "<meta property='article:author' content='A B'>", "", "<p>She said no.</p>"),
    "html: a list in JSON-LD": _encoded("html", "[", "<script type='application/ld+json'>", "</script><p>She said no."),
    "html: quotations": _encoded("html", "<q>She said <q>no</q></q>. "),
    "html: one line": _encoded("html", "She said no. ", "<pre>", "</pre>"),
    "markdown: paragraphs": _encoded("markdown", PROSE + "\n\n"),
    "markdown: stars": _encoded("markdown", "*a **b "),
    "markdown: one row of stars": _encoded("markdown", "*"),
    "markdown: underscores": _encoded("markdown", "_a_ __b "),
    "markdown: brackets": _encoded("markdown", "["),
    "markdown: links": _encoded("markdown", "[said](x) "),
    "markdown: broken links": _encoded("markdown", "[a](<b "),
    "markdown: references": _encoded("markdown", "[a]: x\n"),
    "markdown: uses of references": _encoded("markdown", "[a][b] "),
    "markdown: ticks": _encoded("markdown", "`a ``b "),
    "markdown: quoted": _encoded("markdown", "> "),
    "markdown: quoted lines": _encoded("markdown", "> She said no.\n"),
    "markdown: lists": _encoded("markdown", "- She said no.\n"),
    "markdown: deeper lists": _encoded("markdown", " - a\n"),
    "markdown: headings": _encoded("markdown", "# She said\n"),
    "markdown: underlined": _encoded("markdown", "She said no\n===\n"),
    "markdown: tables": _encoded("markdown", "|no", "|a|\n|-|\n", "|\n"),
    "markdown: tags": _encoded("markdown", "<b>a "),
    "markdown: comments": _encoded("markdown", "<!-- a\n"),
    "markdown: fences": _encoded("markdown", "```\na\n"),
    "markdown: backslashes": _encoded("markdown", "\\*"),
    "markdown: references to letters": _encoded("markdown", "&amp;"),
    "markdown: front matter": _encoded("markdown", "a: b\n", "---\n", "---\nShe said no.\n"),
    "xml: paragraphs": _encoded("xml", f"<p>{PROSE}</p>", _NITF, _NITF_END),
    "xml: tags in tags": _nested("xml", "<p>", "</p>", _NITF, _NITF_END),
    "xml: words in tags": _encoded("xml", "<em>She</em> said <b>no</b>. ", f"{_NITF}<p>", f"</p>{_NITF_END}"),
    "xml: attributes": _encoded("xml", "<p a='1' b='2'>no</p>", _NITF, _NITF_END),
    "xml: references": _encoded("xml", "&amp;&#233; ", f"{_NITF}<p>", f"</p>{_NITF_END}"),
    "xml: comments": _encoded("xml", "<!-- a -->", _NITF, f"<p>She said no.</p>{_NITF_END}"),
    "docx: paragraphs": _word(f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>"),
    "docx: runs": _word("<w:p><w:r><w:t>She</w:t></w:r><w:r><w:t> sa</w:t></w:r><w:r><w:t>id no.</w:t></w:r></w:p>"),
    "json: a long text": HostileFile("json", _lines),
    "json: items": _encoded("json", '{"text": "She said no."}, ', "[", '{"text": "He said no."}]'),
    "json: other fields": _encoded("json", '"a": {"b": [1]}, ', "{", '"text": "She said no."}'),
    "json: lists in lists": _nested("json", "[", "]", '{"text": "She said no.", "a": ', "}", "1"),
    "jsonl: a long text": HostileFile("jsonl", _lines),
}
"""Each file's name and what it is made of."""
