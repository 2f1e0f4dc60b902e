"""Who does what an infinitive tells when it is not the subject of the verb before it.

"The leak prompted [two ministers] to ask", "there is pressure on [the mayor] to explain".

>>> from attribution.extraction.speakers.subjects import Subject
>>> Subject(0, 2, "controlled").kind
'controlled'
"""

from functools import lru_cache

from attribution.extraction.speakers.phrase_starts import extend_left
from attribution.extraction.speakers.subjects import Subject
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.text.phrases import Phrases, VerbGroup

# What stands before a noun phrase that is no subject: a preposition, or a verb whose object it is.
_BEFORE_NOUN = "POTepdgb"


def doer(phrases: Phrases, position: int, lexicons: Lexicons) -> Subject | None:
    """The noun phrase that ends before an infinitive at token `position` and does what it tells, if it is said to."""
    start = phrases.noun_ending(position)
    if start is None:
        return None
    words = phrases.tokens.words
    causing = _causatives(lexicons)
    verb = start + (phrases.tokens.tags[start] == "A")
    if verb + 1 < position and words[verb] in causing and phrases.tokens.tags[verb] == "n":
        start = verb + 1  # "will [force Ann Lee] to admit": a verb that may be a noun
    whole = extend_left(phrases, start)
    for opening in (start, whole):
        before = words[opening - 1] if opening else ""
        if before in causing or before == "for" or words[max(0, opening - 2) : opening] == ("pressure", "on"):
            return Subject(opening, position, "controlled")
    return None


def ends_noun(phrases: Phrases, group: VerbGroup) -> bool:
    """Whether what looks like a verb ends a noun phrase: "held a conference [call] to explain", "by in-person
    [visits] to persuade them"."""
    tags = phrases.tokens.tags
    if group.stop != group.start + 1 or tags[group.head] not in "bs":
        return False
    start = phrases.noun_ending(group.start)
    return start is not None and start > 0 and tags[start - 1] in _BEFORE_NOUN


def ends_noun_at(phrases: Phrases, position: int) -> int:
    """How many tokens before token `position` look like a verb and end a noun phrase: 1 or 0."""
    groups = phrases.verbs_between(max(0, position - 1), position)
    return int(bool(groups) and groups[-1].stop == position and ends_noun(phrases, groups[-1]))


@lru_cache(maxsize=8)
def _causatives(lexicons: Lexicons) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(
        form for lemma in lexicons.lexicon("words").phrases("causatives") for form in conjugate(lemma).all()
    )
