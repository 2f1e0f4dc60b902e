"""Code points to lines and columns, for those who show a text: people count lines, editors count UTF-16 units."""

import re
from array import array
from bisect import bisect_left, bisect_right

from attrs import field, frozen

from attribution.model.document import Article
from attribution.model.span import Span

# What editors break lines at (the language server protocol names these three). The rarer separators that end a
# paragraph for us (U+2028, form feed …) do not start a new line in an editor's margin.
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_MARKUP = re.compile(r"[&<>*_`\[\]\\~#|{}\n\r\t]|  ")
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


@frozen(eq=False)
class FileLines:
    """Where the spans of an article stand in what a person sees who opens its file, in lines and columns.

    `text` is the file's text, or the article's own where the file is none that people read (a Word document, a line
    of JSON); `lines` are its lines.

    >>> from attribution.model.original import Original, Segment
    >>> article = Article("Rain", segments=(Segment(0, 4, 8),), originals=(Original("<p>\\n<b>  Rain</b>"),))
    >>> places = FileLines.of(article)
    >>> places.span(Span(1, 3)), places.lines.position(9)
    (Span(start=9, end=11), Position(line=2, column=6))
    """

    article: Article
    text: str
    lines: Lines

    @classmethod
    def of(cls, article: Article) -> "FileLines":
        """The places of an article."""
        text = article.original.text if article.original is not None else article.text
        return cls(article, text, Lines.of(text))

    @property
    def is_article(self) -> bool:
        """Whether the text is the article's own, without markup."""
        return self.article.original is None or not self.article.segments

    def span(self, span: Span) -> Span:
        """From the first to the last character of a span, in `text`; what is in no file has the place nearest to it."""
        if self.is_article:
            return span
        hull = self.article.hull(span)
        return Span(hull.start, hull.end)

    def unbroken(self, span: Span) -> Span | None:
        """The same for a span that stands in `text` without a tag inside it; `None` for others."""
        if self.is_article:
            return span
        found = self.article.slices(span)
        covered = len(found) == 1 and all(self.article.slices(Span(end - 1, end)) for end in (span.start + 1, span.end))
        whole = Span(found[0].start, found[0].end) if covered else None
        return whole if whole is not None and "<" not in whole.of(self.text) else None


def is_plain(text: str) -> bool:
    """Whether no markup language that articles come in reads anything but words in a text.

    >>> is_plain("police said"), is_plain("R&amp;D"), is_plain("*said*")
    (True, False, False)
    """
    return _MARKUP.search(text) is None
