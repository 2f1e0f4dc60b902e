"""Mentions in reading order: each with what the reader has been told of its source so far (policy section 5.1)."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from attribution.model.attribution import Attribution
from attribution.model.document import Document
from attribution.model.source import (
    AnonymityGrant,
    AnonymityTerms,
    Detail,
    Mention,
    ReasonKind,
    SourceStatus,
    Tally,
    in_order,
)
from attribution.sources.linking import Linked
from attribution.sources.relays import Relay

_OWN_ONLY = frozenset({Detail.EXACT_COUNT})
_ON_RECORD = frozenset({SourceStatus.NAMED, SourceStatus.NAMED_ROLE})


def first_mentions(linked: Linked, relays: Sequence[Relay], ids: Sequence[str | None]) -> tuple[Mention, ...]:
    """One mention for each attribution, without anything inherited."""
    mentions: list[Mention] = []
    for index, reading in enumerate(linked.readings):
        relay = relays[index]
        mentions.append(
            Mention(
                attribution=index,
                span=reading.span,
                head=reading.head,
                status=linked.statuses[index],
                proximity=relay.proximity,
                details=in_order((*reading.details, *relay.details)),
                number=_number(linked, index),
                relay_chain=relay.chain,
                source=ids[index],
                evidence=(*reading.evidence, linked.links[index].evidence(reading.span), *relay.evidence),
            )
        )
    return tuple(mentions)


def inherit(
    document: Document,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    grants: Sequence[AnonymityGrant],
    linked: Linked,
) -> tuple[Mention, ...]:
    """The mentions with the details, terms and reasons told at or before each; what comes later stays with later ones.

    Terms in a mention's own sentence count for it, also behind the cue: "two aides said, on condition of anonymity".
    """
    ends = [sentence.span.end for sentence in document.sentences]
    by_source: dict[str, list[AnonymityGrant]] = {}
    for grant in grants:
        if grant.source is not None:
            by_source.setdefault(grant.source, []).append(grant)
    told: dict[str, tuple[Detail, ...]] = {}
    finished = list(mentions)
    for index in _reading_order(attributions, mentions):
        mention = mentions[index]
        if mention.span is None or mention.source is None:
            continue
        reach = max(attributions[index].end, _sentence_end(ends, mention.span.start))
        terms, reason = _terms(by_source.get(mention.source, ()), reach, mention.status)
        inherited = told.get(mention.source, ()) if _inherits(mention.status) else ()
        details = in_order((*mention.details, *inherited))
        own = [detail for detail in linked.readings[index].details if detail not in _OWN_ONLY]
        if own:
            told[mention.source] = in_order((*told.get(mention.source, ()), *own))
        finished[index] = evolve(mention, details=details, terms=terms, reason=reason)
    return tuple(finished)


def _number(linked: Linked, index: int) -> Tally | None:
    return linked.counts[index] if linked.statuses[index] not in _ON_RECORD else None


def _reading_order(attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> list[int]:
    def place(index: int) -> tuple[int, int]:
        span = mentions[index].span
        return (span.start if span is not None else attributions[index].start, index)

    return sorted(range(len(mentions)), key=place)


def _sentence_end(ends: Sequence[int], position: int) -> int:
    index = bisect_right(ends, position)
    return ends[index] if index < len(ends) else position


def _terms(grants: Sequence[AnonymityGrant], reach: int, status: SourceStatus) -> tuple[AnonymityTerms, ReasonKind]:
    """The terms and the reason told before `reach`; a source with a name is on the record unless told otherwise."""
    terms = AnonymityTerms.ON_RECORD if status in _ON_RECORD else AnonymityTerms.UNSTATED
    reason = ReasonKind.NONE
    for grant in grants:
        if grant.span.start < reach:
            terms = (
                grant.terms
                if grant.terms is not AnonymityTerms.UNSTATED or terms is AnonymityTerms.ON_RECORD
                else terms
            )
            reason = grant.reason_kind if grant.reason_kind is not ReasonKind.NONE else reason
    return terms, reason


def _inherits(status: SourceStatus) -> bool:
    return status.unnamed_person or status.collective
