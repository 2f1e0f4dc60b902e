"""What of a mention counts for points: details, terms, reason, count and occasion, by the names of the score table."""

from attribution.model.source import AnonymityTerms, Detail, Mention, Proximity, SourceStatus
from attribution.model.span import Span

EXACT_COUNT = Detail.EXACT_COUNT.value

_OPEN_TERMS = frozenset({AnonymityTerms.ON_RECORD, AnonymityTerms.UNSTATED})


def features(mention: Mention) -> frozenset[str]:
    """The features that the table's additions may ask for: the mention's details and what its other fields add.

    >>> mention = Mention(0, None, None, SourceStatus.ROLE_UNNAMED, Proximity.SECOND_HAND, relay_chain=("Reuters",))
    >>> sorted(features(mention))
    ['told_outlet']
    """
    found = {detail.value for detail in mention.details}
    found.discard(EXACT_COUNT)
    if exact_count(mention) != 1 and (Detail.EXACT_COUNT in mention.details or exact_count(mention) > 1):
        found.add(EXACT_COUNT)
    if mention.terms not in _OPEN_TERMS:
        found.add("terms")
    if mention.reason != mention.reason.NONE:
        found.add("reason_rote" if mention.reason.rote else "reason_specific")
    if mention.relay_chain:
        found.add("told_outlet")
    elif Detail.MEDIUM in mention.details:
        found.add("medium_beyond_outlet")
    return frozenset(found)


def exact_count(mention: Mention) -> int:
    """How many people speak when the text says so exactly; 0 when it does not."""
    number = mention.number
    return number.least if number is not None and number.most == number.least else 0


def scored_status(mention: Mention) -> SourceStatus:
    """The status that sets the base. A verified official account speaks for the person who owns it."""
    if mention.status is SourceStatus.SOCIAL and Detail.OFFICIAL_ACCOUNT in mention.details:
        return SourceStatus.NAMED_ROLE
    return mention.status


def further_hops(mention: Mention) -> int:
    """How many outlets stand between source and reader beyond the two that make a claim third-hand."""
    return max(0, len(mention.relay_chain) - 2) if mention.proximity is Proximity.THIRD_HAND else 0


def span_of(mention: Mention, feature: str) -> Span | None:
    """The words that show `feature`, where the mention's evidence names it; otherwise the mention's own."""
    for evidence in mention.evidence:
        if evidence.span is not None and evidence.code.rpartition(".")[2].replace("-", "_") == feature:
            return evidence.span
    return mention.span
