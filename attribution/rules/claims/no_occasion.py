"""An earlier statement is quoted without saying on what occasion it was made.

What it does
------------
Flags a public statement that the article reaches back for ("has pledged", "said in September", "have previously
said") by a named person, an institution or a public group, when neither a day, a place, a medium nor an outlet says
where it comes from. It is flagged once a source. What was said for this story, on a stated day or to a stated
outlet is left alone.

Why it matters
--------------
A reader who wants to check the words needs somewhere to look. Reaching back without an occasion is also how old
quotes drift out of context.

When to switch it off
---------------------
For running stories whose readers have seen the occasion reported. Set `accept_month` where a month is enough.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Detail, Mention, Proximity, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_PUBLIC_SPEAKERS = frozenset(
    {SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.INSTITUTION, SourceStatus.COLLECTIVE}
)
_OCCASIONS = frozenset({Detail.DATE_DAY, Detail.VENUE, Detail.MEDIUM})
# What is dealt with or done, not worded: "has challenged the guild", "has been pushing for a tunnel".
_UNWORDED = frozenset({"noun", "about", "from"})
_WORDED = frozenset({"accuse", "deny", "pledge", "promise", "predict", "vow"})
_PERFECT = re.compile(r"(?:has|have|had)(?:n['’]t)?\b|['’](?:ve|d)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|19\d\d|20\d\d)\b"
)
_AFTER_CUE = 40
"""How far after the cue a time phrase may stand: "said in September that"."""


@frozen
class Options:
    """`accept_month`: whether a month or a year says enough."""

    accept_month: bool = False


@rule(
    code="ATTR209",
    name="no-occasion",
    severity=Severity.INFO,
    scope=Scope.SOURCE,
    message="An earlier statement without day, place, medium or outlet: {source}.",
    policies=("TTI", "AP-ATT", "RTR-S"),
    options=Options,
    examples=[
        flagged("[[Marta Silva, the trade minister]], said in March that the tariff would go."),
        flagged("[[Danish officials]] have previously said that the wreck is safe."),
        clean("Marta Silva, the trade minister, told the broadcaster RTP on March 3 that the tariff would go."),
        clean("Marta Silva, the trade minister, said on Tuesday that the tariff would go."),
        clean("Marta Silva, the trade minister, said the tariff would go."),
        clean("Marta Silva, the trade minister, has been pushing for a tunnel, and has challenged the guild."),
        clean("Marta Silva, the trade minister, has said in a speech in Porto that the tariff would go."),
    ],
)
def no_occasion(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if not _public_statement(attribution, mention) or mention.span is None or not _worded(reading, attribution):
            continue
        loose = _loose_time(reading, attribution)
        if loose is None and not _PERFECT.match(reading.text, attribution.cue.span.start, attribution.cue.span.end):
            continue
        if options.accept_month and loose is not None and _MONTH.search(loose):
            continue
        yield Hit(mention.span, reading.source(attribution), attribution, related=(attribution.cue.span,))


def _public_statement(attribution: Attribution, mention: Mention) -> bool:
    return (
        attribution.cue.cls is CueClass.SPEECH
        and mention.status in _PUBLIC_SPEAKERS
        and mention.proximity is Proximity.UNSTATED
        and not attribution.cue.negated
        and not mention.relay_chain
        and _OCCASIONS.isdisjoint(mention.details)
    )


def _worded(reading: Reading, attribution: Attribution) -> bool:
    """Whether it is told what was said, in a clause, an infinitive or quoted words."""
    if attribution.cue.frame not in _UNWORDED or attribution.cue.lemma in _WORDED:
        return True
    return bool(reading.quotations_within(attribution.content))


def _loose_time(reading: Reading, attribution: Attribution) -> str | None:
    """A time phrase in or right after the cue, outside the content, that is coarser than a day."""
    pattern = reading.pattern("occasions", "loose-time")
    if attribution.when is not None and (found := pattern.search(attribution.when.of(reading.text))):
        return found.group()
    cue = attribution.cue.span
    following = [piece.start for piece in attribution.content if piece.start >= cue.end]
    end = min([cue.end + _AFTER_CUE, *following])
    found = pattern.search(reading.text, cue.start, end)
    return found.group() if found else None
