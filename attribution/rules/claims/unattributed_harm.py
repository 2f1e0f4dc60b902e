"""Harm is reported without a source.

What it does
------------
Flags a sentence that tells of deaths, injuries, losses or damage without a number ("heavy casualties", "several
villagers were killed") or with one too small to be a statistic, when nothing attributes it. With a larger number,
ATTR203 speaks instead.

Why it matters
--------------
In war and disaster the toll is what the parties argue about. An unattributed one makes the paper a party to it.

When to switch it off
---------------------
For obituaries and history, where the harm is long established.
"""

import re
from collections.abc import Iterator

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import HARM, STATISTIC

_COUNT = re.compile(
    r"(?:(?:at least|about|nearly|some|more than)\s)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|this (?:week|morning|evening))\b",
    re.IGNORECASE,
)

_LONG_AGO = re.compile(
    r"\b(?:last (?:month|year|spring|summer|autumn|fall|winter)|years? ago|months? ago|in (?:19|20)\d\d)\b", re.I
)
_INVESTED = re.compile(
    r"\b(?:on paper|hedge funds?|investors?|invested|portfolio|shareholders?|stock|traders?)\b", re.I
)


@rule(
    code="ATTR204",
    name="unattributed-harm",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="No source for “{text}”.",
    policies=("RTR-S", "AFP", "BBC"),
    examples=[
        flagged("Both armies have sustained [[heavy losses]] in the valley."),
        flagged("Growers in the south have suffered [[crippling losses]]."),
        clean("Both armies have sustained heavy losses in the valley, the Red Cross said."),
        clean("“We took heavy losses,” said Sergeant Ilya Kravets."),
        clean("The fund has sustained enormous losses on paper."),
        clean("The court sits on Monday. Last month's fire at the mill, in which three people died, is before it."),
        clean("The club suffered a heavy defeat at home."),
        clean("The minister lost her seat and the party lost its majority."),
    ],
)
def unattributed_harm(reading: Reading, options: object) -> Iterator[Hit]:
    for unit in reading.unsourced:
        codes = {item.code for item in unit.evidence}
        spans = [item.span for item in unit.evidence if item.code == HARM and item.span is not None]
        if _COUNT.match(spans[0].of(reading.text) if spans else "") and not _fresh(reading, spans[0]):
            continue
        if spans and STATISTIC not in codes and not _on_paper(reading, spans[0]):
            yield Hit(spans[0], related=tuple(spans[1:]))


def _fresh(reading: Reading, toll: Span) -> bool:
    """Whether a small toll is this week's news: who fell in an attack of years ago needs no source any more."""
    here, near = reading.around(toll, 0), reading.around(toll, 1)
    if _LONG_AGO.search(reading.text, here.start, here.end):
        return False
    return _DAY.search(reading.text, near.start, near.end) is not None


def _on_paper(reading: Reading, loss: Span) -> bool:
    """Whether the loss is an investor's, which a market counts: "has sustained enormous losses on paper"."""
    here = reading.around(loss, 0)
    return _INVESTED.search(reading.text, here.start, here.end) is not None
