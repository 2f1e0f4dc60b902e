"""The text of an article put together from stretches of a file, with the segments that lead every offset back.

Readers of formats with markup say what each stretch is, in order of the text; white space comes out as a browser shows
it, and paragraphs stand a blank line apart.
"""

import re

from attrs import define, field

from attribution.errors import ReadError
from attribution.model.document import Article, ParagraphKind, Passage
from attribution.model.original import Original, Segment
from attribution.model.span import Span

# White space that markup languages take for one space, unless it is one; and soft hyphens, which nobody sees.
_UNLIKE = re.compile("[ \t\n\f\r]{2,}|[\t\n\f\r]|\xad")
BETWEEN = "\n\n"
"""What stands between two paragraphs."""
# Cut out with its line break, a directive leaves the text that there would be without it.
_BEHIND_A_LINE = "\n"


@define(eq=False)
class Composer:
    """An article's text in the making.

    >>> source = "<p>Rain &amp;\\n  snow <b>fell</b></p>"
    >>> composer = Composer(Original(source))
    >>> composer.paragraph(origin=0)
    >>> composer.write(3, 8); composer.put("&", 8, 13); composer.write(13, 21); composer.write(24, 28)
    >>> article = composer.article("rain.html", format="html")
    >>> article.text, article.slices(Span(7, 16))
    ('Rain & snow fell', (Slice(start=16, end=21, part=''), Slice(start=24, end=28, part='')))
    """

    original: Original
    _others: list[Original] = field(factory=list)
    _pieces: list[str] = field(factory=list)
    _length: int = 0
    _segments: list[Segment] = field(factory=list)
    _passages: list[Passage] = field(factory=list)
    # Where the open paragraph starts in the text; `None` while nothing of it has been written.
    _start: int | None = None
    _kind: ParagraphKind = ParagraphKind.PROSE
    _origin: int | None = None
    # White space that counts once something follows it in the same paragraph: where it stands in the file.
    _space: tuple[int, int] | None = None
    # Whether a line of its own was the last thing that was written.
    _lined: bool = False

    def paragraph(self, kind: ParagraphKind = ParagraphKind.PROSE, origin: int | None = None) -> None:
        """Ends the paragraph that is open; what is written next begins one of this kind.

        `origin` is where in the file a comment may stand right before it, `None` where none may.
        """
        self.end()
        self._kind, self._origin = kind, origin

    def end(self) -> None:
        """Ends the paragraph that is open, if one is."""
        if self._start is not None:
            self._passages.append(Passage(Span(self._start, self._length), self._kind, self._origin))
        self._start = self._space = None

    @property
    def begun(self) -> bool:
        """Whether something of the open paragraph has been written."""
        return self._start is not None

    @property
    def written(self) -> bool:
        """Whether anything has been written."""
        return self._length > 0

    def turn_to(self, original: Original) -> None:
        """Goes on with another member of a zipped file."""
        self.end()
        self._others.append(self.original)
        self.original = original

    def write(self, start: int, end: int) -> None:
        """Adds the file's characters from `start` to `end`: any white space as one space, none where a paragraph begins
        or ends, and soft hyphens not at all."""
        position = start
        for found in _UNLIKE.finditer(self.original.text, start, end):
            self._run(position, found.start())
            if found[0] != "\xad":
                self._blank(*found.span())
            position = found.end()
        self._run(position, end)

    def keep(self, start: int, end: int) -> None:
        """Adds the file's characters just as they are, white space and all."""
        self._add(self.original.text[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Adds `text` for the file's characters from `start` to `end`, which mean it: a character reference."""
        if text and text.strip(" \t\n\f\r") == "":
            self._blank(start, end)
        elif text and text != "\xad":
            self._add(text, start, end, whole=True)

    def space(self, start: int, end: int) -> None:
        """Adds a space for what stands from `start` to `end` in the file: a line break in markup."""
        self._blank(start, end)

    def line(self, text: str, start: int, end: int) -> None:
        """Adds a line of its own that is no paragraph: a directive to this linter."""
        self.end()
        self._open()
        self._append(text, start, end, whole=True)
        self._lined = True

    def article(self, name: str, *, format: str, publisher: str | None = None, published: str | None = None) -> Article:
        """The article; raises `ReadError` when nothing but white space was written."""
        self.end()
        if not self._passages:
            raise ReadError(name, "holds no text")
        return Article(
            text="".join(self._pieces),
            name=name,
            publisher=publisher,
            published=published,
            segments=tuple(self._segments),
            file=name,
            originals=(*self._others, self.original),
            passages=tuple(self._passages),
            format=format,
        )

    def _run(self, start: int, end: int) -> None:
        """Adds what holds no white space but single spaces; the one before it and the one behind it may not count."""
        text = self.original.text
        if start < end and text[start] == " ":
            self._blank(start, start + 1)
            start += 1
        stop = end - 1 if start < end and text[end - 1] == " " else end
        self._add(text[start:stop], start, stop)
        if stop < end:
            self._blank(stop, end)

    def _add(self, text: str, start: int, end: int, *, whole: bool = False) -> None:
        if not text:
            return
        if self._start is None:
            self._space = None
            self._open()
            self._start = self._length
        elif self._space is not None:
            space, self._space = self._space, None
            self._append(" ", *space, whole=self.original.text[slice(*space)] != " ")
        self._append(text, start, end, whole=whole)

    def _open(self) -> None:
        if self._length:
            between = _BEHIND_A_LINE if self._lined else BETWEEN
            self._pieces.append(between)
            self._length += len(between)
        self._lined = False

    def _blank(self, start: int, end: int) -> None:
        if self._space is None and self._start is not None:
            self._space = (start, end)

    def _append(self, text: str, start: int, end: int, *, whole: bool) -> None:
        begin = self._length
        self._pieces.append(text)
        self._length += len(text)
        part = self.original.part
        last = self._segments[-1] if self._segments else None
        if (
            not whole
            and last is not None
            and last.length is None
            and (last.end, last.stop, last.part) == (begin, start, part)
        ):
            self._segments[-1] = Segment(last.start, self._length, last.origin, None, part)
        else:
            self._segments.append(Segment(begin, self._length, start, end - start if whole else None, part))
