"""The seed article as a careful editor reads it, built by hand, so that scores and rules are tested on their own."""

import re
from functools import cache
from pathlib import Path

from attrs import frozen

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.model.attribution import Attribution, Cue, CueClass, Stance
from attribution.model.document import Article, Document, Figure, FigureKind, Paragraph, Quotation, Sentence
from attribution.model.report import Analysis
from attribution.model.source import (
    AnonymityGrant,
    AnonymityTerms,
    Confidence,
    Detail,
    Mention,
    Proximity,
    Source,
    SourceStatus,
    Tally,
)
from attribution.model.span import Span
from attribution.scoring.scoring import score

PATH = Path(__file__).parents[2] / "seeds" / "000_6d68238167d8b4ad.txt"
TEXT = PATH.read_text(encoding="utf-8")

_FIGURES = (
    ("over 40 per cent", FigureKind.PERCENTAGE, 40.0),
    ("nearly 60,000", FigureKind.STATISTIC, 60000.0),
    ("approximately 12,000", FigureKind.STATISTIC, 12000.0),
    ("over 3,000", FigureKind.CASUALTIES, 3000.0),
)


@frozen
class Row:
    """One attribution in the words of the text: where its sentence starts, source, cue, content, and what is known."""

    opening: str
    source: str
    cue: tuple[str, ...]
    lemma: str
    content: str
    id: str
    status: SourceStatus
    proximity: Proximity
    relay: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    number: Tally | None = None
    terms: AnonymityTerms = AnonymityTerms.UNSTATED
    stance: Stance = Stance.ASSERTED


_GRANTED = AnonymityTerms.ANONYMITY_GRANTED
_BLOOMBERG, _REUTERS = ("Bloomberg",), ("Reuters",)
_ONE, _TWO = Tally(1, 1), Tally(2, 2)

ROWS = (
    Row(
        "U.S. officials told",
        "U.S. officials",
        ("told",),
        "tell",
        "that they believe…by Russian forces",
        "S1",
        SourceStatus.COLLECTIVE,
        Proximity.SECOND_HAND,
        _BLOOMBERG,
        (Detail.NATIONALITY, Detail.DATE_DAY),
        None,
        stance=Stance.BELIEF_MODAL,
    ),
    Row(
        "Speaking on",
        "two U.S. officials",
        ("told",),
        "tell",
        "that it was their hope…suffering high casualties",
        "S1",
        SourceStatus.ROLE_UNNAMED,
        Proximity.SECOND_HAND,
        _BLOOMBERG,
        (Detail.NATIONALITY, Detail.EXACT_COUNT),
        _TWO,
        _GRANTED,
        Stance.BELIEF,
    ),
    Row(
        "Reuters reported",
        "a source in Ukraine's General Staff",
        ("reported", "citing"),
        "report",
        "that Ukraine has lost…the counterattacks",
        "S2",
        SourceStatus.ROLE_UNNAMED,
        Proximity.SECOND_HAND,
        _REUTERS,
        (Detail.NATIONALITY, Detail.UNIT, Detail.DATE_DAY),
        _ONE,
    ),
    Row(
        "Despite territorial",
        "one U.S. official",
        ("told",),
        "tell",
        "that Ukraine has managed…missiles into Russia",
        "S1",
        SourceStatus.ROLE_UNNAMED,
        Proximity.SECOND_HAND,
        _BLOOMBERG,
        (Detail.NATIONALITY,),
        _ONE,
        _GRANTED,
    ),
    Row(
        "Another official",
        "Another official",
        ("told",),
        "tell",
        "they believed the intention…conduct the incursion",
        "S1",
        SourceStatus.ROLE_UNNAMED,
        Proximity.SECOND_HAND,
        _BLOOMBERG,
        (Detail.NATIONALITY,),
        _ONE,
        _GRANTED,
        Stance.BELIEF,
    ),
    Row(
        "Zelensky said in September",
        "Zelensky",
        ("said",),
        "say",
        "that Ukraine is planning…the negotiating table",
        "S3",
        SourceStatus.NAMED_ROLE,
        Proximity.UNSTATED,
        terms=AnonymityTerms.ON_RECORD,
    ),
    Row(
        "Zelensky said on Dec. 23",
        "Zelensky",
        ("said",),
        "say",
        "that over 3,000…thus far",
        "S3",
        SourceStatus.NAMED_ROLE,
        Proximity.UNSTATED,
        details=(Detail.DATE_DAY,),
        terms=AnonymityTerms.ON_RECORD,
    ),
    Row(
        "Ukrainian officials have",
        "Ukrainian officials",
        ("have previously said",),
        "say",
        "that they intend…Donald Trump",
        "S4",
        SourceStatus.COLLECTIVE,
        Proximity.UNSTATED,
        details=(Detail.NATIONALITY,),
    ),
    Row(
        "Trump has pledged",
        "Trump",
        ("has pledged",),
        "pledge",
        "to get the U.S.…quick peace deal",
        "S5",
        SourceStatus.NAMED_ROLE,
        Proximity.UNSTATED,
        terms=AnonymityTerms.ON_RECORD,
    ),
    Row(
        "Ukrainian officials urging",
        "Ukrainian officials",
        ("urging",),
        "urge",
        "the incoming president…with negotiations",
        "S4",
        SourceStatus.COLLECTIVE,
        Proximity.UNSTATED,
        details=(Detail.NATIONALITY,),
    ),
)


