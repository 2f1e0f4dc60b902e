"""Which predicted attribution belongs to which gold one: one to one, the best overlaps first."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from attrs import field, frozen

from attribution.evaluation.labelled import Labelled, Role
from attribution.evaluation.scope import ContentKind
from attribution.evaluation.tokens import Tokens

Item = TypeVar("Item")
Pairs = tuple[tuple[int, int], ...]
"""Positions among the gold and among the predicted items."""
Weight = tuple[float, ...]

# The cue says most surely which attribution is meant: most sources stand in several.
_BY_IMPORTANCE = (Role.CUE, Role.CONTENT, Role.SOURCE)


@frozen(eq=False)
class Row:
    """An attribution as token sets; `tokens` is the union of its roles."""

    labelled: Labelled
    kind: ContentKind
    source: Tokens
    cue: Tokens
    content: Tokens
    tokens: Tokens = field(init=False)

    @tokens.default
    def _union(self) -> Tokens:
        return self.source | self.cue | self.content

    def role(self, role: Role) -> Tokens:
        """The tokens of one role."""
        return self.cue if role is Role.CUE else self.content if role is Role.CONTENT else self.source


def pair_units(gold: Sequence[Tokens], predicted: Sequence[Tokens]) -> Pairs:
    """Pairs of spans of one role that share a token.

    >>> pair_units([frozenset({1, 2}), frozenset({3})], [frozenset({2, 3, 4}), frozenset({3})])
    ((0, 0), (1, 1))
    """
    return _pair(gold, predicted, lambda unit: unit, _unit_weight)


def pair_attributions(gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
    """Pairs whose cues share a token or, where one has no cue, whose contents do."""
    return _pair(gold, predicted, lambda row: row.tokens, _attribution_weight)


def pair_relations(gold: Sequence[Row], predicted: Sequence[Row]) -> Pairs:
    """Pairs of which cue, content and source each share a token, or are absent on both sides."""
    return _pair(gold, predicted, lambda row: row.tokens, _relation_weight)


def _pair(
    gold: Sequence[Item],
    predicted: Sequence[Item],
    tokens: Callable[[Item], Tokens],
    weigh: Callable[[Item, Item], Weight | None],
) -> Pairs:
    """Greedy pairs: the heaviest first, of two that weigh the same the one that comes first in the text.

    Only items that share one of their `tokens` are weighed; `weigh` gives `None` for two that may not pair.
    """
    sharing = _Sharing.of([tokens(item) for item in predicted])
    candidates: list[tuple[Weight, int, int]] = []
    for index, item in enumerate(gold):
        for other in sharing.with_some_of(tokens(item)):
            weight = weigh(item, predicted[other])
            if weight is not None:
                candidates.append((tuple(-number for number in weight), index, other))
    taken: set[int] = set()
    partner: dict[int, int] = {}
    for _, index, other in sorted(candidates):
        if index not in partner and other not in taken:
            partner[index] = other
            taken.add(other)
    return tuple(sorted(partner.items()))


@frozen(eq=False)
class _Sharing:
    """Which sets hold some of the same tokens: `holders` of each token, and of which sets it is the first of a row.

    Of two sets that share a token, one has the beginning of a row of neighbouring tokens inside the other. To ask for
    those alone spares nested contents of hundreds of words from being met once for each word.
    """

    holders: Mapping[int, Sequence[int]]
    beginners: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, sets: Sequence[Tokens]) -> "_Sharing":
        holders: defaultdict[int, list[int]] = defaultdict(list)
        beginners: defaultdict[int, list[int]] = defaultdict(list)
        for index, tokens in enumerate(sets):
            for token in tokens:
                holders[token].append(index)
                if token - 1 not in tokens:
                    beginners[token].append(index)
        return cls(holders, beginners)

    def with_some_of(self, tokens: Tokens) -> set[int]:
        """The sets that hold one of these tokens."""
        found: set[int] = set()
        for token in tokens:
            found.update((self.beginners if token - 1 in tokens else self.holders).get(token, ()))
        return found


def _unit_weight(gold: Tokens, predicted: Tokens) -> Weight | None:
    weight = _overlap(gold, predicted)
    return weight if weight[0] else None


def _attribution_weight(gold: Row, predicted: Row) -> Weight | None:
    deciding = Role.CUE if gold.cue and predicted.cue else Role.CONTENT
    if gold.role(deciding).isdisjoint(predicted.role(deciding)):
        return None
    return sum((_overlap(gold.role(role), predicted.role(role)) for role in _BY_IMPORTANCE), ())


def _relation_weight(gold: Row, predicted: Row) -> Weight | None:
    weight: Weight = ()
    for role in _BY_IMPORTANCE:
        ours, theirs = gold.role(role), predicted.role(role)
        if not ours and not theirs:
            weight += (0, 1.0)
        elif ours.isdisjoint(theirs):
            return None
        else:
            weight += _overlap(ours, theirs)
    return weight


def _overlap(first: Tokens, second: Tokens) -> Weight:
    """How many tokens two sets share, and which part of their union that is."""
    shared = len(first & second)
    return shared, shared / (len(first) + len(second) - shared) if shared else 0.0
