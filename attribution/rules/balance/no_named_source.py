"""Nobody in the article can be held to what it says.

What it does
------------
Flags an article of at least `min_attributions` attributions without a single source that a reader could ask or look
up: no named person, no organisation, no document, no data, nothing the outlet saw itself.

Why it matters
--------------
An article made of voices without names is hearsay, however many there are.

When to switch it off
---------------------
For reporting from places where nobody can safely be named. Set `institutions_count` to false to ask for a person or
a paper.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.scoring.overall import NAMED_STATUSES


@frozen
class Options:
    """`min_attributions`: the least number of attributions that make a story.

    `institutions_count`: whether an organisation that speaks is a source one can hold to its words.
    """

    min_attributions: int = 3
    institutions_count: bool = True


@rule(
    code="BAL605",
    name="no-named-source",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    message="None of the {count} attributions is to a named person, an organisation, a document or data.",
    policies=("RTR-H", "SPJ"),
    options=Options,
    examples=[
        flagged("[[One aide]] said the vote was off. Two diplomats said it was not. A guard said the gate was shut."),
        flagged(
            "[[Critics]] say the law is dangerous. Some officials said it was not. One lawyer said it was too "
            "early to tell."
        ),
        clean("One aide said the vote was off. Two diplomats said it was not."),
        clean(
            "One aide said the vote was off. Two diplomats said it was not. Eva Ruiz, the speaker, said the "
            "house would sit."
        ),
        clean(
            "One aide said the vote was off. A guard said the gate was shut. The court said in a ruling that the "
            "vote must be held."
        ),
    ],
)
def no_named_source(reading: Reading, options: Options) -> Iterator[Hit]:
    named = NAMED_STATUSES if options.institutions_count else NAMED_STATUSES - {SourceStatus.INSTITUTION}
    claiming = reading.claiming
    if len(claiming) < options.min_attributions or any(reading.mention(item).status in named for item in claiming):
        return
    span = reading.mention(claiming[0]).span or claiming[0].cue.span
    yield Hit(span, words={"count": str(len(claiming))})
