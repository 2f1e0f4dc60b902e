"""From attributions to sources: kinds, relays, links, grants of anonymity, and what each mention inherits."""

from collections.abc import Container, Iterable, Sequence

from attrs import evolve, frozen

from attribution.config import Config
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.circumstances import Circumstances
from attribution.model.document import Document
from attribution.model.source import (
    STRENGTH,
    AnonymityGrant,
    AnonymityTerms,
    Confidence,
    Mention,
    Proximity,
    ReasonKind,
    Source,
    SourceStatus,
    Tally,
    in_order,
)
from attribution.model.span import Evidence
from attribution.sources.characters import characters_of
from attribution.sources.describing import Describer
from attribution.sources.events import share_events, told_by_members, told_to_us
from attribution.sources.grants import find_grants
from attribution.sources.kinds import Reader, reader_of
from attribution.sources.linking import Linked, link_mentions
from attribution.sources.mentions import first_mentions, inherit
from attribution.sources.recounting import recounted
from attribution.sources.register import register_names
from attribution.sources.relays import Relay, relay_of
from attribution.sources.scenes import circumstances_of, reported_words

_SURE = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
_OPEN_TERMS = frozenset({AnonymityTerms.ON_RECORD, AnonymityTerms.UNSTATED})


@frozen
class Resolution:
    """Who stands behind an article's attributions: a mention for each, the sources they add up to, the grants."""

    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    grants: tuple[AnonymityGrant, ...]


def resolve(document: Document, attributions: Sequence[Attribution], lexicons: Lexicons, config: Config) -> Resolution:
    """The sources of an article, in order of appearance, and each attribution's mention of one.

    `mentions[i]` is that of `attributions[i]`; one without a source in the text has the status PASSIVE and no source.
    """
    reader = reader_of(document, register_names(document, lexicons), lexicons, config)
    readings = tuple(reader.read(attribution, attribution.source) for attribution in attributions)
    statuses = [reading.status for reading in readings]
    told = _circumstances(document, attributions, lexicons)
    relays = _relays(reader, attributions, statuses, told)
    linked = link_mentions(reader, attributions, readings, relays)
    changed = {index for index, status in enumerate(linked.statuses) if status is not statuses[index]}
    relays = _relays(reader, attributions, linked.statuses, told, relays, changed)
    ids = _ids(attributions, linked)
    relays = share_events(document, attributions, relays, ids, lexicons)
    relays = recounted(document, attributions, relays, ids, linked.statuses)
    mentions = first_mentions(linked, relays, ids)
    sources = _sources(reader, attributions, mentions, linked)
    grants = find_grants(document, attributions, mentions, sources, lexicons)
    anonymous = frozenset(grant.source for grant in grants if grant.source and grant.terms not in _OPEN_TERMS)
    relays = told_by_members(document, attributions, told_to_us(relays, ids, anonymous))
    mentions = first_mentions(linked, relays, ids)
    mentions = inherit(document, attributions, mentions, grants, linked)
    return Resolution(mentions, _finished(sources, mentions, grants), grants)


def _circumstances(
    document: Document, attributions: Sequence[Attribution], lexicons: Lexicons
) -> tuple[Circumstances, ...]:
    """To whom, when and where each attribution's words were spoken."""
    reported = reported_words(attributions)
    return tuple(circumstances_of(document, attribution, lexicons, reported) for attribution in attributions)


def _relays(
    reader: Reader,
    attributions: Sequence[Attribution],
    statuses: Sequence[SourceStatus],
    told: Sequence[Circumstances],
    known: Sequence[Relay] = (),
    changed: Container[int] = (),
) -> tuple[Relay, ...]:
    """How each attribution's words reached the reader; one inside another's content comes through it.

    Of relays that are `known` only those are read again whose status, or whose parent's, has `changed`.
    """
    relays: list[Relay] = []
    for index, (attribution, status, found) in enumerate(zip(attributions, statuses, told, strict=True)):
        above = attribution.parent if attribution.parent is not None and attribution.parent < index else None
        if known and index not in changed and (above is None or relays[above] is known[above]):
            relays.append(known[index])
            continue
        parent = relays[above] if above is not None else None
        relays.append(relay_of(reader.document, attribution, status, found, reader.desk, reader.lexicons, parent))
    return tuple(relays)


