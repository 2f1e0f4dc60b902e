"""Who stands behind attributions: mentions, the sources they add up to, and grants of anonymity."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from attribution.model.span import Evidence, Span


class SourceStatus(StrEnum):
    """How a source is identified to the reader."""

    NAMED_ROLE = "named_role"
    NAMED = "named"
    ROLE_UNNAMED = "role_unnamed"
    VAGUE_UNNAMED = "vague_unnamed"
    COLLECTIVE = "collective"
    COLLECTIVE_VAGUE = "collective_vague"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    DATA = "data"
    OUTLET = "outlet"
    SOCIAL = "social"
    OBSERVATION = "observation"
    PASSIVE = "passive"

    @property
    def unnamed_person(self) -> bool:
        """Whether people speak whom the text does not name or number as a public body."""
        return self in (SourceStatus.ROLE_UNNAMED, SourceStatus.VAGUE_UNNAMED)

    @property
    def collective(self) -> bool:
        """Whether it is a group without names or number."""
        return self in (SourceStatus.COLLECTIVE, SourceStatus.COLLECTIVE_VAGUE)


STRENGTH = {status: rank for rank, status in enumerate(SourceStatus)}
"""Which status tells a reader most: the rank of each, 0 for the strongest."""


class Proximity(StrEnum):
    """How near the article stands to the source."""

    FIRST_HAND = "first_hand"
    PUBLIC = "public"
    UNSTATED = "unstated"
    SECOND_HAND = "second_hand"
    THIRD_HAND = "third_hand"
    OUTLET_UNNAMED = "outlet_unnamed"


class Detail(StrEnum):
    """What the text says of a source that helps a reader to weigh it."""

    INSTITUTION = "institution"
    UNIT = "unit"
    RANK = "rank"
    NATIONALITY = "nationality"
    EXACT_COUNT = "exact_count"
    EYEWITNESS = "eyewitness"
    PARTICIPANT = "participant"
    HAS_DOCUMENT = "has_document"
    BRIEFED = "briefed"
    DIRECT_KNOWLEDGE = "direct_knowledge"
    INVOLVED = "involved"
    FAMILIAR = "familiar"
    CLOSE_TO = "close_to"
    MOTIVE = "motive"
    FORMER = "former"
    LOCATION = "location"
    DATE_DAY = "date_day"
    VENUE = "venue"
    MEDIUM = "medium"
    SPOKESPERSON = "spokesperson"
    UNIDENTIFIED = "unidentified"
    OFFICIAL_ACCOUNT = "official_account"


_ORDER = {detail: rank for rank, detail in enumerate(Detail)}


def in_order(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """Each of the details once, in the order of `Detail`.

    >>> in_order([Detail.VENUE, Detail.RANK, Detail.VENUE])
    (<Detail.RANK: 'rank'>, <Detail.VENUE: 'venue'>)
    """
    once = set(details)
    return tuple(sorted(once, key=_ORDER.__getitem__)) if len(once) > 1 else tuple(once)


class AnonymityTerms(StrEnum):
    """On what terms a source spoke."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"
    NOT_FOR_ATTRIBUTION = "not_for_attribution"
    OFF_RECORD = "off_record"
    ANONYMITY_GRANTED = "anonymity_granted"
    PARTIAL_NAME = "partial_name"
    UNSTATED = "unstated"


class ReasonKind(StrEnum):
    """Why anonymity was granted, as the text states it."""

    NOT_AUTHORISED = "not_authorised"
    CANDOUR = "candour"
    SENSITIVITY = "sensitivity"
    REPRISAL_JOB = "reprisal_job"
    REPRISAL_SAFETY = "reprisal_safety"
    PRIVACY = "privacy"
    LEGAL = "legal"
    CONFIDENTIAL_TALKS = "confidential_talks"
    GROUND_RULES = "ground_rules"
    RELATIONSHIP = "relationship"
    NOT_YET_PUBLIC = "not_yet_public"
    OTHER = "other"
    NONE = "none"

    @property
    def rote(self) -> bool:
        """Whether the reason is one of the formulas that tell a reader nothing (New York Times, 2010)."""
        return self in (ReasonKind.NOT_AUTHORISED, ReasonKind.CANDOUR, ReasonKind.SENSITIVITY)


class Confidence(StrEnum):
    """How sure a link between mentions is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Tally:
    """How many people speak, as bounds; `most` is `None` when the text sets no upper one."""

    least: int
    most: int | None


@frozen
class Mention:
    """One attribution's source, described: parallel to the attributions, `mentions[i].attribution == i`.

    `span` is `None` where the attribution has no source. `head` is the head noun or surname, `relay_chain` the
    outlets between source and reader, nearest to the reader first. `terms` and `reason` are what the reader has been
    told at this point of the text.
    """

    attribution: int
    span: Span | None
    head: Span | None
    status: SourceStatus
    proximity: Proximity
    details: tuple[Detail, ...] = ()
    number: Tally | None = None
    relay_chain: tuple[str, ...] = ()
    terms: AnonymityTerms = AnonymityTerms.UNSTATED
    reason: ReasonKind = ReasonKind.NONE
    source: str | None = None
    evidence: tuple[Evidence, ...] = ()


@frozen
class Source:
    """One source: a person, group, body, document or outlet, with everything the article says of it.

    `id` is "S1", "S2" … in order of appearance. `attributions` are indices, in order; `spans` the words that mention
    it in them. `name`, `role`, `affiliation` and `characterization` are gathered from the whole article.
    """

    id: str
    label: str
    status: SourceStatus
    spans: tuple[Span, ...]
    attributions: tuple[int, ...]
    name: str | None = None
    role: Span | None = None
    affiliation: Span | None = None
    characterization: tuple[Span, ...] = ()
    relay_chain: tuple[str, ...] = ()
    anonymous: bool = False
    terms: AnonymityTerms = AnonymityTerms.UNSTATED
    reason: ReasonKind = ReasonKind.NONE
    count: Tally | None = None
    details: tuple[Detail, ...] = ()
    confidence: Confidence = Confidence.HIGH
    evidence: tuple[Evidence, ...] = ()


@frozen
class AnonymityGrant:
    """Words that say a source speaks without being named, on what terms, and why.

    `span` covers the terms, `reason` the stated reason; `source` is the id of the source it is granted to.
    """

    span: Span
    terms: AnonymityTerms
    reason: Span | None = None
    reason_kind: ReasonKind = ReasonKind.NONE
    source: str | None = None
