"""From comparisons to counts."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from attribution.evaluation.comparing import Comparison
from attribution.evaluation.heads import same_source
from attribution.evaluation.labelled import Role
from attribution.evaluation.measures import ClassCounts, Counts, KindCounts, MatchCounts, Measure, RoleMeasures
from attribution.evaluation.pairing import Row, pair_units
from attribution.evaluation.scope import ContentKind
from attribution.evaluation.tokens import Tokens
from attribution.model.attribution import CueClass

Unit = TypeVar("Unit", bound=Hashable)


def count(comparison: Comparison) -> Counts:
    """Everything that is counted in one comparison."""
    gold, predicted = comparison.gold, comparison.predicted
    source_right = frozenset(
        (ours, theirs)
        for ours, theirs in comparison.pairs
        if same_source(gold[ours].source, predicted[theirs].source, comparison.text.words)
    )
    return Counts(
        roles={role: _role([row.role(role) for row in gold], [row.role(role) for row in predicted]) for role in Role},
        attribution=_whole(len(comparison.pairs), gold, predicted),
        relation=_whole(len(comparison.relations), gold, predicted),
        strict=_whole(_equal([_parts(row) for row in gold], [_parts(row) for row in predicted]), gold, predicted),
        match=_match(comparison, source_right),
        kinds=_kinds(comparison, source_right),
        classes=_classes(comparison, source_right),
    )


def _role(gold: Sequence[Tokens], predicted: Sequence[Tokens]) -> RoleMeasures:
    ours, theirs = [unit for unit in gold if unit], [unit for unit in predicted if unit]
    labelled, guessed = frozenset().union(*ours), frozenset().union(*theirs)
    pairs = pair_units(ours, theirs)
    shares = [(len(ours[mine] & theirs[other]), len(ours[mine]), len(theirs[other])) for mine, other in pairs]
    return RoleMeasures(
        token=_whole(len(labelled & guessed), labelled, guessed),
        exact=_whole(_equal(ours, theirs), ours, theirs),
        overlap=_whole(len(pairs), ours, theirs),
        soft=Measure(
            right=sum(shared / size for shared, _, size in shares),
            found=sum(shared / size for shared, size, _ in shares),
            gold=len(ours),
            predicted=len(theirs),
        ),
    )


def _whole(agreed: int, gold: Sequence[object] | Tokens, predicted: Sequence[object] | Tokens) -> Measure:
    return Measure(agreed, agreed, len(gold), len(predicted))


def _equal(gold: Sequence[Unit], predicted: Sequence[Unit]) -> int:
    """How many are the same on both sides; what is predicted twice and labelled once counts once."""
    return (Counter(gold) & Counter(predicted)).total()


def _parts(row: Row) -> tuple[Tokens, ...]:
    return row.source, row.cue, row.content


def _match(comparison: Comparison, source_right: frozenset[tuple[int, int]]) -> MatchCounts:
    sourced = {pair for pair in comparison.pairs if comparison.gold[pair[0]].source}
    contents = [
        (comparison.gold[ours].content, comparison.predicted[theirs].content) for ours, theirs in comparison.pairs
    ]
    shared = [len(gold & predicted) for gold, predicted in contents]
    sizes = [len(gold) + len(predicted) for gold, predicted in contents]
    return MatchCounts(
        pairs=len(comparison.pairs),
        source_right=len(source_right),
        sourced=len(sourced),
        sourced_right=len(sourced & source_right),
        shared=sum(shared),
        sizes=sum(sizes),
        # Two contents without a token agree that there is none.
        agreement=sum(2 * part / size if size else 1.0 for part, size in zip(shared, sizes, strict=True)),
    )


def _kinds(comparison: Comparison, source_right: frozenset[tuple[int, int]]) -> Mapping[ContentKind, KindCounts]:
    gold, predicted = comparison.gold, comparison.predicted
    labelled = Counter(row.kind for row in gold)
    guessed = Counter(row.kind for row in predicted)
    found = Counter(gold[ours].kind for ours, _ in comparison.pairs)
    right = Counter(predicted[theirs].kind for _, theirs in comparison.pairs)
    sources = Counter(gold[ours].kind for ours, _ in source_right)
    related = Counter(gold[ours].kind for ours, _ in comparison.relations)
    return {
        kind: KindCounts(labelled[kind], guessed[kind], found[kind], right[kind], sources[kind], related[kind])
        for kind in ContentKind
        if labelled[kind] or guessed[kind]
    }


def _classes(comparison: Comparison, source_right: frozenset[tuple[int, int]]) -> Mapping[CueClass, ClassCounts]:
    classes = [row.labelled.cls for row in comparison.predicted]
    guessed = Counter(classes)
    right = Counter(classes[theirs] for _, theirs in comparison.pairs)
    sources = Counter(classes[theirs] for _, theirs in source_right)
    related = Counter(classes[theirs] for _, theirs in comparison.relations)
    return {cls: ClassCounts(guessed[cls], right[cls], sources[cls], related[cls]) for cls in CueClass if guessed[cls]}
