"""A text as the Markdown parser wants it, and where each of its characters stands in the file."""

import re
from bisect import bisect_right

from attrs import frozen

# A line end of the file that is longer than the one that the parser knows.
_LONG_BREAK = re.compile("\r\n")
_OTHERS = str.maketrans({"\r": "\n", "\f": "\n", "\0": "\N{REPLACEMENT CHARACTER}"})


@frozen(eq=False)
class Normalized:
    """A text with line feeds alone at the ends of its lines.

    `removed` are the places in it, in order, before each of which one more character of the file was left out; the
    text begins at `opening` of the file.

    >>> text = normalized("#\\r\\nRain\\r\\nfell", 0)
    >>> text.text, text.origin(2), text.origin(7)
    ('#\\nRain\\nfell', 3, 9)
    """

    text: str
    removed: tuple[int, ...]
    opening: int

    def origin(self, offset: int) -> int:
        """Where in the file the character at `offset` stands."""
        return self.opening + offset + bisect_right(self.removed, offset - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters from `start` to `end` stand."""
        return self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)


def normalized(source: str, opening: int) -> Normalized:
    """What stands in a file from `opening` on; every character keeps its place but for the first of two line ends."""
    removed = tuple(
        found.start() - opening - number for number, found in enumerate(_LONG_BREAK.finditer(source, opening))
    )
    text = source[opening:].replace("\r\n", "\n").translate(_OTHERS)
    return Normalized(text, removed, opening)
