"""The venue lexicon: what may tell where, how and to whom something was said, found by first words."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from attribution.extraction.circumstances.words import Words
from attribution.lexicons.entry import Group
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.lexicons.verbs import conjugator

MOST_WORDS = 7
"""How many words a phrase that is looked up may have."""

OPENING = frozenset(["to", "with", "by", "for", "in", "at", "on", "during", "via", "before", "a", "an"])
"""Words that may open a circumstance within a cue or a source; those that put something out may too."""

# Words behind which an outlet is a partner: "(spoke) to Le Monde", "the set of a Sky News programme".
_BEFORE_PARTNER = frozenset(["to", "with", "set"])


@frozen(eq=False)
class Phrasebook:
    """Phrases with the group that each belongs to, and how many words one has at most that begins with a word.

    Phrases with capitals count only as written.
    """

    groups: Mapping[str, Group]
    most: Mapping[str, int]

    def longest_at(self, words: Words, index: int) -> tuple[Group, int] | None:
        """The group of the longest phrase at word `index`, and the word after it."""
        first, lower = words.written[index], words.lower[index]
        if lower not in self.most and first not in self.most:
            return None  # most words open no phrase at all
        most = max(self.most.get(first, 0), self.most.get(lower, 0))
        for after in range(min(index + most, len(words.lower)), index, -1):
            written = " ".join(words.written[index:after])
            group = self.groups.get(written) or self.groups.get(" ".join(words.lower[index:after]))
            if group is not None:
                return group, after
        return None


@frozen(eq=False)
class Venues:
    """The venue lexicon, ready for looking up.

    `openings` are the words that an occasion may begin with; `opening` finds a word that may open a circumstance,
    `speaking` one that may bring it in. `words` are words of grammar, by group.
    """

    occasions: Phrasebook
    phrases: Phrasebook
    audiences: Phrasebook
    tellers: frozenset[str]
    openings: frozenset[str]
    opening: re.Pattern[str]
    speaking: re.Pattern[str]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def venues(lexicons: Lexicons) -> Venues:
    """The venue lexicon, ready for looking up."""
    lexicon = lexicons.lexicon("venues")
    conjugate = conjugator(lexicons)
    tables: dict[str, dict[str, Group]] = {}
    for group in lexicon.groups:
        part = group.text("part")
        for phrase in group.phrases:
            forms = sorted(conjugate(phrase).all()) if part in ("verb", "teller") else [phrase]
            for form in (form.replace(",", " ,") for form in forms):
                tables.setdefault(part, {}).setdefault(form, group)
    words = {group.name: frozenset(group.phrases) for group in lexicon.groups if group.text("part") == "grammar"}
    phrases = _phrasebook(tables["phrase"])
    return Venues(
        occasions=_phrasebook(tables["occasion"]),
        phrases=phrases,
        audiences=_phrasebook(tables["audience"]),
        tellers=frozenset(tables["teller"]),
        openings=_BEFORE_PARTNER.union(phrases.most, words["puts-out"], words["opens-occasion"]),
        opening=_any_word(OPENING | words["puts-out"]),
        speaking=_any_word(words["speaking"] | words["spoke"]),
        words=words,
    )


def _phrasebook(groups: Mapping[str, Group]) -> Phrasebook:
    most: dict[str, int] = {}
    for phrase in groups:
        first, *rest = phrase.split(" ")
        most[first] = min(MOST_WORDS, max(most.get(first, 0), 1 + len(rest)))
    return Phrasebook(groups, most)


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie_pattern(sorted(words))})(?!\w)", re.IGNORECASE)
