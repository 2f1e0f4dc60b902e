"""An evaluation as a person reads it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from attribution.evaluation.agreement import Agreement, Coefficients
from attribution.evaluation.bootstrap import HEADLINES, Interval, intervals
from attribution.evaluation.comparing import Yardstick
from attribution.evaluation.evaluating import Evaluation
from attribution.evaluation.measures import Counts, Measure
from attribution.evaluation.scope import ContentKind, Scope
from attribution.evaluation.selection import Selection
from attribution.model.attribution import CueClass
from attribution.renderers.display import printable
from attribution.renderers.wording import counted

Cells = Sequence[str]

# How spans are compared, in order of strictness within a role.
COMPARISONS = ("token", "exact", "overlap", "soft")


@frozen(eq=False, slots=False)
class Results:
    """Everything that one run of `attribution evaluate` found, with the settings that it was found under."""

    gold: str
    measured: str
    selection: Selection
    yardstick: Yardstick
    evaluation: Evaluation
    samples: int = 0
    seed: int = 1
    second_gold: str = ""
    agreement: Agreement | None = None

    @cached_property
    def intervals(self) -> Mapping[str, Interval]:
        """The interval of each headline measure; none unless samples were asked for."""
        return intervals(self.evaluation.articles, self.samples, self.seed)


def render_results(results: Results) -> str:
    """The results as tables, without a line break at their end."""
    counts = results.evaluation.counts
    blocks: list[Iterable[str]] = [
        _heading(results),
        _grid([("", *_MEASURE_COLUMNS), *_role_rows(counts), *_whole_rows(counts)]),
        _match_lines(counts),
        _grid(list(_kind_rows(counts))),
        _grid(list(_class_rows(counts))),
        _interval_lines(results),
        _agreement_lines(results),
    ]
    texts = ("\n".join(block) for block in blocks)
    return "\n\n".join(text for text in texts if text)


_MEASURE_COLUMNS = ("precision", "recall", "F1", "gold", "predicted")


def _heading(results: Results) -> Iterator[str]:
    evaluation = results.evaluation
    counts = evaluation.counts
    articles = counted(len(evaluation.comparisons), "article")
    attributions = counted(counts.attribution.gold, "attribution")
    yield f"Gold      {printable(results.gold)}: {articles}, {attributions}"
    yield f"Measured  {printable(results.measured)}"
    limits = [*_selected(results.selection)] if counts.classes else []
    if results.yardstick.scope is Scope.REPORTED:
        limits.append("attributions that quote or report words")
    if results.yardstick.ignore_punctuation:
        limits.append("words, no punctuation")
    if limits:
        yield f"Counted   {'; '.join(limits)}"


def _selected(selection: Selection) -> Iterator[str]:
    yield "every class" if selection.all_classes else "audit classes"
    yield "outermost attributions" if selection.top_level else "nested attributions too"


def _role_rows(counts: Counts) -> Iterator[Cells]:
    for role, measures in counts.roles.items():
        for name in COMPARISONS:
            yield _measure_row(f"{role} {name}", getattr(measures, name))


def _whole_rows(counts: Counts) -> Iterator[Cells]:
    yield _measure_row("attribution: cues meet", counts.attribution)
    yield _measure_row("relation: all parts meet", counts.relation)
    yield _measure_row("relation, strict: all equal", counts.strict)


def _measure_row(name: str, measure: Measure) -> Cells:
    ratios = (measure.precision, measure.recall, measure.f1)
    return (name, *map(_ratio, ratios), str(measure.gold), str(measure.predicted))


def _match_lines(counts: Counts) -> Iterator[str]:
    yield f"Where cues meet ({counts.match.pairs}):"
    sources = counts.source_accuracy, counts.sourced_accuracy
    contents = counts.content_f1, counts.content_f1_mean
    yield "  source right       {}, {} if the gold has one".format(*map(_ratio, sources))
    yield "  content tokens F1  {}, {} as the mean of attributions".format(*map(_ratio, contents))


def _kind_rows(counts: Counts) -> Iterator[Cells]:
    yield ("content", "gold", "predicted", "precision", "recall", "source right", "relation recall")
    for kind in ContentKind:
        if kind in counts.kinds:
            each = counts.kinds[kind]
            ratios = (each.precision, each.recall, each.source_accuracy, each.relation_recall)
            yield (kind, str(each.gold), str(each.predicted), *map(_ratio, ratios))


def _class_rows(counts: Counts) -> Iterator[Cells]:
    yield ("cue class", "predicted", "precision", "source right", "relation precision")
    for cls in CueClass:
        if cls in counts.classes:
            each = counts.classes[cls]
            yield (
                cls,
                str(each.predicted),
                *map(_ratio, (each.precision, each.source_accuracy, each.relation_precision)),
            )


def _interval_lines(results: Results) -> Iterator[str]:
    if not results.intervals:
        return
    counts = results.evaluation.counts
    rows: list[Cells] = [(f"95 % of {results.samples} samples", "measured", "from", "to")]
    for name, interval in results.intervals.items():
        rows.append((name, *map(_ratio, (HEADLINES[name](counts), interval.low, interval.high))))
    yield from _grid(rows)


def _agreement_lines(results: Results) -> Iterator[str]:
    agreement = results.agreement
    if agreement is None:
        return
    evaluation = agreement.evaluation
    yield f"Agreement with {printable(results.second_gold)} on {counted(len(evaluation.comparisons), 'article')}"
    rows: list[Cells] = [("labels of tokens", "alike", "kappa", "alpha")]
    rows += [_agreement_row(role, found) for role, found in agreement.roles.items()]
    yield from _grid([*rows, _agreement_row("all roles", agreement.all_roles)])
    yield ""
    yield from _grid([("", *_MEASURE_COLUMNS), *_whole_rows(evaluation.counts)])


def _agreement_row(name: str, found: Coefficients) -> Cells:
    return (name, *map(_ratio, (found.observed, found.kappa, found.alpha)))


def _grid(rows: Sequence[Cells]) -> Iterator[str]:
    """A table with its first column to the left and numbers to the right; nothing where there is only a head."""
    if len(rows) < 2:
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for first, *others in rows:
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *cells]).rstrip()


def _ratio(value: float) -> str:
    return f"{value:.3f}"
