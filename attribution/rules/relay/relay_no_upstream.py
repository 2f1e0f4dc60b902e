"""An outlet is the last source in sight.

What it does
------------
Flags a fact that is not public and that is attributed to another outlet alone ("Axios reported the talks had
collapsed"), without who told it. Polls, counts of votes, photographs, interviews and findings of the outlet's own are
left alone, and so are its opinions, what it says for itself, and a report of what somebody said.

Why it matters
--------------
Outlets are not where facts come from. If the other report names its source, so can this one; if it does not, the
reader should know.

When to switch it off
---------------------
It is off unless asked for (or under the policies "strict" and "relay"): half of what it flags on real news is a fact
that anyone could see, a date, a rally, a law, and the outlet is merely where the writer looked it up.
"""

from collections.abc import Iterator

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Proximity, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_RELAYED = frozenset({Proximity.SECOND_HAND, Proximity.THIRD_HAND, Proximity.UNSTATED})


@rule(
    code="RELAY406",
    name="relay-no-upstream",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="Who told {source}? The outlet is the only source.",
    policies=("AP-ATT", "NPR"),
    enabled=False,
    examples=[
        flagged("[[Axios]] reported that the talks had collapsed."),
        flagged("The talks had collapsed, [[The Wall Street Journal]] reported on Friday."),
        clean("Axios reported, citing two Israeli officials, that the talks had collapsed."),
        clean("Axios reported that the talks had collapsed.", own_outlet="Axios"),
        clean("A Reuters poll found that most voters want an early election."),
        clean("Two Israeli officials told Axios that the talks had collapsed."),
    ],
)
def relay_no_upstream(reading: Reading, options: object) -> Iterator[Hit]:
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if mention.status is not SourceStatus.OUTLET or mention.span is None or reading.heading(mention.span):
            continue
        if mention.proximity not in _RELAYED or attribution.cue.negated or not _passed_on(reading, attribution):
            continue
        if not _own_finding(reading, attribution) and not _upstream(reading, attribution):
            yield Hit(mention.span, reading.source(attribution), attribution)


def _passed_on(reading: Reading, attribution: Attribution) -> bool:
    """Whether a report is passed on: as a report, or by another outlet that cites it."""
    return bool(attribution.via) or attribution.cue.lemma in reading.phrases("outlet_work", "relaying")


def _own_finding(reading: Reading, attribution: Attribution) -> bool:
    """Whether the sentence says that the outlet found out for itself, or that it gives an opinion."""
    where = reading.around(attribution.cue.span, 0)
    return (
        reading.pattern("outlet_work", "own-finding", "opinion").search(reading.text, where.start, where.end)
        is not None
    )


def _upstream(reading: Reading, attribution: Attribution) -> bool:
    """Whether what the outlet reports is itself what somebody said, or a count that the outlet may have made."""
    for piece in attribution.content:
        if any(item.audited and item.source is not None for item in reading.cues_within(piece)):
            return True
        if reading.pattern("outlet_work", "counts").search(reading.text, piece.start, piece.end):
            return True
    return False
