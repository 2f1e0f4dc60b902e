"""An article as rows: each paragraph with its marked words, its points and how they came about, and its findings."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from attribution.model.document import Paragraph
from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.model.score import ParagraphScore
from attribution.model.span import Span
from attribution.renderers.arithmetic import Sum, mean, sums
from attribution.renderers.display import quoted
from attribution.renderers.html.marks import Run, by_stretch, marks_of, runs
from attribution.renderers.wording import GRADES, rounded
from attribution.rules.catalogue import catalogue
from attribution.rules.page import WHAT, WHY

_QUOTED = 60


@frozen
class Note:
    """A finding beside the words that it is about; `why` and `what` are the paragraphs of its rule's page."""

    number: int
    code: str
    name: str
    severity: str
    message: str
    words: str
    source: str | None
    why: tuple[str, ...]
    what: tuple[str, ...]
    fix: str | None


@frozen
class Working:
    """A paragraph's points and the sums behind them."""

    grade: str
    quality: str
    points: int
    sums: tuple[Sum, ...]
    mean: str


@frozen
class Row:
    """A paragraph, or a line that speaks to this linter, which has no number."""

    number: int | None
    heading: bool
    runs: tuple[Run, ...]
    working: Working | None
    notes: tuple[Note, ...]


def rows(report: Report) -> tuple[Row, ...]:
    """Every row of an article in order of position."""
    document = report.analysis.document
    paragraphs = {paragraph.span.start: paragraph for paragraph in document.paragraphs}
    stretches = sorted([*(paragraph.span for paragraph in document.paragraphs), *document.directives])
    stretches = stretches or [Span(0, len(document.text))]
    marks = by_stretch(marks_of(report), stretches)
    notes = _notes(report, stretches)
    workings = _workings(report)
    return tuple(
        _row(
            paragraphs.get(stretch.start),
            runs(document.text, stretch, marks.get(place, ())),
            workings,
            notes.get(place, ()),
        )
        for place, stretch in enumerate(stretches)
    )


def _row(
    paragraph: Paragraph | None, parts: tuple[Run, ...], workings: Mapping[int, Working], notes: tuple[Note, ...]
) -> Row:
    if paragraph is None:
        return Row(None, False, parts, None, notes)
    return Row(paragraph.index, paragraph.heading, parts, workings.get(paragraph.index), notes)


def _workings(report: Report) -> Mapping[int, Working]:
    labels = {source.id: source.label for source in report.analysis.sources}
    scores = report.analysis.scores.paragraphs
    return {score.paragraph: working for score in scores if (working := _working(score, report, labels)) is not None}


def _working(score: ParagraphScore, report: Report, labels: Mapping[str, str]) -> Working | None:
    if score.points is None or score.grade is None:
        return None
    total = sums(score, report.analysis, labels)
    return Working(score.grade, GRADES[score.grade], rounded(score.points), total, mean(score))


def _notes(report: Report, stretches: Sequence[Span]) -> Mapping[int, tuple[Note, ...]]:
    """The findings by the place of the stretch that they begin in, or that comes before them."""
    starts = [stretch.start for stretch in stretches]
    found: dict[int, list[Note]] = defaultdict(list)
    for number, finding in enumerate(report.findings, start=1):
        place = max(bisect_right(starts, finding.span.start) - 1, 0)
        found[place].append(_note(number, finding, report.analysis.document.text))
    return {place: tuple(notes) for place, notes in found.items()}


def _note(number: int, finding: Finding, text: str) -> Note:
    declared = catalogue().get(finding.code)
    sections = declared.page.sections if declared is not None else {}
    return Note(
        number,
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        quoted(finding.span.of(text), _QUOTED),
        finding.source,
        _paragraphs(sections.get(WHY, "")),
        _paragraphs(sections.get(WHAT, "")),
        finding.fix.description if finding.fix is not None else None,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs of a rule's page without the marks of Markdown for code, which a page shows as they are."""
    return tuple(" ".join(part.split()).replace("`", "") for part in text.split("\n\n") if part.strip())
