"""The article knows what somebody thinks.

What it does
------------
Flags "believes", "thinks", "fears", "wants" and the like of a person with a name, when neither that sentence nor the
ones around it have the person say so. Inside somebody else's words it is that person's claim and left alone.

Why it matters
--------------
Nobody sees into a head. What can be reported is what somebody said, did or told others.

When to switch it off
---------------------
It is off unless asked for (or under the policy "strict"): most such sentences sum up a position that the person has
taken in public time and again, and most editors let them stand.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_PERSON = frozenset({SourceStatus.NAMED, SourceStatus.NAMED_ROLE})


@frozen
class Options:
    """`verbs`: the verbs of the mind.

    `window`: how many sentences around may have the person speak.
    """

    verbs: tuple[str, ...] = ("believe", "think", "feel", "want", "fear", "hope", "know", "worry")
    window: int = 1


@rule(
    code="ATTR214",
    name="mind-reading",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="How does the article know what {source} thinks?",
    policies=("TXT",),
    options=Options,
    enabled=False,
    examples=[
        flagged("[[Boris Lang]] believes that the war will end by spring."),
        flagged("The army is tired. [[Boris Lang]] fears that the front will break."),
        clean("Boris Lang said he believes that the war will end by spring."),
        clean("Boris Lang believes that the war will end, said Ida Holm, who advises him."),
        clean("Boris Lang believes that the war will end. “By spring,” Lang said."),
    ],
)
def mind_reading(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        mention = reading.mention(attribution)
        if mention.span is None or mention.status not in _PERSON or attribution.cue.lemma not in options.verbs:
            continue
        if attribution.depth == 0 and not reading.quoted(mention.span) and not _speaks(reading, attribution, options):
            yield Hit(mention.span, reading.source(attribution), attribution)


def _speaks(reading: Reading, attribution: Attribution, options: Options) -> bool:
    """Whether anybody speaks nearby: the person, of the thought, or somebody who knows of it."""
    near = reading.around(attribution.cue.span, options.window)
    return any(item.cue.cls is CueClass.SPEECH for item in reading.cues_within(near))
