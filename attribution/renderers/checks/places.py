"""Findings with their places in every unit that a format may ask for."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.text.lines import FileLines, Lines


@frozen
class Place:
    """One end of a finding's words: line and column from 1, `column` in code points, `utf16` in UTF-16 units."""

    line: int
    column: int
    utf16: int


@frozen(eq=False)
class Placed:
    """A finding with its article and its place in the file; `end` is the place right behind its last character.

    `span` are the same places as code points into the text of the file, or of the article where no person reads it.
    """

    report: Report
    finding: Finding
    span: Span
    start: Place
    end: Place

    @property
    def path(self) -> str:
        """The article's name: its path, or its identifier in a file of many."""
        return self.report.analysis.document.article.name or "-"

    @property
    def words(self) -> str:
        """The words that the finding is about."""
        return self.finding.span.of(self.report.analysis.document.text)


def placed(reports: Iterable[Report]) -> Iterator[Placed]:
    """Every finding of every report, with its place."""
    for report in reports:
        if not report.findings:
            continue
        places = FileLines.of(report.analysis.document.article)
        for finding in report.findings:
            span = places.span(finding.span)
            yield Placed(report, finding, span, _place(span.start, places.lines), _place(span.end, places.lines))


@frozen(eq=False)
class ByteColumns:
    """Columns in bytes of UTF-8, for formats that count so.

    Asked in order of position, it reads each line once: a line of a megabyte with many findings costs no more.
    """

    text: str
    lines: Lines
    _last: dict[str, int] = field(factory=lambda: {"line": 0, "offset": 0, "bytes": 0})

    def column(self, offset: int) -> tuple[int, int]:
        """Line and column of the code point at `offset`, both from 1."""
        line = self.lines.position(offset).line
        start, end = self.lines.line_span(line)
        last = self._last
        if line != last["line"] or offset < last["offset"]:
            last.update(line=line, offset=start, bytes=0)
        stop = min(offset, end)
        last["bytes"] += len(self.text[last["offset"] : stop].encode("utf-8", "surrogatepass"))
        last["offset"] = stop
        return line, last["bytes"] + 1


def _place(offset: int, lines: Lines) -> Place:
    position = lines.position(offset)
    return Place(position.line, position.column, lines.utf16_column(offset) + 1)
