"""Which claims of two versions are the same: those that nothing was done to first, then those with like words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from attribution.comparing.claims import Claim, Side, label_words
from attribution.comparing.paragraphs import Group
from attribution.scoring.corroboration import SAME_CLAIM, stems

HELD = 0.75
"""The share of the shorter claim's words in the longer one from which on one is the other cut or drawn out."""

_LEAST_HELD = 3

REWORDED = 0.3
"""How alike claims must be that the same source makes in the same paragraph."""

_COMMONEST = 24
"""A word that more claims hold tells none from the others; cost stays linear."""

_MOST_PAIRS = 400
"""How many pairs of claims are compared because their paragraphs belong together."""

_SAME_SOURCE, _SAME_PLACE, _SAME_CUE = 0.3, 0.2, 0.1


@frozen(eq=False)
class Matches:
    """Pairs of claims in the new version's order, and the claims of either side that have no counterpart."""

    pairs: tuple[tuple[Claim, Claim], ...]
    lost: tuple[Claim, ...]
    added: tuple[Claim, ...]


def match_claims(old: Side, new: Side, groups: Sequence[Group]) -> Matches:
    """The claims of both versions paired, each at most once.

    What decides is how alike the content words are by their stems; source, paragraph and cue settle between several.
    """
    pairs = list(_untouched(old.claims, new.claims))
    done, taken = {id(claim) for claim, _ in pairs}, {id(claim) for _, claim in pairs}
    ours = [claim for claim in old.claims if id(claim) not in done]
    theirs = [claim for claim in new.claims if id(claim) not in taken]
    if ours and theirs:
        pairs.extend(_likest(_Pool.of(old, ours, groups, "old"), _Pool.of(new, theirs, groups, "new")))
        done, taken = {id(claim) for claim, _ in pairs}, {id(claim) for _, claim in pairs}
    return Matches(
        pairs=tuple(sorted(pairs, key=lambda pair: (pair[1].span, pair[0].span))),
        lost=tuple(claim for claim in ours if id(claim) not in done),
        added=tuple(claim for claim in theirs if id(claim) not in taken),
    )


@frozen(eq=False)
class _Pool:
    """Claims of one side that are left to match, with their stems, sources' words, cues and groups of paragraphs."""

    claims: Sequence[Claim]
    stems: Sequence[frozenset[str]]
    sources: Sequence[frozenset[str]]
    cues: Sequence[str]
    groups: Sequence[int | None]

    @classmethod
    def of(cls, side: Side, claims: Sequence[Claim], groups: Sequence[Group], name: str) -> "_Pool":
        """The claims of a side, which is the "old" or the "new" one of the groups."""
        places = {index: place for place, group in enumerate(groups) for index in getattr(group, name)}
        paragraphs = [side.analysis.document.paragraph_at(claim.span.start) for claim in claims]
        labels = [source.label if (source := side.source(claim)) is not None else "" for claim in claims]
        return cls(
            claims=claims,
            stems=[stems(claim.words) for claim in claims],
            sources=[label_words(label, side.lexicons) for label in labels],
            cues=[side.attribution(claim).cue.lemma for claim in claims],
            groups=[places.get(paragraph.index) if paragraph is not None else None for paragraph in paragraphs],
        )


def _untouched(old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims that nothing was done to, in order where they stand more than once."""
    places: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in reversed(tuple(new)):
        places[claim.exact].append(claim)
    for claim in old:
        if places[claim.exact]:
            yield claim, places[claim.exact].pop()


def _likest(old: _Pool, new: _Pool) -> Iterator[tuple[Claim, Claim]]:
    """The pairs that are alike, the likest first; of equal ones that which stands further up on both sides together.

    So no pair is preferred for its side, and the edit undone pairs the same claims.
    """
    scored = [
        (-likeness, index + other, index, other)
        for index, other in _candidates(old, new)
        if (likeness := _likeness(old, index, new, other)) is not None
    ]
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, _, index, other in sorted(scored):
        if index not in used_old and other not in used_new:
            used_old.add(index)
            used_new.add(other)
            yield old.claims[index], new.claims[other]


def _candidates(old: _Pool, new: _Pool) -> set[tuple[int, int]]:
    """Pairs that share a word which few claims hold, or whose paragraphs belong together."""
    ours, theirs = _holders(old.stems), _holders(new.stems)
    found = {
        (index, other)
        for stem, indices in ours.items()
        if max(len(indices), len(theirs.get(stem, ()))) <= _COMMONEST
        for index in indices
        for other in theirs.get(stem, ())
    }
    ours_in, theirs_in = _members(old.groups), _members(new.groups)
    for group, indices in ours_in.items():
        others = theirs_in.get(group, ())
        if len(indices) * len(others) <= _MOST_PAIRS:
            found.update((index, other) for index in indices for other in others)
    return found


def _holders(found: Sequence[frozenset[str]]) -> Mapping[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(found):
        for word in words:
            holders[word].append(index)
    return holders


def _members(groups: Sequence[int | None]) -> Mapping[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        if group is not None:
            members[group].append(index)
    return members


def _likeness(old: _Pool, index: int, new: _Pool, other: int) -> float | None:
    """How alike two claims are, `None` for those that are not the same claim."""
    ours, theirs = old.stems[index], new.stems[other]
    shared, least = len(ours & theirs), min(len(ours), len(theirs))
    if not shared:
        return None
    alike = shared / len(ours | theirs)
    same_source = not old.sources[index].isdisjoint(new.sources[other]) or old.sources[index] == new.sources[other]
    same_place = old.groups[index] is not None and old.groups[index] == new.groups[other]
    held = shared >= _LEAST_HELD and shared >= HELD * least
    if alike < SAME_CLAIM and not held and not (alike >= REWORDED and same_source and same_place):
        return None
    same_cue = old.cues[index] == new.cues[other]
    return alike + _SAME_SOURCE * same_source + _SAME_PLACE * same_place + _SAME_CUE * same_cue