@cache
def seed_analysis() -> Analysis:
    """The whole article, scored under the default policy."""
    document = seed_document()
    attributions = tuple(_attribution(index, row) for index, row in enumerate(ROWS))
    mentions = tuple(_mention(index, row) for index, row in enumerate(ROWS))
    sources = _sources(mentions)
    grants = (AnonymityGrant(_find("Speaking on the condition of anonymity"), _GRANTED, source="S1"),)
    scores = score(document, attributions, mentions, sources, grants, load(), Config())
    return Analysis(document, attributions, mentions, sources, grants, scores)


def seed_document() -> Document:
    """Its ten paragraphs, sentences (only abbreviations hold a full stop within one), quotations and figures."""
    paragraphs: list[Paragraph] = []
    count = start = 0
    for number, line in enumerate(TEXT.split("\n"), start=1):
        ends = [match.end() for match in re.finditer(r"(?<!U\.S)(?<!Dec)(?<!Nov)\.(?= |$)", line)]
        sentences = []
        for first, last in zip([0, *(end + 1 for end in ends)], ends, strict=False):
            sentences.append(Sentence(count, number, Span(start + first, start + last)))
            count += 1
        paragraphs.append(Paragraph(number, Span(start, start + len(line)), tuple(sentences)))
        start += len(line) + 1
    marks = [match.span() for match in re.finditer(r'"[^"]+"', TEXT)]
    quotations = tuple(Quotation(Span(first, last), Span(first + 1, last - 1), closed=True) for first, last in marks)
    figures = tuple(Figure(_find(words), kind, value, approximate=True) for words, kind, value in _FIGURES)
    return Document(Article(TEXT), tuple(paragraphs), quotations, figures)


def _attribution(index: int, row: Row) -> Attribution:
    start = TEXT.index(row.opening)
    source = _find(row.source, start)
    cues = tuple(_find(words, start) for words in row.cue)
    first, last = row.content.split("…")
    content = Span(_find(first, start).start, _find(last, start).end)
    addressee = _find(row.relay[0], start) if row.lemma == "tell" else None
    cue = Cue(cues, row.lemma, CueClass.SPEECH, "that")
    return Attribution(index, cue, source, (content,), "hand", addressee=addressee, stance=row.stance)


def _mention(index: int, row: Row) -> Mention:
    span = _find(row.source, TEXT.index(row.opening))
    word = "source" if "source" in row.source else row.source.split()[-1]
    head = _find(word, span.start)
    return Mention(
        index, span, head, row.status, row.proximity, row.details, row.number, row.relay, row.terms, source=row.id
    )


def _sources(mentions: tuple[Mention, ...]) -> tuple[Source, ...]:
    def source(wanted: str, label: str, status: SourceStatus, **more: object) -> Source:
        own = [mention for mention in mentions if mention.source == wanted]
        spans = tuple(mention.span for mention in own if mention.span)
        return Source(wanted, label, status, spans, tuple(mention.attribution for mention in own), **more)  # type: ignore[arg-type]

    return (
        source(
            "S1",
            "two U.S. officials",
            SourceStatus.ROLE_UNNAMED,
            relay_chain=_BLOOMBERG,
            anonymous=True,
            terms=_GRANTED,
            count=_TWO,
            details=(Detail.NATIONALITY, Detail.EXACT_COUNT),
            confidence=Confidence.MEDIUM,
        ),
        source(
            "S2",
            "a source in Ukraine's General Staff",
            SourceStatus.ROLE_UNNAMED,
            relay_chain=_REUTERS,
            anonymous=True,
            count=_ONE,
            affiliation=_find("Ukraine's General Staff"),
            details=(Detail.NATIONALITY, Detail.UNIT),
        ),
        source("S3", "Volodymyr Zelensky", SourceStatus.NAMED_ROLE, name="Volodymyr Zelensky", role=_find("President")),
        source("S4", "Ukrainian officials", SourceStatus.COLLECTIVE),
        source("S5", "Donald Trump", SourceStatus.NAMED_ROLE, name="Donald Trump", role=_find("U.S. President-elect")),
    )


def _find(words: str, start: int = 0) -> Span:
    first = TEXT.index(words, start)
    return Span(first, first + len(words))
