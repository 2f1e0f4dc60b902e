"""The figures at the foot of a report: how many attributions, to whom, and how near the article stands to them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.report import Analysis, Report
from attribution.model.score import UnitKind
from attribution.model.source import Mention, Proximity, ReasonKind, Source, SourceStatus
from attribution.scoring.origins import Origin, independent_origins
from attribution.scoring.overall import unnamed_voice
from attribution.scoring.scoring import outermost

Kind = TypeVar("Kind", bound=StrEnum)

_FAR = (Proximity.SECOND_HAND, Proximity.THIRD_HAND, Proximity.OUTLET_UNNAMED)


@frozen
class Summary:
    """Counts over the attributions that scores count, outermost ones of the audit classes, and their sources.

    `independent_origins` counts the sources after those of one outlet or one body are folded together; who only
    declined to answer is none. `unnamed_share` is the share of attributions to people without a name, groups included;
    `None` when nothing is attributed. `second_hand` counts attributions that reached the article through an outlet or
    another person.
    """

    attributions: int
    sources: int
    independent_origins: int
    by_status: Mapping[SourceStatus, int]
    by_proximity: Mapping[Proximity, int]
    unnamed_share: float | None
    second_hand: int
    relayed_by: Mapping[str, int]
    anonymous_sources: int
    anonymous_with_reason: int
    scored_paragraphs: int
    unattributed_hard_sentences: int
    findings: Mapping[Severity, int]


def summarize(report: Report) -> Summary:
    """The summary of a report."""
    analysis = report.analysis
    mentions = counted_mentions(analysis)
    sources = counted_sources(analysis)
    anonymous = [source for source in sources if source.anonymous]
    unnamed = sum(unnamed_voice(mention.status) for mention in mentions)
    units = [unit for paragraph in analysis.scores.paragraphs for unit in paragraph.units]
    severities = Counter(finding.severity for finding in report.findings)
    return Summary(
        attributions=len(mentions),
        sources=len(sources),
        independent_origins=len(_origins(analysis)),
        by_status=_in_order(SourceStatus, (mention.status for mention in mentions)),
        by_proximity=_in_order(Proximity, (mention.proximity for mention in mentions)),
        unnamed_share=unnamed / len(mentions) if mentions else None,
        second_hand=sum(mention.proximity in _FAR for mention in mentions),
        relayed_by=_relays(mentions),
        anonymous_sources=len(anonymous),
        anonymous_with_reason=sum(source.reason is not ReasonKind.NONE for source in anonymous),
        scored_paragraphs=sum(paragraph.points is not None for paragraph in analysis.scores.paragraphs),
        unattributed_hard_sentences=sum(unit.kind is UnitKind.HARD for unit in units),
        findings={severity: severities[severity] for severity in Severity},
    )


def counted_mentions(analysis: Analysis) -> tuple[Mention, ...]:
    """The mentions behind the attributions that scores count: of the audit classes, and inside no other one."""
    return tuple(analysis.mentions[attribution.index] for attribution in outermost(analysis.attributions))


def counted_sources(analysis: Analysis) -> tuple[Source, ...]:
    """The sources behind at least one of the attributions that scores count, in order of appearance."""
    counted = {mention.source for mention in counted_mentions(analysis)}
    return tuple(source for source in analysis.sources if source.id in counted)


def _origins(analysis: Analysis) -> tuple[Origin, ...]:
    told = (item for item in outermost(analysis.attributions) if item.cue.cls is not CueClass.NONRESPONSE)
    mentions = (analysis.mentions[attribution.index] for attribution in told)
    return independent_origins(mentions, {source.id: source for source in analysis.sources}, analysis.document.text)


def _in_order(kinds: type[Kind], values: Iterable[Kind]) -> dict[Kind, int]:
    """How often each kind occurs, in the order of its enumeration; kinds that do not occur are left out."""
    counts = Counter(values)
    return {kind: counts[kind] for kind in kinds if counts[kind]}


def _relays(mentions: Iterable[Mention]) -> dict[str, int]:
    """How often each outlet is the one nearest to the reader, the most frequent first."""
    counts = Counter(mention.relay_chain[0] for mention in mentions if mention.relay_chain)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
