"""The words and marks of a stretch of text, as phrases around a cue are read word by word."""

import re
from collections.abc import Container, Iterator

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

    def opened_by(self, first_words: Container[str]) -> Iterator[int]:
        """The indices of those words that are among `first_words`, as written or in lower case."""
        for index, (written, lower) in enumerate(zip(self.written, self.lower, strict=True)):
            if lower in first_words or written in first_words:
                yield index

    def span(self, first: int, stop: int) -> Span:
        """From word `first` up to, not including, word `stop`."""
        return Span(self.spans[first][0], self.spans[stop - 1][1])


def words_of(text: str, start: int, end: int) -> Words:
    """The words and marks of `text[start:end]`; the closing full stop is no part of the last one."""
    raws: list[str] = _WORD.findall(text, start, end)
    if raws and len(raws[-1]) > 1 and raws[-1][-1] in ".!?":
        raws[-1] = raws[-1][:-1]
    spans: list[tuple[int, int]] = []
    for raw in raws:  # nothing but white space stands between them
        start = text.index(raw, start)
        spans.append((start, start + len(raw)))
        start += len(raw)
    written = [raw.replace("’", "'") for raw in raws]
    return Words(text, tuple(spans), tuple(written), tuple(map(str.lower, written)))
