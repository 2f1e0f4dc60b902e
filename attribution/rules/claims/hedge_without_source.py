"""A claim is hedged instead of sourced.

What it does
------------
Flags "reportedly", "allegedly", "supposedly", "rumoured", "so-called" with an idea, and "unconfirmed reports", when no
source stands in the sentence or up to `window` sentences before it. Quotations and paragraphs that speak of a charge
or a court are left alone.

Why it matters
--------------
A hedge tells the reader that somebody else says so and hides who. It covers the writer without informing anyone.

When to switch it off
---------------------
In briefs that summarise stories told at length elsewhere.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_SOURCES = frozenset({CueClass.SPEECH, CueClass.EVIDENCE})


@frozen
class Options:
    """`window`: how many sentences before may hold the source."""

    window: int = 1


@rule(
    code="ATTR207",
    name="hedge-without-source",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}”: who says so?",
    policies=("NPR", "AP-ALL"),
    options=Options,
    examples=[
        flagged("The army [[reportedly]] left the valley on Monday."),
        flagged("The road was closed at noon. The mayor [[is rumored]] to want another term."),
        clean("The army reportedly left the valley on Monday, Reuters said."),
        clean("“The army reportedly left,” said Ivo Horvat, a farmer."),
        clean("Prosecutors charged the driver in May. He allegedly left the scene."),
        clean("The report was published at noon, as is supposed to happen."),
    ],
)
def hedge_without_source(reading: Reading, options: Options) -> Iterator[Hit]:
    pattern = reading.pattern("hearsay", "hedges", "rumours", "so-called", "alleged")
    for found in pattern.finditer(reading.text):
        span = Span(*found.span())
        if reading.quoted(span) or reading.heading(span) or _sourced(reading, span, options.window):
            continue
        if not _of_court(reading, span) and (found.group().lower() != "so-called" or _doubted(reading, span)):
            yield Hit(span)


def _sourced(reading: Reading, span: Span, window: int) -> bool:
    """Whether someone speaks in the sentence, or in those before it within the paragraph."""
    near = reading.around(span, window)
    here = reading.around(span, 0)
    paragraph = reading.document.paragraph_at(span.start)
    start = max(near.start, paragraph.span.start if paragraph is not None else 0)
    return any(
        item.cue.cls in _SOURCES
        and item.source is not None
        and reading.mention(item).status is not SourceStatus.PASSIVE
        for item in reading.cues_within(Span(min(start, here.end), here.end))
    )


def _of_court(reading: Reading, span: Span) -> bool:
    """Whether the paragraph speaks of a charge, a court or a verdict: "allegedly" is then the law's own word."""
    paragraph = reading.document.paragraph_at(span.start)
    if paragraph is None:
        return False
    pattern = reading.pattern("hearsay", "proceedings")
    return pattern.search(reading.text, paragraph.span.start, paragraph.span.end) is not None


def _doubted(reading: Reading, span: Span) -> bool:
    """Whether "so-called" casts doubt on a word in quotation marks; before a plain one it mostly explains a term."""
    return re.match(r"\s{1,3}[“\"‘']", reading.text[span.end : span.end + 5]) is not None
