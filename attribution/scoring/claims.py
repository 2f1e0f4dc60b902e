"""Which sentences without a source would need one, and what in them says so (policy section 5.4)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document, Figure, FigureKind, Quotation, Sentence
from attribution.model.score import UnitKind
from attribution.model.source import AnonymityGrant
from attribution.model.span import Evidence, Span
from attribution.scoring.background import deck_paragraphs, excluded, no_statement, settled
from attribution.scoring.common_record import of_common_record
from attribution.scoring.wording import stop_words, wording

QUOTED_WORDS = 4
"""A quotation of fewer words is a term or a title more often than speech."""

STATISTIC, HARM, ALLEGATION = "claims.statistic", "claims.harm", "claims.allegation"
QUOTATION, SUPERLATIVE, FORECAST = "claims.quotation", "claims.superlative", "claims.forecast"


@frozen
class ClaimOptions:
    """What a policy decides about unattributed sentences.

    `background` is "exclude" or "soft"; `settled_facts` are phrases whose sentences never need a source; a count below
    `min_value` is no statistic.
    """

    background: str = "exclude"
    settled_facts: tuple[str, ...] = ()
    min_value: float = 10.0

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> "ClaimOptions":
        """The options as a policy file states them."""
        return cls(
            background=options.get("background", "exclude"),
            settled_facts=tuple(options.get("settled_facts", ())),
            min_value=float(options.get("min_value", 10.0)),
        )


@frozen
class Claim:
    """A sentence that would need a source and has none: `HARD` with its evidence, or `SOFT`."""

    sentence: Sentence
    kind: UnitKind
    evidence: tuple[Evidence, ...] = ()


def unattributed(
    document: Document,
    attributions: Sequence[Attribution],
    lexicons: Lexicons,
    options: ClaimOptions,
    grants: Sequence[AnonymityGrant] = (),
) -> tuple[Claim, ...]:
    """The sentences that no audited attribution reaches and a reader may ask the source of, in order.

    Headings, background, the reporter's own observation, procedure and grants of anonymity are left out.
    """
    sentences = document.sentences
    spans = [span for attribution in attributions if attribution.audited for span in _spans(attribution)]
    covered = _covered(sentences, [*spans, *(grant.span for grant in grants)])
    reported = _Cover(span for attribution in attributions for span in (*attribution.content, *attribution.carried))
    headings = {paragraph.index for paragraph in document.paragraphs if paragraph.heading}
    headings |= deck_paragraphs(document)
    speakers = _Cover(item.source for item in attributions if item.source is not None and item.cue.cls in _VOICED)
    finder = _Finder(document, lexicons, options, reported, speakers)
    told = _with_speakers(sentences, attributions)
    claims: list[Claim] = []
    for sentence in sentences:
        if sentence.index not in covered and sentence.paragraph not in headings:
            claim = finder.claim(sentence)
            if claim is not None and not (claim.kind is UnitKind.SOFT and finder.of_speaker(sentence, told)):
                claims.append(claim)
    return tuple(claims)


def _with_speakers(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> frozenset[int]:
    """The indices of the sentences in which someone speaks."""
    starts = [sentence.span.start for sentence in sentences]
    speaking = (item for item in attributions if item.cue.cls is CueClass.SPEECH and item.source is not None)
    return frozenset(bisect_right(starts, item.cue.span.start) - 1 for item in speaking if item.depth == 0)


def _spans(attribution: Attribution) -> Iterator[Span]:
    yield from (*attribution.cue.spans, *attribution.content, *attribution.carried)
    if attribution.source is not None:
        yield attribution.source


def _covered(sentences: Sequence[Sentence], spans: Iterable[Span]) -> set[int]:
    """The indices of the sentences that one of `spans` touches."""
    starts = [sentence.span.start for sentence in sentences]
    found: set[int] = set()
    for span in spans:
        index = max(0, bisect_left(starts, span.start + 1) - 1)
        while index < len(sentences) and starts[index] < span.end:
            if sentences[index].span.overlaps(span):
                found.add(index)
            index += 1
    return found


class _Cover:
    """Stretches of text, merged, that can be asked whether they hold a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and self._ends[index] > span.start


