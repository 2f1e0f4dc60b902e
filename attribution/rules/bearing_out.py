"""Whether another source stands behind a claim, and whether the article says that it could not check one."""

from attribution.model.attribution import Attribution
from attribution.model.span import Span
from attribution.rules.reading import Reading
from attribution.scoring.corroboration import confirms, same_content

COMPARED = 60
"""How many attributions before and after are compared: more than most articles have, so that cost stays linear."""

NOTE_REACH = 4
"""How many sentences after a claim a note that it could not be checked may stand, while nobody else speaks."""


def borne_out(reading: Reading, attribution: Attribution, *, beyond: str | None = None) -> bool:
    """Whether another source in the article stands behind what `attribution` says.

    It does when it says much the same, or when it stands next to it and says that it confirms it. Sources that came
    through the outlet `beyond` do not count.
    """
    mine = reading.mention(attribution).source
    near = reading.around(Span(attribution.start, attribution.end))
    for other in reading.neighbours(attribution, COMPARED):
        theirs = reading.mention(other)
        if (
            theirs.span is None
            or theirs.source in (None, mine)
            or (beyond is not None and beyond in theirs.relay_chain)
        ):
            continue
        if near.start <= other.cue.span.start < near.end and confirms(other, reading.text, reading.lexicons):
            return True
        if same_content(reading.content_words(attribution), reading.content_words(other)):
            return True
    return False


def verification_note(reading: Reading, attribution: Attribution) -> Span | None:
    """Words that say whether a claim was checked ("could not be independently verified"), in its sentence or after it.

    The note of a later source is none of this one's: another source's claim in between ends the search.
    """
    here = reading.around(attribution.cue.span, 0)
    ahead = Span(here.start, max(here.end, reading.around(attribution.cue.span, NOTE_REACH).end))
    found = reading.pattern("verification").search(reading.text, ahead.start, ahead.end)
    if found is None:
        return None
    mine = reading.mention(attribution).source
    between = reading.cues_within(Span(here.end, max(here.end, reading.around(Span(*found.span()), 0).start)))
    others = (other for other in between if other.audited and reading.mention(other).source not in (None, mine))
    return None if any(not _pronoun(reading, other) for other in others) else Span(found.start(), found.end())


def _pronoun(reading: Reading, attribution: Attribution) -> bool:
    """Whether a pronoun speaks: it goes on with the source before it more surely than it can be resolved."""
    return attribution.source is not None and attribution.source.of(reading.text).lower() in ("he", "she", "they", "it")
