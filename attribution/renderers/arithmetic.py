"""How the points of a paragraph came about, in words: each claim, each step of its points, and their mean."""

from collections.abc import Mapping

from attrs import frozen

from attribution.model.report import Analysis
from attribution.model.score import Operation, ParagraphScore, Step, Unit, UnitKind
from attribution.model.source import SourceStatus
from attribution.renderers.display import quoted, shorten
from attribution.renderers.source_rows import via
from attribution.renderers.wording import FEATURES, STATUSES

_QUOTED = 60
_STATUSES = frozenset(SourceStatus)


@frozen
class Line:
    """One step: "x 0.8", the points after it, what it stands for, and the words of the article that it rests on."""

    operation: str
    result: str
    meaning: str
    words: str = ""

    @property
    def why(self) -> str:
        """What it stands for, with the words in quotation marks."""
        return f"{self.meaning}: {self.words}" if self.words else self.meaning


@frozen
class Sum:
    """The points of one claim: who stands behind which words, the steps, and the id of the source, if it has one."""

    title: str
    lines: tuple[Line, ...]
    source: str | None = None


def sums(score: ParagraphScore, analysis: Analysis, labels: Mapping[str, str]) -> tuple[Sum, ...]:
    """The sum of each claim of a paragraph, in order; `labels` are those of the sources, by id."""
    return tuple(_sum(unit, analysis, labels) for unit in score.units)


def mean(score: ParagraphScore) -> str:
    """How the claims of a scored paragraph add up to its points."""
    assert score.points is not None
    if len(score.units) == 1:
        return f"One claim: {_number(score.points)} points."
    numbers = " + ".join(_number(unit.points) for unit in score.units)
    claims = len(score.units)
    return f"Mean of {claims} claims: ({numbers}) / {claims} = {_number(score.points)} points."


def _sum(unit: Unit, analysis: Analysis, labels: Mapping[str, str]) -> Sum:
    before = (0.0, *(step.result for step in unit.steps))
    lines = tuple(_line(step, previous, analysis) for step, previous in zip(unit.steps, before, strict=False))
    source = analysis.mentions[unit.attribution].source if unit.attribution is not None else None
    return Sum(_title(unit, analysis, labels), lines, source)


def _line(step: Step, previous: float, analysis: Analysis) -> Line:
    meaning = FEATURES.get(step.feature, step.feature.replace("_", " "))
    if step.operation is Operation.BASE and step.feature in _STATUSES:
        # "institution" is both what a source may be and what the text may tell of one.
        meaning = f"known by: {STATUSES[SourceStatus(step.feature)]}"
    words = quoted(step.span.of(analysis.document.text), _QUOTED) if step.span is not None else ""
    return Line(_operation(step, previous), _number(step.result), meaning, words)


def _title(unit: Unit, analysis: Analysis, labels: Mapping[str, str]) -> str:
    words = quoted(unit.span.of(analysis.document.text), _QUOTED)
    if unit.kind is UnitKind.HARD:
        return f"A sentence that needs a source and has none: {words}"
    if unit.kind is UnitKind.SOFT or unit.attribution is None:
        return f"A sentence without a source, which would be better with one: {words}"
    mention = analysis.mentions[unit.attribution]
    if mention.source is None:
        return f"nobody named{via(mention)}: {words}"
    label = labels[mention.source]
    return f"{mention.source} {shorten(label, _QUOTED)}{via(mention, label)}: {words}"


def _operation(step: Step, previous: float) -> str:
    value = _number(step.value)
    match step.operation:
        case Operation.BASE:
            return value
        case Operation.ADD:
            return f"+ {value}" if step.value >= 0 else f"- {_number(-step.value)}"
        case Operation.MULTIPLY:
            return f"x {step.value:g}"
        case Operation.CAP:
            return f"at most {value}"
        case Operation.CORROBORATE:
            return f"+ {_number(100 - previous)} x {step.value / 100:.4g}"


def _number(points: float) -> str:
    """Points with one decimal, or none where there is nothing to tell."""
    return f"{points:.1f}".removesuffix(".0")
