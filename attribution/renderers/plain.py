"""The report for a person: the grade, a line a paragraph, the table of sources, the findings."""

from collections.abc import Iterator
from textwrap import wrap

from attribution.model.finding import Finding, Severity
from attribution.model.report import Analysis, Report
from attribution.model.score import ParagraphScore, Unit, UnitKind
from attribution.renderers.display import Paint, printable, quoted, shorten, table
from attribution.renderers.source_rows import figures, source_rows
from attribution.renderers.summary import counted_sources, summarize
from attribution.renderers.wording import CAPS, GRADES, SEVERITY_STYLES, counted, rounded

_BAR = 10
# Number, grade, points and bar, with the gaps between them.
_PARAGRAPH_HEAD = 4 + 2 + 1 + 1 + 3 + 1 + _BAR + 2
# Paragraph and level of a finding, with the gaps after them.
_FINDING_HEAD = 4 + 2 + 7 + 2
_NARROWEST = 56
# Quoted words in a paragraph's line or after a finding: enough to know the place again.
_QUOTED = 44
_GRADE_STYLES = {"A": "green", "B": "green", "C": "yellow", "D": "yellow", "E": "red", "F": "red"}


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
    analysis = report.analysis
    article = analysis.document.article
    summary = summarize(report)
    score = analysis.scores.document
    size = f"{counted(analysis.document.words, 'word')}, {counted(len(analysis.document.paragraphs), 'paragraph')}"
    lines = [paint(printable(article.name) or "(no name)", "bold"), size, ""]
    if score.points is None or score.grade is None:
        return [*lines, "Nothing in it needs a source."]
    grade = paint(f"{score.grade} {rounded(score.points)}", "bold", _GRADE_STYLES[score.grade])
    lines.append(f"{grade} of 100: {GRADES[score.grade]} sourcing")
    lines.extend(wrap(figures(summary), width))
    if score.caps:
        reasons = "; ".join(CAPS[cap] for cap in score.caps)
        lines.extend(wrap(f"No more than that, since {reasons}.", width))
    return lines


def _paragraphs(analysis: Analysis, width: int, paint: Paint) -> list[str]:
    lines = [paint("Paragraphs", "bold")]
    labels = {source.id: source.label for source in analysis.sources}
    for score in analysis.scores.paragraphs:
        if score.points is None or score.grade is None:
            filled, what = 0, "nothing that needs a source"
        else:
            filled, what = max(1, round(score.points / 100 * _BAR)), "; ".join(_behind(score, analysis, labels))
        head = _paragraph_head(score, filled, paint)
        rows = wrap(what, width - _PARAGRAPH_HEAD) or [""]
        lines.append(head + (paint(rows[0], "dim") if score.points is None else rows[0]))
        lines.extend(" " * _PARAGRAPH_HEAD + row for row in rows[1:])
    return lines


def _paragraph_head(score: ParagraphScore, filled: int, paint: Paint) -> str:
    grade = score.grade or "–"
    points = "" if score.points is None else str(rounded(score.points))
    bar = "█" * filled + "░" * (_BAR - filled)
    styles = (_GRADE_STYLES[score.grade],) if score.grade else ("dim",)
    return f"{score.paragraph:>4}  {paint(f'{grade} {points:>3}', *styles)} {paint(bar, *styles)}  "


def _behind(score: ParagraphScore, analysis: Analysis, labels: dict[str, str]) -> Iterator[str]:
    """Who stands behind each unit of a paragraph, each said once."""
    said: set[str] = set()
    for unit in score.units:
        text = _behind_unit(unit, analysis, labels)
        if text not in said:
            said.add(text)
            yield text


def _behind_unit(unit: Unit, analysis: Analysis, labels: dict[str, str]) -> str:
    if unit.kind is UnitKind.ATTRIBUTED and unit.attribution is not None:
        mention = analysis.mentions[unit.attribution]
        via = f" via {printable(', '.join(mention.relay_chain))}" if mention.relay_chain else ""
        if mention.source is None:
            return "nobody named" + via
        return f"{mention.source} {shorten(labels[mention.source], _QUOTED)}{via}"
    if unit.kind is UnitKind.HARD:
        span = next((item.span for item in unit.evidence if item.span is not None), unit.span)
        return f"no source for {quoted(span.of(analysis.document.text), _QUOTED)}"
    return "no source"


def _sources(analysis: Analysis, width: int, paint: Paint) -> list[str]:
    rows = [("", "Who", "Known by", "How near", "Terms", "Times")]
    rows.extend((row.id, row.who, row.known_by, row.near, row.terms, str(row.times)) for row in source_rows(analysis))
    head, *body = table(rows, width - 2)
    return [paint("Sources", "bold"), "  " + paint(head, "dim"), *(f"  {line}" for line in body)]


def _findings(report: Report, width: int, paint: Paint) -> list[str]:
    counts = summarize(report).findings
    if not report.findings:
        return [paint("Findings", "bold"), "  none"]
    total = f"{counted(counts[Severity.ERROR], 'error')}, {counted(counts[Severity.WARNING], 'warning')}"
    lines = [paint("Findings", "bold") + f" ({total}, {counts[Severity.INFO]} for information)"]
    for finding in report.findings:
        lines.extend(_finding(finding, report.analysis.document.text, width, paint))
    return lines


def _finding(finding: Finding, text: str, width: int, paint: Paint) -> list[str]:
    head = f"{finding.paragraph:>4}  {paint(f'{finding.severity:<7}', SEVERITY_STYLES[finding.severity])}  "
    words = quoted(finding.span.of(text), _QUOTED)
    rows = wrap(f"{finding.code} {printable(finding.message)} {words}", width - _FINDING_HEAD)
    return [head + rows[0], *(" " * _FINDING_HEAD + row for row in rows[1:])]