class _Finder:
    """Looks one sentence at a time for what would need a source."""

    def __init__(
        self, document: Document, lexicons: Lexicons, options: ClaimOptions, reported: _Cover, speakers: _Cover
    ) -> None:
        self._text = document.text
        self._paragraphs = document.paragraphs
        self._sentences = document.sentences
        self._figures = document.figures
        self._figure_starts = [figure.span.start for figure in document.figures]
        self._quotations = [quotation for quotation in document.quotations if quotation.level == 0]
        self._quotation_starts = [quotation.span.start for quotation in self._quotations]
        self._lexicons = lexicons
        self._options = options
        self._reported = reported
        self._speakers = speakers

    def claim(self, sentence: Sentence) -> Claim | None:
        words = sentence.span.of(self._text)
        if settled(words, self._options.settled_facts) or no_statement(self._text, sentence.span, self._lexicons):
            return None
        evidence = tuple(sorted(self._hard(sentence, words), key=lambda item: item.span or sentence.span))
        if evidence:
            return Claim(sentence, UnitKind.HARD, evidence)
        keep = self._options.background == "soft" or self._reported.touches(sentence.span)
        if excluded(self._text, sentence.span, self._lexicons, keep_background=keep):
            return None
        return Claim(sentence, UnitKind.SOFT)

    def of_speaker(self, sentence: Sentence, told: frozenset[int]) -> bool:
        """Whether a sentence tells of the person who has just spoken: "She sold her vineyard", right behind her words.

        Such a sentence goes on with the same source, who knows it best (policy section 5.4).
        """
        before = sentence.index - 1
        if before not in told or self._sentences[before].paragraph != sentence.paragraph:
            return False
        return _SPEAKER.match(self._text, sentence.span.start, sentence.span.end) is not None

    def _hard(self, sentence: Sentence, words: str) -> Iterator[Evidence]:
        yield from self._numbers(sentence)
        yield from self._quoted(sentence)
        start, end = sentence.span.start, sentence.span.end
        for code, lexicon, groups in _HARD_WORDING:
            for match in wording(self._lexicons, lexicon, *groups).finditer(self._text, start, end):
                span = Span(*match.span())
                if not self._reported.touches(span):
                    yield Evidence(code, span)
        wrong = wording(self._lexicons, "allegations", "wrongdoing").search(self._text, start, end)
        if (
            wrong
            and _names_someone(words, stop_words(self._lexicons))
            and not wording(self._lexicons, "allegations", "process").search(self._text, start, end)
        ):
            span = Span(*wrong.span())
            if not self._reported.touches(span):
                yield Evidence(ALLEGATION, span)

    def _numbers(self, sentence: Sentence) -> Iterator[Evidence]:
        start, end = sentence.span.start, sentence.span.end
        outcomes = wording(self._lexicons, "harm", "outcomes")
        market_move = wording(self._lexicons, "claim_markers", "market-move")
        index = bisect_left(self._figure_starts, sentence.span.start)
        for figure in self._figures[index : bisect_left(self._figure_starts, sentence.span.end)]:
            if not figure.kind.needs_source or self._reported.touches(figure.span) or self._quoted_words(figure.span):
                continue
            if figure.kind in _QUOTED_ON_MARKETS and market_move.search(self._text, start, end):
                continue
            if self._counts_voices(figure):
                continue
            if self._large(figure):
                if not of_common_record(figure, self._text, sentence.span, self._above(sentence), self._lexicons):
                    yield Evidence(STATISTIC, figure.span, figure.kind.value)
            elif figure.kind is FigureKind.CASUALTIES and outcomes.search(self._text, start, end):
                yield Evidence(HARM, figure.span, "below the least value of a statistic")

    def _above(self, sentence: Sentence) -> int:
        """Where the paragraph before the one above a sentence begins, `_LOOK_BACK` characters before it at most.

        Paragraphs that are full of shares are passed over: the poll they tell of stands before them.
        """
        above = max(0, sentence.paragraph - 2)
        while above and sentence.paragraph - above < _MOST_ABOVE and self._shares(self._paragraphs[above].span):
            above -= 1
        return max(self._paragraphs[above].span.start, sentence.span.start - _LOOK_BACK)

    def _shares(self, span: Span) -> bool:
        index = bisect_left(self._figure_starts, span.start)
        figures = self._figures[index : bisect_left(self._figure_starts, span.end)]
        return any(figure.kind is FigureKind.PERCENTAGE for figure in figures)

    def _counts_voices(self, figure: Figure) -> bool:
        """Whether a count is of those who speak up: "nearly 140 deputies condemned the raids". A share is a finding."""
        counted = figure.kind in (FigureKind.STATISTIC, FigureKind.POPULATION)
        few = figure.value is not None and figure.value < _MANY_VOICES
        return counted and few and self._speakers.touches(figure.span)

    def _large(self, figure: Figure) -> bool:
        """Whether the figure is large enough to be a statistic. "Dozens held signs" tells what everyone could see."""
        if figure.kind in (FigureKind.PERCENTAGE, FigureKind.MONEY, FigureKind.TERRITORY):
            return True
        if figure.value is None:
            return figure.kind is FigureKind.CASUALTIES or figure.unit in _CURRENCIES
        return figure.value >= self._options.min_value

    def _quoted_words(self, span: Span) -> bool:
        """Whether `span` stands in quotation marks: then the words, not the figure, want a speaker."""
        index = bisect_left(self._quotation_starts, span.start + 1) - 1
        return index >= 0 and self._quotations[index].span.covers(span)

    def _quoted(self, sentence: Sentence) -> Iterator[Evidence]:
        index = bisect_left(self._quotation_starts, sentence.span.start)
        for quotation in self._quotations[index : bisect_left(self._quotation_starts, sentence.span.end)]:
            if self._speech(quotation) and not self._reported.touches(quotation.inner):
                yield Evidence(QUOTATION, quotation.span)

    def _speech(self, quotation: Quotation) -> bool:
        """Whether it reads as a sentence: four words or more, not all of them capitalised as in a title."""
        words = quotation.inner.of(self._text).split()
        return len(words) >= QUOTED_WORDS and sum(word[0].islower() for word in words) * 2 > len(words)


