"""An attribution on its way: token positions settled, edges and overlaps not yet."""

from collections.abc import Mapping

from attrs import evolve, frozen

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.table import Entry
from attribution.model.attribution import Cue
from attribution.model.document import Document, Quotation
from attribution.model.span import Span

# Words between a subject and its verb that belong to the subject: "Polls [there] show", "voters [overall] said".
_PLACED = frozenset({"here", "there", "overall", "elsewhere"})


@frozen(eq=False)
class Draft:
    """What one cue candidate attributes, before contents are trimmed and overlaps settled.

    `sentence` is the index of the cue's sentence in the document. `open_right` says that the last piece of content was
    taken up to the end of its sentence and may reach too far.
    """

    sentence: int
    cue: Cue
    source: Span | None
    content: tuple[Span, ...]
    shape: str
    via: tuple[Span, ...] = ()
    open_right: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans."""
        return (*self.cue.spans, *self.content, *((self.source,) if self.source else ()))

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(span.end for span in self.spans)

    def with_content(self, *content: Span) -> "Draft":
        """The same draft with other content."""
        return self if content == self.content else evolve(self, content=content)


@frozen(eq=False)
class Scene:
    """What the sentence shapes look at: the document, and its quotations by where they open and close."""

    document: Document
    opening: Mapping[int, Quotation]
    closing: Mapping[int, Quotation]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text


def scene(document: Document) -> Scene:
    """The scene of a document."""
    return Scene(
        document=document,
        opening={quotation.span.start: quotation for quotation in document.quotations},
        closing={quotation.span.end: quotation for quotation in document.quotations if quotation.closed},
    )


def cue_of(cues: SentenceCues, candidate: Candidate, entry: Entry, frame: str, stop: int) -> Cue:
    """The cue of a candidate, from its first token up to token `stop`."""
    tokens = cues.phrases.tokens
    placed = candidate.start < candidate.head and tokens.words[candidate.start] in _PLACED
    return Cue(
        spans=(tokens.span(candidate.start + placed, max(stop, candidate.stop)),),
        lemma=candidate.lemma,
        cls=entry.cls,
        frame=frame,
        negated=candidate.negated,
        entry=entry.entry,
    )
