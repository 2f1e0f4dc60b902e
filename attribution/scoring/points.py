"""The strength of one attribution: a base, additions, a count, a cap and factors, each a step that can be replayed."""

from collections.abc import Iterable

from attribution.model.attribution import Stance
from attribution.model.score import Operation, Step
from attribution.model.source import Mention
from attribution.model.span import Span
from attribution.scoring.features import exact_count, features, further_hops, scored_status, span_of
from attribution.scoring.table import Addition, ScoreTable

HIGHEST = 100.0


def apply(operation: Operation, previous: float, value: float) -> float:
    """The points after one operation, kept within 0 and 100.

    `CORROBORATE` closes `value` per cent of what is missing to 100.

    >>> apply(Operation.CORROBORATE, 40.0, 7.5)
    44.5
    """
    match operation:
        case Operation.BASE:
            result = value
        case Operation.ADD:
            result = previous + value
        case Operation.MULTIPLY:
            result = previous * value
        case Operation.CAP:
            result = min(previous, value)
        case Operation.CORROBORATE:
            result = previous + (HIGHEST - previous) * value / HIGHEST
    return min(HIGHEST, max(0.0, result))


def replay(steps: Iterable[Step]) -> float:
    """The points that `steps` lead to, worked out anew from their operations and values."""
    points = 0.0
    for step in steps:
        points = apply(step.operation, points, step.value)
    return points


Steps = tuple[Step, ...]


def follow(steps: Steps, feature: str, operation: Operation, value: float, span: Span | None) -> Steps:
    """`steps` and one more."""
    previous = steps[-1].result if steps else 0.0
    return (*steps, Step(feature, operation, value, apply(operation, previous, value), span))


def strength(mention: Mention, stance: Stance, table: ScoreTable) -> tuple[Step, ...]:
    """How strong one attribution is (policy section 5.1), as the steps that lead there; neutral factors are left out.

    >>> from attribution.model.source import Detail, Proximity, SourceStatus
    >>> from attribution.scoring.table import load_table
    >>> mention = Mention(0, None, None, SourceStatus.NAMED_ROLE, Proximity.UNSTATED, (Detail.DATE_DAY,))
    >>> [(step.feature, step.result) for step in strength(mention, Stance.ASSERTED, load_table())]
    [('named_role', 75), ('date_day', 77)]
    """
    status = scored_status(mention)
    group = table.groups[status]
    steps = follow((), status.value, Operation.BASE, table.base[status], mention.span)
    for addition in _additions(mention, group, table):
        steps = follow(steps, addition.feature, Operation.ADD, addition.points, span_of(mention, addition.feature))
    cap = table.caps["unnamed"] if table.unnamed(status) else table.caps["single_source"]
    steps = _counted(steps, mention, table, cap)
    if steps[-1].result > cap:
        name = "unnamed_cap" if table.unnamed(status) else "single_source_cap"
        steps = follow(steps, name, Operation.CAP, cap, None)
    factor = table.proximity_factor(mention.proximity, status)
    if factor != 1.0:
        name = mention.proximity.value
        steps = follow(steps, name, Operation.MULTIPLY, factor, span_of(mention, name))
    for _ in range(further_hops(mention)):
        factor = table.proximity[mention.proximity]["further_hop"]
        steps = follow(steps, "further_hop", Operation.MULTIPLY, factor, None)
    if group in table.stance_groups and stance in table.stance:
        steps = follow(steps, stance.value, Operation.MULTIPLY, table.stance[stance], None)
    return steps


def _additions(mention: Mention, group: str, table: ScoreTable) -> list[Addition]:
    """The additions that hold, in the order of the table, the largest one of each axis."""
    found = features(mention)
    best: dict[str, Addition] = {}
    for addition in table.additions:
        if group in addition.groups and not found.isdisjoint(addition.any):
            known = best.get(addition.axis)
            if known is None or addition.points > known.points:
                best[addition.axis] = addition
    return list(best.values())


def _counted(steps: tuple[Step, ...], mention: Mention, table: ScoreTable, cap: float) -> tuple[Step, ...]:
    """One step for each further member of a group of exactly known size, until the cap makes more of them pointless."""
    if table.unnamed(scored_status(mention)):
        independence = table.independence["within_source"]
    else:
        independence = table.independence["independent"]
    for _ in range(exact_count(mention) - 1):
        value = steps[-1].result * independence
        steps = follow(steps, "further_person", Operation.CORROBORATE, value, mention.span)
        if steps[-1].result >= cap:
            break
    return steps
