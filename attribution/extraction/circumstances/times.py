"""Phrases that say when something was said, and whether they tell the day."""

import re
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.model.span import Span

_PART_OF_DAY = r"(?:\s{1,3}(?:morning|afternoon|evening|night))?"
_YEAR = r"(?:1[89]|20)\d\d"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of)"


@frozen
class Time:
    """A time phrase without its preposition; `end` is where it stops and `day` says that it tells the day."""

    span: Span
    day: bool

    @property
    def end(self) -> int:
        """Where the phrase stops."""
        return self.span.end


def time_at(text: str, position: int, end: int, lexicons: Lexicons) -> Time | None:
    """The time phrase that begins at `position`, preposition included, within `text[:end]`.

    >>> from attribution.lexicons.loading import load
    >>> time_at("on Dec. 27 that", 0, 15, load())
    Time(span=Span(start=3, end=10), day=True)
    >>> time_at("in September that", 0, 17, load())
    Time(span=Span(start=3, end=12), day=False)
    """
    return _time(_pattern(lexicons).match(text, position, end))


def first_time(text: str, start: int, end: int, lexicons: Lexicons) -> Time | None:
    """The first time phrase in `text[start:end]`."""
    return _time(_pattern(lexicons).search(text, start, end))


def _time(match: re.Match[str] | None) -> Time | None:
    if match is None:
        return None
    start = max(match.start("day"), match.start("month"), match.start("vague"))
    return Time(Span(start, match.end()), match["day"] is not None)


@lru_cache(maxsize=8)
def _pattern(lexicons: Lexicons) -> re.Pattern[str]:
    lexicon = lexicons.lexicon("times")
    weekday, month, day, vague = (
        trie_pattern(sorted(lexicon.phrases(name))) for name in ("weekdays", "months", "days", "vague")
    )
    date = (
        rf"{month}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{{1,3}}{_YEAR})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?{month}(?!\w)(?:,?\s{{1,3}}{_YEAR})?|{_YEAR}-\d\d-\d\d"
    )
    named = (
        rf"(?:(?i:late|early|earlier|last|this|next|the following|the same)\s{{1,3}}(?:on\s)?)?{weekday}{_PART_OF_DAY}"
        rf"(?:\s{{1,3}}(?:last week|this week))?(?:,\s{{1,3}}(?:{date}))?"
    )
    loose = (
        rf"(?i:last|this|early|late)\s{{1,3}}{month}|{month},?\s{{1,3}}{_YEAR}"
        rf"|(?i:{_COUNT})\s(?:hours|days|weeks|months|years)\s(?:ago|earlier|later|before)|(?i:{vague})"
    )
    return re.compile(
        rf"(?<!\w)(?:(?i:on|by|late on|early on)\s{{1,3}})?(?P<day>(?:{named}|{date}|(?i:{day})))(?![\w-])"
        rf"|(?<!\w)(?i:in|since|during|back in|early in|late in)\s{{1,3}}"
        rf"(?P<month>(?:(?:early|late|mid-)\s?)?{month}|{_YEAR})(?![\w-])"
        rf"|(?<!\w)(?i:in\s{{1,3}})?(?P<vague>(?:{loose}))(?![\w-])"
    )
