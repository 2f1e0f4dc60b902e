"""What an edit did to the sourcing of an article: two reports, what belongs together in them, and what changed."""

from enum import StrEnum

from attrs import frozen

from attribution.model.finding import Finding, Severity
from attribution.model.report import Report
from attribution.model.score import Grade
from attribution.model.span import Span


class ChangeKind(StrEnum):
    """What changed. Every kind has a mirror, which the edit the other way round would bring about."""

    SOURCE_LOST = "source-lost"
    FIGURE_SOURCE_LOST = "figure-source-lost"
    SOURCE_VAGUER = "source-vaguer"
    SOURCE_CHANGED = "source-changed"
    TERMS_LOST = "terms-lost"
    REASON_LOST = "reason-lost"
    RELAY_LOST = "relay-lost"
    OCCASION_LOST = "occasion-lost"
    ATTRIBUTION_LOST = "attribution-lost"
    SCORE_FELL = "score-fell"
    FINDING_NEW = "finding-new"
    SOURCE_GAINED = "source-gained"
    FIGURE_SOURCE_GAINED = "figure-source-gained"
    SOURCE_MORE_PRECISE = "source-more-precise"
    TERMS_GAINED = "terms-gained"
    REASON_GAINED = "reason-gained"
    RELAY_ADDED = "relay-added"
    OCCASION_GAINED = "occasion-gained"
    ATTRIBUTION_ADDED = "attribution-added"
    SCORE_ROSE = "score-rose"
    FINDING_GONE = "finding-gone"

    @property
    def mirror(self) -> "ChangeKind":
        """What the edit undone would be called; a source that changed to another changes back."""
        return _MIRRORS.get(self, self)

    @property
    def code(self) -> str:
        """What formats for findings call it: DIFF7 and two digits, from 51 on for what was gained."""
        return CODES[self]


_PAIRS = (
    (ChangeKind.SOURCE_LOST, ChangeKind.SOURCE_GAINED),
    (ChangeKind.FIGURE_SOURCE_LOST, ChangeKind.FIGURE_SOURCE_GAINED),
    (ChangeKind.SOURCE_VAGUER, ChangeKind.SOURCE_MORE_PRECISE),
    (ChangeKind.SOURCE_CHANGED, ChangeKind.SOURCE_CHANGED),
    (ChangeKind.TERMS_LOST, ChangeKind.TERMS_GAINED),
    (ChangeKind.REASON_LOST, ChangeKind.REASON_GAINED),
    (ChangeKind.RELAY_LOST, ChangeKind.RELAY_ADDED),
    (ChangeKind.OCCASION_LOST, ChangeKind.OCCASION_GAINED),
    (ChangeKind.ATTRIBUTION_LOST, ChangeKind.ATTRIBUTION_ADDED),
    (ChangeKind.SCORE_FELL, ChangeKind.SCORE_ROSE),
    (ChangeKind.FINDING_NEW, ChangeKind.FINDING_GONE),
)
_MIRRORS = {kind: mirror for pair in _PAIRS for kind, mirror in (pair, pair[::-1])}

CODES = {
    **{gained: f"DIFF{751 + place}" for place, (_, gained) in enumerate(_PAIRS)},
    **{lost: f"DIFF{701 + place}" for place, (lost, _) in enumerate(_PAIRS)},
}
"""Each kind's code; the two of a pair are fifty apart."""

SEVERITIES = {
    ChangeKind.SOURCE_LOST: Severity.ERROR,
    ChangeKind.FIGURE_SOURCE_LOST: Severity.ERROR,
    ChangeKind.SOURCE_VAGUER: Severity.WARNING,
    ChangeKind.SOURCE_CHANGED: Severity.WARNING,
    ChangeKind.TERMS_LOST: Severity.WARNING,
    ChangeKind.REASON_LOST: Severity.WARNING,
    ChangeKind.RELAY_LOST: Severity.WARNING,
}
"""How much the kinds matter that ask for a reviewer; the others are for information.

A claim that lost its source is what no edit may do unseen: an error. What tells readers less about a source that is
still there is a warning, and so is an outlet that no longer gets credit: its reporting passes for one's own.
"""


@frozen
class Standing:
    """An article's sourcing in figures: `attributions`, `sources` and `independent_origins` as a report's summary
    counts them."""

    points: float | None
    grade: Grade | None
    attributions: int
    sources: int
    independent_origins: int
    findings: int


@frozen
class ParagraphMatch:
    """Paragraphs that hold the same text on both sides, by their indices: several where one was split or joined.

    `points` are the means of all their units, `None` where nothing in them needs a source.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    old_points: float | None
    new_points: float | None


@frozen
class Change:
    """One thing that an edit did.

    `before` are words of the old article, `after` words of the new one; one of them is `None` where that side has
    nothing. `was` and `now` say what it was and is: who stands behind the claim, a paragraph's grade, or a rule's
    message. `aspects` are what of a source was lost or gained, by the names of details and outlets, or "status";
    `old_source` and `new_source` are its ids on either side. `claims` counts the claims it is about; `finding` is the
    one that is new or gone.
    """

    kind: ChangeKind
    severity: Severity
    before: Span | None
    after: Span | None
    was: str | None = None
    now: str | None = None
    aspects: tuple[str, ...] = ()
    old_source: str | None = None
    new_source: str | None = None
    claims: int = 1
    finding: Finding | None = None


@frozen
class Comparison:
    """Two versions of an article compared: `paragraphs` that belong together, in the new one's order, and `changes`
    in order of position."""

    old: Report
    new: Report
    before: Standing
    after: Standing
    paragraphs: tuple[ParagraphMatch, ...]
    changes: tuple[Change, ...]
