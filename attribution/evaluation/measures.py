"""What is counted in a comparison, and the measures that follow; counts of several articles add up."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from attrs import AttrsInstance, field, fields, frozen

from attribution.evaluation.labelled import Role
from attribution.evaluation.scope import ContentKind
from attribution.model.attribution import CueClass

Summed = TypeVar("Summed", bound=AttrsInstance)


@frozen
class Measure:
    """How many of `gold` were found, and how many of `predicted` are right.

    `found` and `right` are equal unless part of a span earns part of the credit. Nothing predicted where there is
    nothing to find is perfect.

    >>> Measure(right=1, found=1, gold=4, predicted=1).f1
    0.4
    """

    right: float = 0
    found: float = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """Which part of what was predicted is right."""
        return _ratio(self.right, self.predicted, empty=not self.gold)

    @property
    def recall(self) -> float:
        """Which part of the gold was found."""
        return _ratio(self.found, self.gold, empty=not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)


@frozen
class RoleMeasures:
    """One role: its tokens; its spans when they must be equal, when they must meet, and by the part that they share."""

    token: Measure = Measure()
    exact: Measure = Measure()
    overlap: Measure = Measure()
    soft: Measure = Measure()


@frozen
class MatchCounts:
    """Over the pairs of attributions: how many have the right source, and how well their contents agree.

    `sourced` counts pairs whose gold has a source. `shared` counts tokens that both contents hold, `sizes` the tokens
    of both together, and `agreement` sums the F1 of each pair.
    """

    pairs: int = 0
    source_right: int = 0
    sourced: int = 0
    sourced_right: int = 0
    shared: int = 0
    sizes: int = 0
    agreement: float = 0


@frozen
class KindCounts:
    """Attributions of one kind of content; `found` and `right` as in `Measure`, `related` counts relations found."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0
    source_right: int = 0
    related: int = 0

    @property
    def precision(self) -> float:
        """Which part of those predicted with such a content belongs to a gold attribution."""
        return _ratio(self.right, self.predicted)

    @property
    def recall(self) -> float:
        """Which part of those with such a content was found."""
        return _ratio(self.found, self.gold)

    @property
    def source_accuracy(self) -> float:
        """Which part of those found has the right source."""
        return _ratio(self.source_right, self.found)

    @property
    def relation_recall(self) -> float:
        """Which part was found with every part."""
        return _ratio(self.related, self.gold)


@frozen
class ClassCounts:
    """Predicted attributions of one class of cue; gold knows no classes, so that only precision can be told."""

    predicted: int = 0
    right: int = 0
    source_right: int = 0
    related: int = 0

    @property
    def precision(self) -> float:
        """Which part belongs to a gold attribution."""
        return _ratio(self.right, self.predicted)

    @property
    def source_accuracy(self) -> float:
        """Which part of those that do has the right source."""
        return _ratio(self.source_right, self.right)

    @property
    def relation_precision(self) -> float:
        """Which part is right in every part."""
        return _ratio(self.related, self.predicted)


@frozen(eq=False)
class Counts:
    """Everything counted in one article or in many; `strict` are relations with every token the same."""

    roles: Mapping[Role, RoleMeasures] = field(factory=lambda: {role: RoleMeasures() for role in Role})
    attribution: Measure = Measure()
    relation: Measure = Measure()
    strict: Measure = Measure()
    match: MatchCounts = MatchCounts()
    kinds: Mapping[ContentKind, KindCounts] = field(factory=dict)
    classes: Mapping[CueClass, ClassCounts] = field(factory=dict)

    @property
    def source_accuracy(self) -> float:
        """Which part of the attributions found has the right source."""
        return self._of_match(self.match.source_right, self.match.pairs)

    @property
    def sourced_accuracy(self) -> float:
        """The same among those whose gold has a source."""
        return self._of_match(self.match.sourced_right, self.match.sourced)

    @property
    def content_f1(self) -> float:
        """The F1 of content tokens over all attributions found."""
        return self._of_match(2 * self.match.shared, self.match.sizes)

    @property
    def content_f1_mean(self) -> float:
        """The same as the mean of the attributions found."""
        return self._of_match(self.match.agreement, self.match.pairs)

    def _of_match(self, part: float, whole: float) -> float:
        return _ratio(part, whole, empty=not self.attribution.gold and not self.attribution.predicted)


def total(counts: Sequence[Counts]) -> Counts:
    """The counts of several articles as those of one."""
    return _sum_of(counts) if counts else Counts()


def _sum_of(items: Sequence[Summed]) -> Summed:
    """The sum of values of one class, field by field; mappings add up key by key."""
    first = type(items[0])
    sums = {column.name: _added([getattr(item, column.name) for item in items]) for column in fields(first)}
    return first(**sums)


def _added(values: Sequence[Any]) -> Any:
    if isinstance(values[0], Mapping):
        keys = dict.fromkeys(key for value in values for key in value)
        return {key: _added([value[key] for value in values if key in value]) for key in keys}
    if isinstance(values[0], int | float):
        return sum(values)
    return _sum_of(cast("Sequence[AttrsInstance]", values))


def _ratio(part: float, whole: float, *, empty: bool = False) -> float:
    """`part` of `whole`; of nothing 0, or 1 where that is as it should be (`empty`)."""
    return part / whole if whole else float(empty)
