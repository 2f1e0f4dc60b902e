"""Stretches of text around a cue: its sentence, the sentence before, and the gaps between an attribution's parts."""

import re
from collections.abc import Iterator

from attribution.model.attribution import Attribution
from attribution.model.document import Document, Paragraph
from attribution.model.span import Span

# A circumstance stands close to its cue; this keeps the cost of a hostile sentence linear.
WIDEST_GAP = 240
# "TOLEDO, March 3 (Reuters) - ", "CAIRO — ": tells where and when it was written, not when anything was said.
_DATELINE = re.compile(r"[A-ZÀ-Þ][^a-z\n]{1,40}[^\n—–]{0,30}?(?:—|–|--?)\s")


def sentence_at(document: Document, position: int) -> Span:
    """The sentence that holds `position`; its paragraph where none does, else nothing but the position.

    Takes a number of steps that grows with the logarithm of the text's length.
    """
    paragraph = document.paragraph_at(position)
    if paragraph is None:
        return Span(position, position)
    index = _index_at(paragraph, position)
    return paragraph.span if index is None else paragraph.sentences[index].span


def sentence_before(document: Document, position: int) -> Span | None:
    """The sentence before the one at `position`, within its paragraph."""
    paragraph = document.paragraph_at(position)
    index = _index_at(paragraph, position) if paragraph is not None else None
    return paragraph.sentences[index - 1].span if paragraph is not None and index else None


def previous_sentence(document: Document, position: int) -> Span | None:
    """The sentence before the one at `position`, be it the last one of the paragraph before."""
    before = sentence_before(document, position)
    if before is not None:
        return before
    paragraph = document.paragraph_at(position)
    if paragraph is None or paragraph.index < 2:
        return None
    above = document.paragraphs[paragraph.index - 2]
    return None if above.heading or not above.sentences else above.sentences[-1].span


def sentence_after(document: Document, position: int) -> Span | None:
    """The sentence after the one at `position`, within its paragraph."""
    paragraph = document.paragraph_at(position)
    index = _index_at(paragraph, position) if paragraph is not None else None
    if paragraph is None or index is None or index + 1 == len(paragraph.sentences):
        return None
    return paragraph.sentences[index + 1].span


def _index_at(paragraph: Paragraph, position: int) -> int | None:
    """Which sentence of the paragraph holds `position`."""
    sentences = paragraph.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sentences) and sentences[low].span.start <= position else None


def gaps_of(document: Document, attribution: Attribution) -> Iterator[tuple[Span, bool]]:
    """The stretches of the cue's sentence between the attribution's parts, and whether a cue stands before each."""
    cues, source = attribution.cue.spans, attribution.source
    sentence = sentence_at(document, cues[0].start)
    parts = (*cues, *attribution.content, *attribution.via, *((source,) if source is not None else ()))
    inside = sorted(part for part in parts if part.overlaps(sentence))
    if not inside:
        return
    dateline = _DATELINE.match(document.text, sentence.start, sentence.end)
    position, after_cue, first = dateline.end() if dateline else sentence.start, False, True
    for part in inside:
        # Words before a leading content are a dateline or belong to the content.
        if part.start > position and not (first and part in attribution.content):
            start = max(position, part.start - WIDEST_GAP) if first else position
            yield Span(start, min(part.start, start + WIDEST_GAP)), after_cue
        position = max(position, part.end)
        after_cue = part in cues or (after_cue and part == source)
        first = False
    if position < sentence.end:
        yield Span(position, min(sentence.end, position + WIDEST_GAP)), after_cue
