"""Sentences that need no source: background, the reporter's own observation, procedure, scenes and boilerplate."""

import re
from collections.abc import Sequence
from functools import lru_cache

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document
from attribution.model.span import Span
from attribution.scoring.wording import wording

DECK_WORDS = 14
"""A deck is at most as long as a headline; a lead has more words."""

MOST_DECKS = 6
"""A text that goes on in single short lines is no row of headlines."""

_LONGEST_NOTE = 100
"""Characters that hold the opening of a note, mark included: "Editor's note:"."""

FEWEST_WORDS = 5
"""Shorter sentences are transitions or labels ("That was then."): there is nothing to ask the source of."""

_YEAR = re.compile(r"\b(?:in|since|until|from|by|before|after) (?:1[5-9]|20)\d\d\b", re.IGNORECASE)
_PAST_ENDING = re.compile(r"\b\w{2,30}ed\b")


def settled(words: str, facts: Sequence[str]) -> bool:
    """Whether the sentence states one of the facts that a newsroom holds to be settled.

    >>> settled("The war began in 2022.", ["war began in 2022"])
    True
    """
    folded = words.casefold()
    return any(fact.casefold() in folded for fact in facts)


def no_statement(text: str, sentence: Span, lexicons: Lexicons) -> bool:
    """Whether a sentence states nothing of the article's own: a question, or boilerplate such as an editor's note."""
    boilerplate = wording(lexicons, "claim_markers", "boilerplate")
    question = sentence.of(text).rstrip().endswith("?")
    return question or boilerplate.search(text, sentence.start, sentence.end) is not None


def standing_note(words: str, lexicons: Lexicons) -> bool:
    """Whether a paragraph is a note of the desk's, whoever it speaks of: "Editor's note: …".

    >>> from attribution.lexicons.loading import load
    >>> standing_note("Editor's note: The mayor has denied every charge.", load())
    True
    """
    words = words[:_LONGEST_NOTE]  # a short text is matched without an index of its words
    note = wording(lexicons, "claim_markers", "notes").match(words)
    return note is not None and words[note.end() : note.end() + 1] == ":"


def deck_paragraphs(document: Document) -> frozenset[int]:
    """The indices of the short paragraphs above the first one of prose: headlines with a full stop, decks, labels."""
    found: list[int] = []
    for paragraph in document.paragraphs:
        length = len(paragraph.span.of(document.text).split(None, DECK_WORDS))
        if len(paragraph.sentences) > 1 or length > DECK_WORDS or len(found) >= MOST_DECKS:
            return frozenset(found)
        found.append(paragraph.index)
    return frozenset()


def excluded(text: str, sentence: Span, lexicons: Lexicons, *, keep_background: bool = False) -> bool:
    """Whether an unattributed sentence without a hard claim needs no source.

    Background needs a past tense and a time anchor or a story marker (AP: do not attribute what is well known).
    `keep_background` leaves background in.

    >>> from attribution.lexicons.loading import load
    >>> excluded("The dam was built by the army in early August.", Span(0, 46), load())
    True
    >>> excluded("The dam serves three counties and a refinery.", Span(0, 45), load())
    False
    """
    if len(sentence.of(text).split(None, FEWEST_WORDS)) < FEWEST_WORDS:
        return True
    start, end = sentence.start, sentence.end
    if wording(lexicons, "claim_markers", "own-report", "procedure").search(text, start, end):
        return True
    if wording(lexicons, "verification", "could-not-check").search(text, start, end):
        return True
    return not keep_background and _background(text, start, end, lexicons)


def _background(text: str, start: int, end: int, lexicons: Lexicons) -> bool:
    anchors = wording(lexicons, "claim_markers", "time-anchor", "story-marker")
    if not anchors.search(text, start, end) and not _YEAR.search(text, start, end):
        return False
    return bool(_PAST_ENDING.search(text, start, end) or _past_forms(lexicons).search(text, start, end))


@lru_cache(maxsize=8)
def _past_forms(lexicons: Lexicons) -> re.Pattern[str]:
    """The irregular pasts that differ from the present ("put" does not), and the auxiliaries of the perfect."""
    pasts = {"was", "were", "had", "has", "have", "did"}
    for phrase in lexicons.lexicon("irregular_verbs").group("irregular").phrases:
        base, past, _ = phrase.split(" ")
        if past != base:
            pasts.add(past)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(pasts))})(?!\w)")
