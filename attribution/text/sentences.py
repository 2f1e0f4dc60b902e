"""Sentences of a paragraph: boundaries from stops, then repaired where marks and dots say otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Quotation
from attribution.model.span import Span
from attribution.text.abbreviations import Abbreviations, abbreviations
from attribution.text.boundaries import boundaries, next_word

LONGEST = 5_000
"""Characters of the longest sentence; the longest of 28,000 in campaign news has 1,100.

What has more is a table, a list or noise without a stop, and it is cut, since grammar looks back and forth within a
sentence: a megabyte of "he said that he said that" would cost a thousand times what it costs in pieces.
"""

_CLOSING_ONLY = "”»"
_CLOSING = "\"'”’»)]}"
_QUOTES = "\"'”’»"
_BEFORE = 12
_ENUMERATOR_LENGTH = 3
_GAP = re.compile(r"\s++")


def find_sentences(text: str, paragraph: Span, quotations: Sequence[Quotation], lexicons: Lexicons) -> tuple[Span, ...]:
    """The sentences of `paragraph`, in order; between them there is white space only.

    `quotations` are those of the paragraph. A closing mark belongs to the sentence that it ends, and a quotation's own
    question mark does not end the sentence around it. No sentence is longer than `LONGEST`.

    >>> from attribution.lexicons.loading import load
    >>> text = "“Really?” he asked. She was sure."
    >>> [span.of(text) for span in find_sentences(text, Span(0, len(text)), (), load())]
    ['“Really?” he asked.', 'She was sure.']
    """
    if paragraph.start == paragraph.end:
        return ()
    found = boundaries(text, paragraph.start, paragraph.end, lexicons)
    repaired = repair(text, paragraph, found, quotations, lexicons)
    starts = [paragraph.start, *(after for _, after in repaired)]
    ends = [*(before for before, _ in repaired), paragraph.end]
    return tuple(piece for start, end in zip(starts, ends, strict=True) for piece in _pieces(text, start, end))


def repair(
    text: str,
    paragraph: Span,
    found: Iterable[tuple[int, int]],
    quotations: Sequence[Quotation],
    lexicons: Lexicons,
) -> list[tuple[int, int]]:
    """The boundaries `found`, moved behind closing marks that stand alone, or left out where a sentence goes on.

    Whoever found the boundaries, our own pattern or Punkt, they are repaired alike.
    """
    known = abbreviations(lexicons)
    closing = {quotation.inner.end: quotation.span.end for quotation in quotations if quotation.closed}
    repaired: list[tuple[int, int]] = []
    sentence = paragraph.start
    for boundary in found:
        before, after = _behind_closing_marks(text, boundary, closing, paragraph.end)
        if after < paragraph.end and not _goes_on(text, sentence, before, after, known):
            repaired.append((before, after))
            sentence = after
    return repaired


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence whole, or cut at the last white spaces that leave no piece too long, or anywhere if it has none."""
    while end - start > LONGEST:
        gaps = _GAP.finditer(text, start + LONGEST // 2, start + LONGEST)
        before = max((gap.start() for gap in gaps), default=start + LONGEST)
        before = start + len(text[start:before].rstrip())
        yield Span(start, before)
        gap = _GAP.match(text, before, end)
        start = gap.end() if gap is not None else before
    yield Span(start, end)


def _behind_closing_marks(
    text: str, boundary: tuple[int, int], closing: Mapping[int, int], end: int
) -> tuple[int, int]:
    """The boundary behind a closing mark that stands alone, as in "“I won. ” He left"."""
    before, position = boundary
    while position < end and (position in closing or text[position] in _CLOSING_ONLY):
        before = position = closing.get(position, position + 1)
        while position < end and text[position].isspace():
            position += 1
    return before, position


def _goes_on(text: str, sentence: int, before: int, after: int, known: Abbreviations) -> bool:
    """Whether the sentence that began at `sentence` goes on behind the boundary."""
    first = text[after]
    if first in ".,;:…-–—":
        return True  # the dots of ". . ." are no sentences
    head = text[max(sentence, before - _BEFORE) : before]
    bare = head.rstrip(_CLOSING)
    closed = len(bare) < len(head)
    if first.islower():
        return closed or not bare.endswith(".") or bare.endswith(" .")  # “Really?” he asked
    if bare.endswith(". .") and not closed:
        return next_word(text, after) == "I" or next_word(text, after).lower() not in known.starters
    if closed and bare.endswith(("?", "!", "…", ".")) and head[-1] in _QUOTES:
        tail = known.tail.match(text, after)  # “Really?” Smith asked. “We paid.” Smith said.
        return tail is not None and (not bare.endswith(".") or bare.endswith("...") or tail.group().endswith("."))
    return before - sentence <= _ENUMERATOR_LENGTH and _is_enumerator(text[sentence:before])


def _is_enumerator(words: str) -> bool:
    """Whether this is the number or letter of an item that opens a sentence: "1. Taxes rose", "Q. Why did you?"."""
    return words.endswith(".") and (words[:-1].isdigit() or (len(words) == 2 and words[0].isupper()))
