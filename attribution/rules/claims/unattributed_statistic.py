"""A figure stands without a source.

What it does
------------
Flags a sentence that holds a figure a reader may ask about (a share, a sum, a toll, an area, a population, a count
with its unit) and that nothing attributes: no source in the sentence and none that goes on from the one before. One
finding lists all figures of the sentence. A share or a sum that stands in a sentence in which somebody speaks, but
outside what is said, has no source either. Dates, times, ages, scores, distances, ordinals, legal thresholds and
counts below `min_value` need none; nor does what anyone can look up or has been told: exact counts below a million
("1,204 signatures"), prices, fines, purchases, rates, what a market did, results of a vote, a poll's own shares, how
many live in a town, a small crowd, the size of a thing, a declared goal, a figure met before ("the 40,000 clients"),
figures that go on with a report or a speaker's own affairs, and an article in the first person.

Why it matters
--------------
Somebody counted, measured or guessed. Who it was decides how far the figure can be trusted.

When to switch it off
---------------------
For background sheets and explainers that list their sources at the end.
"""

from collections.abc import Iterator

from attribution.model.document import Figure, FigureKind
from attribution.model.finding import Severity
from attribution.rules.answered_for import answered_for
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.claims import STATISTIC
from attribution.scoring.common_record import of_common_record

_LOOKED_FOR = (FigureKind.PERCENTAGE, FigureKind.MONEY)
_LEAST_SUM = 1000
_BEFORE = 800


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
        flagged("In the north, where [[43 percent]] of farms are in debt, the minister said that help was coming."),
        clean("Some 40,000 clients have closed their accounts since March, according to the central bank."),
        clean("The bank opened on March 12, 2019, when its founder was 34."),
        clean("“We lost 40,000 clients,” said Olga Petrova, the bank's treasurer."),
        clean("Membership dues were $6,612 a year, and tickets for the gala start at $25,000."),
        clean("Nordbank gained 31 cents, or 1.9 percent, to $16.62."),
        clean("The union has set itself a goal of $64 million."),
        clean("The petition has 48,310 signatures, and the 52,000 pages were read in a week."),
        flagged("The strike has thrown [[more than 48,000]] people out of work."),
        clean("Ortega won 43 percent in the north, and the court fined him $2 million."),
        clean("The two presidents met for three hours in the old town hall."),
    ],
)
def unattributed_statistic(reading: Reading, options: object) -> Iterator[Hit]:
    for unit in reading.unsourced:
        given = [item.span for item in unit.evidence if item.code == STATISTIC and item.span is not None]
        spans = [figure.span for figure in reading.figures_within(given) if not _answered(reading, figure)]
        if spans:
            figures = ", ".join(span.of(reading.text) for span in spans)
            yield Hit(spans[0], related=tuple(spans[1:]), words={"figures": figures})
    for figure in reading.document.figures:
        if _beside_what_is_said(reading, figure):
            yield Hit(figure.span, words={"figures": figure.span.of(reading.text)})


def _beside_what_is_said(reading: Reading, figure: Figure) -> bool:
    """Whether a share or a sum stands in a sentence in which somebody speaks, and outside of all that anybody says."""
    if figure.kind not in _LOOKED_FOR or reading.attributed(figure.span) or reading.quoted(figure.span):
        return False
    sentence = reading.sentence_at(figure.span.start)
    if sentence is None or reading.heading(figure.span) or (figure.kind is FigureKind.MONEY and _small(figure)):
        return False
    if not any(item.audited for item in reading.cues_within(sentence.span)):
        return False
    above = max(0, sentence.span.start - _BEFORE)
    if of_common_record(figure, reading.text, sentence.span, above, reading.lexicons):
        return False
    return not answered_for(reading, figure, sentence)


def _answered(reading: Reading, figure: Figure) -> bool:
    sentence = reading.sentence_at(figure.span.start)
    return sentence is not None and answered_for(reading, figure, sentence)


def _small(figure: Figure) -> bool:
    return figure.value is not None and figure.value < _LEAST_SUM
