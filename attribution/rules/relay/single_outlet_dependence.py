"""The article lives off one other outlet.

What it does
------------
Flags an article whose lead is sourced through one other outlet alone and which takes at least `min_attributions` of
its attributions, and at least `min_share` of them, from there.

Why it matters
--------------
Credit is due, and so is work of one's own: an article that could not exist without the other outlet should say so
or be dropped.

When to switch it off
---------------------
For press reviews and for summaries that say in the headline whose report they are.
"""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_NAMED = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)


@frozen
class Options:
    """`min_attributions`: the least number of attributions that make a story.

    `min_share`: the share of them, from 0 to 1, from which on it depends on one outlet.
    """

    min_attributions: int = 3
    min_share: float = 0.35


_THROUGH_REUTERS = (
    "Two aides told Reuters the plan was dropped.\n\n"
    "A diplomat told Reuters that talks would resume. One lawyer told Reuters he was ready."
)


@rule(
    code="RELAY402",
    name="single-outlet-dependence",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    message="The lead and {count} of {all} attributions come through {outlet}.",
    policies=("AP-CRED", "BBC"),
    options=Options,
    examples=[
        flagged("[[" + _THROUGH_REUTERS.replace("Two aides", "Two aides]]", 1)),
        flagged(
            "[[Eva Ruiz, the speaker]], told Reuters she would resign.\n\n"
            "She told Reuters she was tired. Her deputy told Reuters he was not."
        ),
        clean(_THROUGH_REUTERS, own_outlet="Reuters"),
        clean(
            "Two aides told Reuters the plan was dropped.\n\nEva Ruiz, the speaker, said it was not. Her deputy "
            "said he agreed."
        ),
        clean("Eva Ruiz, the speaker, said the plan was dropped.\n\n" + _THROUGH_REUTERS),
    ],
)
def single_outlet_dependence(reading: Reading, options: Options) -> Iterator[Hit]:
    if not reading.prose:
        return
    lead = [item for item in reading.claiming if reading.prose[0].span.covers(item.cue.span)]
    outlets = {reading.mention(item).relay_chain[:1] for item in lead}
    if len(outlets) != 1 or outlets == {()}:
        return
    (outlet,) = outlets.pop()
    if all(_on_air(reading, item) for item in lead):
        return
    through = Counter(reading.mention(item).relay_chain[:1] for item in reading.claiming)[(outlet,)]
    if through >= options.min_attributions and through >= options.min_share * len(reading.audited):
        span = reading.mention(lead[0]).span or lead[0].cue.span
        words = {"outlet": outlet, "count": str(through), "all": str(len(reading.audited))}
        yield Hit(span, words=words)


def _on_air(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody with a name spoke on the outlet's air, or the outlet for itself: what all could hear or read.

    "On Sky News on Sunday, Eva Ruiz said …"
    """
    mention = reading.mention(attribution)
    if mention.status is SourceStatus.OUTLET:
        return attribution.cue.lemma not in reading.phrases("outlet_work", "relaying")
    return mention.status in _NAMED and attribution.addressee is None
