"""Quotations that open inside a sentence and run on over its end: "He called it “a mistake. It cost us years.”"."""

from bisect import bisect_left
from collections.abc import Sequence

from attribution.extraction.drafts import Draft, Scene
from attribution.model.span import Span


def running_on(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a content that ends inside a quotation is taken on to where the quotation ends."""
    quotations = [quotation.span for quotation in scene.document.quotations if not quotation.level]
    starts = [span.start for span in quotations]
    return [_taken_on(draft, quotations, starts) if draft.content else draft for draft in drafts]


def _taken_on(draft: Draft, quotations: Sequence[Span], starts: Sequence[int]) -> Draft:
    *before, last = draft.content
    position = bisect_left(starts, last.end) - 1
    if position < 0:
        return draft
    quotation = quotations[position]
    inside = last.start <= quotation.start and last.end < quotation.end
    if not inside or quotation.start < draft.cue.span.end:
        return draft  # a cue inside the quotation has its content there
    return draft.with_content(*before, Span(last.start, quotation.end))
