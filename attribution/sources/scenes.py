"""Occasions told beside an attribution, in the sentence before it or by the noun that its sentence is about."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import evolve

from attribution.extraction.circumstances.circumstances import occasions_in, read_circumstances
from attribution.extraction.circumstances.occasions import occasion_noun
from attribution.extraction.circumstances.stretches import previous_sentence, sentence_at
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.circumstances import Circumstances, Occasion
from attribution.model.document import Document
from attribution.model.span import Span

PRONOUN = re.compile(r"(?:I|we|he|she|it|they|who|that)", re.IGNORECASE)
_PERSON = re.compile(r"he|she|they", re.IGNORECASE)
_RELATIVE = re.compile(r"who|that|which", re.IGNORECASE)
# "has said", "had warned", "have long argued": another occasion than the one before.
PERFECT = re.compile(r"(?:has|have|had|['’]s|['’]ve|['’]d)(?!\w)")
# "His speech, in which he mocked both rivals, went down well."
_IN_WHICH = re.compile(r"\s{0,3}[,—–-]{0,2}\s{0,3}(?:in|at|during) which\s")
_WIDEST_NOUN = 60
# "She saw no proof in the report": papers are read as often as written, so they say nothing of the next paragraph.
_PAPERS = frozenset({"statement", "essay", "journal"})


def circumstances_of(
    document: Document, attribution: Attribution, lexicons: Lexicons, reported: Sequence[Span] = ()
) -> Circumstances:
    """To whom, when and where the words of one attribution were spoken.

    Where its own sentence tells no occasion, its noun does, or the words before. What stands there within `reported`
    words, as `reported_words` gives them, is told by someone else.
    """
    found = attribution.circumstances or read_circumstances(document, attribution, lexicons)
    if found.occasions or found.audience is not None:
        return found
    told = _told_around(document, attribution, found, lexicons, reported)
    return evolve(found, occasions=told) if told else found


def reported_words(attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """Where the words of those who speak stand, merged and in order."""
    merged: list[Span] = []
    spoken = (attribution for attribution in attributions if attribution.audited)
    for span in sorted(span for attribution in spoken for span in attribution.content):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _told_around(
    document: Document, attribution: Attribution, found: Circumstances, lexicons: Lexicons, reported: Sequence[Span]
) -> tuple[Occasion, ...]:
    if attribution.source is None or attribution.cue.cls is not CueClass.SPEECH:
        return ()
    noun = _noun_before(document, attribution.source, lexicons)
    return (noun,) if noun is not None else _told_before(document, attribution, found, lexicons, reported)


def _reported(span: Span, reported: Sequence[Span]) -> bool:
    """Whether `span` stands in someone's words: "Khan said her talk on the campaign trail was cheap"."""
    place = bisect_right(reported, span.start, key=lambda each: each.start) - 1
    return place >= 0 and reported[place].end >= span.end


def _noun_before(document: Document, source: Span, lexicons: Lexicons) -> Occasion | None:
    """The occasion that a relative clause opens from: "his speech, in which he mocked …"."""
    if not document.text.endswith("which", 0, max(0, source.start - 1)):
        return None
    sentence = sentence_at(document, source.start)
    start = max(sentence.start, source.start - _WIDEST_NOUN)
    opening = next(_IN_WHICH.finditer(document.text, start, source.start), None)
    if opening is None or opening.end() != source.start:
        return None
    return occasion_noun(document.text, start, opening.start(), lexicons)


def _told_before(
    document: Document, attribution: Attribution, found: Circumstances, lexicons: Lexicons, reported: Sequence[Span]
) -> tuple[Occasion, ...]:
    """Occasions told before of the same person: "She met voters at a rally. She said …", "… after she said"."""
    source, cue = attribution.source, attribution.cue.span
    text = document.text
    if source is None or found.when is not None or PERFECT.match(text, cue.start):
        return ()
    if _RELATIVE.fullmatch(text, source.start, source.end):
        return ()  # "two pilots who asked not to be named": whom it means stands in this sentence
    start = min(cue.start, source.start, *(span.start for span in attribution.content))
    # "He was jeered at a rally after he refused to say": who joins a relative clause ("who added") opens a new one.
    personal = _PERSON.fullmatch(text, source.start, source.end) is not None
    clause = Span(sentence_at(document, start).start, start) if personal else None
    for stretch in (clause, previous_sentence(document, start)):
        if stretch is None or not _of_same_person(text, source, stretch):
            continue
        above = document.paragraph_at(stretch.start) is not document.paragraph_at(cue.start)
        told = tuple(
            occasion
            for occasion in occasions_in(document, stretch, lexicons)
            if not (above and occasion.kind in _PAPERS) and not _reported(occasion.span, reported)
        )
        if told:
            return told
    return ()


def _of_same_person(text: str, source: Span, stretch: Span) -> bool:
    """Whether a stretch before may speak of the source: a pronoun, or a name that stands there too."""
    if PRONOUN.fullmatch(text, source.start, source.end):
        return True
    name = source.of(text).rsplit(" ", 1)[-1]
    return name[:1].isupper() and text.find(name, stretch.start, stretch.end) >= 0
