"""An outlet is the last source in sight.

What it does
------------
Flags a fact that is not public and that is attributed to another outlet alone ("Axios reported the talks had
collapsed"), without who told it. Polls, photographs, interviews and findings of the outlet's own, and its opinions,
are left alone.

Why it matters
--------------
Outlets are not where facts come from. If the other report names its source, so can this one; if it does not, the
reader should know.

When to switch it off
---------------------
For media reporting, in which the outlet is the subject.
"""

from collections.abc import Iterator

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Proximity, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading


@rule(
    code="RELAY406",
    name="relay-no-upstream",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="Who told {source}? The outlet is the only source.",
    policies=("AP-ATT", "NPR"),
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
    nested = {item.parent for item in reading.analysis.attributions if item.source is not None and item.audited}
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if mention.status is not SourceStatus.OUTLET or mention.span is None or attribution.index in nested:
            continue
        if mention.proximity not in (Proximity.SECOND_HAND, Proximity.THIRD_HAND, Proximity.UNSTATED):
            continue
        if attribution.cue.cls is CueClass.SPEECH or attribution.cue.cls is CueClass.EVIDENCE:
            if reading.heading(mention.span) or _own_finding(reading, attribution):
                continue
            yield Hit(mention.span, reading.source(attribution), attribution)


def _own_finding(reading: Reading, attribution: Attribution) -> bool:
    """Whether the sentence says that the outlet found out for itself, or that it gives an opinion."""
    where = reading.around(attribution.cue.span, 0)
    return reading.pattern("outlet_work").search(reading.text, where.start, where.end) is not None
