"""The claims of one version: what each attribution says, and each sentence that goes on with its source's words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from attribution.comparing.paragraphs import normalized
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Figure
from attribution.model.report import Analysis, Report
from attribution.model.source import Mention, Source
from attribution.model.span import Span
from attribution.scoring.corroboration import claim_words


@frozen(eq=False)
class Side:
    """One version of the article, with what is asked of it again and again."""

    report: Report
    lexicons: Lexicons
    sources: dict[str, Source]
    claims: "tuple[Claim, ...]" = field(default=(), repr=False)

    @classmethod
    def of(cls, report: Report, lexicons: Lexicons) -> "Side":
        """The version that a report is about."""
        analysis = report.analysis
        sources = {source.id: source for source in analysis.sources}
        return cls(report, lexicons, sources, tuple(_claims(analysis, lexicons)))

    @property
    def analysis(self) -> Analysis:
        """The article read."""
        return self.report.analysis

    @property
    def text(self) -> str:
        """The article's text."""
        return self.report.analysis.document.text

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand wholly within a span."""
        figures = self.analysis.document.figures
        first = bisect_left(figures, span.start, key=lambda figure: figure.span.start)
        last = bisect_left(figures, span.end, key=lambda figure: figure.span.start)
        return tuple(figure for figure in figures[first:last] if span.covers(figure.span))

    def attribution(self, claim: "Claim") -> Attribution:
        """The attribution that makes a claim."""
        return self.analysis.attributions[claim.attribution]

    def mention(self, claim: "Claim") -> Mention:
        """The mention of the source that a claim is attributed to."""
        return self.analysis.mentions[claim.attribution]

    def source(self, claim: "Claim") -> Source | None:
        """The source behind a claim, `None` where nobody in particular is."""
        wanted = self.mention(claim).source
        return self.sources[wanted] if wanted is not None else None


@frozen(eq=False)
class Claim:
    """What an attribution says, or a sentence that it carries.

    `words` are its content words. Where it has none ("he agreed"), or where all that is told is that somebody did not
    answer, they are those of its source and its cue, each with a mark that no content word has. `exact` is equal for
    claims that nothing was done to.
    """

    attribution: int
    spans: tuple[Span, ...]
    carried: bool
    words: frozenset[str]
    exact: tuple[object, ...]

    @property
    def span(self) -> Span:
        """Its first piece."""
        return self.spans[0]


@frozen(eq=False)
class Cover:
    """Stretches of text, merged, that can be asked whether one of them holds a place."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Cover":
        """The stretches that `spans` add up to."""
        starts: list[int] = []
        ends: list[int] = []
        for span in sorted(spans):
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        return cls(tuple(starts), tuple(ends))

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` lies in one of the stretches."""
        place = bisect_right(self.starts, offset) - 1
        return place >= 0 and offset < self.ends[place]


def attributed_spans(attribution: Attribution) -> tuple[Span, ...]:
    """Everything that belongs to an attribution: who says, that it is said, and what."""
    source = (attribution.source,) if attribution.source is not None else ()
    return (*attribution.cue.spans, *attribution.content, *attribution.carried, *source)


def _claims(analysis: Analysis, lexicons: Lexicons) -> Iterator[Claim]:
    text = analysis.document.text
    labels = {source.id: source.label for source in analysis.sources}
    for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True):
        label = labels.get(mention.source or "", "")
        told = " ".join(span.of(text) for span in attribution.content)
        words = claim_words(attribution.content, text, lexicons)
        if not words or attribution.cue.cls is CueClass.NONRESPONSE:
            words = _marked(attribution, label, lexicons)
        exact = (normalized(told), attribution.cue.lemma, normalized(label), mention.relay_chain)
        yield Claim(attribution.index, attribution.content or attribution.cue.spans, False, words, exact)
        for span in attribution.carried:
            words = claim_words([span], text, lexicons)
            yield Claim(attribution.index, (span,), True, words, (normalized(span.of(text)), normalized(label)))


def label_words(label: str, lexicons: Lexicons) -> frozenset[str]:
    """The words by which a source is known, without stop words."""
    return claim_words([Span(0, len(label))], label, lexicons)


def _marked(attribution: Attribution, label: str, lexicons: Lexicons) -> frozenset[str]:
    """Words of a source and a cue for a claim without words of its own, marked apart from those of contents."""
    declines = attribution.cue.cls is CueClass.NONRESPONSE
    cue = CueClass.NONRESPONSE.value if declines else attribution.cue.lemma
    return frozenset(f"@{word}" for word in {cue, *label_words(label, lexicons)})
