"""Which paragraphs of two versions belong together, however they were moved, split or joined.

Paragraphs of the same words are paired first. The others belong together when they share enough pairs of neighbouring
words, which an index finds in one pass: comparing each with each would be slow for long texts, and comparing in order
would lose what was moved.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from attribution.model.report import Analysis

SHARED = 0.5
"""The share of the shorter paragraph's pairs of words that the other one must hold."""

_LEAST_SHARED = 3

_COMMONEST = 8
"""A pair of words that stands in more paragraphs tells none of them from the others."""

_WORD = re.compile(r"\w{1,60}")

Words = tuple[str, ...]
Bigrams = Mapping[int, frozenset[tuple[str, str]]]


@frozen
class Group:
    """Indices of paragraphs that hold the same text, on both sides in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def matched_paragraphs(old: Analysis, new: Analysis) -> tuple[Group, ...]:
    """The groups of paragraphs that belong together, in the new version's order."""
    ours, theirs = _words_by_paragraph(old), _words_by_paragraph(new)
    pairs = list(_same(ours, theirs))
    for index, other in pairs:
        del ours[index], theirs[other]
    pairs.extend(_alike(_bigrams(ours), _bigrams(theirs)))
    return tuple(sorted(_components(pairs), key=lambda group: group.new))


def normalized(text: str) -> Words:
    """The words of a text, lower case and without marks: straight and curly quotation marks make no difference.

    >>> normalized("“It’s safe,” she said."), normalized('"It\\'s  SAFE" she said')
    (('it', 's', 'safe', 'she', 'said'), ('it', 's', 'safe', 'she', 'said'))
    """
    return tuple(match.group().lower() for match in _WORD.finditer(text))


def _words_by_paragraph(analysis: Analysis) -> dict[int, Words]:
    text = analysis.document.text
    return {paragraph.index: normalized(paragraph.span.of(text)) for paragraph in analysis.document.paragraphs}


def _same(old: Mapping[int, Words], new: Mapping[int, Words]) -> Iterator[tuple[int, int]]:
    """Pairs of the same words, in order where they stand more than once."""
    places: dict[Words, list[int]] = defaultdict(list)
    for index, words in reversed(tuple(new.items())):
        places[words].append(index)
    for index, words in old.items():
        if places[words]:
            yield index, places[words].pop()


def _bigrams(paragraphs: Mapping[int, Words]) -> Bigrams:
    """Each paragraph's pairs of neighbouring words, without those that stand in many paragraphs."""
    pairs = {index: frozenset(pairwise(words)) for index, words in paragraphs.items()}
    often = Counter(pair for found in pairs.values() for pair in found)
    return {index: frozenset(pair for pair in found if often[pair] <= _COMMONEST) for index, found in pairs.items()}


def _alike(old: Bigrams, new: Bigrams) -> Iterator[tuple[int, int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, pairs in new.items():
        for pair in pairs:
            places[pair].append(index)
    for index, pairs in old.items():
        shared = Counter(other for pair in pairs for other in places.get(pair, ()))
        for other, count in shared.items():
            if count >= _LEAST_SHARED and count >= SHARED * min(len(pairs), len(new[other])):
                yield index, other


def _components(pairs: Iterable[tuple[int, int]]) -> Iterator[Group]:
    """The groups that pairs add up to: two paragraphs with a common counterpart are in one."""
    partners: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for index, other in pairs:
        partners["old", index].append(("new", other))
        partners["new", other].append(("old", index))
    seen: set[tuple[str, int]] = set()
    for start in partners:
        if start not in seen:
            members = _reached(start, partners, seen)
            yield Group(
                tuple(sorted(index for side, index in members if side == "old")),
                tuple(sorted(index for side, index in members if side == "new")),
            )


def _reached(
    start: tuple[str, int], partners: Mapping[tuple[str, int], Sequence[tuple[str, int]]], seen: set[tuple[str, int]]
) -> list[tuple[str, int]]:
    waiting, found = [start], []
    seen.add(start)
    while waiting:
        member = waiting.pop()
        found.append(member)
        for partner in partners[member]:
            if partner not in seen:
                seen.add(partner)
                waiting.append(partner)
    return found
