"""What the report's fixed values are called when a person reads them."""

from collections import Counter
from collections.abc import Mapping

from attribution.model.document import Document
from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.model.score import Grade
from attribution.model.source import AnonymityTerms, Proximity, ReasonKind, SourceStatus

GRADES: Mapping[Grade, str] = {
    Grade.A: "strong",
    Grade.B: "good",
    Grade.C: "fair",
    Grade.D: "thin",
    Grade.E: "weak",
    Grade.F: "unsupported",
}

GRADE_STYLES: Mapping[Grade, str] = {
    Grade.A: "green",
    Grade.B: "green",
    Grade.C: "yellow",
    Grade.D: "yellow",
    Grade.E: "red",
    Grade.F: "red",
}

NO_GRADE, NO_NAME = "–", "(no name)"
"""What stands in the place of a grade, and of an article's name, where there is none."""

SOURCE_COLUMNS = ("", "Who", "Known by", "How near", "Terms", "Times")
"""The heads of a table of sources."""

STATUSES: Mapping[SourceStatus, str] = {
    SourceStatus.NAMED_ROLE: "name and role",
    SourceStatus.NAMED: "name only",
    SourceStatus.ROLE_UNNAMED: "role, no name",
    SourceStatus.VAGUE_UNNAMED: "vague, no name",
    SourceStatus.COLLECTIVE: "group",
    SourceStatus.COLLECTIVE_VAGUE: "vague group",
    SourceStatus.INSTITUTION: "institution",
    SourceStatus.DOCUMENT: "document",
    SourceStatus.DATA: "data",
    SourceStatus.OUTLET: "news outlet",
    SourceStatus.SOCIAL: "social media",
    SourceStatus.OBSERVATION: "own observation",
    SourceStatus.PASSIVE: "nobody",
}

PROXIMITIES: Mapping[Proximity, str] = {
    Proximity.FIRST_HAND: "first-hand",
    Proximity.PUBLIC: "in public",
    Proximity.UNSTATED: "occasion not stated",
    Proximity.SECOND_HAND: "second-hand",
    Proximity.THIRD_HAND: "third-hand",
    Proximity.OUTLET_UNNAMED: "through unnamed media",
}

TERMS: Mapping[AnonymityTerms, str] = {
    AnonymityTerms.ON_RECORD: "on the record",
    AnonymityTerms.BACKGROUND: "on background",
    AnonymityTerms.DEEP_BACKGROUND: "on deep background",
    AnonymityTerms.NOT_FOR_ATTRIBUTION: "not for attribution",
    AnonymityTerms.OFF_RECORD: "off the record",
    AnonymityTerms.ANONYMITY_GRANTED: "anonymity granted",
    AnonymityTerms.PARTIAL_NAME: "part of the name withheld",
    AnonymityTerms.UNSTATED: "terms not stated",
}

REASONS: Mapping[ReasonKind, str] = {
    ReasonKind.NOT_AUTHORISED: "not authorised to speak",
    ReasonKind.CANDOUR: "to speak freely",
    ReasonKind.SENSITIVITY: "sensitivity of the matter",
    ReasonKind.REPRISAL_JOB: "fear for the job",
    ReasonKind.REPRISAL_SAFETY: "fear for safety",
    ReasonKind.PRIVACY: "privacy",
    ReasonKind.LEGAL: "legal limits",
    ReasonKind.CONFIDENTIAL_TALKS: "confidential talks",
    ReasonKind.GROUND_RULES: "ground rules",
    ReasonKind.RELATIONSHIP: "a relationship at risk",
    ReasonKind.NOT_YET_PUBLIC: "not yet public",
    ReasonKind.OTHER: "another reason",
    ReasonKind.NONE: "no reason given",
}

CAPS: Mapping[str, str] = {
    "no_named_source": "no source has a name",
    "lead_on_one_unnamed": "the lead rests on one unnamed person",
    "lead_through_one_outlet": "the lead rests on unnamed people through one other outlet",
    "mostly_unnamed": "most attributions have no name behind them",
}

FEATURES: Mapping[str, str] = {
    **{status.value: f"known by: {words}" for status, words in STATUSES.items()},
    **{proximity.value: words for proximity, words in PROXIMITIES.items()},
    "nationality": "the side or country is told",
    "institution": "the institution is told",
    "rank": "the rank, or that it is a former one",
    "exact_count": "how many they are",
    "basis_strong": "how the source knows, at first hand",
    "basis_weak": "how the source knows, loosely",
    "motive": "the motive is told",
    "terms": "the terms of anonymity are told",
    "reason_specific": "a specific reason for anonymity",
    "reason_rote": "a rote reason for anonymity",
    "date_day": "the day is told",
    "occasion": "the occasion is told",
    "unidentified": "nobody can find the document by these words",
    "further_person": "one more person of the group",
    "further_hop": "one more hand between",
    "corroboration": "another source for the same claim",
    "single_source_cap": "no single source is certain",
    "unnamed_cap": "people without a name alone reach no more",
    "one_outlet_cap": "one outlet alone reaches no more",
    "belief": "an unnamed source's belief, not what it knows",
    "belief_modal": "an unnamed source's belief about what may be",
    "hedged": "hedged by an unnamed source",
    "unattributed_hard": "a hard claim with nobody behind it",
    "unattributed_soft": "a plain statement with nobody behind it",
}
"""What each step of a score's arithmetic is called."""

SEVERITY_STYLES: Mapping[Severity, str] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "finding"), counted(0, "source")
    ('1 finding', '0 sources')
    """
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def rounded(points: float) -> int:
    """Points for display: whole, halves rounded up.

    >>> rounded(38.5), rounded(28.08)
    (39, 28)
    """
    return int(points + 0.5)


def size(document: Document) -> str:
    """How long an article is: "366 words, 10 paragraphs"."""
    return f"{counted(document.words, 'word')}, {counted(len(document.paragraphs), 'paragraph')}"


def counted_findings(report: Report) -> str:
    """How many findings of each severity there are: "0 errors, 13 warnings, 9 for information"."""
    counts = Counter(finding.severity for finding in report.findings)
    errors, warnings = counted(counts[Severity.ERROR], "error"), counted(counts[Severity.WARNING], "warning")
    return f"{errors}, {warnings}, {counts[Severity.INFO]} for information"
