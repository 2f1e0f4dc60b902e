"""Several people are given as saying the same words.

What it does
------------
Flags words in quotation marks that are attributed to a group or to more than one unnamed person: "officials urged a
“peace through strength” approach". Joint statements, letters, chants and signs, which groups do utter as one, are
left alone, and so are organisations.

Why it matters
--------------
People do not speak in unison. Either one of them said it, or nobody did.

When to switch it off
---------------------
For crowds: vox pops and matches. Raise `min_words` to pass over single quoted words.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.document import Quotation
from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.words import quoted_words, spoken_quotations, term_or_title
from attribution.rules.reading import Reading

_RELATIVE = frozenset({"who", "which", "that"})


@frozen
class Options:
    """`min_words` is the least number of quoted words."""

    min_words: int = 2


@rule(
    code="QUOT303",
    name="collective-quote",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="Whose words are {text}? A group does not speak in unison.",
    policies=("RTR-H", "BBG"),
    options=Options,
    examples=[
        flagged("Dutch diplomats have urged a [[“slow and steady”]] approach."),
        flagged("Employees insist that the mood is [[“a funeral without a body.”]]"),
        clean("A Dutch diplomat has urged a “slow and steady” approach."),
        clean("In a joint statement, Dutch diplomats urged a “slow and steady” approach."),
        clean("Protesters chanted “no more dams” outside the ministry."),
        clean("The central bank urged a “slow and steady” approach."),
    ],
)
def collective_quote(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        if speaks_as_group(reading, attribution):
            for quotation in spoken_quotations(reading, attribution):
                if _same_words(reading, quotation, options.min_words):
                    yield Hit(quotation.span, reading.source(attribution), attribution)
                    break


def speaks_as_group(reading: Reading, attribution: Attribution) -> bool:
    """Whether more than one person speaks here who did not do so in one voice, as a letter or a chant does."""
    mention = reading.mention(attribution)
    several = mention.number is not None and mention.number.least > 1
    if (
        mention.span is None
        or mention.span.of(reading.text).lower() in _RELATIVE
        or not (mention.status.collective or (mention.status.unnamed_person and several))
    ):
        return False
    where = reading.around(attribution.cue.span, 0)
    return reading.pattern("joint_words").search(reading.text, where.start, where.end) is None


def covered_by_collective(reading: Reading, attribution: Attribution, quotation: Quotation, least: int = 2) -> bool:
    """Whether QUOT303 would flag this quotation, so that another rule can leave it alone."""
    return _same_words(reading, quotation, least) and speaks_as_group(reading, attribution)


def _same_words(reading: Reading, quotation: Quotation, least: int) -> bool:
    return quoted_words(reading, quotation) >= least and not term_or_title(reading, quotation)
