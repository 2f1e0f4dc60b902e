"""Somebody is said to have broken the law, and nothing says who says so.

What it does
------------
Flags a sentence that states a crime or gross misconduct of a person or organisation with a name ("embezzled",
"defrauded", "took bribes") when nothing attributes it and no charge, verdict or court is mentioned.

Why it matters
--------------
It is the costliest sentence in a paper: unfair if wrong, and a libel. An indictment, a ruling or an accuser must carry
it.

When to switch it off
---------------------
For history, where the crime is long established.
"""

import re
from collections.abc import Iterator

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import ALLEGATION

_COUNTED = re.compile(r"\b(?:of|for|from|in|by|more|fewer|other)\s{1,2}$")
_NAMED = re.compile(r"[A-Z][\w.'’-]{1,30}(?: (?:de|van|von|al|bin|el) )? ?(?:[A-Z][\w.'’-]{1,30})")
_BEFORE = 80
"""How many characters before the accusation its subject may stand."""


@rule(
    code="ATTR202",
    name="unattributed-allegation",
    severity=Severity.ERROR,
    scope=Scope.SENTENCE,
    message="Who says so? “{text}” is stated of somebody as a fact.",
    policies=("AP-ALL", "BBC", "IPSO"),
    examples=[
        flagged("Chairman Ivan Petrenko [[embezzled]] two million from the fund."),
        flagged("The bank grew fast. Its founder, Marta Kral, [[defrauded]] the savers of two towns."),
        clean("Prosecutors say in an indictment that Ivan Petrenko embezzled two million from the fund."),
        clean("Ivan Petrenko was convicted in May. He embezzled two million from the fund."),
        clean("Marta Kral has denied that she defrauded the savers."),
        clean("The film tells how a banker defrauded the savers."),
    ],
)
def unattributed_allegation(reading: Reading, options: object) -> Iterator[Hit]:
    for unit in reading.unsourced:
        spans = [item.span for item in unit.evidence if item.code == ALLEGATION and item.span is not None]
        if (
            spans
            and not _counted(reading, spans[0])
            and _of_someone(reading, unit.span, spans[0])
            and not _processed(reading, spans[0])
        ):
            yield Hit(spans[0], related=tuple(spans[1:]))


def _counted(reading: Reading, accusation: Span) -> bool:
    """Whether the word is a noun in a count: "the number of murders per capita" accuses nobody."""
    return _COUNTED.search(reading.text, max(0, accusation.start - len("number of ")), accusation.start) is not None


def _of_someone(reading: Reading, sentence: Span, accusation: Span) -> bool:
    """Whether a name of two words or more stands close before the accusation."""
    start = max(sentence.start, accusation.start - _BEFORE)
    return _NAMED.search(reading.text, start, accusation.start) is not None


def _processed(reading: Reading, accusation: Span) -> bool:
    """Whether the sentence or the one before speaks of a charge, a court or a verdict, or a title holds the word."""
    here = reading.around(accusation, 0)
    near = reading.around(accusation, 1)
    if reading.text[accusation.start].isupper():
        return True
    if reading.pattern("hearsay", "accusing").search(reading.text, here.start, here.end):
        return True
    return reading.pattern("allegations", "process").search(reading.text, near.start, here.end) is not None
