"""Occasions told beside an attribution, in the sentence before it or by the noun that its sentence is about."""

import re

from attribution.extraction.circumstances import Circumstances, occasions_in
from attribution.extraction.occasions import Occasion, occasion_noun
from attribution.extraction.stretches import previous_sentence, sentence_at
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document
from attribution.model.span import Span

PRONOUN = re.compile(r"(?:I|we|he|she|it|they|who|that)", re.IGNORECASE)
# "has said", "had warned", "have long argued": another occasion than the one before.
PERFECT = re.compile(r"(?:has|have|had|['’]s|['’]ve|['’]d)(?!\w)")
# "His speech, in which he mocked both rivals, went down well."
_IN_WHICH = re.compile(r"\s{0,3}[,—–-]{0,2}\s{0,3}(?:in|at|during) which\s")
_WIDEST_NOUN = 60
# "She saw no proof in the report": papers are read as often as written, so they say nothing of the next paragraph.
_PAPERS = frozenset({"statement", "essay", "journal"})


def told_around(
    document: Document, attribution: Attribution, found: Circumstances, lexicons: Lexicons
) -> tuple[Occasion, ...]:
    """The occasions of one attribution whose own words tell none: of its noun, else of the sentence before."""
    if attribution.source is None or attribution.cue.cls is not CueClass.SPEECH:
        return ()
    noun = _noun_before(document, attribution.source, lexicons)
    return (noun,) if noun is not None else _told_before(document, attribution, found, lexicons)


def _noun_before(document: Document, source: Span, lexicons: Lexicons) -> Occasion | None:
    """The occasion that a relative clause opens from: "his speech, in which he mocked …"."""
    sentence = sentence_at(document, source.start)
    start = max(sentence.start, source.start - _WIDEST_NOUN)
    opening = next(_IN_WHICH.finditer(document.text, start, source.start), None)
    if opening is None or opening.end() != source.start:
        return None
    return occasion_noun(document.text, start, opening.start(), lexicons)


def _told_before(
    document: Document, attribution: Attribution, found: Circumstances, lexicons: Lexicons
) -> tuple[Occasion, ...]:
    """Occasions of the sentence before, when it speaks of the same person: "She met voters at a rally. She said …"."""
    source, cue = attribution.source, attribution.cue.span
    text = document.text
    if source is None or found.when is not None or PERFECT.match(text, cue.start):
        return ()
    before = previous_sentence(document, min(cue.start, source.start, *(span.start for span in attribution.content)))
    if before is None:
        return ()
    name = source.of(text).rsplit(" ", 1)[-1]
    if not PRONOUN.fullmatch(text, source.start, source.end) and (
        not name[:1].isupper() or text.find(name, before.start, before.end) < 0
    ):
        return ()
    above = document.paragraph_at(before.start) is not document.paragraph_at(cue.start)
    return tuple(
        occasion for occasion in occasions_in(document, before, lexicons) if not (above and occasion.kind in _PAPERS)
    )
