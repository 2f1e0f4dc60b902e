"""The lead claims something and its source comes late.

What it does
------------
Flags a lead paragraph that states a figure, a toll or an accusation without a source, when the first
source of the article stands more than `max_paragraphs` paragraphs further down, or nowhere.

Why it matters
--------------
Agencies put the source in the lead, since many readers stop there and many desks cut there.

When to switch it off
---------------------
For features that open on a scene. The policy "wire" makes it an error.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import ALLEGATION, HARM, STATISTIC

_CONTENTIOUS = frozenset({STATISTIC, HARM, ALLEGATION})


@frozen
class Options:
    """`max_paragraphs`: how many paragraphs after the lead the first source may stand."""

    max_paragraphs: int = 1


@rule(
    code="ATTR208",
    name="late-source",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    message="The lead claims “{text}”, and no source follows within {paragraphs}.",
    policies=("AFP-1", "RTR-S", "AP-ATT"),
    options=Options,
    examples=[
        flagged(
            "[[Some 40,000]] people have fled the valley since May.\n\nThe road was closed at noon.\n\nThe "
            "market was empty.\n\n"
            "“We ran,” said Lina Haddad, a teacher."
        ),
        flagged(
            "The storm caused [[extensive damage]] along the coast.\n\nThe road was closed at noon.\n\nThe "
            "market was empty."
        ),
        clean("Some 40,000 people have fled the valley since May.\n\nThe Red Cross said most of them were children."),
        clean("Some 40,000 people have fled the valley since May, the Red Cross said.\n\nThe road was closed at noon."),
        clean(
            "The valley was quiet at noon.\n\nThe road was closed.\n\nThe market was empty.\n\n“We ran,” said "
            "Lina Haddad, a teacher."
        ),
    ],
)
def late_source(reading: Reading, options: Options) -> Iterator[Hit]:
    if not reading.prose:
        return
    lead = reading.prose[0]
    last = reading.prose[min(options.max_paragraphs, len(reading.prose) - 1)]
    if any(lead.span.start <= item.cue.span.start < last.span.end for item in reading.claiming):
        return
    for unit in reading.unsourced:
        if unit.span.start >= lead.span.end:
            return
        spans = [item.span for item in unit.evidence if item.code in _CONTENTIOUS and item.span is not None]
        if spans and unit.span.start >= lead.span.start:
            count = options.max_paragraphs
            words = {"paragraphs": "the next paragraph" if count == 1 else f"{count} paragraphs"}
            yield Hit(spans[0], related=tuple(spans[1:]), words=words)
