"""A claim is said to be believed, and not by whom.

What it does
------------
Flags reporting in the passive without an agent: "it is believed that", "is said to", "are expected to", "is widely
seen as". A sentence that tells who believes it ("by investigators", "according to"), a source's own words and
quotations are left alone, and so are accusations and repute ("was accused of", "is known for").

Why it matters
--------------
Nobody can be asked. The passive is also how a reporter's guess, or a briefing on deep background, gets into print.

When to switch it off
---------------------
For calendars and previews, where "is expected to" announces what is planned.
"""

from collections.abc import Iterator

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_SAYING = frozenset({CueClass.SPEECH, CueClass.EVIDENCE})


@rule(
    code="ATTR205",
    name="passive-attribution",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}”: by whom?",
    policies=("NPR", "WPD", "AP-REC"),
    examples=[
        flagged("[[It is widely believed]] the ship left port at night."),
        flagged("The captain [[is thought to]] have fled to Malta."),
        flagged("Growers [[are expected to]] lose half the harvest."),
        flagged("The captain [[is understood to]] have told his crew that the ship would sail."),
        clean("The captain is thought by investigators to have fled to Malta."),
        clean("According to the coast guard, the captain is thought to have fled."),
        clean("“It is believed that he fled,” said Luca Conti, the harbour master."),
        clean("The captain was accused of smuggling and is known for his temper."),
        clean("Pupils are expected to wear a tie."),
    ],
)
def passive_attribution(reading: Reading, options: object) -> Iterator[Hit]:
    for found in reading.pattern("hearsay", "it-passives", "to-passives", "seen-as").finditer(reading.text):
        span = Span(*found.span())
        if not reading.quoted(span) and not reading.heading(span) and not _sourced(reading, span):
            yield Hit(span)


def _sourced(reading: Reading, span: Span) -> bool:
    """Whether the sentence says who: an agent, or a source whose words it gives."""
    here = reading.around(span, 0)
    if reading.pattern("hearsay", "agents").search(reading.text, here.start, here.end):
        return True
    if reading.pattern("hearsay", "duties").search(reading.text, here.start, here.end):
        return True
    speaking = reading.cues_within(here)
    believed = [piece for item in speaking if item.cue.span.overlaps(span) for piece in item.content]
    return any(
        item.cue.cls in _SAYING
        and item.source is not None
        and not any(piece.covers(item.cue.span) for piece in believed)
        for item in speaking
    )
