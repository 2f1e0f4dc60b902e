"""One source carries the whole article.

What it does
------------
Flags an article of at least `min_attributions` attributions, all of which lead to the same source. An interview the
outlet held itself is left alone.

Why it matters
--------------
Whatever that source gets wrong, the article gets wrong; nobody in it could contradict.

When to switch it off
---------------------
For obituaries, interviews and reports of a single speech or statement.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.source import Proximity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading


@frozen
class Options:
    """`min_attributions`: the least number of attributions that make a story."""

    min_attributions: int = 3


@rule(
    code="BAL601",
    name="single-source-story",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    message="All {count} attributions lead to one source: {source}.",
    policies=("BBC", "CBC", "AP-04"),
    options=Options,
    examples=[
        flagged(
            "[[Olga Petrova, the bank's treasurer]], said the fund was safe. Petrova said no client had lost money. "
            "She added that the audit was done."
        ),
        flagged(
            "[[Police]] said the bridge was closed. Police said a lorry had struck it. Police added that nobody "
            "was hurt."
        ),
        clean("Olga Petrova, the bank's treasurer, said the fund was safe. Petrova said no client had lost money."),
        clean(
            "Olga Petrova, the bank's treasurer, said the fund was safe. She said no client had lost money. "
            "Karl Brandt, a client, said he had."
        ),
        clean("The bank was quiet on Monday. Its doors were shut and its lamps were out."),
    ],
)
def single_source_story(reading: Reading, options: Options) -> Iterator[Hit]:
    mentions = [reading.mention(item) for item in reading.claiming]
    sources = {mention.source for mention in mentions}
    if len(mentions) < options.min_attributions or len(sources) != 1 or None in sources:
        return
    if any(mention.proximity is Proximity.FIRST_HAND for mention in mentions):
        return
    first = reading.claiming[0]
    source = reading.source(first)
    yield Hit(mentions[0].span or first.cue.span, source, words={"count": str(len(mentions))})
