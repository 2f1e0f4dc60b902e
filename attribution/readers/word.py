"""Word documents (.docx): the text as it reads once every tracked change is accepted.

Paragraphs, tables, text boxes and, behind them, footnotes and endnotes are the article; deletions, hidden words,
comments, page headers and page footers are not. Offsets lead to places in the XML of the member that a word stands in
(`word/document.xml`), so that it can be found again to hang a comment on it.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from attribution.errors import ReadError
from attribution.model.document import Article, ParagraphKind
from attribution.model.original import Original
from attribution.readers.composing import Composer
from attribution.readers.decoding import decode
from attribution.readers.xml_scanning import scan
from attribution.readers.zipped import Members, unzipped

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
ENDNOTES = "word/endnotes.xml"
_STYLES = "word/styles.xml"

# Word writes the first of each pair; the second is that of "Strict Open XML", which it can be told to write.
_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Elements in which nothing is read: what was deleted or moved away, and what old programs show instead of what is read.
_UNREAD = frozenset({"del", "moveFrom", "pPrChange", "rPrChange", "sectPr", _FALLBACK})
_SIGNS = {
    "tab": " ",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
    "cr": "\n",
    "br": "\n",
}
_KINDS = (
    (re.compile(r"title|subtitle|heading \d|toc heading"), ParagraphKind.HEADING),
    (re.compile(r".*quot.*|block text"), ParagraphKind.BLOCK_QUOTATION),
    (re.compile(r"caption"), ParagraphKind.CAPTION),
    (re.compile(r"list.*"), ParagraphKind.ITEM),
    (re.compile(r"(foot|end)note text"), ParagraphKind.FOOTNOTE),
)
# Notes that are the line between text and notes, not notes.
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def parse_word(data: bytes, name: str) -> Article:
    """The article in the bytes of a `.docx`; raises `ReadError` when they are none, hold no text or are not safe."""
    with unzipped(data, name) as members:
        kinds = _style_kinds(members, name)
        document = members.find(DOCUMENT)
        if document is None:
            raise ReadError(name, f"not a Word document: it has no {DOCUMENT}")
        composer = Composer(_original(document, DOCUMENT, name))
        _compose(composer, kinds, name, ParagraphKind.PROSE)
        for part in (FOOTNOTES, ENDNOTES):
            notes = members.find(part)
            if notes is not None:
                composer.turn_to(_original(notes, part, name))
                _compose(composer, kinds, name, ParagraphKind.FOOTNOTE)
    return composer.article(name, format="docx")


@frozen
class Piece:
    """Characters of a paragraph and where they stand; `number` counts the `w:t` elements of the part that hold text."""

    words: str
    start: int
    stop: int
    number: int | None


@define(eq=False)
class Paragraph:
    """A paragraph in the making."""

    kind: ParagraphKind
    pieces: list[Piece] = field(factory=list)
    inner: list["Paragraph"] = field(factory=list)

    def flat(self) -> Iterator["Paragraph"]:
        """It, and then the paragraphs of text boxes that hang on it."""
        yield self
        for paragraph in self.inner:
            yield from paragraph.flat()


def paragraphs_of(original: Original, kinds: Mapping[str, ParagraphKind], name: str) -> list[Paragraph]:
    """The paragraphs of one part, in order."""
    reader = _Reader(original.text, kinds)
    scan(original.text, f"{name}: {original.part}", reader)
    return [paragraph for outer in reader.found for paragraph in outer.flat()]


@frozen
class Place:
    """Where words of a `w:t` stand: those of the `number`-th, from its character `index` on, at `start` to `stop`."""

    number: int
    index: int
    words: str
    start: int
    stop: int

    def index_of(self, position: int) -> int:
        """Which character of the `w:t` stands at a position of the part; the next one, within a reference."""
        if self.stop - self.start == len(self.words):
            return self.index + min(max(position - self.start, 0), len(self.words))
        return self.index + (len(self.words) if position > self.start else 0)


def places_of(original: Original) -> tuple[Place, ...]:
    """Every place of a part whose words are read, in the order of the file."""
    read = [piece for paragraph in paragraphs_of(original, {}, "") for piece in paragraph.pieces]
    lengths: dict[int, int] = {}
    places = []
    for piece in sorted(read, key=lambda each: each.start):
        if piece.number is not None:
            index = lengths.get(piece.number, 0)
            places.append(Place(piece.number, index, piece.words, piece.start, piece.stop))
            lengths[piece.number] = index + len(piece.words)
    return tuple(places)


def _original(data: bytes, part: str, name: str) -> Original:
    return evolve(decode(data, f"{name}: {part}", declared="utf-8"), part=part)


def _compose(composer: Composer, kinds: Mapping[str, ParagraphKind], name: str, usual: ParagraphKind) -> None:
    for paragraph in paragraphs_of(composer.original, kinds, name):
        composer.paragraph(usual if paragraph.kind is ParagraphKind.PROSE else paragraph.kind)
        for piece in paragraph.pieces:
            if piece.words == "\n":
                composer.paragraph(paragraph.kind)
            elif composer.original.text[piece.start : piece.stop] == piece.words:
                composer.write(piece.start, piece.stop)
            else:
                composer.put(piece.words, piece.start, piece.stop)


def _style_kinds(members: Members, name: str) -> Mapping[str, ParagraphKind]:
    """What each style says its paragraphs are; styles have names in English whatever the language of the program."""
    styles = members.find(_STYLES)
    if styles is None:
        return {}
    reader = _Styles()
    scan(_original(styles, _STYLES, name).text, f"{name}: {_STYLES}", reader)
    return reader.kinds


def _local(name: str) -> str:
    """The name of an element or attribute of Word's, without its namespace; others with theirs."""
    for namespace in _WORDS:
        if name.startswith(namespace):
            return name[len(namespace) :]
    return name


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if _local(key) == name), None)


