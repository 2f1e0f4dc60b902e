"""Whether the words given as a source's are a judgement rather than a report."""

import re
from functools import lru_cache

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import first_words, needed_words, trie_pattern
from attribution.lexicons.word_places import Wording
from attribution.model.attribution import Attribution
from attribution.model.span import Span
from attribution.rules.reading import Reading

_OUTLOOK = re.compile(r"\b(?:may|might|would|could)\s(?:not\s)?be\s(?!able\b|willing\b|ready\b|\w+ed\b)", re.IGNORECASE)
"""What would or may be the case, in paraphrase too: "small donors may not be sympathetic". Plans are in the passive."""


def judgement(reading: Reading, attribution: Attribution) -> Span | None:
    """The words in the content by which the source judges, wishes or guesses on its own account.

    A verdict ("was a disaster", "it's difficult") and a view that calls itself one ("I think") count wherever they
    stand; a guess ("could cause problems") counts in quotation marks only: paraphrase has the same modals for plans.
    """
    own, guesses = reading.pattern("opinions", "own-view"), reading.pattern("opinions", "guesses")
    for pattern in (own, guesses, _OUTLOOK, _verdict(reading.lexicons)):  # the clearest sign first
        for piece in attribution.content:
            for found in pattern.finditer(reading.text, piece.start, piece.end):
                span = Span(*found.span())
                if reading.requoted(span):
                    continue  # "He said, ‘I think this is it,’” one player recalled
                if pattern is not guesses or reading.quoted(span):
                    return span
    return None


@lru_cache(maxsize=8)
def _verdict(lexicons: Lexicons) -> Wording:
    """A copula, up to three words and a verdict: "wasn't a very convincing"."""
    opinions = lexicons.lexicon("opinions")
    copulas, verdicts = (opinions.phrases(group) for group in ("copulas", "verdicts"))
    copula, verdict = trie_pattern(sorted(copulas)), trie_pattern(sorted(verdicts))
    return Wording.of(
        rf"(?<!\w)(?:{copula})(?:\s{{1,3}}[\w'’-]{{1,30}}){{0,3}}\s{{1,3}}(?:{verdict})(?!\w)",
        re.IGNORECASE,
        first=first_words(copulas),
        needed=needed_words(verdicts),
    )
