"""Conjugation with the irregular verbs of the lexicon."""

from collections.abc import Callable
from functools import cache, lru_cache

from attribution.errors import LexiconError
from attribution.lexicons.entry import Lexicon
from attribution.lexicons.inflection import Doubling, VerbForms, verb_forms
from attribution.lexicons.loading import Lexicons


@lru_cache(maxsize=8)
def conjugator(lexicons: Lexicons) -> Callable[[str], VerbForms]:
    """A function that gives the forms of a verb lemma, irregular ones included.

    >>> from attribution.lexicons.loading import load
    >>> conjugate = conjugator(load())
    >>> conjugate("speak").past, conjugate("rebut").past, sorted(conjugate("label").variants)
    ('spoke', 'rebutted', ['labelled', 'labelling'])
    """
    lexicon = lexicons.lexicon("irregular_verbs")
    irregular = _irregular(lexicon)
    doubling = {
        phrase: Doubling(group.name)
        for group in lexicon.groups
        if group.name != "irregular"
        for phrase in group.phrases
    }

    @cache  # the tagger, the cues and many lists ask for the same verbs
    def forms(lemma: str) -> VerbForms:
        head = lemma.split(" ")[0]
        past, participle = irregular.get(head, (None, None))
        return verb_forms(lemma, past, participle, doubling.get(head, Doubling.NEVER))

    return forms


def _irregular(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for phrase in (phrase for group in lexicon.groups if group.name == "irregular" for phrase in group.phrases):
        parts = phrase.split(" ")
        if len(parts) != 3:
            raise LexiconError("irregular_verbs.toml", "irregular", f"{phrase!r} is not three forms")
        found[parts[0]] = (parts[1], parts[2])
    return found
