"""Findings as data: JSON, JSON Lines, CSV, and the JSON that GitLab and reviewdog read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attribution.fixing.applying import file_edits
from attribution.model.finding import Fix, Severity
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.checks.lines import words_of
from attribution.renderers.checks.places import ByteColumns, Placed, placed
from attribution.renderers.spreadsheet import csv_row
from attribution.text.lines import FileLines

_GITLAB_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_RDJSON_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

COLUMNS = (
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "code",
    "name",
    "severity",
    "message",
    "words",
    "fingerprint",
)
"""The columns of the table of findings."""


def json_list(reports: Iterable[Report]) -> Iterator[str]:
    """One list of objects; columns in code points, `start` and `end` code points into the article."""
    yield from _streamed(_record(item) for item in placed(reports))


def json_lines(reports: Iterable[Report]) -> Iterator[str]:
    """The same objects, one a line."""
    for item in placed(reports):
        yield _dump(_record(item)) + "\n"


def csv_table(reports: Iterable[Report]) -> Iterator[str]:
    """A table with a head; no cell begins as a formula does, so that a spreadsheet may open it."""
    yield csv_row(COLUMNS)
    for item in placed(reports):
        record = _record(item)
        yield csv_row(record[column] for column in COLUMNS)


def gitlab(reports: Iterable[Report]) -> Iterator[str]:
    """GitLab's code quality report: lines alone, and a fingerprint that holds while the paragraph does."""
    yield from _streamed(
        {
            "description": f"{item.finding.code} {item.finding.message}",
            "check_name": item.finding.name,
            "fingerprint": f"{item.path}:{item.finding.fingerprint}",
            "severity": _GITLAB_LEVELS[item.finding.severity],
            "location": {"path": item.path, "lines": {"begin": item.start.line, "end": item.end.line}},
        }
        for item in placed(reports)
    )


def rdjson(reports: Iterable[Report]) -> Iterator[str]:
    """reviewdog's diagnostics; columns in bytes of UTF-8, as it asks."""
    diagnostics = [diagnostic for report in reports for diagnostic in _diagnostics(report)]
    yield _dump({"source": {"name": "attribution"}, "diagnostics": diagnostics}) + "\n"


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    places = FileLines.of(report.analysis.document.article)
    bytes_of = ByteColumns(places.text, places.lines)
    for item in placed([report]):
        yield {
            "message": item.finding.message,
            "location": {"path": item.path, "range": _byte_range(item.span, bytes_of)},
            "severity": _RDJSON_LEVELS[item.finding.severity],
            "code": {"value": item.finding.code},
            "suggestions": [
                {"range": _byte_range(edit.span, bytes_of), "text": edit.text}
                for edit in file_edits(item.finding.fix.edits if item.finding.fix is not None else (), places)
            ],
        }


def _record(item: Placed) -> dict[str, Any]:
    finding = item.finding
    return {
        "path": item.path,
        "line": item.start.line,
        "column": item.start.column,
        "end_line": item.end.line,
        "end_column": item.end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "words": words_of(item),
        "fix": _fix(finding.fix),
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.span.start, "end": edit.span.end, "replacement": edit.text} for edit in fix.edits]
    return {"description": fix.description, "safe": fix.safe, "edits": edits}


def _byte_range(span: Span, bytes_of: ByteColumns) -> dict[str, Any]:
    start, end = (
        dict(zip(("line", "column"), bytes_of.column(offset), strict=True)) for offset in (span.start, span.end)
    )
    return {"start": start, "end": end}


def _streamed(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A JSON list, written one record at a time."""
    first = True
    for record in records:
        yield ("[\n" if first else ",\n") + _dump(record)
        first = False
    yield "[]\n" if first else "\n]\n"


def _dump(value: Any) -> str:
    """JSON in Unicode; what UTF-8 cannot write (lone surrogates) is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or _writable(text) else json.dumps(value)


def _writable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
