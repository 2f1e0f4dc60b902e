"""Quotations without a cue of their own: the speech goes on, in the same paragraph or in the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from attribution.extraction.contents.spoken import spoken_words
from attribution.extraction.drafts import Draft, Scene
from attribution.extraction.overlaps import inside_quotations
from attribution.model.attribution import CueClass
from attribution.model.document import Paragraph, Quotation
from attribution.model.span import Span

# Frames that stand behind or inside their quotation, and how many cues back in its sentence such a frame may stand.
_AROUND = frozenset({"trailing", "inverted", "medial"})
_FRAMES = 4


def continued(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with each quotation that nothing attributes added to the draft whose speech it goes on with."""
    found = list(drafts)
    order = sorted(range(len(found)), key=lambda index: found[index].cue.span.start)
    inside = inside_quotations(scene, found)
    spoken = [index for index in order if index not in inside and _is_speech(scene, found[index])]
    starts = [found[index].cue.span.start for index in spoken]
    attributed = {found[index].sentence for index in order if index not in inside}
    claimed = sorted((span.start, span.end) for index in order if index not in inside for span in found[index].spans)
    claims = _Claims(claimed)
    takers = {draft.content[-1].end: index for index in spoken if (draft := found[index]).content}
    last: tuple[int, int] | None = None  # the draft that took the latest quotation, and the paragraph it stands in
    for quotation in scene.document.quotations:
        paragraph = scene.document.paragraph_at(quotation.span.start)
        if paragraph is None or quotation.level:
            continue
        if claims.overlap(quotation.span):
            taker = takers.get(quotation.span.end)
            last = last if taker is None else (taker, paragraph.index)
            continue
        words = spoken_words(scene, quotation, paragraph, attributed)
        if words is None:
            continue
        position = bisect_right(starts, quotation.span.start) - 1
        owner = _speaker(scene, found, spoken, position) if position >= 0 else None
        if owner is None or found[owner].cue.span.start < paragraph.span.start:
            if not (quotation.continues or _is_all(quotation, paragraph)):
                continue
            if last is not None and last[1] >= paragraph.index - 1:
                owner = last[0]
            elif owner is None or not _is_near(scene, found[owner], paragraph):
                continue
        last = (owner, paragraph.index)
        for index in _both(found, order, owner):
            found[index] = _with_piece(found[index], words)
    return found


def _both(found: Sequence[Draft], order: Sequence[int], owner: int) -> tuple[int, ...]:
    """The draft and the one that it passes on: "“It was loud,” she [said], [according to] the Herald. “It is quiet
    now.”" goes on with both."""
    if found[owner].shape != "according":
        return (owner,)
    position = bisect_left(order, found[owner].cue.span.start, key=lambda index: found[index].cue.span.start)
    before = found[order[position - 1]] if position else None
    relayed = before is not None and any(span.covers(before.cue.span) for span in found[owner].content)
    return (owner, order[position - 1]) if relayed else (owner,)


def _speaker(scene: Scene, found: Sequence[Draft], spoken: Sequence[int], position: int) -> int:
    """Which draft a quotation goes on with: "“It was loud,” she [said], pointing out where the mill stood. “It is
    quiet now.”", "“It was loud,” [said] Lee, who says he misses it. “It is quiet now.”" """
    owner = found[spoken[position]]
    if owner.shape == "left_subject" or _is_quoted(scene, owner):
        return spoken[position]
    for index in reversed(spoken[max(0, position - _FRAMES) : position]):
        if found[index].sentence != owner.sentence:
            break
        if found[index].shape in _AROUND and _is_quoted(scene, found[index]):
            return index
    return spoken[position]


class _Claims:
    """Sorted spans that answer whether another one overlaps any of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        furthest = 0
        for start, end in spans:
            furthest = max(furthest, end)
            self._starts.append(start)
            self._ends.append(furthest)

    def overlap(self, span: Span) -> bool:
        """Whether one of the spans shares a character with `span`."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._ends[index] > span.start


def _is_speech(scene: Scene, draft: Draft) -> bool:
    if draft.source is None:
        return False
    return draft.cue.cls is CueClass.SPEECH or _is_quoted(scene, draft)


def _is_quoted(scene: Scene, draft: Draft) -> bool:
    return any(scene.text[span.start : span.start + 1] in "\"“'‘«" for span in draft.content)


def _is_all(quotation: Quotation, paragraph: Paragraph) -> bool:
    """Whether the paragraph is nothing but the quotation: the speaker of the paragraph before goes on."""
    return quotation.span.start == paragraph.span.start and quotation.span.end >= paragraph.span.end - 1


def _is_near(scene: Scene, draft: Draft, paragraph: Paragraph) -> bool:
    """Whether the cue stands in the paragraph before."""
    before = scene.document.paragraphs[paragraph.index - 2] if paragraph.index > 1 else None
    return before is not None and draft.cue.span.start >= before.span.start


def _with_piece(draft: Draft, piece: Span) -> Draft:
    content = tuple(sorted((*draft.content, piece)))
    return evolve(draft, content=content)
