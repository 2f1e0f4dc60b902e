"""What looks like a claim but tells on what terms a source spoke: "asked to go unnamed", "may not discuss it".

Such words are left to the stage that reads grants of anonymity.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.lexicons.loading import Lexicons

# Within how many words of a content its terms of anonymity stand: "that his identity be kept out of the story".
_TERMS_REACH = 7
# Tokens in which "not" stands before "allowed", and "discuss" behind "allowed to".
_BAR_REACH = 4
# Words from "his" to "kept" in "his identity not be kept".
_KEPT_REACH = 5
_NEGATIONS = frozenset({"not", "never", "nor", "neither", "none", "n't", "n’t"})

_OWN = frozenset({"his", "her", "their"})


@frozen(eq=False)
class _Words:
    """The words that matter, from the lexicons "words" and "anonymity"."""

    terms: frozenset[str]
    verbs: frozenset[str]
    permitted: frozenset[str]
    speaking: frozenset[str]
    giving: frozenset[str]
    names: frozenset[str]
    keeping: frozenset[str]


def withheld(cues: SentenceCues, draft: Draft, lexicons: Lexicons) -> bool:
    """Whether a draft is terms of anonymity, a name kept back, or a bar on speaking, rather than a claim."""
    if not draft.content:
        return False
    known = _words(lexicons)
    return _states_terms(cues, draft, known) or _bars_speaking(cues, draft, known)


def _states_terms(cues: SentenceCues, draft: Draft, known: _Words) -> bool:
    """ "Asked to go unnamed", "would not be quoted by name", "declined to give his name"."""
    tokens = cues.phrases.tokens
    if draft.cue.lemma.split(" ")[0] not in known.verbs:
        return False
    first = tokens.first_at_or_after(draft.cue.span.start)
    stop = tokens.first_at_or_after(draft.content[0].start) + _TERMS_REACH
    words = tokens.words[first:stop]
    if not known.terms.isdisjoint(words[1:]) or ("by", "name") in pairwise(words):
        return True
    if any(_kept_back(words[index : index + _KEPT_REACH], known) for index, word in enumerate(words) if word in _OWN):
        return True
    given = next((index for index, word in enumerate(words) if word in known.giving), len(words))
    own = not _OWN.isdisjoint(words[given + 1 : given + 2])
    return own and not known.names.isdisjoint(words[given + 2 : given + 4])


def _kept_back(words: Sequence[str], known: _Words) -> bool:
    """Whether words read "his identity be kept out", "her name not be printed"."""
    return not known.names.isdisjoint(words[1:2]) and not known.keeping.isdisjoint(words[2:])


def _bars_speaking(cues: SentenceCues, draft: Draft, known: _Words) -> bool:
    """ "They were not permitted to discuss it": a ban on speaking, of which nobody speaks here."""
    tokens = cues.phrases.tokens
    words = tokens.words
    first = tokens.first_at_or_after(draft.cue.span.start)
    stop = tokens.first_at_or_after(draft.cue.span.end)
    for index in range(max(0, first - 2), stop):
        if words[index] not in known.permitted or words[index + 1 : index + 2] != ("to",):
            continue
        barred = next((at for at in range(index + 2, min(index + 4, len(words))) if words[at] in known.speaking), None)
        if barred is not None and (first <= index or first <= barred < stop):
            return not _NEGATIONS.isdisjoint(words[max(0, index - _BAR_REACH) : index])
    return False


@lru_cache(maxsize=8)
def _words(lexicons: Lexicons) -> _Words:
    words, anonymity = lexicons.lexicon("words"), lexicons.lexicon("anonymity")
    return _Words(
        terms=words.phrases("terms_words"),
        verbs=words.phrases("terms_verbs"),
        permitted=anonymity.phrases("authorised"),
        speaking=anonymity.phrases("to_speak"),
        giving=words.phrases("name_giving"),
        names=words.phrases("name_given"),
        keeping=words.phrases("name_keeping"),
    )
