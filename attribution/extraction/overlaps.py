"""Which of several drafts that claim the same words stay, and which lie inside another."""

from bisect import bisect_right
from collections.abc import Sequence

from attribution.extraction.drafts import Draft, Scene
from attribution.model.span import Span


def without_clashes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order of position, one for each cue."""
    kept: list[Draft] = []
    taken: set[tuple[int, int]] = set()
    last_end = -1
    for draft in sorted(drafts, key=lambda draft: (draft.cue.span.start, -draft.cue.span.end)):
        key = (draft.cue.span.start, draft.cue.span.end)
        if key in taken or draft.cue.span.start < last_end:
            continue
        taken.add(key)
        last_end = draft.cue.span.end
        kept.append(draft)
    return kept


def inside_quotations(scene: Scene, drafts: Sequence[Draft]) -> set[int]:
    """The indices of the drafts whose cue stands in quotation marks: they belong to what is quoted."""
    quotations = [quotation.span for quotation in scene.document.quotations if not quotation.level]
    starts = [span.start for span in quotations]
    return {
        index
        for index, draft in enumerate(drafts)
        if (position := bisect_right(starts, draft.cue.span.start) - 1) >= 0
        and quotations[position].covers(draft.cue.span)
    }


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the innermost other one whose content holds its cue, or `None`.

    One sweep over contents in order of their start: an open content is closed once the position has passed its end.
    """
    pieces = sorted(
        ((span.start, -span.end, index) for index, draft in enumerate(drafts) for span in draft.content),
    )
    order = sorted(range(len(drafts)), key=lambda index: drafts[index].cue.span.start)
    found: list[int | None] = [None] * len(drafts)
    opened: list[tuple[int, int]] = []
    next_piece = 0
    for index in order:
        cue = drafts[index].cue.span
        while next_piece < len(pieces) and pieces[next_piece][0] <= cue.start:
            start, negative_end, owner = pieces[next_piece]
            opened.append((-negative_end, owner))
            del start
            next_piece += 1
        while opened and opened[-1][0] < cue.end:
            opened.pop()
        for end, owner in reversed(opened):
            if (
                owner != index
                and end >= cue.end
                and not _claims(drafts[owner], cue)
                and not _hedges(drafts[owner], drafts[index])
            ):
                found[index] = owner
                break
    _without_circles(drafts, found)
    return found


def _without_circles(drafts: Sequence[Draft], parents: list[int | None]) -> None:
    """Sets free the one with the widest content of those that stand in each other, so that every chain of parents ends.

    "A: Because they needed us, I think." The answer holds what is thought, and the thought reaches left to the colon.
    """
    settled: set[int] = set()
    for start in range(len(drafts)):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = parents[at]
        if at is not None and at in path:
            walked = list(path)
            widest = max(walked[walked.index(at) :], key=lambda index: sum(map(len, drafts[index].content)))
            parents[widest] = None
        settled.update(path)


def _hedges(hedge: Draft, draft: Draft) -> bool:
    """Whether `hedge` only colours what `draft` attributes: "allegedly" in "She allegedly lied, according to the suit".

    The content of each holds the cue of the other; whoever has a source stands outside.
    """
    inner = hedge.cue.span
    return hedge.source is None and draft.source is not None and any(piece.covers(inner) for piece in draft.content)


def _claims(draft: Draft, span: Span) -> bool:
    return any(piece.overlaps(span) for piece in draft.cue.spans)
