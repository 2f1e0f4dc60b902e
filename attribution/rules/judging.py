"""Whether the words given as a source's are a judgement rather than a report."""

import re
from functools import lru_cache

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.model.attribution import Attribution
from attribution.model.span import Span
from attribution.rules.reading import Reading


def judgement(reading: Reading, attribution: Attribution) -> Span | None:
    """The words in the content by which the source judges, wishes or guesses on its own account.

    A verdict ("was a disaster", "it's difficult") and a view that calls itself one ("I think") count wherever they
    stand; a guess ("could cause problems") counts in quotation marks only: paraphrase has the same modals for plans.
    """
    for piece in attribution.content:
        for pattern in (_verdict(reading.lexicons), reading.pattern("opinions", "own-view")):
            if found := pattern.search(reading.text, piece.start, piece.end):
                return Span(*found.span())
        for found in reading.pattern("opinions", "guesses").finditer(reading.text, piece.start, piece.end):
            if reading.quoted(Span(*found.span())):
                return Span(*found.span())
    return None


@lru_cache(maxsize=8)
def _verdict(lexicons: Lexicons) -> re.Pattern[str]:
    """A copula, up to three words and a verdict: "wasn't a very convincing"."""
    opinions = lexicons.lexicon("opinions")
    copula, verdict = (trie_pattern(sorted(opinions.phrases(group))) for group in ("copulas", "verdicts"))
    return re.compile(
        rf"(?<!\w)(?:{copula})(?:\s{{1,3}}[\w'’-]{{1,30}}){{0,3}}\s{{1,3}}(?:{verdict})(?!\w)", re.IGNORECASE
    )
