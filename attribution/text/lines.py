"""Code points to lines and columns, for those who show a text: people count lines, editors count UTF-16 units."""

import re
from array import array
from bisect import bisect_left, bisect_right

from attrs import field, frozen

# What editors break lines at (the language server protocol names these three). The rarer separators that end a
# paragraph for us (U+2028, form feed …) do not start a new line in an editor's margin.
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@frozen
class Position:
    """A place in a text: `line` and `column` count from 1, `column` in code points."""

    line: int
    column: int


@frozen(eq=False)
class Lines:
    """The lines of one text, found once; each question is then a binary search.

    >>> lines = Lines.of("one\\ntwo 🙂 three")
    >>> lines.position(10)
    Position(line=2, column=7)
    >>> lines.utf16_column(10)
    7
    """

    length: int
    starts: "array[int]" = field(repr=False)
    ends: "array[int]" = field(repr=False)
    astral: "array[int]" = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Lines":
        """The lines of `text`; an empty text has one empty line."""
        starts, ends = array("l", [0]), array("l")
        for match in _LINE_BREAK.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(text))
        astral = array("l", (match.start() for match in _ASTRAL.finditer(text)))
        return cls(len(text), starts, ends, astral)

    def __len__(self) -> int:
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """Line and column of the code point at `offset`; an offset past the end counts as the end."""
        line = self._line(offset)
        return Position(line + 1, self._within(offset) - self.starts[line] + 1)

    def utf16_column(self, offset: int) -> int:
        """How many UTF-16 units stand before `offset` in its line, from 0, as the language server protocol counts."""
        place, start = self._within(offset), self.starts[self._line(offset)]
        doubled = bisect_left(self.astral, place) - bisect_left(self.astral, start)
        return place - start + doubled

    def offset(self, line: int, column: int) -> int:
        """The code point at `line` and `column`, both from 1; a place outside the text counts as the nearest inside."""
        index = min(max(line, 1), len(self.starts)) - 1
        return min(self.starts[index] + max(column, 1) - 1, self.ends[index])

    def line_span(self, line: int) -> tuple[int, int]:
        """Where `line`, from 1, starts and ends, without its line break."""
        index = min(max(line, 1), len(self.starts)) - 1
        return self.starts[index], self.ends[index]

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, self._within(offset)) - 1

    def _within(self, offset: int) -> int:
        return min(max(offset, 0), self.length)
