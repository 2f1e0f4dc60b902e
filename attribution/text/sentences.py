"""Sentences of a paragraph: boundaries from stops, then repaired where quotation marks say otherwise."""

from collections.abc import Mapping, Sequence

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Quotation
from attribution.model.span import Span
from attribution.text.boundaries import boundaries

_CLOSING_ONLY = "”»"


def find_sentences(text: str, paragraph: Span, quotations: Sequence[Quotation], lexicons: Lexicons) -> tuple[Span, ...]:
    """The sentences of `paragraph`, in order; between them there is white space only.

    `quotations` are those of the paragraph. A closing mark belongs to the sentence that it ends, and a quotation's own
    question mark does not end the sentence around it.

    >>> from attribution.lexicons.loading import load
    >>> text = "“Really?” he asked. She was sure."
    >>> [span.of(text) for span in find_sentences(text, Span(0, len(text)), (), load())]
    ['“Really?” he asked.', 'She was sure.']
    """
    found = boundaries(text, paragraph.start, paragraph.end, lexicons)
    return _between(text, paragraph, repair(text, list(found), quotations, paragraph.end))


def repair(
    text: str, found: Sequence[tuple[int, int]], quotations: Sequence[Quotation], end: int
) -> list[tuple[int, int]]:
    """The boundaries `found`, moved behind closing marks that stand alone, or left out where a sentence goes on."""
    closing = {quotation.inner.end: quotation.span.end for quotation in quotations if quotation.closed}
    repaired: list[tuple[int, int]] = []
    for before, after in found:
        moved = _behind_closing_marks(text, before, after, closing, end)
        if moved is not None:
            repaired.append(moved)
    return repaired


def _behind_closing_marks(
    text: str, before: int, after: int, closing: Mapping[int, int], end: int
) -> tuple[int, int] | None:
    """The boundary behind a lone closing mark, as in "I won. ” He left"; `None` when the sentence then goes on."""
    position = after
    while position < end and (position in closing or text[position] in _CLOSING_ONLY):
        before = position = closing.get(position, position + 1)
        while position < end and text[position].isspace():
            position += 1
    if position == after:
        return before, after
    if position >= end or text[position].islower() or text[position] in ",;:-–—":
        return None
    return before, position


def _between(text: str, paragraph: Span, found: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    if paragraph.start == paragraph.end:
        return ()
    starts = [paragraph.start, *(after for _, after in found)]
    ends = [*(before for before, _ in found), paragraph.end]
    return tuple(Span(start, stop) for start, stop in zip(starts, ends, strict=True))
