"""A figure stands without a source.

What it does
------------
Flags a sentence that holds a figure a reader may ask about (a share, a sum, a toll, an area, a population, a count
with its unit) and that nothing attributes: no source in the sentence and none that goes on from the one before. One
finding lists all figures of the sentence. Dates, times, ages, scores, distances, ordinals, legal thresholds and
counts below `min_value` need none.

Why it matters
--------------
Somebody counted, measured or guessed. Who it was decides how far the figure can be trusted.

When to switch it off
---------------------
For background sheets and explainers that list their sources at the end.
"""

from collections.abc import Iterator

from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import STATISTIC


@rule(
    code="ATTR203",
    name="unattributed-statistic",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="No source for {figures}.",
    policies=("RTR-S", "AP-ATT", "BBC", "BZF"),
    examples=[
        flagged("[[Some 40,000]] clients have closed their accounts since March."),
        flagged("The drought has cost farmers [[€3.1 million]] this year."),
        clean("Some 40,000 clients have closed their accounts since March, according to the central bank."),
        clean("The bank opened on March 12, 2019, when its founder was 34."),
        clean("“We lost 40,000 clients,” said Olga Petrova, the bank's treasurer."),
        clean("The two presidents met for three hours in the old town hall."),
    ],
)
def unattributed_statistic(reading: Reading, options: object) -> Iterator[Hit]:
    for unit in reading.unsourced:
        spans = [item.span for item in unit.evidence if item.code == STATISTIC and item.span is not None]
        if spans:
            figures = ", ".join(span.of(reading.text) for span in spans)
            yield Hit(spans[0], related=tuple(spans[1:]), words={"figures": figures})
