"""Another outlet's report is passed on, and nothing says whether it was checked.

What it does
------------
Flags what came through another outlet, once an outlet, when none of it is borne out by a source of another provenance
and no note says that it was, or could not be, verified. Opinions are left alone, and so are unnamed sources, which
RELAY401 looks after, and, unless `interviews` is on, what people and bodies said to the outlet under their own name.

Why it matters
--------------
The reader takes a report that is passed on without a word for one that the desk stands behind.

When to switch it off
---------------------
It is off unless asked for (or under the policies "relay" and "strict"): most desks owe a report that they pass on no
more than credit, unless they live on such reports.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Proximity, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import borne_out, verification_note
from attribution.rules.judging import judgement
from attribution.rules.reading import Reading
from attribution.rules.unnamed import unnamed

_PEOPLE = frozenset({SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.INSTITUTION})
_RELAYED = frozenset({Proximity.SECOND_HAND, Proximity.THIRD_HAND})


@frozen
class Options:
    """`outlets_trusted`: outlets whose reports count as your own.

    `notes`: more words that settle it.

    `interviews`: whether what people told another outlet under their own name counts too.
    """

    outlets_trusted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    interviews: bool = False


@rule(
    code="RELAY403",
    name="relay-unverified",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="Passed on from {outlet}, and nothing says whether it was checked.",
    policies=("BBC", "AP-CRED", "RTR-S"),
    options=Options,
    enabled=False,
    examples=[
        flagged("The pipeline will close in May, according to [[Politico]]."),
        flagged("[[Jan Novak, the energy minister]], told Bloomberg that the pipeline had closed.", interviews=True),
        clean("Jan Novak, the energy minister, told Bloomberg that the pipeline had closed."),
        flagged("The pipeline had closed, [[Bild]] reported. The valves were shut in May, Bild reported."),
        clean(
            "Jan Novak, the energy minister, told Bloomberg that the pipeline had closed. Reuters could not verify it."
        ),
        clean("Jan Novak, the energy minister, told Bloomberg that the pipeline had closed.", own_outlet="Bloomberg"),
        clean("Jan Novak, the energy minister, said at a briefing that the pipeline had closed."),
        clean("Two officials told Bloomberg that the pipeline had closed."),
        clean("Bild reported that the pipeline had closed. The report is unchecked.", notes=("unchecked",)),
    ],
)
def relay_unverified(reading: Reading, options: Options) -> Iterator[Hit]:
    settled: set[str] = {*options.outlets_trusted}
    first: dict[str, Attribution] = {}
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if not mention.relay_chain or mention.proximity not in _RELAYED or mention.span is None:
            continue
        outlet = mention.relay_chain[0]
        if mention.status is SourceStatus.DATA or (mention.status in _PEOPLE and not options.interviews):
            continue
        if outlet in settled or unnamed(reading, attribution) or judgement(reading, attribution) is not None:
            continue
        if _settled(reading, attribution, outlet, options.notes):
            settled.add(outlet)
        else:
            first.setdefault(outlet, attribution)
    for outlet, attribution in first.items():
        span = reading.mention(attribution).span
        if outlet not in settled and span is not None:
            yield Hit(span, reading.source(attribution), attribution, words={"outlet": outlet})


def _settled(reading: Reading, attribution: Attribution, outlet: str, notes: tuple[str, ...]) -> bool:
    if verification_note(reading, attribution) is not None or borne_out(reading, attribution, beyond=outlet):
        return True
    near = reading.around(attribution.cue.span, 1)
    return any(note in near.of(reading.text) for note in notes)
