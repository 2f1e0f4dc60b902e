"""A comparison for the reviewer of a draft: the article's figures before and after, and each change with both lines."""

from collections.abc import Iterator

from attribution.model.comparison import Change, Comparison, Standing
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.comparisons.as_findings import standpoints
from attribution.renderers.comparisons.messages import message
from attribution.renderers.display import Paint, columns, printable
from attribution.renderers.findings_text import line_around, window
from attribution.renderers.wording import SEVERITY_STYLES, rounded
from attribution.text.lines import FileLines

_NARROWEST = 48
_NOTHING = "–"


def render_comparison(comparison: Comparison, *, width: int = 80, color: bool = False) -> str:
    """The comparison in words; without a line break at its end.

    Lines and columns count from 1, columns in code points. A change is headed by its place in the new version, or in
    the old one when nothing of it is left; "was" and "now" show the lines of both with their numbers.
    """
    paint = Paint(color)
    names = [printable(_name(report)) for report in (comparison.old, comparison.new)]
    lines = [paint(f"{names[0]} → {names[1]}", "bold"), *_figures(comparison)]
    sides = [FileLines.of(report.analysis.document.article) for report in (comparison.old, comparison.new)]
    for change, place in zip(comparison.changes, standpoints(comparison), strict=True):
        side = sides[place.in_new]
        position = side.lines.position(side.span(place.span).start)
        where = f"{names[place.in_new]}:{position.line}:{position.column}"
        code = change.finding.code if change.finding is not None and change.after is not None else change.kind.code
        head = f"{paint(code, 'bold', SEVERITY_STYLES[change.severity])} {printable(message(change, comparison))}"
        lines += ["", f"{where} {head}", *_both(change, comparison, sides, max(width, _NARROWEST), paint)]
    return "\n".join(lines)


def _name(report: Report) -> str:
    return report.analysis.document.article.name or "-"


def _figures(comparison: Comparison) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    yield f"grade {_grade(before)} → {_grade(after)}, " + ", ".join(
        f"{words} {was} → {now}"
        for words, was, now in (
            ("attributions", before.attributions, after.attributions),
            ("sources", before.sources, after.sources),
            ("independent origins", before.independent_origins, after.independent_origins),
            ("findings", before.findings, after.findings),
        )
    )


def _grade(standing: Standing) -> str:
    if standing.points is None or standing.grade is None:
        return "none"
    return f"{standing.grade} ({rounded(standing.points)})"


def _both(change: Change, comparison: Comparison, sides: list[FileLines], width: int, paint: Paint) -> Iterator[str]:
    """The lines of both versions, each with its number and the words underlined."""
    versions = (("was", change.before), ("now", change.after))
    for (label, span), places in zip(versions, sides, strict=True):
        if span is None:
            yield f"  {label} {_NOTHING:>5} |"
        else:
            yield from _frame(label, places.span(span), places, width, paint(label, SEVERITY_STYLES[change.severity]))


def _frame(label: str, span: Span, places: FileLines, width: int, painted: str) -> Iterator[str]:
    number = places.lines.position(span.start).line
    gutter = f"  {label} {number:>5} | "
    shown, marked = window(*line_around(span, places), width - len(gutter))
    yield gutter.replace(label, painted, 1) + shown
    blank = " " * (len(gutter) - 2) + "| "
    yield blank + " " * columns(shown[: marked.start]) + "^" * max(columns(marked.of(shown)), 1)
