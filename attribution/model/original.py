"""The file that an article was read from, and which stretch of it each stretch of the article's text came from."""

import codecs
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from attribution.model.span import Span


@frozen
class Segment:
    """A run of an article's text and what it came from.

    Without `length`, the run stands unbroken in the file: the character at `start + k` of the text is the one at
    `origin + k` of the file, for `0 <= k < end - start`. With it, the run as a whole stands for so many characters of
    the file: "&" for "&amp;", one space for a line break and an indent. `part` names the member of a zipped file that
    `origin` counts in. Text that lies in no segment, as the break between two paragraphs, is in no file.
    """

    start: int
    end: int
    origin: int
    length: int | None = None
    part: str = ""

    @property
    def stop(self) -> int:
        """Where the run ends in the file."""
        return self.origin + (self.end - self.start if self.length is None else self.length)


@frozen
class Original:
    """The decoded text of a file, or of the member of a zipped file that `part` names: what segments count in.

    `encoding` is what its bytes were read as, and `marked` says whether a byte order mark stood before them.
    """

    text: str = field(repr=False)
    encoding: str = "utf-8"
    marked: bool = False
    part: str = ""

    def encoded(self, text: str) -> bytes:
        """Another text as bytes of the same kind; raises `UnicodeEncodeError` for what the encoding cannot write.

        >>> Original("", marked=True).encoded("é")
        b'\\xef\\xbb\\xbf\\xc3\\xa9'
        """
        mark = "\ufeff".encode(self.encoding) if self.marked else b""
        return mark + text.encode(codecs.lookup(self.encoding).name)


@frozen(order=True)
class Slice:
    """A stretch of a file, half-open, in code points of its decoded text, or of the text of its member `part`."""

    start: int
    end: int
    part: str = ""


def slices(segments: Sequence[Segment], span: Span) -> tuple[Slice, ...]:
    """The stretches of the file that a span of the text came from, in order; one where it stands there unbroken.

    A character reference or a run of white space belongs to a slice as a whole. What is in no file has no slice.

    >>> slices((Segment(0, 4, 3), Segment(4, 5, 7, length=5), Segment(5, 8, 16)), Span(2, 7))
    (Slice(start=5, end=12, part=''), Slice(start=16, end=18, part=''))
    """
    merged: list[Slice] = []
    for piece in _pieces(segments, span):
        last = merged[-1] if merged else None
        if last is not None and last.part == piece.part and last.end == piece.start:
            merged[-1] = Slice(last.start, piece.end, last.part)
        else:
            merged.append(piece)
    return tuple(merged)


def nearest(segments: Sequence[Segment], offset: int) -> Slice:
    """The empty slice of the file that is nearest to a place of the text which is in no file.

    >>> nearest((Segment(0, 4, 3), Segment(6, 8, 16)), 5)
    Slice(start=7, end=7, part='')
    """
    index = _index(segments, offset)
    if index < 0:
        first = segments[0]
        return Slice(first.origin, first.origin, first.part)
    found = segments[index]
    inside = found.length is None and offset < found.end
    place = found.origin + offset - found.start if inside else found.stop
    return Slice(place, place, found.part)


def _pieces(segments: Sequence[Segment], span: Span) -> Iterator[Slice]:
    """The slice of each segment that the span meets."""
    index = max(_index(segments, span.start), 0)
    while index < len(segments) and segments[index].start < span.end:
        found = segments[index]
        index += 1
        start, end = max(found.start, span.start), min(found.end, span.end)
        if start >= end:
            continue
        if found.length is None:
            yield Slice(found.origin + start - found.start, found.origin + end - found.start, found.part)
        else:
            yield Slice(found.origin, found.stop, found.part)


def _index(segments: Sequence[Segment], offset: int) -> int:
    """The last segment that starts at or before `offset`; -1 where none does."""
    return bisect_right(segments, offset, key=lambda segment: segment.start) - 1
