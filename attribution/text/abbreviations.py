"""What the lexicons know of full stops that end no sentence, and of words that begin one."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern


class Stop(StrEnum):
    """What the full stop of an abbreviation may mean; the classes of `abbreviations.toml`."""

    NEVER = "never"
    NUMBER = "number"
    MAY_END = "may_end"


@frozen(eq=False)
class Abbreviations:
    """The lexicons' knowledge, compiled.

    `stops` maps an abbreviation, lower case and without its last stop, to what that stop means; those in `capitals` are
    ordinary words unless capitalised. `collocations` holds pairs of an abbreviation and the word that goes on after it.
    """

    stops: Mapping[str, Stop]
    capitals: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    exclaiming: frozenset[str]
    tail: re.Pattern[str]

    def stop_of(self, word: str) -> Stop | None:
        """What the stop after `word` means; `None` when it is no abbreviation.

        >>> from attribution.lexicons.loading import load
        >>> known = abbreviations(load())
        >>> known.stop_of("Sen"), known.stop_of("Miss"), known.stop_of("miss")
        (<Stop.NEVER: 'never'>, <Stop.MAY_END: 'may_end'>, None)
        """
        lower = word.lower()
        if lower in self.capitals and not word[0].isupper():
            return None
        return self.stops.get(lower)


@lru_cache(maxsize=8)
def abbreviations(lexicons: Lexicons) -> Abbreviations:
    """What `lexicons` say of abbreviations and sentence starters; compiled once."""
    stops: dict[str, Stop] = {}
    capitals: set[str] = set()
    collocations: set[tuple[str, str]] = set()
    for group in lexicons.lexicon("abbreviations").groups:
        collocations.update((first, second) for first in group.texts("after") for second in group.phrases)
        if group.text("class") in tuple(Stop):
            stops.update(dict.fromkeys(group.phrases, Stop(group.text("class"))))
            capitals.update(group.phrases if group.flag("capital") else ())
    return Abbreviations(
        stops=stops,
        capitals=frozenset(capitals),
        collocations=frozenset(collocations),
        starters=lexicons.lexicon("sentence_starters").phrases(),
        exclaiming=lexicons.lexicon("sentence_tails").phrases("exclaiming names"),
        tail=_tail(lexicons),
    )


def _tail(lexicons: Lexicons) -> re.Pattern[str]:
    """A name of up to four words, a speaking verb, and nothing that opens a report: "Mr. Lee asked." after "?”"."""
    lexicon = lexicons.lexicon("sentence_tails")
    verbs = trie_pattern(lexicon.group("speaking verbs").phrases)
    after = trie_pattern(lexicon.group("after the verb").phrases)
    telling = trie_pattern(lexicon.group("to an addressee").phrases)
    report = trie_pattern(lexicon.group("opening a report").phrases)
    addressee = rf"{telling}(?: (?!{report}\b)[\w’'-]{{1,20}}){{1,4}}?"
    return re.compile(rf"(?:[^\W\d_][\w.’'-]{{0,20}} ){{1,4}}(?:{verbs}|{addressee})(?:[.,;:?!]|$| {after}\b)")
