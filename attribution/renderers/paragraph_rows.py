"""What reports for people say of paragraphs: a row for each, with its points and who stands behind it."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from attribution.model.report import Analysis
from attribution.model.score import Grade, ParagraphScore, Unit, UnitKind
from attribution.renderers.display import quoted, shorten
from attribution.renderers.source_rows import via
from attribution.renderers.wording import rounded

_LENGTH = 10
# Enough of a description, or of an unsourced claim, to know it again.
_SHORT = 44


@frozen
class ParagraphRow:
    """One paragraph in words; without `grade` and `points` where nothing in it needs a source."""

    number: int
    grade: Grade | None
    points: int | None
    bar: str
    behind: str


def paragraph_rows(analysis: Analysis) -> Iterator[ParagraphRow]:
    """A row for each paragraph, in order."""
    labels = {source.id: source.label for source in analysis.sources}
    for score in analysis.scores.paragraphs:
        if score.points is None or score.grade is None:
            yield ParagraphRow(score.paragraph, None, None, _bar(0), "nothing that needs a source")
            continue
        bar = _bar(max(1, round(score.points / 100 * _LENGTH)))
        behind = "; ".join(_behind(score, analysis, labels))
        yield ParagraphRow(score.paragraph, score.grade, rounded(score.points), bar, behind)


def _bar(filled: int) -> str:
    return "█" * filled + "░" * (_LENGTH - filled)


def _behind(score: ParagraphScore, analysis: Analysis, labels: Mapping[str, str]) -> Iterator[str]:
    """Who stands behind each unit of a paragraph, each said once."""
    said: set[str] = set()
    for unit in score.units:
        text = _behind_unit(unit, analysis, labels)
        if text not in said:
            said.add(text)
            yield text


def _behind_unit(unit: Unit, analysis: Analysis, labels: Mapping[str, str]) -> str:
    if unit.kind is UnitKind.ATTRIBUTED and unit.attribution is not None:
        mention = analysis.mentions[unit.attribution]
        if mention.source is None:
            return "nobody named" + via(mention)
        label = labels[mention.source]
        return f"{mention.source} {shorten(label, _SHORT)}{via(mention, label)}"
    if unit.kind is UnitKind.HARD:
        span = next((item.span for item in unit.evidence if item.span is not None), unit.span)
        return f"no source for {quoted(span.of(analysis.document.text), _SHORT)}"
    return "no source"
