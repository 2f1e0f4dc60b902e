"""A source goes unnamed and the reader is not told why.

What it does
------------
Flags a source that informs the reporter without being named, when nothing in the article says why: no "because",
"for fear of", "to discuss private talks" or "under ground rules" at any of its mentions. It is flagged once, where
its terms are stated or, without terms, at its first mention. Public groups ("Ukrainian officials have said"),
people who merely appear in a story and people heard in public only are left alone.

Why it matters
--------------
Anonymity asks the reader for trust. What a source risks by being named, and what it gains by speaking, is all the
reader has to weigh that trust by; a reason stated once for the source is enough.

When to switch it off
---------------------
Where house style holds a rote reason to be worse than none, or where an agency's own rules say reasons elsewhere.
Set `relayed` to "off" when other outlets' sources are not yours to explain.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, member_of_a_group, reason_given


@frozen
class Options:
    """`relayed`: "warn" or "off": whether sources that spoke to another outlet are owed a reason here too."""

    relayed: str = "warn"


@rule(
    code="ANON101",
    name="no-anonymity-reason",
    severity=Severity.WARNING,
    scope=Scope.SOURCE,
    message="Not named, and no reason given: {source}.",
    policies=("AP-WHY", "SPJ", "NPR", "JTI"),
    options=Options,
    examples=[
        flagged("[[Speaking on condition of anonymity]], two port officials said the crane had failed twice before."),
        flagged("The merger is off, according to [[a senior executive at the bank]]."),
        clean(
            "Two port officials said the crane had failed. They spoke on condition of anonymity because they "
            "feared dismissal."
        ),
        clean("An aide to the mayor, who asked not to be named because the talks are private, said a deal was close."),
        clean("Port officials have said that the crane is safe."),
        clean("The answers were collected anonymously, said Maria Okafor, who led the survey."),
        clean("A judge told the court that the hearing would resume in May."),
    ],
)
def no_anonymity_reason(reading: Reading, options: Options) -> Iterator[Hit]:
    for source in reading.analysis.sources:
        if (options.relayed == "off" and source.relay_chain) or not informant(reading, source):
            continue
        if reason_given(reading, source):
            continue
        spoken = [item for item in reading.spoken_by(source) if not reading.heading(item.cue.span)]
        grants = reading.grants_to(source)
        if not spoken or (not grants and member_of_a_group(reading, reading.mention(spoken[0]))):
            continue
        first = reading.mention(spoken[0]).span or spoken[0].cue.span
        yield Hit(grants[0].span if grants else first, source, spoken[0], related=(first,) if grants else ())
