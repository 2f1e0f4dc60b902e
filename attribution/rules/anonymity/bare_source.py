"""A source is nothing but "a source".

What it does
------------
Flags a source whose first mention says only that someone spoke: "sources", "an insider", "one person", "another
anonymous source", without a role, an organisation, a side or a way of knowing. Later mentions ("the source said")
are not looked at, nor are headlines.

Why it matters
--------------
The reader cannot tell a minister's aide from a passer-by. Every large newsroom forbids the bare word; some
description is always possible that does not give the source away.

When to switch it off
---------------------
Never for news copy. For transcripts and court reports, in which "a person" is a term of the proceedings, it can be.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.source import Detail, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_PLAIN = re.compile(
    r"(?:(?:an?|one|another|two|three|four|five|several|multiple|some|many|numerous|other|its|his|her|their|our)\s+){0,2}"
    r"(?:(?:anonymous|unnamed|unidentified|undisclosed)\s+)?(?P<head>[\w-]+)",
    re.IGNORECASE,
)
_EMPTY_DETAILS = frozenset({Detail.EXACT_COUNT, Detail.DATE_DAY, Detail.VENUE, Detail.MEDIUM})
_GOES_ON = re.compile(
    r",?\s{1,3}(?:who|whose|with|in|at|from|inside|within|close|familiar|briefed|involved|near|on|of|privy|aware|present|directly)\b"
)


@frozen
class Options:
    """`heads`: the nouns that say nothing on their own; empty for those of the word list."""

    heads: tuple[str, ...] = ()


@rule(
    code="ANON103",
    name="bare-source",
    severity=Severity.ERROR,
    scope=Scope.SOURCE,
    message="“{text}” tells the reader nothing about who speaks.",
    policies=("AP-04", "AP-WHY", "GDN", "WSJ"),
    options=Options,
    examples=[
        flagged("[[Sources]] said the plant will shut in June."),
        flagged("The talks have stalled, [[a source]] told Reuters on Friday."),
        clean("Two people who attended the board meeting said the plant will shut in June."),
        clean("A source in the finance ministry said the talks have stalled."),
        clean(
            "A pilot who flew the route said the radar was down. The source asked not to be named for fear of "
            "dismissal."
        ),
        clean("The river is the region's main power source, said Lena Brandt, an engineer at the utility."),
    ],
)
def bare_source(reading: Reading, options: Options) -> Iterator[Hit]:
    heads = frozenset(options.heads) or reading.phrases("informants", "bare")
    for source in reading.analysis.sources:
        spoken = reading.spoken_by(source)
        if not spoken or spoken[0].cue.cls is not CueClass.SPEECH:
            continue
        if source.affiliation is not None or source.name is not None:
            continue
        mention = reading.mention(spoken[0])
        if mention.status is not SourceStatus.VAGUE_UNNAMED or mention.span is None or reading.heading(mention.span):
            continue
        plain = _PLAIN.fullmatch(mention.span.of(reading.text))
        if plain is None or plain["head"].lower() not in heads or not _EMPTY_DETAILS.issuperset(mention.details):
            continue
        if _GOES_ON.match(reading.text, mention.span.end) is None:
            yield Hit(mention.span, source, spoken[0])
