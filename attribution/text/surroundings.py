"""A number as it was read, the words around it, and what was judged of it: what the judges of figures hand on."""

import re
from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from attribution.model.document import Figure, FigureKind
from attribution.text.number_words import NumberWords

# How far the words that say what is counted may stand from the number, in code points.
_BEFORE, _AFTER = 80, 110

_LINE_BREAK = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,'’&-][^\W_]+)*|[^\w\s]")
_STOPS = frozenset(".?!;:")


class Shape(StrEnum):
    """How a number is written; the groups of the pattern that finds them."""

    DATE = "date"
    CLOCK = "clock"
    DECADE = "decade"
    RATIO = "ratio"
    PART = "part"
    DIGITS = "digits"
    OPEN = "open"
    WORDS = "words"


@frozen
class Number:
    """A number as it was read, before it is known what it counts.

    `value` is multiplied out; `second` is the other end of a range or the other side of a score. `sign` is a currency
    sign, `scale` and `joint` stand as written.
    """

    start: int
    end: int
    shape: Shape
    value: float | None
    second: float | None = None
    sign: str | None = None
    scale: str = ""
    joint: str = ""
    ordinal: bool = False


@frozen
class Verdict:
    """What a number counts, the word or sign that says so, and where the figure ends."""

    kind: FigureKind
    unit: str | None
    end: int


@frozen(eq=False)
class Surroundings:
    """A number among its words: `before` from the nearest backwards, `after` onwards, signs being words of their own.

    `lower` is `after` in lower case; `capital` says that the number itself begins a sentence. `previous` is the figure
    before this one, if there is one in the text.
    """

    text: str
    number: Number
    before: Sequence[str]
    after: Sequence[str]
    lower: Sequence[str]
    previous: Figure | None
    words: NumberWords

    def verdict(self, kind: FigureKind, unit: str | None = None, end: int | None = None) -> Verdict:
        """A verdict whose figure ends with the number, unless `end` says otherwise."""
        return Verdict(kind, unit, self.number.end if end is None else end)

    def previous_word(self) -> str:
        """The word right before the number, lower case, with the stop of an abbreviation ("dec." in "Dec. 27")."""
        if not self.before:
            return ""
        first = self.before[0].lower()
        if first == "." and len(self.before) > 1 and len(self.before[1]) <= len("prop."):
            return self.before[1].lower() + "."
        return first

    def opens_sentence(self) -> bool:
        """Whether the number is the first word of its sentence."""
        return not self.before or self.before[0] in _STOPS or self.before[0] in "\"“‘'•"

    def clause_before(self, most: int) -> list[str]:
        """Up to `most` words before the number, nearest first, lower case, back to the last stop."""
        found: list[str] = []
        for word in self.before[:most]:
            if word in _STOPS:
                break
            found.append(word.lower())
        return found


def surroundings(text: str, number: Number, start: int, previous: Figure | None, words: NumberWords) -> Surroundings:
    """`number` with the words around it; the words before are counted from `start`, where its approximator begins."""
    head = text[max(0, start - _BEFORE) : start]
    breaks = [match.end() for match in _LINE_BREAK.finditer(head)]
    tail = _LINE_BREAK.split(text[number.end : number.end + _AFTER], maxsplit=1)[0]
    before = _TOKEN.findall(head[breaks[-1] :] if breaks else head)
    before.reverse()
    after = _TOKEN.findall(tail)
    return Surroundings(text, number, before, after, [word.lower() for word in after], previous, words)
