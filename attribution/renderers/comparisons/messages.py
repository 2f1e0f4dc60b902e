"""What a change is called when a person reads it."""

from collections.abc import Callable, Mapping

from attribution.model.comparison import Change, ChangeKind, Comparison
from attribution.model.report import Report
from attribution.model.source import AnonymityTerms, Detail, ReasonKind, Source
from attribution.renderers.wording import REASONS, STATUSES, TERMS, counted

DETAILS: Mapping[str, str] = {
    Detail.INSTITUTION: "the institution",
    Detail.UNIT: "the unit",
    Detail.RANK: "the rank",
    Detail.NATIONALITY: "the side or country",
    Detail.EXACT_COUNT: "how many they are",
    Detail.EYEWITNESS: "that they saw it",
    Detail.PARTICIPANT: "that they took part",
    Detail.HAS_DOCUMENT: "that they have the document",
    Detail.BRIEFED: "that they were briefed",
    Detail.DIRECT_KNOWLEDGE: "that they know at first hand",
    Detail.INVOLVED: "that they are involved",
    Detail.FAMILIAR: "that they are familiar with the matter",
    Detail.CLOSE_TO: "whom they are close to",
    Detail.MOTIVE: "the motive",
    Detail.FORMER: "that the office is a former one",
    Detail.LOCATION: "the place",
    Detail.DATE_DAY: "the day",
    Detail.VENUE: "the occasion",
    Detail.MEDIUM: "the medium",
    Detail.SPOKESPERSON: "that a spokesperson speaks",
    Detail.UNIDENTIFIED: "which document it is",
    Detail.OFFICIAL_ACCOUNT: "that the account is an official one",
}
"""What a reader knows by each detail of a source."""

DESCRIPTIONS: Mapping[ChangeKind, str] = {
    ChangeKind.SOURCE_LOST: "A claim that was attributed stands without a source.",
    ChangeKind.FIGURE_SOURCE_LOST: "A figure that was attributed stands without a source.",
    ChangeKind.SOURCE_VAGUER: "Readers are told less about who a source is.",
    ChangeKind.SOURCE_CHANGED: "A claim is attributed to somebody else than before.",
    ChangeKind.TERMS_LOST: "Readers are no longer told on what terms a source without a name spoke.",
    ChangeKind.REASON_LOST: "Readers are no longer told why a source has no name.",
    ChangeKind.RELAY_LOST: "An outlet that a claim came through is no longer credited.",
    ChangeKind.OCCASION_LOST: "Readers are no longer told when or where something was said.",
    ChangeKind.ATTRIBUTION_LOST: "An attribution is gone, and its claim with it.",
    ChangeKind.SCORE_FELL: "Readers are told less about who stands behind the claims of a paragraph.",
    ChangeKind.FINDING_NEW: "A rule objects to something that it did not object to before.",
    ChangeKind.SOURCE_GAINED: "A claim that stood without a source is attributed.",
    ChangeKind.FIGURE_SOURCE_GAINED: "A figure that stood without a source is attributed.",
    ChangeKind.SOURCE_MORE_PRECISE: "Readers are told more about who a source is.",
    ChangeKind.TERMS_GAINED: "Readers are now told on what terms a source without a name spoke.",
    ChangeKind.REASON_GAINED: "Readers are now told why a source has no name.",
    ChangeKind.RELAY_ADDED: "A claim is now said to have come through another outlet.",
    ChangeKind.OCCASION_GAINED: "Readers are now told when or where something was said.",
    ChangeKind.ATTRIBUTION_ADDED: "An attribution is new.",
    ChangeKind.SCORE_ROSE: "Readers are told more about who stands behind the claims of a paragraph.",
    ChangeKind.FINDING_GONE: "A rule no longer objects to something.",
}
"""What each kind of change is, for those who list them."""

CHANGES: Mapping[str, str] = {kind.code: description for kind, description in DESCRIPTIONS.items()}
"""The same by code."""

_NOBODY = "nobody in particular"


def message(change: Change, comparison: Comparison) -> str:
    """One sentence that says what changed."""
    return _MESSAGES[change.kind](change, comparison)


def _source_lost(change: Change, comparison: Comparison) -> str:
    return f"Attributed to {change.was or _NOBODY} before, and to nobody now{_claims(change)}."


def _figure_source_lost(change: Change, comparison: Comparison) -> str:
    return f"This figure was attributed to {change.was or _NOBODY}; nobody stands behind it now{_claims(change)}."


def _source_gained(change: Change, comparison: Comparison) -> str:
    return f"Attributed to {change.now or _NOBODY} now, and to nobody before{_claims(change)}."


def _figure_source_gained(change: Change, comparison: Comparison) -> str:
    return f"This figure is attributed to {change.now or _NOBODY} now, and was to nobody before{_claims(change)}."


def _vaguer(change: Change, comparison: Comparison) -> str:
    if change.aspects == ("status",):
        return f"Vaguer source: {_statuses(change, comparison)}{_claims(change)}."
    return f"No longer told of {change.now}: {_told(change)}{_claims(change)}."


