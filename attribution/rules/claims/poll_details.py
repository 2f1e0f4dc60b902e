"""A poll is cited without what a reader needs to weigh it.

What it does
------------
Flags a poll whose pollster is not named ("polls show", "a new poll found"), unless the passage tells whom it asked or
how far it can be off. With `pollster_enough` off, a named pollster is not enough: the passage must then give the
sample or the margin of error.

Why it matters
--------------
Who asked, whom, how many and when decides whether fifty-two per cent means anything.

When to switch it off
---------------------
In columns on the state of a race that is polled every day.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_POLL = re.compile(r"\b(?:[A-Z][\w&.’'/-]{1,30} ){1,5}(?:\w{1,12} ){0,2}(?:poll|survey|polls|average)\b")
_POLLSTER = re.compile(
    r"\b(?:[A-Z][\w&.’'/-]{1,30} ){1,5}(?:\w{1,12} ){0,2}(?:polls?|surveys?|average|polling)\b"
    r"|\b(?:poll|survey|polls|surveys|polling|averages?)\b[^.;]{0,30}\b(?:by|from|for) (?:the )?[A-Z][\w-]"
)


@frozen
class Options:
    """`window`: how many sentences around a poll belong to the passage on it.

    `pollster_enough`: whether the name of the pollster settles it.
    """

    window: int = 2
    pollster_enough: bool = True


@rule(
    code="ATTR210",
    name="poll-details",
    severity=Severity.WARNING,
    scope=Scope.PARAGRAPH,
    message="Whose poll, who was asked, and when? “{text}”.",
    policies=("AP-POLL",),
    options=Options,
    examples=[
        flagged("[[Polls show]] that two in three voters distrust their bank."),
        flagged("The race is close. [[A new poll found]] the mayor ahead by two points."),
        flagged("A [[Norvik poll]] put the mayor ahead.", pollster_enough=False),
        clean("A Norvik poll of 1,200 adults found the mayor ahead; the margin of error is three points."),
        clean("A new poll by Norvik found the mayor ahead by two points."),
        clean("The polls open at seven and close at nine."),
        clean("“Polls show we are ahead,” said Ana Ruiz, the mayor."),
    ],
)
def poll_details(reading: Reading, options: Options) -> Iterator[Hit]:
    for found in reading.pattern("research", "bare-polls").finditer(reading.text):
        span = Span(*found.span())
        if not reading.quoted(span) and not reading.heading(span) and not _identified(reading, span, options.window):
            yield Hit(span)
    if not options.pollster_enough:
        for found in _POLL.finditer(reading.text):
            span = Span(*found.span())
            if not reading.quoted(span) and not _measured(reading, span, options.window):
                yield Hit(span)


def _identified(reading: Reading, span: Span, window: int) -> bool:
    near = reading.around(span, window)
    return _POLLSTER.search(reading.text, near.start, near.end) is not None or _measured(reading, span, window)


def _measured(reading: Reading, span: Span, window: int) -> bool:
    """Whether the passage gives the sample or the margin of error."""
    near = reading.around(span, window)
    return reading.pattern("research", "sample", "margin").search(reading.text, near.start, near.end) is not None
