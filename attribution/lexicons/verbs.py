"""Conjugation with the irregular verbs of the lexicon."""

from collections.abc import Callable
from functools import lru_cache

from attribution.errors import LexiconError
from attribution.lexicons.inflection import VerbForms, verb_forms
from attribution.lexicons.loading import Lexicons


@lru_cache(maxsize=8)
def conjugator(lexicons: Lexicons) -> Callable[[str], VerbForms]:
    """A function that gives the forms of a verb lemma, irregular ones included.

    >>> from attribution.lexicons.loading import load
    >>> conjugator(load())("speak").past
    'spoke'
    """
    irregular: dict[str, tuple[str, str]] = {}
    for group in lexicons.lexicon("irregular_verbs").groups:
        for phrase in group.phrases:
            parts = phrase.split(" ")
            if len(parts) != 3:
                raise LexiconError("irregular_verbs.toml", group.name, f"{phrase!r} is not three forms")
            irregular[parts[0]] = (parts[1], parts[2])

    def forms(lemma: str) -> VerbForms:
        past, participle = irregular.get(lemma.split(" ")[0], (None, None))
        return verb_forms(lemma, past, participle)

    return forms
