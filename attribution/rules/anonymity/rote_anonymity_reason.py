"""The reason for anonymity is a formula.

What it does
------------
Flags a source whose anonymity is explained, but only by a set phrase: that it was not authorised to speak, that the
matter is sensitive, that it wished to speak freely. One concrete reason anywhere settles it for the source.

Why it matters
--------------
Whoever speaks without a name is not authorised to, and wishes to speak freely. A formula tells the reader nothing;
what the source stands to lose, and from whom, does.

When to switch it off
---------------------
Where the desk is content that some reason is given.
"""

from collections.abc import Iterator

from attribution.model.finding import Severity
from attribution.model.source import AnonymityGrant, Source
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading


@rule(
    code="ANON102",
    name="rote-anonymity-reason",
    severity=Severity.INFO,
    scope=Scope.SOURCE,
    message="The reason for not being named is a formula: {source}.",
    policies=("NYT-BOIL",),
    examples=[
        flagged("A port official, who [[spoke on condition of anonymity]] to speak freely, said the crane had failed."),
        flagged(
            "Two port officials said the crane had failed. They [[spoke on condition of anonymity]] because neither "
            "was authorized to speak publicly."
        ),
        clean(
            "A port official, who spoke on condition of anonymity because the company has threatened to dismiss "
            "staff, said the crane had failed."
        ),
        clean("A port official, who spoke on condition of anonymity, said the crane had failed."),
        clean("The minister said she was not authorized to spend the money."),
    ],
)
def rote_anonymity_reason(reading: Reading, options: object) -> Iterator[Hit]:
    for source in reading.analysis.sources:
        grants = [grant for grant in reading.grants_to(source) if grant.reason is not None]
        if grants and all(grant.reason_kind.rote for grant in grants) and not _concrete(reading, source):
            yield Hit(grants[0].span, source, related=_reason(grants[0]))


def _concrete(reading: Reading, source: Source) -> bool:
    """Whether some mention of the source carries a reason that is no formula."""
    reasons = [source.reason, *(reading.mention(item).reason for item in reading.spoken_by(source))]
    return any(reason.value != "none" and not reason.rote for reason in reasons)


def _reason(grant: AnonymityGrant) -> tuple[Span, ...]:
    return (grant.reason,) if grant.reason is not None else ()
