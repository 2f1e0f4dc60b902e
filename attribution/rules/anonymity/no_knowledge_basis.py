"""Nothing says how an unnamed source knows.

What it does
------------
Flags an unnamed source of whom the article never says how it comes to know: that it was briefed, attended, has seen
the paper, was involved or has direct knowledge. "Familiar with the matter" does not count, unless `accept_familiar`
is set.

Why it matters
--------------
A title says who someone is, not what they have seen. The way of knowing is what makes an unnamed source worth
hearing.

When to switch it off
---------------------
Where naming the way of knowing would name the source, which the desk then should be able to say of each case.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Detail, Source
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, member_of_a_group

_BASIS = frozenset(
    {
        Detail.EYEWITNESS,
        Detail.PARTICIPANT,
        Detail.HAS_DOCUMENT,
        Detail.BRIEFED,
        Detail.DIRECT_KNOWLEDGE,
        Detail.INVOLVED,
    }
)
_WEAK_BASIS = frozenset({Detail.FAMILIAR, Detail.CLOSE_TO})


@frozen
class Options:
    """`accept_familiar`: whether "familiar with" and "close to" say enough."""

    accept_familiar: bool = False


# "One islander has dubbed the pier “the plank”", "someone issued an order": nothing to know.
_NO_FACTS = frozenset({"announce", "call", "dub", "issue"})


@rule(
    code="ANON112",
    name="no-knowledge-basis",
    severity=Severity.INFO,
    scope=Scope.SOURCE,
    message="No word on how this source knows: {source}.",
    policies=("NPR", "WP", "GDN"),
    options=Options,
    examples=[
        flagged("[[A Norwegian official]] said the cable had been cut on purpose."),
        flagged("The cable was cut on purpose, according to [[two people familiar with the inquiry]]."),
        clean("A Norwegian official briefed on the inquiry said the cable had been cut on purpose."),
        clean("Two people who attended the meeting said the vote was close."),
        clean("Norwegian officials have said that the cable had been cut on purpose."),
        clean("Ingrid Dahl, who leads the inquiry, said the cable had been cut on purpose."),
    ],
)
def no_knowledge_basis(reading: Reading, options: Options) -> Iterator[Hit]:
    accepted = _BASIS | _WEAK_BASIS if options.accept_familiar else _BASIS
    for source in reading.analysis.sources:
        if informant(reading, source) and accepted.isdisjoint(_details(reading, source)):
            spoken = reading.spoken_by(source)
            if _of_own_experience(reading, spoken[0]):
                continue
            yield Hit(reading.mention(spoken[0]).span or spoken[0].cue.span, source, spoken[0])


def _of_own_experience(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source is a witness, speaks of a trade of its own, or only goes on from a group named before."""
    if attribution.cue.lemma in _NO_FACTS:
        return True
    mention = reading.mention(attribution)
    head = mention.head.of(reading.text).lower() if mention.head is not None else ""
    return head in reading.phrases("informants", "of-own-experience") or member_of_a_group(reading, mention)


def _details(reading: Reading, source: Source) -> set[Detail]:
    """What any mention of the source tells of it."""
    found = set(source.details)
    for attribution in reading.spoken_by(source):
        found.update(reading.mention(attribution).details)
    return found
