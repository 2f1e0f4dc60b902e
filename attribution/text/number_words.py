"""The words around numbers, compiled from the lexicons, and the one pattern that finds a number."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.entry import Lexicon
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.model.document import FigureKind

SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_UNIT_GROUPS = ("durations", "distances", "areas", "measures")
_CLOSED_GROUPS = (
    "prepositions",
    "subordinators",
    "relatives",
    "wh_words",
    "nominative_pronouns",
    "be_forms",
    "have_forms",
    "do_forms",
    "modals",
)

_SPACE = "[ \u00a0\u2009\u202f]"
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,16}(?:\.\d{1,6})?|\.\d{1,4})(?!\d)[½¼¾]?"


@frozen(eq=False)
class NumberWords:
    """What the lexicon "numbers" says, compiled.

    `pattern` finds a number and names its shape by a group; `digits` takes one in digits apart. `values` and `powers`
    multiply out words; `units` maps a measure to the kind of figure it makes; `groups` holds the other lists by name,
    `closed` the words that end a noun phrase; `openers` may have a capital at the head of a sentence and name nothing.
    """

    pattern: re.Pattern[str]
    digits: re.Pattern[str]
    approximator: re.Pattern[str]
    afterthought: re.Pattern[str]
    percent: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    values: Mapping[str, int]
    powers: Mapping[str, int]
    parts: Mapping[str, int]
    units: Mapping[str, FigureKind]
    groups: Mapping[str, frozenset[str]]
    closed: frozenset[str]
    openers: frozenset[str]

    def has(self, group: str, word: str) -> bool:
        """Whether `word`, in lower case, belongs to the group of the lexicon.

        >>> from attribution.lexicons.loading import load
        >>> number_words(load()).has("months", "dec")
        True
        """
        return word in self.groups[group]


@lru_cache(maxsize=8)
def number_words(lexicons: Lexicons) -> NumberWords:
    """The number words of `lexicons`, compiled once."""
    lexicon = lexicons.lexicon("numbers")
    values = {word: place for place, word in enumerate(lexicon.group("small numbers").phrases)}
    values |= {word: 10 * place for place, word in enumerate(lexicon.group("tens").phrases, start=2)}
    values |= {"dozen": 12}
    powers: dict[str, int] = {}
    for name in SCALES:
        power = lexicon.group(name).values["power"]
        assert isinstance(power, int)
        powers |= dict.fromkeys((name, *lexicon.group(name).texts("short")), power)
    units = {
        phrase: FigureKind(group.text("kind")) for group in map(lexicon.group, _UNIT_GROUPS) for phrase in group.phrases
    }
    return NumberWords(
        pattern=_pattern(lexicon, values),
        digits=_digits(lexicon),
        approximator=re.compile(rf"(?<![\w-])(?:{_any(lexicon, 'approximators')}){_SPACE}\Z", re.IGNORECASE),
        afterthought=re.compile(rf"[ +-]?(?:\+|(?:{_any(lexicon, 'afterthoughts')})\b)"),
        percent=re.compile(rf"[ \u00a0\u202f-]?(?:{_any(lexicon, 'percent')})(?!\w)", re.IGNORECASE),
        currency=re.compile(rf"[ \u00a0\u202f-](?:{_any(lexicon, 'currencies')})(?!\w)", re.IGNORECASE),
        unit=re.compile(rf"[ \u00a0\u202f-]?(?:{trie_pattern(sorted(units))})(?!\w)", re.IGNORECASE),
        values=values,
        powers=powers,
        parts={word: place for place, word in enumerate(lexicon.group("parts").phrases, start=2)},
        units=units,
        groups={group.name: frozenset(group.phrases) for group in lexicon.groups},
        openers=lexicons.lexicon("sentence_starters").phrases(),
        closed=lexicons.lexicon("words").phrases(*_CLOSED_GROUPS) | frozenset(lexicon.group("no unit").phrases),
    )


def _pattern(lexicon: Lexicon, values: Mapping[str, int]) -> re.Pattern[str]:
    """Dates and clock times before plain digits, ratios and parts before the words that they begin with.

    `opening` is what each of the shapes may begin with: most words are told from numbers by their first letters.
    """
    words = [*values, *lexicon.group("open amounts").phrases, "half", "several", "many", "a"]
    signs = trie_pattern(lexicon.group("currency signs").phrases)
    opening = rf"[\d.]|{trie_pattern(words, capital=True)}|{signs}"
    first = trie_pattern(values, capital=True)
    word = trie_pattern([*values, *SCALES], capital=True)
    small = trie_pattern(lexicon.group("small numbers").phrases, capital=True)
    part = trie_pattern(lexicon.group("parts").phrases)
    opened = trie_pattern(lexicon.group("open amounts").phrases, capital=True)
    many = rf"(?:[Aa]{_SPACE}few|[Aa]{_SPACE}couple{_SPACE}of|[Ss]everal|[Mm]any)"
    scale = f"(?:{trie_pattern(SCALES)}|dozen)"
    # "two hundred and six" is one number, "two and six" are two.
    link = rf"(?:[ \u00a0-]|(?:(?<=hundred)|(?<=thousand)|(?<=million)){_SPACE}and{_SPACE})"
    shapes = {
        "date": r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])",
        "clock": r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
        "decade": r"(?:\d{3}0|\d0)['’]?s(?!\w)",
        "ratio": rf"(?:{small}|\d{{1,2}})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:{small}|\d{{1,3}})(?!\w)",
        "part": rf"(?:{small}|[Aa])(?:-{part}s?(?!\w)|[ ]{part}s?(?=[ ]of\b))|[Hh]alf(?=[ ](?:of|the|its|their)\b)",
        "digits": _digits_source(lexicon),
        "open": rf"{opened}(?:{_SPACE}of{_SPACE}(?:thousands|millions|billions))?(?!\w)|{many}{_SPACE}{scale}s?(?!\w)",
        "words": rf"(?:(?:[Hh]alf{_SPACE})?[Aa]{_SPACE}{scale}|{first})(?:{link}{word}){{0,9}}(?!\w)",
    }
    joined = "|".join(f"(?P<{name}>{source})" for name, source in shapes.items())
    # "F-16", "COVID-19" and the tail of a longer number are no numbers of their own.
    return re.compile(rf"(?<!\w)(?={opening})(?<!\d[.,/:])(?<![^\W\d_][-‐‑])(?:{joined})")


def _digits_source(lexicon: Lexicon) -> str:
    signs = trie_pattern(lexicon.group("currency signs").phrases)
    scale = _scale(lexicon)
    joint = rf"(?:[ ]?[-–—][ ]?|{_SPACE}to{_SPACE})"
    amount = rf"{DIGITS}(?:{scale})?"
    # A sign before the second number only: "from $362 million in 2014 to $557 million".
    money = rf"(?:{signs}){_SPACE}?{amount}(?:{joint}(?:{signs})?{amount}(?![\w%]))?"
    bare = rf"{DIGITS}(?:{scale}|(?:st|nd|rd|th)(?!\w))?(?:(?:{joint}|{_SPACE}or{_SPACE}){amount}(?![\w%]))?"
    return f"{money}|{bare}"


def _digits(lexicon: Lexicon) -> re.Pattern[str]:
    """The parts of a number in digits: sign, number, scale or ordinal ending, and a second number of a range."""
    signs = trie_pattern(lexicon.group("currency signs").phrases)
    scale = _scale(lexicon)
    joint = (
        rf"(?P<joint>[ ]?[-–—][ ]?|{_SPACE}(?:to|or){_SPACE})(?:{signs})?(?P<second>{DIGITS})(?P<second_scale>{scale})?"
    )
    return re.compile(
        rf"(?P<sign>{signs})?{_SPACE}?(?P<number>{DIGITS})"
        rf"(?:(?P<scale>{scale})|(?P<ordinal>st|nd|rd|th)(?!\w))?(?:{joint})?"
    )


def _scale(lexicon: Lexicon) -> str:
    short = trie_pattern([form for name in SCALES for form in lexicon.group(name).texts("short")])
    return rf"[ \u00a0-]?(?:{trie_pattern(SCALES, capital=True)})(?!\w)|(?:{short})(?!\w)"


def _any(lexicon: Lexicon, group: str) -> str:
    return trie_pattern(lexicon.group(group).phrases)
