"""Words in quotation marks come from someone who is not named.

What it does
------------
Flags a direct quotation of `min_words` or more that is attributed to an unnamed person, or to a group that spoke on
terms of anonymity. Headlines, and people quoted because they happened to be there (a voter, a protester), are left
alone.

Why it matters
--------------
Quotation marks lend weight and colour, and nobody answers for the words. Some desks forbid them without a name; most
ask for paraphrase where it will do.

When to switch it off
---------------------
Where house rules allow unnamed quotations. Set the severity to "error" where they forbid them.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import AnonymityTerms, Source
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.words import quoted_words, spoken_quotations
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, unnamed


@frozen
class Options:
    """`min_words`: the least number of quoted words that counts."""

    min_words: int = 4


@rule(
    code="ANON106",
    name="anonymous-quote",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="A quotation nobody answers for: {source}.",
    policies=("BBG", "WP"),
    options=Options,
    examples=[
        flagged("[[“Nobody has read the contract,”]] one senior official said."),
        flagged("An aide to the mayor, who asked not to be named, said [[“the bridge was never inspected at all.”]]"),
        clean("“Nobody has read the contract,” said Marta Silva, the trade minister."),
        clean("One senior official said nobody had read the contract."),
        clean("One senior official called the contract “a muddle.”"),
        clean("“We waited here all night long,” one protester said."),
    ],
)
def anonymous_quote(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        source = reading.source(attribution)
        if source is None or not unnamed(reading, attribution) or not informant(reading, source):
            continue
        if reading.heading(attribution.cue.span) or _loose_pronoun(reading, attribution, source):
            continue
        for quotation in spoken_quotations(reading, attribution):
            if quoted_words(reading, quotation) >= options.min_words:
                span = reading.mention(attribution).span
                yield Hit(quotation.span, source, attribution, (span,) if span is not None else ())
                break


def _loose_pronoun(reading: Reading, attribution: Attribution, source: Source) -> bool:
    """Whether only a pronoun leads to a source that spoke on no terms: "he" is then too often somebody named."""
    span = reading.mention(attribution).span
    shielded = source.terms not in (AnonymityTerms.UNSTATED, AnonymityTerms.ON_RECORD)
    return not shielded and span is not None and span.of(reading.text).lower() in ("he", "she", "they", "i", "we")
