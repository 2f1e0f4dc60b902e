"""Patterns over the phrases of a lexicon, compiled once for each set of lexicons."""

import re
from functools import cache, lru_cache, partial

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import first_words, needed_words, trie_pattern, variable_pattern
from attribution.lexicons.verbs import conjugator
from attribution.lexicons.word_places import Wording

_NOTATION = re.compile(r"[~|*()_]")


@lru_cache(maxsize=256)
def wording(lexicons: Lexicons, name: str, *groups: str) -> Wording:
    """What finds any phrase of the lexicon `name`, or of its `groups`, as whole words in either case.

    >>> from attribution.lexicons.loading import load
    >>> wording(load(), "harm", "losses").search("Both took Heavy Casualties.").group()
    'Heavy Casualties'
    """
    phrases = lexicons.lexicon(name).phrases(*groups)
    forms = conjugator(lexicons)
    compiled = cache(partial(_pattern, lexicons, phrases))
    return Wording(compiled, first_words(phrases, forms), needed_words(phrases, forms))


def _pattern(lexicons: Lexicons, phrases: frozenset[str]) -> re.Pattern[str]:
    plain = sorted(phrase for phrase in phrases if not _NOTATION.search(phrase))
    forms = conjugator(lexicons)
    patterns = [variable_pattern(phrase, forms) for phrase in sorted(phrases) if _NOTATION.search(phrase)]
    if plain:
        patterns.append(trie_pattern(plain))
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def stop_words(lexicons: Lexicons) -> frozenset[str]:
    """Words that carry no claim of their own, lower case."""
    return lexicons.lexicon("stop_words").phrases()
