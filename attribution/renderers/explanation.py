"""One paragraph's arithmetic in words: every step of its points, with the words of the article that decided it."""

from collections.abc import Iterator
from textwrap import wrap

from attribution.errors import ConfigError
from attribution.model.report import Analysis, Report
from attribution.model.score import Operation, ParagraphScore, Step, Unit, UnitKind
from attribution.renderers.display import printable, quoted, shorten
from attribution.renderers.wording import FEATURES, GRADES, counted, rounded

_NARROWEST = 56
_QUOTED = 60
_INDENT = "  "
# "= 50.7" and the operation before it, with the gaps after them.
_SUM = 24


def render_explanation(report: Report, *, paragraph: int | None = None, width: int = 80) -> str:
    """How the points of one paragraph, or of every one, came about.

    `paragraph` counts from 1 as the plain report does. Each line can be worked out by hand from the one above it
    (policy section 5). Raises `ConfigError` when the article has no such paragraph.
    """
    analysis, width = report.analysis, max(width, _NARROWEST)
    scores = [score for score in analysis.scores.paragraphs if paragraph in (None, score.paragraph)]
    if paragraph is not None and not scores:
        name, known = analysis.document.article.name, counted(len(analysis.scores.paragraphs), "paragraph")
        raise ConfigError([f"explain: no paragraph {paragraph}; {printable(name)} has {known}"])
    return "\n\n".join("\n".join(_lines(score, analysis, width)) for score in scores)


def _lines(score: ParagraphScore, analysis: Analysis, width: int) -> Iterator[str]:
    if score.points is None or score.grade is None:
        yield f"Paragraph {score.paragraph}: not scored, since nothing in it needs a source."
        return
    yield f"Paragraph {score.paragraph}: {score.grade} {rounded(score.points)} of 100, {GRADES[score.grade]} sourcing"
    for unit in score.units:
        yield ""
        yield from _unit(unit, analysis, width)
    yield ""
    yield from wrap(_mean(score), width)


def _unit(unit: Unit, analysis: Analysis, width: int) -> Iterator[str]:
    yield from wrap(_title(unit, analysis), width, subsequent_indent=_INDENT)
    previous = 0.0
    for step in unit.steps:
        operation = f"{_operation(step, previous):>{_SUM - 8}} = {_number(step.result):>5}"
        said = FEATURES.get(step.feature, step.feature.replace("_", " "))
        if step.span is not None:
            said += f": {quoted(step.span.of(analysis.document.text), _QUOTED)}"
        rows = wrap(said, width - _SUM - len(_INDENT) - 2) or [""]
        yield f"{_INDENT}{operation}  {rows[0]}"
        yield from (" " * (_SUM + len(_INDENT) + 2) + row for row in rows[1:])
        previous = step.result


def _title(unit: Unit, analysis: Analysis) -> str:
    words = quoted(unit.span.of(analysis.document.text), _QUOTED)
    if unit.kind is UnitKind.HARD:
        return f"A sentence that needs a source and has none: {words}"
    if unit.kind is UnitKind.SOFT or unit.attribution is None:
        return f"A sentence without a source, which would be better with one: {words}"
    mention = analysis.mentions[unit.attribution]
    label = next((source.label for source in analysis.sources if source.id == mention.source), "nobody named")
    via = f" via {printable(', '.join(mention.relay_chain))}" if mention.relay_chain else ""
    who = f"{mention.source} {shorten(label, _QUOTED)}" if mention.source is not None else label
    return f"{who}{via}: {words}"


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


def _mean(score: ParagraphScore) -> str:
    assert score.points is not None
    if len(score.units) == 1:
        return f"One claim: {_number(score.points)} points."
    numbers = " + ".join(_number(unit.points) for unit in score.units)
    return f"Mean of {len(score.units)} claims: ({numbers}) / {len(score.units)} = {_number(score.points)} points."


def _number(points: float) -> str:
    """Points with one decimal, or none where there is nothing to tell."""
    return f"{points:.1f}".removesuffix(".0")
