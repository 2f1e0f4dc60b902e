"""A comparison as JSON, for programs."""

from typing import Any

from attribution.model.comparison import Change, Comparison, ParagraphMatch, Standing
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.comparisons.messages import message
from attribution.renderers.json_report import dump, text_digest
from attribution.text.lines import FileLines
from attribution.version import VERSION

SCHEMA = "attribution-comparison/1"

Json = dict[str, Any]


def render_comparison_json(comparison: Comparison, *, indent: int | None = 2) -> str:
    """The comparison as one JSON object; offsets are code points into either text, lines and columns count from 1."""
    return dump(comparison_to_dict(comparison), indent)


def comparison_to_dict(comparison: Comparison) -> Json:
    """The same as a dictionary that JSON can hold."""
    sides = tuple(FileLines.of(report.analysis.document.article) for report in (comparison.old, comparison.new))
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "old": _article(comparison.old, comparison.before),
        "new": _article(comparison.new, comparison.after),
        "paragraphs": [_paragraphs(match) for match in comparison.paragraphs],
        "changes": [_change(change, comparison, sides) for change in comparison.changes],
    }


def _article(report: Report, standing: Standing) -> Json:
    article = report.analysis.document.article
    return {
        "name": article.name,
        "text_sha256": text_digest(article),
        "points": standing.points,
        "grade": standing.grade,
        "attributions": standing.attributions,
        "sources": standing.sources,
        "independent_origins": standing.independent_origins,
        "findings": standing.findings,
    }


def _paragraphs(match: ParagraphMatch) -> Json:
    return {
        "old": list(match.old),
        "new": list(match.new),
        "old_points": match.old_points,
        "new_points": match.new_points,
    }


def _change(change: Change, comparison: Comparison, sides: tuple[FileLines, ...]) -> Json:
    finding = change.finding
    return {
        "kind": change.kind,
        "code": change.kind.code,
        "severity": change.severity,
        "message": message(change, comparison),
        "before": _place(change.before, comparison.old, sides[0]),
        "after": _place(change.after, comparison.new, sides[1]),
        "was": change.was,
        "now": change.now,
        "aspects": list(change.aspects),
        "old_source": change.old_source,
        "new_source": change.new_source,
        "claims": change.claims,
        "finding": {"code": finding.code, "name": finding.name} if finding is not None else None,
    }


def _place(span: Span | None, report: Report, places: FileLines) -> Json | None:
    if span is None:
        return None
    position = places.lines.position(places.span(span).start)
    text = span.of(report.analysis.document.text)
    return {"start": span.start, "end": span.end, "line": position.line, "column": position.column, "text": text}
