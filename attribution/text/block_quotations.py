"""Paragraphs that their file sets apart as somebody else's words: quotations without marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from attribution.model.document import ParagraphKind, Quotation
from attribution.text.paragraphs import Block


def with_blocks(quotations: tuple[Quotation, ...], blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The quotations of an article with its block quotations, in order of position.

    A block quotation is all of its paragraph, and marks inside it are one level deeper; one that opens with a mark is
    quoted by its marks. The second of two in a row goes on with the first one's words.
    """
    if all(block.kind is not ParagraphKind.BLOCK_QUOTATION for block in blocks):
        return quotations
    return tuple(_merged(quotations, blocks))


def _merged(quotations: Sequence[Quotation], blocks: Sequence[Block]) -> Iterator[Quotation]:
    starts = [quotation.span.start for quotation in quotations]
    before: Block | None = None
    for block in blocks:
        first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        inside = quotations[first:last]
        opens = bool(inside) and inside[0].span.start == block.span.start
        whole = block.kind is ParagraphKind.BLOCK_QUOTATION and not opens
        if whole:
            goes_on = before is not None and before.kind is ParagraphKind.BLOCK_QUOTATION
            yield Quotation(block.span, block.span, closed=True, continues=goes_on)
        for quotation in inside:
            yield evolve(quotation, level=quotation.level + 1) if whole else quotation
        before = block
