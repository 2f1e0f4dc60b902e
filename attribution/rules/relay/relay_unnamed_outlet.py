"""Somebody reported it, and the article does not say who.

What it does
------------
Flags "local media reported", "media reports say", "according to reports", "reports suggest", "amid reports that" and
"has been widely reported" when the sentence names no outlet. Media as a body ("the media never asked"), reports of an
institution ("police reports"), quotations and headings are left alone; "it was reported that" belongs to ATTR205.
With `allow_state_media_label`, "state media" counts as a name.

Why it matters
--------------
A report can be looked up only if it has an owner, and its owner deserves the credit and the blame.

When to switch it off
---------------------
For press reviews that name the outlets once, at the top.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Proximity, SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_NOUN = " accounts"
"""The longest noun that a mention may stop short of: "according to press" before "reports"."""
_AGENT = re.compile(r"[^,;]{0,40}\b(?:by|in the|on the)\s")
_DENIED = re.compile(r"\b(?:not|never)\s(?:\w{1,12}\s){0,2}$|n['’]t\s$", re.IGNORECASE)
_LOOK_BACK = 30


@frozen
class Options:
    """`allow_state_media_label`: whether "state media" may stand without the name of the outlet."""

    allow_state_media_label: bool = False


@rule(
    code="RELAY404",
    name="relay-unnamed-outlet",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="“{text}”: which outlet?",
    policies=("AP-CRED", "BZF"),
    options=Options,
    examples=[
        flagged("[[Local media]] reported two blasts near the harbour."),
        flagged("The captain has fled, according to [[press reports]]."),
        flagged("[[Early reports]] suggest that the fire began in the hold."),
        flagged("The breach [[had been widely reported]] in May."),
        flagged("The minister left [[amid reports that]] he was ill."),
        clean("Suspilne reported two blasts near the harbour."),
        clean("Citing local media, Reuters reported two blasts near the harbour."),
        clean("The captain has fled, according to police reports."),
        clean("The media never asked why, the captain said."),
        clean("The breach had been previously reported by The Guardian."),
        clean("State media reported two blasts near the harbour.", allow_state_media_label=True),
    ],
)
def relay_unnamed_outlet(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        span = _media(reading, attribution)
        if span is None or _outlet_named(reading, span):
            continue
        if not (options.allow_state_media_label and span.of(reading.text).lower().startswith("state")):
            yield Hit(span, reading.source(attribution), attribution)
    for found in reading.pattern("unnamed_outlets", "passives", "rumoured").finditer(reading.text):
        span = Span(*found.span())
        if reading.own_words(span) and not _by_somebody(reading, span) and not _outlet_named(reading, span):
            yield Hit(span)


def _media(reading: Reading, attribution: Attribution) -> Span | None:
    """The mention of media without a name that tell this, if they do."""
    mention = reading.mention(attribution)
    span = mention.span
    if span is None or attribution.depth > 0 or attribution.cue.negated or reading.heading(span):
        return None
    if reading.quoted(span) or attribution.cue.lemma not in reading.phrases("unnamed_outlets", "telling"):
        return None
    if reading.pattern("unnamed_outlets", "back-references").match(reading.text, span.start, span.end):
        return None
    end = min(len(reading.text), span.end + len(_NOUN))
    longer = reading.pattern("unnamed_outlets", "reports").match(reading.text, span.start, end)
    if longer is not None and longer.end() > span.end:
        return Span(span.start, longer.end())
    if mention.proximity is Proximity.OUTLET_UNNAMED and mention.status is SourceStatus.OUTLET:
        return span
    reports = reading.pattern("unnamed_outlets", "reports", "reports-from").fullmatch(
        reading.text, span.start, span.end
    )
    return span if reports is not None and mention.status is SourceStatus.DOCUMENT else None


def _outlet_named(reading: Reading, span: Span) -> bool:
    """Whether an outlet with a name tells or is cited in the sentence."""
    mentions = (reading.mention(item) for item in reading.cues_within(reading.around(span, 0)))
    return any(
        mention.status is SourceStatus.OUTLET and mention.proximity is not Proximity.OUTLET_UNNAMED
        for mention in mentions
    )


def _by_somebody(reading: Reading, span: Span) -> bool:
    """Whether the sentence goes on to say who reported it, or denies that anybody did."""
    end = reading.around(span, 0).end
    before = reading.text[max(0, span.start - _LOOK_BACK) : span.start]
    return _AGENT.match(reading.text, span.end, max(span.end, end)) is not None or _DENIED.search(before) is not None
