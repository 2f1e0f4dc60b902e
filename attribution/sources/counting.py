"""How many people speak: "two officials", "at least three people", "another official"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.entry import Group
from attribution.lexicons.loading import Lexicons
from attribution.model.source import Tally
from attribution.sources.phrases import Phrase

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,2}|\d{1,6}")
_LONGEST_COUNT = 4  # words in "a half a dozen"
_MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_RANGE_JOINTS = frozenset({"or", "to", "and", "-", "–"})


@frozen
class Count:
    """A tally, and whether the text gives the number as exact."""

    tally: Tally
    exact: bool


def count_people(phrase: Phrase, lexicons: Lexicons) -> Count | None:
    """How many people a noun phrase says speak, or `None` when it leaves the number open.

    A singular phrase is one person; "another" is one, who may be one of those counted before; a bare plural is not
    counted.

    >>> from attribution.lexicons.loading import load
    >>> from attribution.model.span import Span
    >>> from attribution.sources.phrases import parse_phrase
    >>> from attribution.sources.vocabulary import vocabulary
    >>> words = "At least three people in the room"
    >>> phrase = parse_phrase(words, Span(0, len(words)), vocabulary(load()))
    >>> count_people(phrase, load()).tally
    Tally(least=3, most=None)
    """
    if phrase.joined and not phrase.plural:
        return None
    groups, bounds = _groups(lexicons)
    if phrase.quantifier:
        outer = _count(tuple(word for word in phrase.quantifier if word != "the"), groups, bounds)
        if outer:
            return outer
    place = next((index for index, word in enumerate(phrase.words) if word[0] >= phrase.head[0]), 0)
    last = place if phrase.lemma not in groups else place + 1
    words = phrase.all_words[:last]
    while words and words[0] in (
        "by",
        "the",
        "these",
        "those",
        "only",
        "just",
        "even",
        "his",
        "her",
        "its",
        "their",
        "among",
    ):
        words = words[1:]
    counted = _count(words, groups, bounds) if words else None
    if counted:
        return (
            counted
            if phrase.plural or counted.tally.most != 1 or phrase.head[2] in groups
            else Count(Tally(1, 1), True)
        )
    if phrase.plural or phrase.joined or phrase.head[2] in ("others", "few", "most", "all"):
        return None
    return Count(Tally(1, 1), True)


def _count(words: tuple[str, ...], groups: Mapping[str, Group], bounds: Mapping[str, str]) -> Count | None:
    """The count that opens `words`: a bound, then a number, then perhaps a second number ("two or three")."""
    bound = ""
    for size in (3, 2, 1):
        told = bounds.get(" ".join(words[:size]))
        if told and len(words) > size and _number(words[size:], groups) is not None:
            bound, words = told, words[size:]
            break
    first = _number(words, groups)
    if first is None:
        return None
    least, most, used = first
    if least is not None and most is not None and len(words) > used + 1 and words[used] in _RANGE_JOINTS:
        second = _number(words[used + 1 :], groups)
        if second is not None and second[0] >= least:
            most = second[1]
    return _bounded(least, most, bound)


def _bounded(least: int, most: int | None, bound: str) -> Count:
    if bound == "least":
        return Count(Tally(least, None), False)
    if bound == "above":
        return Count(Tally(least + 1, None), False)
    if bound == "most":
        return Count(Tally(1, most), False)
    return Count(Tally(least, most), bound == "" and least == most)


def _number(words: tuple[str, ...], groups: Mapping[str, Group]) -> tuple[int, int | None, int] | None:
    """(least, most, words used) of the number that opens `words`."""
    found: tuple[int, int | None, int] | None = None
    for size in range(min(_LONGEST_COUNT, len(words)), 0, -1):
        group = groups.get(" ".join(words[:size]))
        if group is not None:
            least, most = group.values.get("least"), group.values.get("most")
            found = (least if isinstance(least, int) else 1, most if isinstance(most, int) else None, size)
            break
    if found is None and words and _DIGITS.fullmatch(words[0]):
        value = int(words[0].replace(",", ""))
        found = value, value, 1
    if found is not None and len(words) > found[2] and words[found[2]] in _MULTIPLES:
        times = _MULTIPLES[words[found[2]]]
        return found[0] * times, found[1] * times if found[1] else None, found[2] + 1
    return found


@lru_cache(maxsize=8)
def _groups(lexicons: Lexicons) -> tuple[Mapping[str, Group], Mapping[str, str]]:
    """The phrases of the lexicon "counts" that number people, and those that bound the number after them."""
    numbers: dict[str, Group] = {}
    bounds: dict[str, str] = {}
    for group in lexicons.lexicon("counts").groups:
        for phrase in group.phrases:
            if group.text("bound"):
                bounds[phrase] = group.text("bound")
            else:
                numbers[phrase] = group
    return numbers, bounds
