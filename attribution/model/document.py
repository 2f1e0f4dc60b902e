"""An article as it was given, and the same article cut into paragraphs, sentences and tokens."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from attribution.model.original import Original, Segment, Slice, nearest, slices
from attribution.model.span import Span


class ParagraphKind(StrEnum):
    """What a paragraph is, where the file that it was read from says so."""

    PROSE = "prose"
    HEADING = "heading"
    BLOCK_QUOTATION = "block_quotation"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


@frozen
class Passage:
    """A paragraph as the markup of its file has it.

    `origin` is where, in the file, a comment may be put that is to stand right before it; `None` where none may.
    """

    span: Span
    kind: ParagraphKind = ParagraphKind.PROSE
    origin: int | None = None


@frozen
class Article:
    """One article: its text, untouched, and what is known about it.

    `name` is a path or an identifier, `file` the file that it was read from ("-" for standard input) and `format` what
    it was read as. For formats with markup, `segments` lead offsets back to the file, `originals` hold the file's
    text and `passages` say what its paragraphs are; all three are empty where the text is the file, in UTF-8.
    `credited` are the sources of information that the file's metadata name.
    """

    text: str
    name: str = ""
    publisher: str | None = None
    published: str | None = None
    segments: tuple[Segment, ...] = ()
    file: str | None = field(default=None, eq=False)
    originals: tuple[Original, ...] = ()
    passages: tuple[Passage, ...] = ()
    credited: tuple[str, ...] = ()
    format: str = "txt"

    @property
    def original(self) -> Original | None:
        """The text that a person sees who opens the file, if it is one: what lines and columns are counted in."""
        return self.originals[0] if len(self.originals) == 1 and not self.originals[0].part else None

    def slices(self, span: Span) -> tuple[Slice, ...]:
        """The stretches of the file that a span of the text came from, in order; one where it stands there unbroken.

        >>> segments = (Segment(0, 5, 3), Segment(5, 6, 8, length=5), Segment(6, 11, 13))
        >>> Article("Rain & snow", segments=segments).slices(Span(0, 7))
        (Slice(start=3, end=14, part=''),)
        """
        return slices(self.segments, span) if self.segments else (Slice(span.start, span.end),)

    def hull(self, span: Span) -> Slice:
        """The stretch of the file from the first to the last character of a span; of one part, where it has several."""
        found = self.slices(span)
        if not found:
            return nearest(self.segments, span.start)
        return Slice(found[0].start, max(piece.end for piece in found if piece.part == found[0].part), found[0].part)


@frozen(eq=False)
class Tokens:
    """The tokens of one sentence as parallel sequences, with one tag letter a token.

    `starts` and `ends` are code points into the article's text; `words` are lower case; `tags` is a string as
    long as the others (its letters are explained in `attribution.text.tags`), so that grammar is a regular
    expression over it.
    """

    starts: "array[int]"
    ends: "array[int]"
    words: tuple[str, ...]
    tags: str

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int) -> Span:
        """The stretch of text from token `first` up to, not including, token `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def first_at_or_after(self, position: int) -> int:
        """The index of the first token that starts at or after `position`; `len(self)` when there is none."""
        return bisect_left(self.starts, position)


@frozen
class Sentence:
    """One sentence. `index` counts from 0 through the document, `paragraph` is the paragraph's own index.

    `tokens` is `None` for a sentence that holds nothing worth a closer look: no cue form, quotation mark or figure.
    """

    index: int
    paragraph: int
    span: Span
    tokens: Tokens | None = field(default=None, eq=False, repr=False)


@frozen
class Paragraph:
    """A run of text between line breaks that is not blank. `index` counts from 1, as editors do.

    `heading` says that it reads as a headline or a label rather than as prose; `kind` is what its file says it is.
    """

    index: int
    span: Span
    sentences: tuple[Sentence, ...]
    heading: bool = False
    kind: ParagraphKind = ParagraphKind.PROSE


@frozen
class Quotation:
    """Words in quotation marks.

    `span` includes the marks and `inner` does not; an unclosed quotation ends with its paragraph. `level` is 0 for
    an outermost quotation and 1 for one inside it. `continues` says that it goes on from the paragraph before
    (several paragraphs of one speech, each opened anew and only the last one closed).
    """

    span: Span
    inner: Span
    closed: bool
    level: int = 0
    continues: bool = False


class FigureKind(StrEnum):
    """What a figure counts, which decides whether it needs a source."""

    STATISTIC = "statistic"
    CASUALTIES = "casualties"
    MONEY = "money"
    PERCENTAGE = "percentage"
    TERRITORY = "territory"
    POPULATION = "population"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    DURATION = "duration"
    SCORE = "score"
    ORDINAL = "ordinal"
    ADDRESS = "address"
    LEGAL = "legal"
    DISTANCE = "distance"
    PEOPLE_SPEAKING = "people_speaking"
    NAME = "name"
    PLAIN = "plain"

    @property
    def needs_source(self) -> bool:
        """Whether a reader may ask where the figure comes from."""
        return self in _CHECKABLE


_CHECKABLE = frozenset(
    {
        FigureKind.STATISTIC,
        FigureKind.CASUALTIES,
        FigureKind.MONEY,
        FigureKind.PERCENTAGE,
        FigureKind.TERRITORY,
        FigureKind.POPULATION,
    }
)


@frozen
class Figure:
    """A number in the text with its approximator and unit: "nearly 60,000", "over 40 per cent", "$1.5 billion".

    `value` is the number itself, multiplied out, or `None` where words leave it open ("dozens"); `unit` is the word or
    sign that says what is counted, lower case.
    """

    span: Span
    kind: FigureKind
    value: float | None = None
    unit: str | None = None
    approximate: bool = False


@frozen
class Document:
    """An article cut into paragraphs, with its quotations and figures, each in order of position.

    `directives` are lines that speak to this linter and not to readers: they belong to no paragraph.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...] = ()
    directives: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The article's text, untouched."""
        return self.article.text

    @property
    def words(self) -> int:
        """How many words the article has, its directives left out."""
        ignored = sum(len(span.of(self.text).split()) for span in self.directives)
        return len(self.text.split()) - ignored

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order; `sentences[i].index == i`."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def paragraph_at(self, position: int) -> Paragraph | None:
        """The paragraph that holds the character at `position`, if one does."""
        index = bisect_right(self._paragraph_ends, position)
        if index < len(self.paragraphs) and self.paragraphs[index].span.start <= position:
            return self.paragraphs[index]
        return None

    @cached_property
    def _paragraph_ends(self) -> Sequence[int]:
        return array("l", (paragraph.span.end for paragraph in self.paragraphs))
