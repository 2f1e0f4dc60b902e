"""Where each word of a text stands, so that a list of phrases is looked for only where one of them may begin."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache, partial

from attrs import field, frozen

_WORD = re.compile(r"[^\W\u02bc]+")  # the letter apostrophe ends a word here, since patterns take it for an apostrophe
# Letters that a pattern without regard to case takes for plain ones, and `str.lower` does not.
_PLAIN = {"İ": "i", "ı": "i", "ſ": "s"}
_SPECIAL = str.maketrans(_PLAIN)

_ANY: frozenset[str] = frozenset()  # stands for all words there are

# Shorter texts are searched before their words could be listed.
_SHORT = 400


@frozen(eq=False)
class WordPlaces:
    """The words of one text, lower case, each with where it starts; `word_places` keeps those of the last few texts."""

    starts: Mapping[str, Sequence[int]]
    _known: dict["Wording", Sequence[int]] = field(factory=dict)
    _standing: dict["Wording", bool] = field(factory=dict)

    def beginnings(self, wording: "Wording") -> Sequence[int]:
        """Where one of the words stands with which a wording may begin, in order."""
        known = self._known.get(wording)
        if known is None:
            words = self.starts.keys() & wording.first_words if self.may_hold(wording) else ()
            starts = sorted(start for word in words for start in self.starts[word])
            known = self._known[wording] = array("I", starts)
        return known

    def may_hold(self, wording: "Wording") -> bool:
        """Whether the text has the words without which the wording does not stand in it."""
        known = self._standing.get(wording)
        if known is None:
            known = self._standing[wording] = wording.may_stand(self.starts.keys())
        return known


@lru_cache(maxsize=16)
def word_places(text: str) -> WordPlaces:
    """Where the words of `text` stand.

    >>> places = word_places("Well, well: they said so.")
    >>> list(places.starts["well"])
    [0, 6]
    """
    lower = _lowered(text)
    starts: dict[str, list[int]] = {}
    position = 0
    for word in _WORD.findall(lower):  # what is left out begins no word
        position = lower.index(word, position)
        starts.setdefault(word, []).append(position)
        position += len(word)
    return WordPlaces({word: array("I", places) for word, places in starts.items()})


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """The words of a short text, as `word_places` spells them."""
    return frozenset(_WORD.findall(_lowered(text)))


def _lowered(text: str) -> str:
    plain = text.translate(_SPECIAL) if any(letter in text for letter in _PLAIN) else text
    return plain.lower()


@frozen(eq=False)
class Wording:
    """A pattern of phrases that begin with one of a few hundred words; it answers as a compiled pattern would.

    It is tried only where one of `first_words` stands: a dozen rules would read the text to its end for phrases that
    few articles hold; and only if one of `needed_words` stands anywhere in the text. Where one of these is empty, it
    may be any word. `compiled` gives the pattern, the same each time: a short article needs few of them, and is not
    kept waiting for the others.
    """

    compiled: Callable[[], re.Pattern[str]]
    first_words: frozenset[str]
    needed_words: frozenset[str] = _ANY
    _made: list[re.Pattern[str]] = field(factory=list, init=False, repr=False)

    @classmethod
    def of(cls, source: str, flags: int = 0, *, needed: frozenset[str], first: frozenset[str] = _ANY) -> "Wording":
        """The wording of a pattern whose matches begin with one of `first` and hold one of `needed`."""
        return cls(cache(partial(re.compile, source, flags)), first, needed)

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern alone."""
        if not self._made:
            self._made.append(self.compiled())
        return self._made[0]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]`, in order; what stands around it is seen by lookbehinds alone."""
        stop = len(text) if end is None else min(end, len(text))
        if self._anywhere(text):
            yield from self.pattern.finditer(text, start, stop)
            return
        places = self._places(text, start, stop)
        if not places:
            return
        match_at = self.pattern.match
        for place in places:
            match = match_at(text, place, stop) if place >= start else None
            if match is not None:
                yield match
                start = match.end()

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        stop = len(text) if end is None else min(end, len(text))
        if self._anywhere(text):
            return self.pattern.search(text, start, stop)
        for place in self._places(text, start, stop):
            match = self.pattern.match(text, place, stop)
            if match is not None:
                return match
        return None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that begins at `start`, within `text[:end]`."""
        return self.pattern.match(text, start, len(text) if end is None else end) if self._stands(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that is all of `text[start:end]`."""
        return self.pattern.fullmatch(text, start, len(text) if end is None else end) if self._stands(text) else None

    def may_stand(self, words: Set[str]) -> bool:
        """Whether a text of these words may hold any of the phrases."""
        return all(not wanted or not wanted.isdisjoint(words) for wanted in (self.first_words, self.needed_words))

    def _stands(self, text: str) -> bool:
        """Whether it is worth a look: in a short text whenever it costs less than to list the words."""
        if len(text) >= _SHORT:
            return word_places(text).may_hold(self)
        return bool(self._made) or self.may_stand(_words(text))

    def _anywhere(self, text: str) -> bool:
        """Whether a text is searched as a whole: one that is short, or where any word may be the first."""
        return (len(text) < _SHORT or not self.first_words) and self._stands(text)

    def _places(self, text: str, start: int, stop: int) -> Sequence[int]:
        """Where in `text[start:stop]` one of the first words stands, in a short text nowhere."""
        if len(text) < _SHORT or not self.first_words:
            return ()
        places = word_places(text).beginnings(self)
        first = bisect_left(places, start)
        return places[first : bisect_left(places, stop, first)]
