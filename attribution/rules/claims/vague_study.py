"""Research is cited and nobody can look it up.

What it does
------------
Flags "studies show", "research suggests", "a study found" and the like when no author, institution, journal, year or
link stands in the sentence or up to `window` sentences around it, within the paragraph.

Why it matters
--------------
There is a study for nearly everything. Which one, by whom and when is what makes it evidence.

When to switch it off
---------------------
In advice columns that list their sources at the end.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_TRACEABLE = re.compile(
    r"https?://|\b(?:19|20)\d\d\b|\b(?:by|from|at|in) (?:the |a |an )?(?:\w{1,20} ){0,2}[A-Z]"
    r"|['’]s? (?:\w{1,20} ){0,2}(?:study|research|data)\b"
)


@frozen
class Options:
    """`window`: how many sentences around may say whose research it is."""

    window: int = 1


@rule(
    code="ATTR211",
    name="vague-study",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}”: whose?",
    policies=("WPD", "TTI", "BZF"),
    options=Options,
    examples=[
        flagged("[[Studies show]] that small lenders fail first."),
        flagged("Pills are cheap. [[Research suggests]] that patients prefer them."),
        clean("Studies show that small lenders fail first, according to a review published in The Lancet."),
        clean("A study found that small lenders fail first. Its authors work at Oslo University."),
        clean("“Studies show that they fail,” said Ivar Lund, a banker."),
        clean("She studies showers of meteors and researches shows."),
    ],
)
def vague_study(reading: Reading, options: Options) -> Iterator[Hit]:
    for found in reading.pattern("research", "vague-studies").finditer(reading.text):
        span = Span(*found.span())
        if reading.quoted(span) or reading.heading(span) or _traceable(reading, span, options.window):
            continue
        if not _told(reading, span):
            yield Hit(span)


def _traceable(reading: Reading, span: Span, window: int) -> bool:
    """Whether words nearby, in the same paragraph, tell whose research it is."""
    near = reading.around(span, window)
    paragraph = reading.document.paragraph_at(span.start)
    if paragraph is not None:
        near = Span(max(near.start, paragraph.span.start), min(near.end, paragraph.span.end))
    words = near.of(reading.text)
    return bool(_TRACEABLE.search(words) or reading.pattern("research", "producers").search(words))


def _told(reading: Reading, span: Span) -> bool:
    """Whether a source other than the research says it: "studies show, Mr. Lund said"."""
    others = (
        item
        for item in reading.cues_within(reading.around(span, 0))
        if item.source is not None and not item.source.overlaps(span) and not item.cue.span.overlaps(span)
    )
    return any(piece.covers(span) for item in others for piece in item.content)
