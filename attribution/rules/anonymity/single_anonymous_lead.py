"""The lead rests on one person who is not named.

What it does
------------
Flags an article whose opening is attributed to a single unnamed individual and to nobody else, when no other source
in the article says the same. It fires only when the text makes plain that one person speaks ("a source", "one
official").

Why it matters
--------------
What readers take away is the lead. One voice that cannot be named, and that nothing bears out, is the weakest
ground to put it on; broadcasters' rules send such a story to a senior editor before it runs.

When to switch it off
---------------------
In gossip and transfer columns, whose readers know what they are. Raise or lower `lead_paragraphs` to say how long a
lead is.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import borne_out
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, single_person


@frozen
class Options:
    """`lead_paragraphs`: how many paragraphs of prose, from the first, make the lead."""

    lead_paragraphs: int = 2


@rule(
    code="ANON107",
    name="single-anonymous-lead",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    message="The lead rests on one unnamed person, and no other source bears it out: {source}.",
    policies=("BBC", "CBC", "RTR-S", "AP-04"),
    options=Options,
    examples=[
        flagged(
            "[[A source at the club]] told Sky News the manager will resign on Monday.\n\nThe club was founded in 1901."
        ),
        flagged("The minister will quit within days, [[one aide]] said.\n\nShe took office in 2021."),
        clean("Two sources at the club told Sky News the manager will resign.\n\nThe club was founded in 1901."),
        clean(
            "The minister will quit within days, one aide said.\n\nThe minister will quit within days, her "
            "spokesman Paul Adeyemi confirmed."
        ),
        clean(
            "Maria Costa, the club's chair, said the manager will resign.\n\nOne player told Sky News he was relieved."
        ),
    ],
)
def single_anonymous_lead(reading: Reading, options: Options) -> Iterator[Hit]:
    lead = _lead(reading, options.lead_paragraphs)
    if not lead or not all(single_person(reading, item) for item in lead):
        return
    sources = {reading.mention(item).source for item in lead}
    source = reading.source(lead[0])
    if len(sources) != 1 or source is None or not informant(reading, source):
        return
    if any(borne_out(reading, item) for item in lead):
        return
    span = reading.mention(lead[0]).span or lead[0].cue.span
    yield Hit(span, source, lead[0])


def _lead(reading: Reading, paragraphs: int) -> list[Attribution]:
    """What is attributed in the lead; a source in its first paragraph must carry it."""
    prose = reading.prose[: max(1, paragraphs)]
    if not prose:
        return []
    end = prose[-1].span.end
    found = [item for item in reading.claiming if prose[0].span.start <= item.cue.span.start < end]
    return found if found and found[0].cue.span.start < prose[0].span.end else []
