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
from attribution.model.document import FigureKind
from attribution.model.finding import Severity
from attribution.model.source import Source
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.bearing_out import verification_note
from attribution.rules.reading import Reading

_COUNTED = (FigureKind.CASUALTIES, FigureKind.TERRITORY)

NEAR = 60
"""How many characters away from a figure the side that it counts may be named."""


@frozen
class Options:
    """`accept_verification_note`: whether "could not be verified" and the like settle it."""

    accept_verification_note: bool = True


@rule(
    code="BAL604",
    name="interested-party-figure",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="A party to the conflict counts its adversary, and nothing says whether “{figure}” was checked: {source}.",
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
        clean("Ukrainian officials said that Ukraine had lost 40 percent of the territory it held in Russia."),
        clean("The Red Cross said on Monday that over 3,000 Russian soldiers had been killed."),
        clean("President Volodymyr Zelensky said on Monday that he would visit 3 cities."),
    ],
)
def interested_party_figure(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        source = reading.source(attribution)
        counted = [figure for figure in reading.figures_within(attribution.content) if figure.kind in _COUNTED]
        party = _party(reading, source) if counted and source is not None else None
        if source is None or party is None:
            continue
        figures = [figure.span for figure in counted if _about_adversary(reading, figure.span, party)]
        if not figures or (options.accept_verification_note and verification_note(reading, attribution) is not None):
            continue
        span = reading.mention(attribution).span or attribution.cue.span
        words = {"figure": figures[0].of(reading.text)}
        yield Hit(span, source, attribution, related=tuple(figures), words=words)


def _party(reading: Reading, source: Source) -> Group | None:
    """The party that the source's name, role, affiliation or description names first, if it has adversaries."""
    spans = [span for span in (source.role, source.affiliation, *source.spans[:1]) if span is not None]
    described = " ".join([source.name or "", source.label, *(span.of(reading.text) for span in spans)])
    found = [
        (match.start(), group.name, group)
        for group in reading.lexicons.lexicon("belligerents").groups
        if group.texts("adversaries") and (match := reading.pattern("belligerents", group.name).search(described))
    ]
    return min(found, key=lambda item: item[:2])[2] if found else None


def _about_adversary(reading: Reading, figure: Span, party: Group) -> bool:
    """Whether the party named nearest to the figure is an adversary.

    "Ukraine has lost over 40 percent of what it gained in Russia" counts its own losses, though it names both.
    """
    others = _distance(reading, figure, *party.texts("adversaries"))
    own = _distance(reading, figure, party.name)
    return others is not None and (own is None or others < own)


def _distance(reading: Reading, figure: Span, *parties: str) -> int | None:
    """How many characters lie between a figure and the nearest word for one of the parties, if one is near."""
    pattern = reading.pattern("belligerents", *parties)
    start, end = max(0, figure.start - NEAR), min(len(reading.text), figure.end + NEAR)
    gaps = [
        max(figure.start - match.end(), match.start() - figure.end, 0)
        for match in pattern.finditer(reading.text, start, end)
    ]
    return min(gaps, default=None)
