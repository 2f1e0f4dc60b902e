"""A source has a name and nothing else.

What it does
------------
Flags a person who is quoted by full name when the article nowhere says who that is: no title, role, affiliation, no
"who" clause. People in the list of the well-known, and those that `well_known` adds, are left alone.

Why it matters
--------------
A name is not a credential. Readers weigh what a source can know by what it is.

When to switch it off
---------------------
It is off unless asked for (or under the policy "strict"): who needs no introduction changes with the readers, and the
famous are many more than any list. Fill `well_known` before switching it on.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.source import Source, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_FEWEST_NAMES = 2
"""One name may be anything; two are a person's."""


@frozen
class Options:
    """`well_known`: more people who need no introduction."""

    well_known: tuple[str, ...] = ()


@rule(
    code="ATTR215",
    name="unidentified-name",
    severity=Severity.WARNING,
    scope=Scope.SOURCE,
    message="Who is {source}?",
    policies=("BBC", "RTR-S"),
    options=Options,
    enabled=False,
    examples=[
        flagged("The scheme has failed, [[Ivan Petrenko]] said."),
        flagged("“It failed,” said [[Lucia Moretti]]. The road was closed."),
        clean("“It failed,” said Ivan Petrenko, an energy analyst at Norvik."),
        clean("“It failed,” said Ivan Petrenko, who has run the plant since May."),
        clean("“It failed,” said Vladimir Putin."),
        clean("“It failed,” said Petrenko."),
        clean("“It failed,” said Ivan Petrenko.", well_known=("Ivan Petrenko",)),
    ],
)
def unidentified_name(reading: Reading, options: Options) -> Iterator[Hit]:
    known = {name.casefold().split()[-1] for name in (*reading.phrases("well_known"), *options.well_known)}
    for source in reading.analysis.sources:
        if not _bare(reading, source) or (source.name or "").casefold().split()[-1] in known:
            continue
        first = next((item for item in reading.spoken_by(source) if not reading.heading(item.cue.span)), None)
        span = reading.mention(first).span if first is not None else None
        if first is None or span is None or first.cue.cls is not CueClass.SPEECH:
            continue
        if span.of(reading.text) == source.name:
            yield Hit(span, source, first)


def _bare(reading: Reading, source: Source) -> bool:
    """Whether the article tells a full name of the source and nothing else of it."""
    if source.status is not SourceStatus.NAMED or len((source.name or "").split()) < _FEWEST_NAMES:
        return False
    if source.role is not None or source.affiliation is not None or source.characterization:
        return False
    return not source.details and not source.relay_chain