def _on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that is there is on: it may say that it is off."""
    return _attribute(attributes, "val") not in ("0", "false", "off", "none")


@define(eq=False)
class _Styles:
    """Collects what styles say of their paragraphs."""

    kinds: dict[str, ParagraphKind] = field(factory=dict)
    _style: str | None = None

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        match _local(name):
            case "style":
                self._style = _attribute(attributes, "styleId")
            case "name" if self._style is not None:
                called = (_attribute(attributes, "val") or "").lower()
                kind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(called)), None)
                if kind is not None:
                    self.kinds[self._style] = kind

    def end(self, name: str, at: int) -> None:
        if _local(name) == "style":
            self._style = None

    def text(self, words: str, start: int, stop: int) -> None:
        """Styles have no text."""


@define(eq=False)
class _Reader:
    """Collects the paragraphs of a part."""

    source: str
    kinds: Mapping[str, ParagraphKind]
    found: list[Paragraph] = field(factory=list)
    _open: list[Paragraph] = field(factory=list)
    _unread: int = 0
    _cells: int = 0
    _hidden: bool = False
    _within_text: bool = False
    _texts: int = -1  # the number of the last `w:t`

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        local = _local(name)
        if local == "t":
            self._texts += 1
        if self._unread or local in _UNREAD or (local in ("footnote", "endnote") and self._is_no_note(attributes)):
            self._unread += 1
            return
        match local:
            case "p":
                self._begin()
            case "tc":
                self._cells += 1
            case "pStyle" | "numPr" if self._open:
                self._set_kind(local, attributes)
            case "r":
                self._hidden = False
            case "vanish":
                self._hidden = _on(attributes)
            case "t":
                self._within_text = True
            case "tab" | "noBreakHyphen" | "softHyphen" | "cr" | "br":
                if _attribute(attributes, "type") not in ("page", "column") and _attribute(attributes, "pos") is None:
                    self._add(_SIGNS[local], at, self.source.index(">", at) + 1, None)

    def end(self, name: str, at: int) -> None:
        if self._unread:
            self._unread -= 1
            return
        match _local(name):
            case "p":
                self._open.pop()
            case "tc":
                self._cells -= 1
            case "t":
                self._within_text = False

    def text(self, words: str, start: int, stop: int) -> None:
        if self._within_text and not self._unread:
            self._add(words, start, stop, self._texts)

    def _is_no_note(self, attributes: Mapping[str, str]) -> bool:
        return _attribute(attributes, "type") in _NO_NOTE

    def _begin(self) -> None:
        paragraph = Paragraph(ParagraphKind.CELL if self._cells else ParagraphKind.PROSE)
        (self._open[-1].inner if self._open else self.found).append(paragraph)
        self._open.append(paragraph)

    def _set_kind(self, local: str, attributes: Mapping[str, str]) -> None:
        kind = ParagraphKind.ITEM if local == "numPr" else self.kinds.get(_attribute(attributes, "val") or "")
        if kind is not None and self._open[-1].kind is ParagraphKind.PROSE:
            self._open[-1].kind = kind

    def _add(self, words: str, start: int, stop: int, number: int | None) -> None:
        if self._open and not self._hidden:
            self._open[-1].pieces.append(Piece(words, start, stop, number))
