"""Somebody gave no answer, and the article does not say who was asked, how or when.

What it does
------------
Flags "could not be reached" and "did not respond to a request for comment" of a person, or of nobody in particular,
when the sentence tells neither the office that was asked, nor the channel, nor how often, nor the day, nor the
question. An office, a spokesperson or a lawyer that does not answer is precise enough. With `refusals`, "declined to
comment" counts too: by default it does not, for whoever declined was reached.

Why it matters
--------------
"Could not be reached" covers ten calls over a week and one e-mail ten minutes before deadline. The reader, and the
person, have a right to know which.

When to switch it off
---------------------
In briefs and breaking news. `require` names what suffices: take "office" out of it to ask more of institutions.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Detail, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_BODIES = frozenset({SourceStatus.INSTITUTION, SourceStatus.OUTLET, SourceStatus.DOCUMENT, SourceStatus.OBSERVATION})
_END = re.compile(r"\s*(?:[.,;:)—–-]|$)")
_OWNER = re.compile(r"[A-Z][\w.&-]{1,30}['’]s?\s(?:\w{1,20}\s){0,2}(?:requests?|inquir|quer)")


@frozen
class Options:
    """`require`: what makes it precise; of office, channel, time and outlet, one is enough.

    `refusals`: whether those who declined to comment count as well.
    """

    require: tuple[str, ...] = ("office", "channel", "time", "outlet")
    refusals: bool = False


@rule(
    code="BAL603",
    name="imprecise-nonresponse",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="“{text}”: who was asked, how and when?",
    policies=("NPR-RESP",),
    options=Options,
    examples=[
        flagged("Judith Kray sold the land in May. She [[could not be reached]] for comment."),
        flagged("Judith Kray, the owner, [[did not respond to]] a request for comment."),
        clean("Judith Kray's office did not respond to a request for comment."),
        clean("Judith Kray, the owner, did not respond to two e-mails."),
        clean("Judith Kray, the owner, could not be reached for comment on Friday."),
        clean("The ministry declined to comment."),
        clean("Judith Kray, the owner, declined to comment on the price of the land."),
        clean("Judith Kray, the owner, declined to comment."),
        flagged("The ministry [[declined]] to comment.", require=("channel", "time"), refusals=True),
    ],
)
def imprecise_nonresponse(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.audited:
        if attribution.cue.cls is not CueClass.NONRESPONSE or reading.quoted(attribution.cue.span):
            continue
        if _refusal(reading, attribution) and not options.refusals:
            continue
        if _bare(reading, attribution) and not any(_told(reading, attribution, what) for what in options.require):
            yield Hit(attribution.cue.span, reading.source(attribution), attribution)


def _refusal(reading: Reading, attribution: Attribution) -> bool:
    """Whether somebody was reached and would not speak."""
    return attribution.cue.lemma.startswith(tuple(reading.phrases("nonresponse", "refusing", "bare_acts")))


def _bare(reading: Reading, attribution: Attribution) -> bool:
    """Whether nothing but a comment was asked for, as far as the sentence tells."""
    bare = reading.pattern("contacts", "bare")
    if not attribution.content and _END.match(reading.text, attribution.cue.span.end) is None:
        return False
    return all(bare.fullmatch(reading.text, piece.start, piece.end) for piece in attribution.content)


def _told(reading: Reading, attribution: Attribution, what: str) -> bool:
    """Whether the sentence tells this much of how the answer was sought."""
    mention = reading.mention(attribution)
    here = reading.around(attribution.cue.span, 0)
    match what:
        case "office":
            return _office(reading, attribution)
        case "channel":
            return reading.pattern("contacts", "channels").search(reading.text, here.start, here.end) is not None
        case "time":
            timed = attribution.when is not None or Detail.DATE_DAY in mention.details
            return timed or reading.pattern("contacts", "times").search(reading.text, here.start, here.end) is not None
        case "outlet":
            asked = reading.pattern("contacts", "whose-request").search(reading.text, here.start, here.end)
            return asked is not None or _OWNER.search(reading.text, here.start, here.end) is not None
        case _:
            return False


def _office(reading: Reading, attribution: Attribution) -> bool:
    """Whether a body was asked, or somebody who answers for another: "through a spokeswoman"."""
    mention, source = reading.mention(attribution), reading.source(attribution)
    if mention.status in _BODIES or mention.status.collective or (source is not None and source.status in _BODIES):
        return True
    if mention.span is None:
        return False
    start, end = mention.span.start, max(mention.span.end, attribution.cue.span.start)
    return reading.pattern("contacts", "offices").search(reading.text, start, end) is not None
