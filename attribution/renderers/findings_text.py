"""Findings as a linter prints them: where, which rule, why, and the words underlined."""

from attribution.errors import ConfigError
from attribution.model.finding import Finding, Severity
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.display import Paint, columns, printable
from attribution.renderers.wording import SEVERITY_STYLES
from attribution.text.lines import FileLines

_NARROWEST = 48
# How much of a long line is shown before the words in question, when they do not stand near its start.
_CONTEXT = 24
# How much of a line is looked at on either side of where those words begin: more than any terminal is wide.
_NEAR = 2000


def render_findings(report: Report, *, min_level: str = "info", width: int = 80, color: bool = False) -> str:
    """`path:line:column CODE message` for each finding of at least `min_level`, each with a code frame.

    Lines and columns count from 1, columns in code points. Empty when there is nothing to show. Raises
    `ConfigError` for a level that does not exist.
    """
    if min_level not in tuple(Severity):
        raise ConfigError([f"findings.min_level: {min_level!r} is not known; accepted are {', '.join(Severity)}"])
    shown = at_least(report, Severity(min_level))
    name = printable(report.analysis.document.article.name) or "-"
    places = FileLines.of(report.analysis.document.article)
    paint = Paint(color)
    blocks: list[str] = []
    for finding in shown:
        span = places.span(finding.span)
        place = places.lines.position(span.start)
        code = paint(finding.code, "bold", SEVERITY_STYLES[finding.severity])
        blocks.append(f"{name}:{place.line}:{place.column} {code} {printable(finding.message)}")
        blocks.extend(_frame(finding, span, places, max(width, _NARROWEST), paint))
    return "\n".join(blocks)


def at_least(report: Report, level: Severity) -> tuple[Finding, ...]:
    """The findings that matter at least as much as `level`."""
    order = list(Severity)
    return tuple(finding for finding in report.findings if order.index(finding.severity) <= order.index(level))


def _frame(finding: Finding, span: Span, places: FileLines, width: int, paint: Paint) -> list[str]:
    """The line of the file with the finding's words, or the part of it that fits, and a line that underlines them."""
    number = places.lines.position(span.start).line
    gutter = f"{number:>5} | "
    shown, marked = window(*line_around(span, places), width - len(gutter))
    before = " " * columns(shown[: marked.start])
    under = "^" * max(columns(marked.of(shown)), 1)
    blank = " " * (len(gutter) - 2) + "| "
    return [gutter + shown, blank + before + paint(under, SEVERITY_STYLES[finding.severity])]


def line_around(span: Span, places: FileLines) -> tuple[str, Span]:
    """The line in which a span begins, as far as any terminal shows it, and where in it the span stands."""
    first, last = places.lines.line_span(places.lines.position(span.start).line)
    # A whole article may stand in one line, which is not to be measured for each of its findings.
    start, end = max(first, span.start - _NEAR), min(last, span.start + _NEAR)
    return printable(places.text[start:end]), Span(min(span.start, end) - start, min(span.end, end) - start)


def window(line: str, marked: Span, width: int) -> tuple[str, Span]:
    """The part of `line` that shows the marked words within `width` columns, and where they stand in it.

    >>> window("It is late, and the bridge is shut.", Span(20, 26), 30)
    ('It is late, and the bridge is…', Span(start=20, end=26))
    """
    if columns(line) <= width:
        return line, marked
    start = marked.start - _CONTEXT if marked.end > width - 1 else 0
    if start > 0:  # at a word, where there are any: a line of markup may have none
        start = max(line.find(" ", start, marked.start) + 1, start)
    start = max(start, 0)
    head = "…" if start else ""
    end = min(len(line), start + width - len(head))
    while columns(line[start:end]) > width - len(head) - (end < len(line)):
        end -= 1
    shift = len(head) - start
    stop = max(min(marked.end, end), marked.start)
    return head + line[start:end] + ("…" if end < len(line) else ""), Span(marked.start + shift, stop + shift)
