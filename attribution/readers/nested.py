"""A text that stands within another file: HTML in a string of JSON."""

from collections.abc import Iterator, Sequence

from attribution.model.original import Segment, Slice, slices
from attribution.model.span import Span


def outward(inner: Sequence[Segment], outer: Sequence[Segment]) -> Iterator[Segment]:
    """The segments of a text as they stand in the file: `inner` ones count in a string that `outer` ones lead on from.

    >>> list(outward((Segment(0, 2, 3),), (Segment(0, 4, 10), Segment(4, 5, 14, length=6))))
    [Segment(start=0, end=1, origin=13, length=None, part=''), Segment(start=1, end=2, origin=14, length=6, part='')]
    """
    for segment in inner:
        if segment.length is not None:
            found = slices(outer, Span(segment.origin, segment.stop))
            if found:
                yield _whole(segment, found)
            continue
        for run in _runs(outer, segment.origin, segment.stop):
            start = max(run.start, segment.origin)
            end = min(run.end, segment.stop)
            shift = segment.start - segment.origin
            if run.length is None:
                yield Segment(start + shift, end + shift, run.origin + start - run.start)
            else:
                yield Segment(start + shift, end + shift, run.origin, run.length)


def _whole(segment: Segment, found: Sequence[Slice]) -> Segment:
    return Segment(segment.start, segment.end, found[0].start, found[-1].end - found[0].start)


def _runs(outer: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """The segments that meet a stretch; they are in order, and looked for from the front by halving."""
    low, high = 0, len(outer)
    while low < high:
        middle = (low + high) // 2
        if outer[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    while low < len(outer) and outer[low].start < end:
        yield outer[low]
        low += 1
