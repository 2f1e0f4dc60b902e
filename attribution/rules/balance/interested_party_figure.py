"""A party to a conflict gives a figure about its adversary, and nothing says whether it was checked.

What it does
------------
Flags a toll, a loss or a gain of ground about an adversary that comes from a party to the same conflict, with no
note within a sentence of it that the figure was, or could not be, verified. Who is party to what is a list in the
lexicon `belligerents`, which a newsroom can add to; parties that are not listed are never flagged.

Why it matters
--------------
Both sides count, and both gain by counting high. The caveat is a short sentence.

When to switch it off
---------------------
Where the house states once, at the foot of every such story, that claims of the parties cannot be checked.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.lexicons.entry import Group
from attribution.model.attribution import Attribution
from attribution.model.document import Figure, FigureKind
from attribution.model.finding import Severity
from attribution.model.source import Source
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import verification_note
from attribution.rules.reading import Reading

_COUNTED = (FigureKind.CASUALTIES, FigureKind.TERRITORY)


@frozen
class Options:
    """`accept_verification_note` lets "could not be verified" settle it."""

    accept_verification_note: bool = True


@rule(
    code="BAL604",
    name="interested-party-figure",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="{source} is a party to the conflict, and nothing says whether “{figure}” was checked.",
    policies=("BBC", "RTR-S"),
    options=Options,
    examples=[
        flagged("[[President Volodymyr Zelensky]] said on Monday that over 3,000 Russian soldiers had been killed."),
        flagged("[[Russia's Defense Ministry]] said that 250 Ukrainian troops were killed in the raid."),
        clean(
            "President Volodymyr Zelensky said on Monday that over 3,000 Russian soldiers had been killed. "
            "The figure could not be independently verified."
        ),
        clean("President Volodymyr Zelensky said on Monday that 300 Ukrainian soldiers had been killed."),
        clean("The Red Cross said on Monday that over 3,000 Russian soldiers had been killed."),
        clean("President Volodymyr Zelensky said on Monday that he would visit 3 cities."),
    ],
)
def interested_party_figure(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        figures = [figure for figure in reading.figures_within(attribution.content) if figure.kind in _COUNTED]
        source = reading.source(attribution)
        if not figures or source is None or not _about_adversary(reading, attribution, source):
            continue
        if options.accept_verification_note and verification_note(reading, attribution) is not None:
            continue
        yield _hit(reading, attribution, source, figures)


def _hit(reading: Reading, attribution: Attribution, source: Source, figures: list[Figure]) -> Hit:
    span = reading.mention(attribution).span or attribution.cue.span
    spans = tuple(figure.span for figure in figures)
    return Hit(span, source, attribution, related=spans, words={"figure": spans[0].of(reading.text)})


def _about_adversary(reading: Reading, attribution: Attribution, source: Source) -> bool:
    """Whether the source belongs to a listed party and its words name one of that party's adversaries."""
    party = _party(reading, source)
    if party is None or not party.texts("adversaries"):
        return False
    adversaries = reading.pattern("belligerents", *party.texts("adversaries"))
    return any(adversaries.search(reading.text, span.start, span.end) for span in attribution.content)


def _party(reading: Reading, source: Source) -> Group | None:
    """The party that the source's name, role, affiliation or description names first."""
    spans = [span for span in (source.role, source.affiliation, *source.spans[:1]) if isinstance(span, Span)]
    described = " ".join([source.name or "", source.label, *(span.of(reading.text) for span in spans)])
    found = [
        (match.start(), group.name, group)
        for group in reading.lexicons.lexicon("belligerents").groups
        if (match := reading.pattern("belligerents", group.name).search(described))
    ]
    return min(found, key=lambda item: item[:2])[2] if found else None
