"""Quotation marks before they are paired: where they stand, and whether shape and place say that they open or close."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern

# Apostrophes with letters on both sides (don't, O'Brien, 6'2) are never marks and are not even looked at.
_MARK = re.compile(
    r"""
    [“”„‟«»"]
    | ''' | '' | ’’ | ‘‘ | ``
    | (?<![^\W_])['’‘`]
    | ['’‘`](?![^\W_])
    """,
    re.VERBOSE,
)

_BEFORE_OPENING = frozenset("([{-–—―/=|>*•")
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—―/|<")
_STOPS = frozenset(".,!?…")

# 5'2", a 12" pipe: no one is more than three digits of inches tall, and "in 2016" may end a quotation.
_INCHES = re.compile(r"(?<!\d)\d{1,3}(?:\.\d|[¼½¾])?$")
_INCHES_LENGTH = 6


class Kind(Enum):
    """The look of a mark; `GUILLEMET` and the singles pair only among themselves, the rest with each other."""

    CURLY = "curly"
    STRAIGHT = "straight"
    TICKS = "ticks"
    GUILLEMET = "guillemet"
    SINGLE = "single"


class Turn(Enum):
    """What a mark does, as far as its shape or its place tells."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@frozen
class Mark:
    """A quotation mark, or an apostrophe that may be one.

    `shape` is what the character says, `place` what its neighbours say. `doubtful` is set for a
    closing single mark that may be a possessive ("the players' wages") and for a double one that may mean inches.
    `firm` is set for an opening single mark that needs no closing one to be believed, `after_stop` for a double mark
    that touches the stop or comma on its left.
    """

    start: int
    end: int
    kind: Kind
    shape: Turn
    place: Turn
    doubtful: bool = False
    firm: bool = False
    after_stop: bool = False


def find_marks(text: str, start: int, end: int, lexicons: Lexicons) -> tuple[Mark, ...]:
    """The marks of the paragraph `text[start:end]`, in order, without the apostrophes of elided words ('90s, ’tis)."""
    runs: list[list[re.Match[str]]] = []
    for match in _MARK.finditer(text, start, end):
        if runs and runs[-1][-1].end() == match.start():
            runs[-1].append(match)
        else:
            runs.append([match])
    elided = _elision(lexicons)
    return tuple(mark for run in runs for mark in _read_run(text, start, end, run, elided))


def _read_run(text: str, start: int, end: int, run: list[re.Match[str]], elided: re.Pattern[str]) -> Iterator[Mark]:
    """Marks that touch (".'" or "'‘) share the neighbours of the whole run."""
    place = _place(text, start, end, run[0].start(), run[-1].end())
    for match in run:
        characters = match.group()
        first, last = match.span()
        if characters == "'''":
            # A quotation that opens or ends inside another: ''He told me, 'No.'''
            cut = first + 1 if place is Turn.CLOSE else first + 2
            for piece in ((first, cut), (cut, last)):
                yield _mark(text, start, *piece, place)
        elif characters not in ("'", "’", "‘", "`") or not _is_elided(text, last, characters, place, elided):
            yield _mark(text, start, first, last, place)


def _place(text: str, start: int, end: int, first: int, last: int) -> Turn:
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    opens = before.isspace() or before in _BEFORE_OPENING
    # "...and" may open a quotation: a row of stops is no end of a phrase.
    ellipsis = after == "…" or text.startswith("..", last)
    closes = after.isspace() or (after in _AFTER_CLOSING and not ellipsis)
    if opens == closes:
        # `said," he`: typed without its space, a stop or comma on the left still needs the count to decide.
        return Turn.EITHER
    if opens:
        return Turn.OPEN
    return Turn.CLOSE


def _mark(text: str, paragraph: int, first: int, last: int, place: Turn) -> Mark:
    characters = text[first:last]
    kind, shape = _look(characters)
    previous = text[first - 1] if first > paragraph else " "
    if kind is Kind.SINGLE:
        doubtful = previous in "sS0123456789" or text.endswith(("in", "n"), max(paragraph, first - 2), first)
        firm = characters == "‘" and (first == paragraph or text[max(paragraph, first - 2) : first] in (", ", ": "))
        firm = firm or (first == paragraph and text[last : last + 1].isupper())
        return Mark(first, last, kind, shape, place, doubtful, firm)
    inches = (
        kind in (Kind.STRAIGHT, Kind.TICKS)
        and place is Turn.CLOSE
        and _INCHES.search(text, max(paragraph, first - _INCHES_LENGTH), first) is not None
    )
    return Mark(first, last, kind, shape, place, doubtful=inches, after_stop=previous in _STOPS)


def _look(characters: str) -> tuple[Kind, Turn]:
    if characters in "“„‟":
        return Kind.CURLY, Turn.OPEN
    if characters == "”":
        return Kind.CURLY, Turn.CLOSE
    if characters == '"':
        return Kind.STRAIGHT, Turn.EITHER
    if characters in "«»":
        return Kind.GUILLEMET, Turn.OPEN if characters == "«" else Turn.CLOSE
    if len(characters) == 2:
        turns = {"``": Turn.OPEN, "‘‘": Turn.OPEN, "’’": Turn.CLOSE}
        return Kind.TICKS, turns.get(characters, Turn.EITHER)
    turns = {"‘": Turn.OPEN, "`": Turn.OPEN, "’": Turn.CLOSE}
    return Kind.SINGLE, turns.get(characters, Turn.EITHER)


def _is_elided(text: str, last: int, characters: str, place: Turn, elided: re.Pattern[str]) -> bool:
    """Whether a single mark stands for letters left out at the front of a word: ’tis, '90s."""
    if place is Turn.CLOSE:
        return False
    # The curly apostrophe closes by its shape; in front of a word it cannot but stand for something left out.
    return (characters == "’" and place is Turn.OPEN) or elided.match(text, last) is not None


@lru_cache(maxsize=8)
def _elision(lexicons: Lexicons) -> re.Pattern[str]:
    words = trie_pattern(lexicons.lexicon("abbreviations").group("elided words").phrases)
    return re.compile(rf"(?:\d\ds?|{words})(?![\w])")
