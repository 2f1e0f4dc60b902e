"""A claim has passed through several outlets.

What it does
------------
Flags a claim that more than `max_hops` outlets stand between its source and the reader: one outlet citing another
that cited a third.

Why it matters
--------------
At each hop a hedge falls off. Find the first report and cite that one.

When to switch it off
---------------------
For reporting on how a rumour spread.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_PRONOUNS = frozenset({"he", "it", "she", "they", "we"})


@frozen
class Options:
    """`max_hops`: how many outlets may stand between source and reader."""

    max_hops: int = 1


@rule(
    code="RELAY405",
    name="relay-chain",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="The claim has passed through {outlets}: cite the first report.",
    policies=("AP-SOC", "CBC"),
    options=Options,
    examples=[
        flagged(
            "Bild, citing The Wall Street Journal, which in turn cited [[an adviser to the chancellor]], wrote "
            "that Berlin will send tanks."
        ),
        flagged("Al Arabiya, quoting [[Haaretz]], said a list of prisoners had been drawn up."),
        clean("Reuters, citing an adviser to the chancellor, reported that Berlin will send tanks."),
        clean("An adviser to the chancellor told Bild that Berlin will send tanks."),
        clean("Bild and The Wall Street Journal are read in Berlin, said Jonas Weber, who sells newspapers there."),
    ],
)
def relay_chain(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if len(mention.relay_chain) > options.max_hops and _told_here(reading, attribution):
            span = mention.span or attribution.cue.span
            words = {"outlets": ", ".join(mention.relay_chain)}
            yield Hit(span, reading.source(attribution), attribution, words=words)


def _told_here(reading: Reading, attribution: Attribution) -> bool:
    """Whether the sentence hands the claim from outlet to outlet: what earlier ones said may have come another way."""
    mention = reading.mention(attribution)
    if any(outlet.lower() in _PRONOUNS for outlet in mention.relay_chain):
        return False
    handed_on = len(attribution.via) + (mention.status is SourceStatus.OUTLET)
    sentence = reading.around(attribution.cue.span, 0).of(reading.text)
    named = (outlet.removeprefix("The ") in sentence for outlet in mention.relay_chain)
    return handed_on >= len(mention.relay_chain) or all(named)
