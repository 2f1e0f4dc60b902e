"""NLTK's Punkt with our own abbreviations and sentence starters, and no downloaded model: the reference splitter.

Importing nltk costs as much as a whole run, so it happens here alone and only when a boundary is in doubt.
"""

import re
from functools import lru_cache
from typing import Any

from attribution.lexicons.loading import Lexicons
from attribution.text.abbreviations import Stop, abbreviations

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+")


@lru_cache(maxsize=4096)
def breaks_between(word: str, following: str, lexicons: Lexicons) -> bool:
    """Whether Punkt sees a sentence end between `word`, which has its full stop, and the word `following`.

    >>> from attribution.lexicons.loading import load
    >>> breaks_between("Inc.", "She", load()), breaks_between("Inc.", "Ames", load())
    (True, False)
    """
    return bool(_tokenizer(lexicons).text_contains_sentbreak(f"{word} {following}"))


def punkt_spans(text: str, lexicons: Lexicons) -> list[tuple[int, int]]:
    """The sentences that Punkt alone sees in `text`, before any repair; for measuring our own pattern against it."""
    return list(_tokenizer(lexicons).span_tokenize(text))


@lru_cache(maxsize=8)
def _tokenizer(lexicons: Lexicons) -> Any:
    from nltk.tokenize import punkt

    known = abbreviations(lexicons)
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = {word for word, stop in known.stops.items() if stop is not Stop.NUMBER}
    # "No. 3": Punkt writes any number as this type, and a collocation keeps the two together.
    numbered = {(word, "##number##") for word, stop in known.stops.items() if stop is not Stop.MAY_END}
    parameters.collocations = set(known.collocations) | numbered
    parameters.sent_starters = set(known.starters)
    for word in sorted(known.starters):
        # Words that are lower case inside a sentence: a capital then says that a sentence begins.
        parameters.ortho_context[word] = punkt._ORTHO_LC | punkt._ORTHO_BEG_UC

    class Token(punkt.PunktToken):  # type: ignore[misc]
        """A token of Punkt's that also takes several letters for initials: "H.W. Bush", "J.C. Penney"."""

        @property
        def is_initial(self) -> bool:
            word = str(self.tok)
            return _DOTTED.fullmatch(word) is not None and word[:-1].lower() not in parameters.abbrev_types

    class LanguageVars(punkt.PunktLanguageVars):  # type: ignore[misc]
        """Punkt's patterns, with curly marks that open no word and a next word that leaves its own stop out.

        Without the first, "“Mr." is no abbreviation; without the second, the stop in "Mr. Lee.”" is taken for one
        after "Mr.".
        """

        __slots__ = ()
        _re_word_start = punkt.PunktLanguageVars._re_word_start[:-1] + "“‘„«]"
        _period_context_fmt = punkt.PunktLanguageVars._period_context_fmt.replace(
            r"(?P<next_tok>\S+)", r"(?P<next_tok>\S+?)(?=[.?!]*%(NonWord)s*(?:\s|$))"
        )

    return punkt.PunktSentenceTokenizer(parameters, lang_vars=LanguageVars(), token_cls=Token)
