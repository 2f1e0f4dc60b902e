"""One claim is hedged twice.

What it does
------------
Flags "accused of allegedly stealing", "an alleged suspect", "claims to have reportedly won", and "allegedly" or
"reportedly" in what somebody is given as the source of ("reportedly fled, according to Reuters"). Quotations and
headings are left alone. The fix takes the adverb out: the doubt stays where it was stated first.

Why it matters
--------------
Two hedges do not make a claim safer than one. The second tells the reader that the writer lost track of who says so.

When to switch it off
---------------------
Where a lawyer insists on the adverb whatever else the sentence says.
"""

from collections.abc import Iterator

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import FixKind, Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.wording.deleting import without


@rule(
    code="WORD503",
    name="double-hedge",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}” doubts what the sentence has put down to somebody already.",
    policies=("AP-ALL",),
    fix=FixKind.SAFE,
    examples=[
        flagged("The clerk was accused of [[allegedly]] selling passports."),
        flagged("Police arrested an [[alleged]] suspect on Monday."),
        flagged("The clerk [[allegedly]] sold passports, according to the indictment."),
        flagged("The clerk has [[reportedly]] fled, Reuters reported on Monday."),
        clean("The clerk was accused of selling passports."),
        clean("The clerk allegedly sold passports. His lawyer said he did not."),
        clean("Police arrested an alleged thief on Monday."),
        clean("“He is accused of allegedly selling passports,” said Omar Haddad, his lawyer."),
        clean("The clerk, who reportedly fled, was found in May. According to his lawyer, he is ill."),
    ],
)
def double_hedge(reading: Reading, options: object) -> Iterator[Hit]:
    for hedge in (*_in_a_phrase(reading), *_in_a_claim(reading)):
        if not reading.quoted(hedge) and not reading.heading(hedge):
            yield Hit(hedge, fix=without(reading.text, hedge, safe=True))


def _in_a_phrase(reading: Reading) -> Iterator[Span]:
    """Hedges that stand next to another word for the same doubt."""
    for found in reading.pattern("double_hedges", "hedge-after").finditer(reading.text):
        yield Span(found.end() - len(found.group().split()[-1]), found.end())
    for found in reading.pattern("double_hedges", "hedge-before").finditer(reading.text):
        yield Span(found.start(), found.start() + len(found.group().split()[0]))


def _in_a_claim(reading: Reading) -> Iterator[Span]:
    """Hedges inside what the sentence puts down to somebody by a verb that keeps its distance, or to an outlet."""
    hedges = reading.pattern("double_hedges", "hedges")
    for attribution in reading.analysis.attributions:
        if attribution.source is None or not _distant(reading, attribution):
            continue
        here = reading.around(attribution.cue.span, 0)
        for piece in attribution.content:
            if here.covers(piece):
                yield from (Span(*found.span()) for found in hedges.finditer(reading.text, piece.start, piece.end))


def _distant(reading: Reading, attribution: Attribution) -> bool:
    if attribution.cue.lemma in reading.phrases("double_hedges", "claiming"):
        return True
    return attribution.cue.lemma == "report" and reading.mention(attribution).status is SourceStatus.OUTLET
