"""An analysis with the indexes that rules share, so that none of them searches it again and again."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.word_places import Wording
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document, Figure, Paragraph, Quotation, Sentence
from attribution.model.report import Analysis
from attribution.model.score import Unit, UnitKind
from attribution.model.source import AnonymityGrant, Mention, Source
from attribution.model.span import Span
from attribution.scoring.corroboration import content_words
from attribution.scoring.scoring import outermost
from attribution.scoring.wording import wording

VICINITY = 1500
"""How many characters before and after a span count as near it, however long its sentence: rules stay linear."""


@frozen(eq=False)
class Reading:
    """One analysis as rules see it: `analysis` itself, and questions about it that cost little each time."""

    analysis: Analysis
    lexicons: Lexicons

    @property
    def document(self) -> Document:
        """The article, cut up."""
        return self.analysis.document

    @property
    def text(self) -> str:
        """The article's text."""
        return self.analysis.document.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        return self.analysis.document.sentences

    @cached_property
    def audited(self) -> tuple[Attribution, ...]:
        """The outermost attributions of the audit classes: what tells a reader where information came from."""
        return outermost(self.analysis.attributions)

    @cached_property
    def claiming(self) -> tuple[Attribution, ...]:
        """The audited ones that claim something: a refusal to comment is none."""
        return tuple(item for item in self.audited if item.cue.cls is not CueClass.NONRESPONSE)

    @cached_property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are not headings; the first one is the lead."""
        return tuple(paragraph for paragraph in self.document.paragraphs if not paragraph.heading)

    @cached_property
    def unsourced(self) -> tuple[Unit, ...]:
        """The sentences that would need a source and have none, in order."""
        units = (unit for paragraph in self.analysis.scores.paragraphs for unit in paragraph.units)
        return tuple(unit for unit in units if unit.kind is not UnitKind.ATTRIBUTED)

    def mention(self, attribution: Attribution) -> Mention:
        """The source of an attribution, described."""
        return self.analysis.mentions[attribution.index]

    def source(self, attribution: Attribution) -> Source | None:
        """The source behind an attribution, if it has one."""
        wanted = self.mention(attribution).source
        return self._sources.get(wanted) if wanted is not None else None

    def spoken_by(self, source: Source) -> tuple[Attribution, ...]:
        """What a source is given as saying: its claiming attributions, in order."""
        return self._by_source.get(source.id, ())

    def children(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """The attributions that stand directly inside the content of this one."""
        return self._children.get(attribution.index, ())

    def content_words(self, attribution: Attribution) -> frozenset[str]:
        """The words that carry a claiming attribution's claim."""
        return self._content_words.get(attribution.index, frozenset())

    def neighbours(self, attribution: Attribution, reach: int) -> Sequence[Attribution]:
        """The claiming attributions up to `reach` places before and after this one, itself left out."""
        place = self._places.get(attribution.index, 0)
        return (*self.claiming[max(0, place - reach) : place], *self.claiming[place + 1 : place + 1 + reach])

    def grants_to(self, source: Source) -> tuple[AnonymityGrant, ...]:
        """The grants of anonymity to a source, in order."""
        return self._grants.get(source.id, ())

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the character at `position`, or the last one that starts before it."""
        index = bisect_right(self._sentence_starts, position) - 1
        return self.sentences[index] if index >= 0 else None

    def around(self, span: Span, sentences: int = 1) -> Span:
        """The stretch from `sentences` before the first sentence of `span` to as many after its last."""
        first, last = self.sentence_at(span.start), self.sentence_at(max(span.start, span.end - 1))
        if first is None or last is None:
            return span
        before = self.sentences[max(0, first.index - sentences)]
        after = self.sentences[min(len(self.sentences) - 1, last.index + sentences)]
        start = max(before.span.start, span.start - VICINITY)
        return Span(start, max(start, span.end, min(after.span.end, span.end + VICINITY)))

    def following(self, attribution: Attribution) -> Attribution | None:
        """The next outermost audited attribution by position."""
        place = bisect_right(self._audited_starts, attribution.cue.span.start)
        return self._audited_by_cue[place] if place < len(self._audited_by_cue) else None

    def cues_within(self, span: Span) -> Sequence[Attribution]:
        """The attributions, of every class, whose cue starts within `span`."""
        first = bisect_left(self._cue_starts, span.start)
        return self._by_cue[first : bisect_left(self._cue_starts, span.end)]

    def figures_within(self, spans: Iterable[Span]) -> tuple[Figure, ...]:
        """The figures that lie in one of `spans`, in order."""
        found: list[Figure] = []
        for span in spans:
            first = bisect_left(self._figure_starts, span.start)
            found.extend(self.document.figures[first : bisect_left(self._figure_starts, span.end)])
        return tuple(found)

    def quotations_within(self, spans: Iterable[Span]) -> tuple[Quotation, ...]:
        """The outermost quotations that start in one of `spans`, in order."""
        found: list[Quotation] = []
        for span in spans:
            first = bisect_left(self._quotation_starts, span.start)
            found.extend(self.outer_quotations[first : bisect_left(self._quotation_starts, span.end)])
        return tuple(found)

    def quoted(self, span: Span) -> bool:
        """Whether `span` lies within a quotation."""
        index = bisect_right(self._quotation_starts, span.start) - 1
        return index >= 0 and self.outer_quotations[index].span.covers(span)

    def requoted(self, span: Span) -> bool:
        """Whether `span` lies in a quotation within a quotation: the words of somebody whom a speaker quotes."""
        index = bisect_right(self._inner_starts, span.start) - 1
        return index >= 0 and self.inner_quotations[index].span.covers(span)

    def heading(self, span: Span) -> bool:
        """Whether `span` stands in a heading."""
        paragraph = self.document.paragraph_at(span.start)
        return paragraph is not None and paragraph.heading

    def own_words(self, span: Span) -> bool:
        """Whether `span` is the article's own prose: no heading, no quotation and nobody's reported words."""
        if self.quoted(span) or self.heading(span):
            return False
        speaking = (item for item in self.cues_within(self.around(span, 0)) if item.audited)
        return not any(piece.covers(span) for item in speaking for piece in item.content)

    def attributed(self, span: Span) -> bool:
        """Whether `span` touches words that an attribution, of any class, gives as somebody's, or its source."""
        index = bisect_left(self._attributed_starts, span.end) - 1
        return index >= 0 and self._attributed_ends[index] > span.start

    def pattern(self, lexicon: str, *groups: str) -> Wording:
        """What finds any phrase of a lexicon, or of some groups of it."""
        return wording(self.lexicons, lexicon, *groups)

    def phrases(self, lexicon: str, *groups: str) -> frozenset[str]:
        """The phrases of a lexicon, or of some groups of it."""
        return self.lexicons.lexicon(lexicon).phrases(*groups)

    @cached_property
    def inner_quotations(self) -> tuple[Quotation, ...]:
        """The quotations that stand within another, in order."""
        return tuple(quotation for quotation in self.document.quotations if quotation.level == 1)

    @cached_property
    def outer_quotations(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other one."""
        return tuple(quotation for quotation in self.document.quotations if quotation.level == 0)

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.analysis.sources}

    @cached_property
    def _grants(self) -> Mapping[str | None, tuple[AnonymityGrant, ...]]:
        found: dict[str | None, list[AnonymityGrant]] = {}
        for grant in self.analysis.grants:
            found.setdefault(grant.source, []).append(grant)
        return {source: tuple(grants) for source, grants in found.items()}

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Attribution, ...]]:
        found: dict[str, list[Attribution]] = {}
        for attribution in self.claiming:
            wanted = self.mention(attribution).source
            if wanted is not None:
                found.setdefault(wanted, []).append(attribution)
        return {source: tuple(spoken) for source, spoken in found.items()}

    @cached_property
    def _children(self) -> Mapping[int, tuple[Attribution, ...]]:
        found: dict[int, list[Attribution]] = {}
        for attribution in self.analysis.attributions:
            if attribution.parent is not None:
                found.setdefault(attribution.parent, []).append(attribution)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {attribution.index: place for place, attribution in enumerate(self.claiming)}

    @cached_property
    def _content_words(self) -> Mapping[int, frozenset[str]]:
        return {item.index: content_words(item, self.text, self.lexicons) for item in self.claiming}

    @cached_property
    def _attributed_spans(self) -> tuple[Span, ...]:
        found = self.analysis.attributions
        told = [span for item in found for span in (*item.content, *item.carried, *item.cue.spans)]
        return tuple(sorted([*told, *(item.source for item in found if item.source is not None)]))

    @cached_property
    def _attributed_starts(self) -> list[int]:
        return [span.start for span in self._attributed_spans]

    @cached_property
    def _attributed_ends(self) -> list[int]:
        # How far the spans up to here reach: an earlier long one may reach beyond a later short one.
        return list(accumulate((span.end for span in self._attributed_spans), max))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _by_cue(self) -> tuple[Attribution, ...]:
        return tuple(sorted(self.analysis.attributions, key=lambda item: (item.cue.span, item.index)))

    @cached_property
    def _audited_by_cue(self) -> tuple[Attribution, ...]:
        return tuple(sorted(self.audited, key=lambda item: (item.cue.span, item.index)))

    @cached_property
    def _audited_starts(self) -> list[int]:
        return [attribution.cue.span.start for attribution in self._audited_by_cue]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [attribution.cue.span.start for attribution in self._by_cue]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure.span.start for figure in self.document.figures]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.outer_quotations]

    @cached_property
    def _inner_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.inner_quotations]
