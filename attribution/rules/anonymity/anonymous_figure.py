"""A figure rests on one person who is not named.

What it does
------------
Flags a statistic (a share, a sum of money, a toll, a measure) whose only source is one unnamed individual, first-
hand or relayed. Dates, ages and ordinals are no statistics. A second source for the same claim, or a note that it
could not be checked, exempts it.

Why it matters
--------------
A number looks like something measured. If one person who cannot be held to it is all there is, the reader should be
told so.

When to switch it off
---------------------
On markets desks, where the price one trader names is the news. Raise `min_value` to pass over small counts.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.document import Figure, FigureKind
from attribution.model.finding import Severity
from attribution.model.source import Proximity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import borne_out, verification_note
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, single_person

HANDFUL = 10
"""Fewer people or things than these are told one by one: "about three people had sent such notes"."""

_NEXT = re.compile(r"(?:an?|the)\s(?:second|third|fourth|fifth)\b", re.IGNORECASE)
_COUNTS = (FigureKind.STATISTIC, FigureKind.POPULATION)


@frozen
class Options:
    """`min_value`: the least number that counts.

    `accept_verification_note`: whether "could not be verified" and the like settle it.
    """

    min_value: float = 2.0
    accept_verification_note: bool = True


@rule(
    code="ANON114",
    name="anonymous-figure",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="“{text}” rests on one unnamed person: {source}.",
    policies=("CBC", "BBC", "RTR-S", "IPSO"),
    options=Options,
    examples=[
        flagged("A bank executive said the fund had lost [[$212 million]]."),
        flagged("One officer told Reuters that [[over 40 percent]] of the brigade had fallen ill."),
        clean("Two bank executives said the fund had lost $212 million."),
        clean("Olga Petrova, the bank's treasurer, said the fund had lost $212 million."),
        clean("A bank executive said the board would meet on May 12 at 9 a.m."),
        clean("A party adviser said Ortega would reach the 1,237 delegates she needs."),
        clean(
            "One officer told Reuters that over 40 percent of the brigade had fallen ill. The figure could not "
            "be independently verified."
        ),
    ],
)
def anonymous_figure(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        source = reading.source(attribution)
        if not single_person(reading, attribution) or source is None or not informant(reading, source):
            continue
        if _NEXT.match(reading.text, attribution.source.start if attribution.source is not None else 0):
            continue  # "a third source said": the first two have said so, or it would not be the third
        if reading.mention(attribution).proximity is Proximity.PUBLIC:
            continue
        spans = (*attribution.content, *attribution.carried)
        figures = [item for item in reading.figures_within(spans) if _statistic(reading, item, options.min_value)]
        if not figures or borne_out(reading, attribution):
            continue
        if options.accept_verification_note and verification_note(reading, attribution) is not None:
            continue
        first, *others = (figure.span for figure in figures)
        yield Hit(first, source, attribution, related=tuple(others))


def _statistic(reading: Reading, figure: Figure, least: float) -> bool:
    """Whether the figure is a finding: neither a handful of things nor a number that everybody knows ("the 1,237
    delegates that are needed")."""
    if not figure.kind.needs_source or (figure.value is not None and figure.value < least):
        return False
    if figure.kind not in _COUNTS:
        return True
    if figure.value is not None and figure.value < HANDFUL:
        return False
    sentence = reading.sentence_at(figure.span.start)
    words = sentence.span.of(reading.text) if sentence is not None else ""
    return reading.pattern("claim_markers", "results").search(words) is None
