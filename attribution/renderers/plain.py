"""The report for a person: the grade, a line a paragraph, the table of sources, the findings."""

from textwrap import wrap

from attribution.model.finding import Finding
from attribution.model.report import Analysis, Report
from attribution.renderers.display import Paint, printable, quoted, table
from attribution.renderers.paragraph_rows import ParagraphRow, paragraph_rows
from attribution.renderers.source_rows import figures, source_rows
from attribution.renderers.summary import counted_sources, summarize
from attribution.renderers.wording import (
    CAPS,
    GRADE_STYLES,
    GRADES,
    NO_GRADE,
    NO_NAME,
    SEVERITY_STYLES,
    SOURCE_COLUMNS,
    counted_findings,
    rounded,
    size,
)

# Number, grade, points and bar, with the gaps between them.
_PARAGRAPH_HEAD = 4 + 2 + 1 + 1 + 3 + 1 + 10 + 2
# Paragraph and level of a finding, with the gaps after them.
_FINDING_HEAD = 4 + 2 + 7 + 2
_NARROWEST = 56
# Quoted words after a finding: enough to know the place again.
_QUOTED = 44


def render_plain(report: Report, *, width: int = 80, color: bool = False) -> str:
    """The report as lines of at most `width` columns (56 at the least), without a line break at its end."""
    width = max(width, _NARROWEST)
    paint = Paint(color)
    parts = [_head(report, width, paint), _paragraphs(report.analysis, width, paint)]
    if counted_sources(report.analysis):
        parts.append(_sources(report.analysis, width, paint))
    parts.append(_findings(report, width, paint))
    return "\n\n".join("\n".join(lines) for lines in parts)


def _head(report: Report, width: int, paint: Paint) -> list[str]:
    document, score = report.analysis.document, report.analysis.scores.document
    lines = [paint(printable(document.article.name) or NO_NAME, "bold"), size(document), ""]
    if score.points is None or score.grade is None:
        return [*lines, "Nothing in it needs a source."]
    grade = paint(f"{score.grade} {rounded(score.points)}", "bold", GRADE_STYLES[score.grade])
    lines.append(f"{grade} of 100: {GRADES[score.grade]} sourcing")
    lines.extend(wrap(figures(summarize(report)), width))
    if score.caps:
        lines.extend(wrap(f"No more than that, since {'; '.join(CAPS[cap] for cap in score.caps)}.", width))
    return lines


def _paragraphs(analysis: Analysis, width: int, paint: Paint) -> list[str]:
    lines = [paint("Paragraphs", "bold")]
    for row in paragraph_rows(analysis):
        first, *rest = wrap(row.behind, width - _PARAGRAPH_HEAD) or [""]
        lines.append(_paragraph_head(row, paint) + (paint(first, "dim") if row.grade is None else first))
        lines.extend(" " * _PARAGRAPH_HEAD + line for line in rest)
    return lines


def _paragraph_head(row: ParagraphRow, paint: Paint) -> str:
    points = "" if row.points is None else str(row.points)
    style = GRADE_STYLES[row.grade] if row.grade else "dim"
    return f"{row.number:>4}  {paint(f'{row.grade or NO_GRADE} {points:>3}', style)} {paint(row.bar, style)}  "


def _sources(analysis: Analysis, width: int, paint: Paint) -> list[str]:
    rows = [SOURCE_COLUMNS]
    rows.extend((row.id, row.who, row.known_by, row.near, row.terms, str(row.times)) for row in source_rows(analysis))
    head, *body = table(rows, width - 2)
    return [paint("Sources", "bold"), "  " + paint(head, "dim"), *(f"  {line}" for line in body)]


def _findings(report: Report, width: int, paint: Paint) -> list[str]:
    if not report.findings:
        return [paint("Findings", "bold"), "  none"]
    lines = [paint("Findings", "bold") + f" ({counted_findings(report)})"]
    for finding in report.findings:
        lines.extend(_finding(finding, report.analysis.document.text, width, paint))
    return lines


def _finding(finding: Finding, text: str, width: int, paint: Paint) -> list[str]:
    head = f"{finding.paragraph:>4}  {paint(f'{finding.severity:<7}', SEVERITY_STYLES[finding.severity])}  "
    words = quoted(finding.span.of(text), _QUOTED)
    rows = wrap(f"{finding.code} {printable(finding.message)} {words}", width - _FINDING_HEAD)
    return [head + rows[0], *(" " * _FINDING_HEAD + row for row in rows[1:])]
