"""The score of a whole article: a mean that weighs the lead most, and caps (policy section 5.5)."""

from collections.abc import Callable, Sequence

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.document import Document, Paragraph
from attribution.model.score import DocumentScore, ParagraphScore
from attribution.model.source import SourceStatus
from attribution.scoring.corroboration import Voice
from attribution.scoring.table import ScoreTable

NAMED_STATUSES = frozenset(
    {
        SourceStatus.NAMED,
        SourceStatus.NAMED_ROLE,
        SourceStatus.INSTITUTION,
        SourceStatus.DOCUMENT,
        SourceStatus.DATA,
        SourceStatus.OBSERVATION,
    }
)
"""Sources that a reader could look up or ask."""

LEAST_ATTRIBUTIONS = 3
"""With fewer attributions a lack of names says little about an article (BAL605)."""


def document_score(
    document: Document, voices: Sequence[Voice], paragraphs: Sequence[ParagraphScore], table: ScoreTable
) -> DocumentScore:
    """The article's points, `None` when nothing in it needs a source, with the names of the caps that bind."""
    prose = [paragraph.index for paragraph in document.paragraphs if not paragraph.heading]
    weights = {index: _weight(place, table) for place, index in enumerate(prose)}
    other = table.weights["other"]
    scored = [(item.points, weights.get(item.paragraph, other)) for item in paragraphs if item.points is not None]
    if not scored:
        return DocumentScore(None, None, (), table.version)
    points = sum(value * weight for value, weight in scored) / sum(weight for _, weight in scored)
    caps = [(name, table.document_caps[name]) for name, holds in _CAPS if holds(_Article(document, voices, table))]
    binding = tuple(name for name, cap in caps if points > cap)
    points = min([points, *(cap for _, cap in caps)])
    return DocumentScore(points, table.grade(points), binding, table.version)


@frozen
class _Article:
    """What the caps look at."""

    document: Document
    voices: Sequence[Voice]
    table: ScoreTable

    def lead(self) -> list[Voice]:
        """The voices of the first paragraph that is no heading."""
        lead = lead_paragraph(self.document)
        if lead is None:
            return []
        return [voice for voice in self.voices if lead.span.covers(voice.attribution.cue.span)]


def lead_paragraph(document: Document) -> Paragraph | None:
    """The first paragraph that is not a heading."""
    return next((paragraph for paragraph in document.paragraphs if not paragraph.heading), None)


def unnamed_voice(status: SourceStatus) -> bool:
    """Whether sources of this status count as unnamed where shares are reported."""
    return status.unnamed_person or status.collective


def _weight(place: int, table: ScoreTable) -> float:
    if place == 0:
        return table.weights["lead"]
    return table.weights["early"] if place <= table.weights["early_paragraphs"] else table.weights["other"]


def _no_named_source(article: _Article) -> bool:
    speaking = [voice for voice in article.voices if voice.attribution.cue.cls is not CueClass.NONRESPONSE]
    return len(speaking) >= LEAST_ATTRIBUTIONS and all(voice.mention.status not in NAMED_STATUSES for voice in speaking)


def _lead_on_one_unnamed(article: _Article) -> bool:
    """All of the lead rests on one person who is not named, known to be one (ANON107)."""
    lead = article.lead()
    if not lead or any(not voice.mention.status.unnamed_person for voice in lead):
        return False
    number = lead[0].mention.number
    return len({voice.mention.source for voice in lead}) == 1 and number is not None and number.most == 1


def _lead_through_one_outlet(article: _Article) -> bool:
    lead = article.lead()
    relayed = [voice for voice in lead if voice.mention.relay_chain and article.table.unnamed(voice.mention.status)]
    outlets = {voice.mention.relay_chain[0] for voice in relayed}
    return bool(lead) and len(relayed) == len(lead) and len(outlets) == 1


def _mostly_unnamed(article: _Article) -> bool:
    unnamed = sum(unnamed_voice(voice.mention.status) for voice in article.voices)
    return unnamed > article.table.document_caps["mostly_unnamed_share"] * len(article.voices)


_CAPS: tuple[tuple[str, Callable[[_Article], bool]], ...] = (
    ("no_named_source", _no_named_source),
    ("lead_on_one_unnamed", _lead_on_one_unnamed),
    ("lead_through_one_outlet", _lead_through_one_outlet),
    ("mostly_unnamed", _mostly_unnamed),
)