def _more_precise(change: Change, comparison: Comparison) -> str:
    if change.aspects == ("status",):
        return f"More precise source: {_statuses(change, comparison)}{_claims(change)}."
    return f"Now told of {change.now}: {_told(change)}{_claims(change)}."


def _changed(change: Change, comparison: Comparison) -> str:
    return f"Attributed to {change.now} now, and to {change.was} before{_claims(change)}."


def _terms_lost(change: Change, comparison: Comparison) -> str:
    return f"No longer told: on what terms {change.now} spoke ({_terms(change)}){_claims(change)}."


def _terms_gained(change: Change, comparison: Comparison) -> str:
    return f"Now told: on what terms {change.now} spoke ({_terms(change)}){_claims(change)}."


def _reason_lost(change: Change, comparison: Comparison) -> str:
    left = _source(comparison.new, change.new_source)
    only = f"; only {REASONS[left.reason]}" if left is not None and left.reason is not ReasonKind.NONE else ""
    return f"No longer told: why no name is given for {change.now} ({_reason(change)}{only}){_claims(change)}."


def _reason_gained(change: Change, comparison: Comparison) -> str:
    return f"Now told: why no name is given for {change.now} ({_reason(change)}){_claims(change)}."


def _relay_lost(change: Change, comparison: Comparison) -> str:
    return f"No longer said to have come through {', '.join(change.aspects)}: {change.now}{_claims(change)}."


def _relay_added(change: Change, comparison: Comparison) -> str:
    return f"Now said to have come through {', '.join(change.aspects)}: {change.now}{_claims(change)}."


def _occasion_lost(change: Change, comparison: Comparison) -> str:
    return f"No longer told when or where {change.now} said so: {_told(change)}{_claims(change)}."


def _occasion_gained(change: Change, comparison: Comparison) -> str:
    return f"Now told when or where {change.now} said so: {_told(change)}{_claims(change)}."


def _attribution_lost(change: Change, comparison: Comparison) -> str:
    return f"Gone with what it said: an attribution to {change.was or _NOBODY}."


def _attribution_added(change: Change, comparison: Comparison) -> str:
    return f"New: an attribution to {change.now or _NOBODY}."


def _fell(change: Change, comparison: Comparison) -> str:
    return f"The paragraph's score fell from {change.was} to {change.now}."


def _rose(change: Change, comparison: Comparison) -> str:
    return f"The paragraph's score rose from {change.was} to {change.now}."


def _new_finding(change: Change, comparison: Comparison) -> str:
    return f"New: {change.now}"


def _gone_finding(change: Change, comparison: Comparison) -> str:
    code = change.finding.code if change.finding is not None else ""
    return f"{code} objects no longer: {change.was}"


_MESSAGES: Mapping[ChangeKind, Callable[[Change, Comparison], str]] = {
    ChangeKind.SOURCE_LOST: _source_lost,
    ChangeKind.FIGURE_SOURCE_LOST: _figure_source_lost,
    ChangeKind.SOURCE_VAGUER: _vaguer,
    ChangeKind.SOURCE_CHANGED: _changed,
    ChangeKind.TERMS_LOST: _terms_lost,
    ChangeKind.REASON_LOST: _reason_lost,
    ChangeKind.RELAY_LOST: _relay_lost,
    ChangeKind.OCCASION_LOST: _occasion_lost,
    ChangeKind.ATTRIBUTION_LOST: _attribution_lost,
    ChangeKind.SCORE_FELL: _fell,
    ChangeKind.FINDING_NEW: _new_finding,
    ChangeKind.SOURCE_GAINED: _source_gained,
    ChangeKind.FIGURE_SOURCE_GAINED: _figure_source_gained,
    ChangeKind.SOURCE_MORE_PRECISE: _more_precise,
    ChangeKind.TERMS_GAINED: _terms_gained,
    ChangeKind.REASON_GAINED: _reason_gained,
    ChangeKind.RELAY_ADDED: _relay_added,
    ChangeKind.OCCASION_GAINED: _occasion_gained,
    ChangeKind.ATTRIBUTION_ADDED: _attribution_added,
    ChangeKind.SCORE_ROSE: _rose,
    ChangeKind.FINDING_GONE: _gone_finding,
}


def _claims(change: Change) -> str:
    return f" ({counted(change.claims, 'claim')})" if change.claims > 1 else ""


def _told(change: Change) -> str:
    return ", ".join(DETAILS[aspect] for aspect in change.aspects)


def _terms(change: Change) -> str:
    return ", ".join(TERMS[AnonymityTerms(aspect)] for aspect in change.aspects)


def _reason(change: Change) -> str:
    return ", ".join(REASONS[ReasonKind(aspect)] for aspect in change.aspects)


def _statuses(change: Change, comparison: Comparison) -> str:
    """ "Ada Lind (name and role) became a county official (role, no name)"."""
    was = _source(comparison.old, change.old_source)
    now = _source(comparison.new, change.new_source)
    return f"{change.was}{_status(was)} became {change.now}{_status(now)}"


def _status(source: Source | None) -> str:
    return f" ({STATUSES[source.status]})" if source is not None else ""


def _source(report: Report, wanted: str | None) -> Source | None:
    return next((source for source in report.analysis.sources if source.id == wanted), None)
