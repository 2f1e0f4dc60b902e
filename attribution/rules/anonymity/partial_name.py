"""Only part of a name is told, and the reader is not told why.

What it does
------------
Flags a source that goes by a first name, initials or an invented name ("not her real name", "would give only his first
name") when nothing in the paragraph says what it has to fear. Military call signs are usual and left alone unless
`allow_call_signs` is off.

Why it matters
--------------
Half a name looks like a name, and nobody can be found by it. Some newsrooms forbid invented names outright.

When to switch it off
---------------------
For stories on illness or addiction, whose readers know why.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.source import AnonymityTerms
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading


@frozen
class Options:
    """`allow_call_signs`: whether a soldier may go by a call sign without a reason."""

    allow_call_signs: bool = True


@rule(
    code="ANON113",
    name="partial-name",
    severity=Severity.WARNING,
    scope=Scope.SOURCE,
    message="Only part of a name, and no word on why: “{text}”.",
    policies=("NPR", "WSJ"),
    options=Options,
    examples=[
        flagged("A baker who [[asked to be identified only by his first name]], Oleh, said the bread was gone."),
        flagged("Another resident, who would [[give only her first name]], Irina, said the lights went out."),
        clean(
            "Irina, who asked that her surname be withheld because her family lives under occupation, said the "
            "lights went out."
        ),
        clean("The soldier, who goes by the call sign Wolf, said the trench had fallen."),
        clean("Irina Bondar, a baker, said the bread was gone."),
    ],
)
def partial_name(reading: Reading, options: Options) -> Iterator[Hit]:
    granted = [grant for grant in reading.analysis.grants if grant.terms is AnonymityTerms.PARTIAL_NAME]
    for grant in granted:
        words = grant.span.of(reading.text).lower()
        if options.allow_call_signs and any(name in words for name in ("call sign", "call-sign", "callsign")):
            continue
        if not _explained(reading, grant.span):
            source = next((item for item in reading.analysis.sources if item.id == grant.source), None)
            yield Hit(grant.span, source)
    for found in reading.pattern("hearsay", "partial-names").finditer(reading.text):
        span = Span(*found.span())
        if not any(span.overlaps(grant.span) for grant in granted) and not _explained(reading, span):
            yield Hit(span)


def _explained(reading: Reading, span: Span) -> bool:
    """Whether some grant of the paragraph comes with a reason, or "because" and the like stands near."""
    paragraph = reading.document.paragraph_at(span.start)
    near = reading.around(span, 1)
    return reading.quoted(span) or (
        reading.pattern("reasons", "openers").search(reading.text, near.start, near.end) is not None
        or any(
            grant.reason is not None and reading.document.paragraph_at(grant.span.start) == paragraph
            for grant in reading.analysis.grants
        )
    )