_LOOK_BACK = 1500
_MOST_ABOVE = 6
"""How many paragraphs a poll is told in at most."""

_VOICED = frozenset({CueClass.SPEECH, CueClass.ATTITUDE})
_CURRENCIES = frozenset({"dollars", "euros", "pounds"})
_MANY_VOICES = 1000
"""Nobody can count more voices than these by listening: "40,000 islanders backed the plan" is a statistic."""

_QUOTED_ON_MARKETS = (FigureKind.PERCENTAGE, FigureKind.MONEY, FigureKind.STATISTIC)
"""Prices and their changes, which everyone can look up."""

# A pronoun opens the sentence; a plural one may stand for others than those who spoke.
_SPEAKER = re.compile(r"[\"“'(]{0,2}(?:But |And |Yet |Still, )?(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)(?!\w)")

_HARD_WORDING = (
    (HARM, "harm", ("losses", "people-harmed")),
    (SUPERLATIVE, "claim_markers", ("superlative",)),
    (FORECAST, "claim_markers", ("forecast",)),
)


def _names_someone(words: str, stop: frozenset[str]) -> bool:
    """Whether a capitalised word other than an opener stands in the sentence: it is about someone in particular."""
    return any(match.group().lower() not in stop for match in _CAPITALISED.finditer(words))


_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z]\w{1,40}")
