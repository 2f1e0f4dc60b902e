"""Which names of an article mean the same: full names, short ones, other spellings of them."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from attrs import field, frozen

from attribution.model.name import Name, NameKind

_MOST_CANDIDATES = 6  # names that end in the same word which are weighed
_PEOPLE = (NameKind.PERSON, NameKind.UNKNOWN)
_UNMARKED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‑": "-"}
)
# "al-Mansouri" is Mansouri, "D'Amico" stays one word.
_ARTICLE = re.compile(r"(?:al|el|ad|ar|an|as|ash|at|az|ul)-")
# Ukrainian and Russian names end in one sound that is written in many ways: Zelensky, Zelenskyy, Zelenskiy.
_ENDING = re.compile(r"(?<=[ks])(?:yy|iy|yi|ij|yj|ii|i)$")
_GENERATIONS = re.compile(r"\s(Jr|Sr|I{2,3}|IV)\b")
_OF_GENERATIONS = frozenset(["Jr", "Sr", "II", "III", "IV"])
_SOME = "of some generation"


def owners_of(text: str, names: Sequence[Name]) -> list[int]:
    """For each name the position of the first name of its entity.

    A short name belongs to the last longer one before it that holds it and agrees in gender, else to the first after
    it. Names are compared without marks and in one transliteration: "Yildirimoglu" is Yıldırımoğlu.
    """
    index = _Index(text, names, [_spelled(name) for name in names])
    for position, words in enumerate(index.spelled):
        if len(words) > 1:
            for word in {*_keys(names[position], words)}:
                index.later.setdefault(word, position)
    for position in range(len(names)):
        index.add(position)
    return index.owners


@frozen(eq=False)
class _Index:
    text: str
    names: Sequence[Name]
    spelled: Sequence[tuple[str, ...]]
    owners: list[int] = field(factory=list)
    full: dict[tuple[str, ...], int] = field(factory=dict)
    by_word: dict[str, list[int]] = field(factory=dict)
    later: dict[str, int] = field(factory=dict)

    def add(self, position: int) -> None:
        """The owner of the name at `position`, and the name under the words by which it may be met again."""
        words = self.spelled[position]
        several = len(words) > 1
        owner = self._owner(position)
        if owner is None:
            later = self.later.get(words[-1])
            if later is not None and later > position and self._shortens(position, later):
                owner = self.full.setdefault(self._identity(later), position)
                self.by_word.setdefault(words[-1], []).append(position)
        if owner is None:
            owner = position
        self.owners.append(owner)
        if several:
            self._note(self._identity(position), owner)
            for word in _keys(self.names[position], words):
                self.by_word.setdefault(word, []).append(position)
        elif owner == position:
            self.by_word.setdefault(words[-1], []).append(position)

    def _note(self, identity: tuple[str, ...], owner: int) -> None:
        self.full.setdefault(identity, owner)
        if identity[-1] in _OF_GENERATIONS:
            self.full.setdefault(identity[:-1], owner)
            self.full.setdefault((*identity[:-1], _SOME), owner)

    def _owner(self, position: int) -> int | None:
        words = self.spelled[position]
        if len(words) > 1:
            same = self._same(self._identity(position))
            if same is not None:
                return same
        fitting = (
            candidate
            for candidate in islice(reversed(self.by_word.get(words[-1], ())), _MOST_CANDIDATES)
            if self._shortens(position, candidate)
        )
        title = _title(self.text, self.names[position])
        found = next(fitting, None)
        if found is None or not title or _title(self.text, self.names[found]) == title:
            return self.owners[found] if found is not None else None
        # "Dr. Kühn" is the doctor of two people called Kühn.
        titled = next((each for each in fitting if _title(self.text, self.names[each]) == title), found)
        return self.owners[titled]

    def _same(self, identity: tuple[str, ...]) -> int | None:
        """Whoever has this identity; "Horace Lindqvist Jr." is the Horace Lindqvist before unless there is a "Sr."."""
        found = self.full.get(identity)
        if found is None and identity[-1] in _OF_GENERATIONS and (*identity[:-1], _SOME) not in self.full:
            return self.full.get(identity[:-1])
        return found

    def _shortens(self, position: int, long: int) -> bool:
        """Whether one name may be a shorter form of another: a single word of it, or the end of it."""
        words, other = self.spelled[position], self.spelled[long]
        if len(words) > 1:
            ends = len(words) < len(other) and other[-len(words) :] == words
            kinds = self.names[position].kind in _PEOPLE and self.names[long].kind is NameKind.PERSON
            return ends and kinds and self.names[position].gender.agrees(self.names[long].gender)
        return _compatible(self.names[position], self.names[long], words[-1], other)

    def _identity(self, position: int) -> tuple[str, ...]:
        """What makes a full name the same: of people the first and the last word, so "Donald J. Trump" is Donald
        Trump; "Jr." is another than "Sr."."""
        name, words = self.names[position], self.spelled[position]
        if name.kind is NameKind.PERSON:
            generation = _GENERATIONS.search(self.text, name.core.start, name.core.end)
            return (words[0], words[-1], generation[1]) if generation else (words[0], words[-1])
        if words[0] in ("department", "ministry"):
            return (*words[1:], words[0])
        return words


def _spelled(name: Name) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(map(_folded, name.words))


@lru_cache(maxsize=4096)  # articles name the same people
def _folded(word: str) -> str:
    lower = word.lower()
    if not lower.isascii():
        marked = unicodedata.normalize("NFD", lower.translate(_UNMARKED))
        lower = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return _ENDING.sub("y", _ARTICLE.sub("", lower, count=1))


def _keys(name: Name, words: tuple[str, ...]) -> tuple[str, ...]:
    """The single words by which a full name may be called again."""
    if name.kind in _PEOPLE:
        return words
    initials = "".join(word[0].lower() for word in name.words if word[0].isupper())
    return (words[0], words[-1], initials) if len(initials) > 1 else (words[0], words[-1])


def _title(text: str, name: Name) -> str:
    """The first letters of a title, alike for "Prof." and "Professor"."""
    return text[name.title.start : name.title.end][:4].rstrip(".").lower() if name.title is not None else ""


def _compatible(short: Name, long: Name, word: str, words: tuple[str, ...]) -> bool:
    if not short.gender.agrees(long.gender):
        return False
    if short.kind is NameKind.PLACE and long.kind is NameKind.PERSON:
        return words[-1] == word and short.bare  # "Steve Israel … Israel said"
    if short.kind in _PEOPLE and long.kind in _PEOPLE:
        return word in words
    if short.kind is NameKind.PERSON or long.kind is NameKind.PERSON:
        return False
    if NameKind.PLACE in (short.kind, long.kind):
        return words == (word,)
    return True
