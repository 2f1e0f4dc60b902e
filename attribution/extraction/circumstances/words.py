"""The words and marks of a stretch of text, as phrases around a cue are read word by word."""

import re

from attrs import frozen

from attribution.model.span import Span

_WORD = re.compile(r"[^\s,;:()\[\]“”\"—–]{1,60}|[,;:()\[\]“”\"—–]")


@frozen(eq=False)
class Words:
    """The words and marks of a stretch of text: where each stands, as written and in lower case."""

    text: str
    spans: tuple[tuple[int, int], ...]
    written: tuple[str, ...]
    lower: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, first: int, stop: int) -> Span:
        """From word `first` up to, not including, word `stop`."""
        return Span(self.spans[first][0], self.spans[stop - 1][1])


def words_of(text: str, start: int, end: int) -> Words:
    """The words and marks of `text[start:end]`; the closing full stop is no part of the last one."""
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    if spans:
        first, stop = spans[-1]
        if text[stop - 1] in ".!?" and stop - first > 1:
            spans[-1] = (first, stop - 1)
    written = [text[first:stop].replace("’", "'") for first, stop in spans]
    return Words(text, tuple(spans), tuple(written), tuple(map(str.lower, written)))