def _ids(attributions: Sequence[Attribution], linked: Linked) -> tuple[str | None, ...]:
    """The ids: "S1", "S2" … in order of appearance in the text."""
    first: dict[int, int] = {}
    for index, number in enumerate(linked.sources):
        span = linked.readings[index].span
        if number is not None and span is not None:
            first[number] = min(first.get(number, span.start), span.start)
    order = {number: f"S{rank}" for rank, number in enumerate(sorted(first, key=lambda n: (first[n], n)), start=1)}
    return tuple(order[number] if number is not None else None for number in linked.sources)


def _sources(
    reader: Reader, attributions: Sequence[Attribution], mentions: Sequence[Mention], linked: Linked
) -> tuple[Source, ...]:
    """The sources described, in order of appearance; terms and anonymity are added when grants are known."""
    characters = characters_of(reader.document, attributions, reader.words)
    describer = Describer(reader.document, reader.register, reader.words, characters)
    groups: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.source is not None:
            groups.setdefault(mention.source, []).append(index)
    return tuple(_source(describer, name, groups[name], linked) for name in sorted(groups, key=lambda s: int(s[1:])))


def _source(describer: Describer, name: str, indices: list[int], linked: Linked) -> Source:
    ordered = sorted(indices, key=lambda i: (_start(linked, i), i))
    readings = [linked.readings[i] for i in ordered]
    statuses = [linked.statuses[i] for i in ordered]
    entities = [describer.register.entities[e] for e in linked.entities[linked.sources[ordered[0]] or 0] if e >= 0]
    description = describer.describe(readings, statuses, entities)
    spans = sorted({reading.span for reading in readings if reading.span is not None})
    links = [linked.links[i] for i in ordered]
    return Source(
        id=name,
        label=description.label,
        status=min(statuses, key=STRENGTH.__getitem__),
        spans=tuple(spans),
        attributions=tuple(sorted(indices)),
        name=description.name,
        role=description.role,
        affiliation=description.affiliation,
        characterization=description.characterization,
        confidence=max((link.confidence for link in links), key=_SURE.index),
        evidence=tuple(
            Evidence(link.code, reading.span)
            for link, reading in zip(links, readings, strict=True)
            if link.code != "linking.first"
        ),
    )


def _start(linked: Linked, index: int) -> int:
    span = linked.readings[index].span
    return span.start if span is not None else 0


def _finished(
    sources: Sequence[Source], mentions: Sequence[Mention], grants: Sequence[AnonymityGrant]
) -> tuple[Source, ...]:
    """The sources with what their mentions and grants add up to: details, count, outlets, terms, reason, anonymity."""
    granted: dict[str, list[AnonymityGrant]] = {}
    for grant in grants:
        if grant.source is not None:
            granted.setdefault(grant.source, []).append(grant)
    return tuple(
        _with_terms(source, [mentions[i] for i in source.attributions], granted.get(source.id, ()))
        for source in sources
    )


def _with_terms(source: Source, mentions: Sequence[Mention], grants: Sequence[AnonymityGrant]) -> Source:
    """The source with the first terms and reason told of it; "He asked not to be named" may follow all that he says."""
    named = source.status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)
    default = AnonymityTerms.ON_RECORD if named else AnonymityTerms.UNSTATED
    told = (*(mention.terms for mention in mentions), *(grant.terms for grant in grants))
    reasons = (*(mention.reason for mention in mentions), *(grant.reason_kind for grant in grants))
    terms = next((each for each in told if each not in _OPEN_TERMS), default)
    reason = next((each for each in reasons if each is not ReasonKind.NONE), ReasonKind.NONE)
    unnamed = source.status.unnamed_person
    private = terms not in _OPEN_TERMS or any(_told_in_private(mention) for mention in mentions)
    return evolve(
        source,
        relay_chain=next((mention.relay_chain for mention in mentions if mention.relay_chain), ()),
        terms=terms,
        reason=reason,
        count=None if named else _largest(mention.number for mention in mentions),
        details=in_order(detail for mention in mentions for detail in mention.details),
        anonymous=private and (unnamed or (source.status.collective and terms not in _OPEN_TERMS)),
    )


def _told_in_private(mention: Mention) -> bool:
    """Whether someone without a name spoke to an outlet, or is the kind of source that only a reporter knows."""
    told = bool(mention.relay_chain) or mention.proximity is Proximity.FIRST_HAND
    return told or mention.status is SourceStatus.VAGUE_UNNAMED


def _largest(numbers: Iterable[Tally | None]) -> Tally | None:
    """The tally of the most people that mentions of one source count."""
    return max(
        (number for number in numbers if number is not None), key=lambda n: (n.least, n.most or n.least), default=None
    )
