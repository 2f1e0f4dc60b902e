"""How far measures would vary with other articles of the same kind: percentile intervals over resampled articles."""

import random
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from attribution.evaluation.labelled import Role
from attribution.evaluation.measures import Counts, MatchCounts, Measure, RoleMeasures

HEADLINES: Mapping[str, Callable[[Counts], float]] = {
    "source token F1": lambda counts: counts.roles[Role.SOURCE].token.f1,
    "cue token F1": lambda counts: counts.roles[Role.CUE].token.f1,
    "content token F1": lambda counts: counts.roles[Role.CONTENT].token.f1,
    "attribution F1": lambda counts: counts.attribution.f1,
    "source accuracy": lambda counts: counts.source_accuracy,
    "relation F1": lambda counts: counts.relation.f1,
    "relation strict F1": lambda counts: counts.strict.f1,
}
"""The measures to steer by, and what they are called."""

# 95 % of the samples lie between these.
_LOWEST, _HIGHEST = 0.025, 0.975


@frozen
class Interval:
    """Where a measure lies in 95 % of the samples."""

    low: float
    high: float


def intervals(articles: Sequence[Counts], times: int, seed: int = 1) -> Mapping[str, Interval]:
    """The interval of each headline measure over `times` samples of as many articles, drawn with replacement.

    `articles` holds the counts of each. The same seed gives the same intervals; none when there is no article.

    >>> found = intervals([Counts(attribution=Measure(1, 1, 2, 1))] * 3, times=20)
    >>> found["attribution F1"].low == found["attribution F1"].high
    True
    """
    rows = [_numbers(counts) for counts in articles]
    if not rows or times < 1:
        return {}
    generator = random.Random(seed)
    samples: dict[str, list[float]] = {name: [] for name in HEADLINES}
    for _ in range(times):
        drawn = [generator.choice(rows) for _ in rows]
        sample = _counts([sum(column) for column in zip(*drawn, strict=True)])
        for name, measure in HEADLINES.items():
            samples[name].append(measure(sample))
    return {name: _interval(sorted(values)) for name, values in samples.items()}


def _interval(values: Sequence[float]) -> Interval:
    last = len(values) - 1
    return Interval(values[int(_LOWEST * len(values))], values[min(last, int(_HIGHEST * len(values)))])


def _numbers(counts: Counts) -> tuple[int, ...]:
    """What headlines are made of, in one row: a sample is then a sum of columns, which is fast."""
    tokens = (counts.roles[role].token for role in Role)
    measures = (*tokens, counts.attribution, counts.relation, counts.strict)
    row = [number for each in measures for number in (int(each.right), each.gold, each.predicted)]
    return (*row, counts.match.pairs, counts.match.source_right)


def _counts(row: Sequence[int]) -> Counts:
    """The counts that `_numbers` turned into `row`."""
    *numbers, pairs, source_right = row
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    source, cue, content, attribution, relation, strict = (
        Measure(right, right, gold, predicted) for right, gold, predicted in triples
    )
    tokens = dict(zip(Role, (source, cue, content), strict=True))
    return Counts(
        roles={role: RoleMeasures(token=measure) for role, measure in tokens.items()},
        attribution=attribution,
        relation=relation,
        strict=strict,
        match=MatchCounts(pairs=pairs, source_right=source_right),
    )
