"""Findings as comments in the Word document that the article was read from, each on its very words.

Runs are cut where words begin and end, which changes nothing that a reader sees; the document is otherwise as it was.
Word has no comments in footnotes: those hang on the note's number in the text.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from attribution.errors import ExtraError, ReadError
from attribution.model.finding import Finding
from attribution.model.original import Slice
from attribution.model.report import Report
from attribution.readers.word import DOCUMENT, ENDNOTES, Place, places_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_AUTHOR, _INITIALS = "attribution", "at"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTE = re.compile(r"""<(?:\w+:)?(?:foot|end)note\s[^>]*?\bid\s*=\s*["'](-?\d+)["']""")
# The earliest time that a zipped file can state: the same findings give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def comment_on(data: bytes, report: Report) -> bytes:
    """The `.docx` in `data`, from which the report's article was read, with a comment for each finding.

    Raises `ExtraError` without the extra `docx`, and `ReadError` for a document that python-docx cannot open.
    """
    document = _opened(data, report.analysis.document.article.name)
    texts = _Texts.of(document, report)
    anchors = [texts.anchor(finding, report) for finding in report.findings]
    texts.cut({place for anchor in anchors if anchor is not None for place in anchor})
    runs = [texts.runs(anchor) if anchor is not None else None for anchor in anchors]
    for finding, ends in zip(report.findings, runs, strict=True):
        _hang(document, finding, ends or texts.note_run(finding, report) or texts.first_run())
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


@frozen(order=True)
class _Cut:
    """A place between two characters of the `number`-th `w:t` of the document."""

    number: int
    index: int


_Anchor = tuple[_Cut, _Cut]
_Runs = tuple[Any, Any]


@define(eq=False)
class _Texts:
    """The elements of a document that hold its text, and how they were cut."""

    document: "WordDocument"
    elements: list[Any]
    places: tuple[Place, ...]
    # The elements that each was cut into, by the index that they begin at.
    pieces: dict[int, dict[int, Any]] = field(factory=dict)

    @classmethod
    def of(cls, document: "WordDocument", report: Report) -> "_Texts":
        originals = report.analysis.document.article.originals
        source = next(original for original in originals if original.part == DOCUMENT)
        return cls(document, list(document.element.iter(f"{_WORD}t")), places_of(source))

    def anchor(self, finding: Finding, report: Report) -> _Anchor | None:
        """Where the words of a finding begin and end; `None` where they are not in the body of the document."""
        slices = [each for each in report.analysis.document.article.slices(finding.span) if each.part == DOCUMENT]
        met = [place for each in slices for place in self._met(each)]
        if not met:
            return None
        first, last = met[0], met[-1]
        return (
            _Cut(first.number, first.index_of(slices[0].start)),
            _Cut(last.number, last.index_of(slices[-1].end)),
        )

    def _met(self, stretch: Slice) -> Iterator[Place]:
        return (place for place in self.places if place.start < stretch.end and stretch.start < place.stop)

    def cut(self, cuts: Iterable[_Cut]) -> None:
        """Cuts the runs so that one begins at each of these places."""
        for cut in sorted(cuts, reverse=True):
            element = self.elements[cut.number]
            pieces = self.pieces.setdefault(cut.number, {0: element})
            piece = _split(element, cut.index)
            if piece is not None:
                pieces[cut.index] = piece

    def runs(self, anchor: _Anchor) -> _Runs:
        """The first and the last run of what lies between two places."""
        begin, end = anchor
        first = self.pieces[begin.number][begin.index]
        pieces = self.pieces[end.number]
        return first.getparent(), pieces[max(index for index in pieces if index < end.index)].getparent()

    def note_run(self, finding: Finding, report: Report) -> _Runs | None:
        """The run with the number of the note that the words of a finding stand in."""
        article = report.analysis.document.article
        stretch = article.hull(finding.span)
        source = next((original.text for original in article.originals if original.part == stretch.part), "")
        notes = [match[1] for match in _NOTE.finditer(source, 0, stretch.start + 1)]
        kind = "endnote" if stretch.part == ENDNOTES else "footnote"
        for reference in self.document.element.iter(f"{_WORD}{kind}Reference"):
            if notes and reference.get(f"{_WORD}id") == notes[-1]:
                return reference.getparent(), reference.getparent()
        return None

    def first_run(self) -> _Runs:
        """Where a comment hangs that has no better place."""
        run = self.elements[0].getparent()
        return run, run


def _opened(data: bytes, name: str) -> "WordDocument":
    try:
        import docx
    except ImportError as error:
        raise ExtraError("python-docx", "docx", "writing comments into Word documents") from error
    try:
        return docx.Document(io.BytesIO(data))
    except (KeyError, ValueError) as error:
        raise ReadError(name, f"cannot be commented on: {error}") from error


def _split(element: Any, index: int) -> Any | None:
    """Cuts a run before the character at `index` of its text `element`; gives the element that now begins there.

    `None` where the text ends there, so that what follows it in the run is cut off and nothing begins.
    """
    text = element.text or ""
    run = element.getparent()
    followers = list(element.itersiblings())
    if index == 0:
        before = [sibling for sibling in element.itersiblings(preceding=True) if sibling.tag != f"{_WORD}rPr"]
        if before:
            _run_behind(run, [element, *followers])
        return element
    if index >= len(text):
        if followers:
            _run_behind(run, followers)
        return None
    rest = deepcopy(element)
    rest.tail = None
    element.text, rest.text = text[:index], text[index:]
    for half in (element, rest):
        half.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    _run_behind(run, [rest, *followers])
    return rest


def _run_behind(run: Any, content: list[Any]) -> None:
    """Puts `content` into a run of its own right behind `run`, which looks like it."""
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{_WORD}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend(content)
    run.addnext(new)


def _hang(document: "WordDocument", finding: Finding, runs: _Runs) -> None:
    from docx.text.run import Run

    words = f"{finding.message}\n{finding.code} {finding.name}, {finding.severity}"
    ends = [Run(run, document) for run in runs]
    comment = document.add_comment(ends, words, _AUTHOR, _INITIALS)
    comment._comment_elm.attrib.pop(f"{_WORD}date", None)


def _without_times(data: bytes) -> bytes:
    """A zipped file whose members do not say when they were written."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _NO_TIME), old.read(member), zipfile.ZIP_DEFLATED)
    return written.getvalue()
