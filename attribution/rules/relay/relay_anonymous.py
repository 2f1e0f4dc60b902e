"""Another outlet's unnamed source is passed on and nothing bears it out.

What it does
------------
Flags an unnamed source that reached the article through another outlet, when no source of another provenance says
the same and no note says whether the claim could be checked. It is flagged once a source. What was told to the
outlet whose article it is (`own_outlet` in the configuration) is first-hand and left alone.

Why it matters
--------------
The desk that passes it on does not know who spoke. If the other outlet is wrong, so is everybody after it.

When to switch it off
---------------------
For press reviews. List the agencies you take responsibility for in `outlets_trusted`.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Proximity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import borne_out, verification_note
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, unnamed


@frozen
class Options:
    """`outlets_trusted`: outlets whose sources count as your own.

    `accept_verification_note`: whether "could not be verified" and the like settle it.
    """

    outlets_trusted: tuple[str, ...] = ()
    accept_verification_note: bool = True


@rule(
    code="RELAY401",
    name="relay-anonymous",
    severity=Severity.WARNING,
    scope=Scope.SOURCE,
    message="Passed on from {outlet} and borne out by nothing else: {source}.",
    policies=("IND", "BBC", "AP-CRED"),
    options=Options,
    examples=[
        flagged("[[Two officials]] told Bloomberg that the pipeline would close."),
        flagged(
            "Reuters reported on Monday, citing [[a source in the energy ministry]], that the pipeline would close."
        ),
        clean("Two officials told Bloomberg that the pipeline would close.", own_outlet="Bloomberg"),
        clean(
            "Two officials told Bloomberg that the pipeline would close. The claim could not be independently verified."
        ),
        clean(
            "Two officials told Bloomberg that the pipeline would close. It would be in May, they said. "
            "Reuters was not immediately able to verify the report."
        ),
        clean("Jan Novak, the energy minister, told Bloomberg that the pipeline would close."),
        clean("Two officials told lawmakers that the pipeline would close."),
    ],
)
def relay_anonymous(reading: Reading, options: Options) -> Iterator[Hit]:
    settled: set[str] = set()
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if mention.source in settled or not mention.relay_chain or not unnamed(reading, attribution):
            continue
        if mention.relay_chain[0] in options.outlets_trusted or mention.proximity is Proximity.PUBLIC:
            continue
        source = reading.source(attribution)
        if source is not None and not informant(reading, source):
            continue
        if _settled(reading, attribution, options):
            if mention.source is not None:
                settled.add(mention.source)
            continue
        span = mention.span or attribution.cue.span
        yield Hit(span, source, attribution, words={"outlet": mention.relay_chain[0]})


def _settled(reading: Reading, attribution: Attribution, options: Options) -> bool:
    outlet = reading.mention(attribution).relay_chain[0]
    if options.accept_verification_note and verification_note(reading, attribution) is not None:
        return True
    return borne_out(reading, attribution, beyond=outlet)
