"""Whether another source stands behind a claim, and whether the article says that it could not check one."""

from collections.abc import Iterable

from attribution.model.attribution import Attribution
from attribution.model.span import Span
from attribution.rules.reading import Reading
from attribution.scoring.corroboration import confirms, content_words, same_content

NOTE_REACH = 2
"""How many sentences before or after a claim a note that it could not be checked may stand."""


def borne_out(
    reading: Reading, attribution: Attribution, others: Iterable[Attribution], *, beyond: str | None = None
) -> bool:
    """Whether one of `others` gives another source for what `attribution` says.

    It does when it says much the same, or when it stands next to it and says that it confirms it. Sources that came
    through the outlet `beyond` do not count.
    """
    mine = reading.mention(attribution)
    words = content_words(attribution, reading.text, reading.lexicons)
    near = reading.around(Span(attribution.start, attribution.end))
    for other in others:
        theirs = reading.mention(other)
        if other.index == attribution.index or theirs.span is None or theirs.source in (None, mine.source):
            continue
        if beyond is not None and beyond in theirs.relay_chain:
            continue
        if near.start <= other.cue.span.start < near.end and confirms(other, reading.text, reading.lexicons):
            return True
        if same_content(words, content_words(other, reading.text, reading.lexicons)):
            return True
    return False


def verification_note(reading: Reading, span: Span) -> Span | None:
    """Words near `span` that say the claim was, or could not be, checked: "could not be independently verified"."""
    near = reading.around(span, NOTE_REACH)
    found = reading.pattern("verification").search(reading.text, near.start, near.end)
    return Span(found.start(), found.end()) if found else None
