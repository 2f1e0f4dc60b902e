"""A statement stands without a source.

What it does
------------
Flags every checkable sentence that nothing attributes: no source in it, none that goes on from the sentence before, no
background known to all. Sentences with a figure, harm or an accusation have rules of their own and are left to them.

Why it matters
--------------
A reader who wants to know how the article knows finds nobody to ask.

When to switch it off
---------------------
It is off unless asked for (or under the policy "strict"): good reporters state much that they saw or that nobody
disputes, and no reading of the words alone can tell.
"""

from collections.abc import Iterator

from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import ALLEGATION, HARM, STATISTIC

_OTHER_RULES = frozenset({STATISTIC, HARM, ALLEGATION})


@rule(
    code="ATTR201",
    name="unattributed-claim",
    severity=Severity.INFO,
    scope=Scope.SENTENCE,
    message="No source for this sentence.",
    policies=("AP-ATT", "RTR-S"),
    enabled=False,
    examples=[
        flagged("[[The company plans to leave the country and its rivals are afraid of the new tax.]]"),
        flagged("Ana Ruiz, the mayor, spoke in May.\n\n[[The new bridge will probably never open to heavy lorries.]]"),
        clean("The company plans to leave the country, its chairman Karl Lindt said."),
        clean("The company has cost taxpayers some 40,000 euros a day."),
        clean("What will the company do now that the tax is law?"),
    ],
)
def unattributed_claim(reading: Reading, options: object) -> Iterator[Hit]:
    for unit in reading.unsourced:
        if _OTHER_RULES.isdisjoint(item.code for item in unit.evidence):
            yield Hit(unit.span)
