"""An office speaks without a name and declines to comment in the same story.

What it does
------------
Flags the refusal of an organisation ("the Treasury declined to comment", "its spokeswoman would not say") when an
unnamed member of the same organisation is a source of the article. A refusal that says "on the record" is left alone,
and so is one by a person with a name, who need not be the source.

Why it matters
--------------
The reader is told that the organisation said nothing while it is speaking two paragraphs up. Agencies forbid it.

When to switch it off
---------------------
Where offices are so large that one hand does not know the other, as with a whole government.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_NAME = re.compile(r"\b[A-Z][\w&.-]{2,30}(?: [A-Z][\w&.-]{1,30}){0,4}")
_BODY = re.compile(r"\b(?:[a-z]{3,20} )?(?:ministry|embassy|department|agency|council|palace|bank|company|regulator)\b")
_AFTERTHOUGHT = re.compile(r"\b(?:familiar|briefed|close|knowledge|involved|who|whose)\b")
"""What follows says what the source knows, not whose it is: "a source familiar with the bank's inquiry"."""
_OUTSIDER = re.compile(r"\b(?:former|ex-|rival|opposed)", re.IGNORECASE)
_NO_NAME = frozenset({"The", "His", "Her", "Its", "Their", "This", "Spokesman", "Spokeswoman", "Spokesperson"})


@frozen
class Options:
    """`allow_if`: words with which a refusal is in order."""

    allow_if: tuple[str, ...] = ("on the record", "on record", "publicly", "further")


@rule(
    code="ANON110",
    name="anonymous-and-declined",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    message="“{text}” declines to comment, and one of its own is quoted without a name: {member}.",
    policies=("AP-WHY", "IND"),
    options=Options,
    examples=[
        flagged("A Treasury official said the levy was dead. [[The Treasury]] declined to comment."),
        flagged("“It will fail,” an aide at Norvik Shipping said. [[Norvik Shipping]] did not respond to a request."),
        clean("A Treasury official said the levy was dead. The Treasury declined to comment on the record."),
        clean("A Treasury official said the levy was dead. The Home Office declined to comment."),
        clean(
            "Maria Costa, a Treasury official, said the levy was dead. The Treasury declined to comment on the talks."
        ),
        clean("A former Treasury official said the levy was dead. The Treasury declined to comment."),
    ],
)
def anonymous_and_declined(reading: Reading, options: Options) -> Iterator[Hit]:
    refusals = [item for item in reading.audited if item.cue.cls is CueClass.NONRESPONSE]
    if not refusals:
        return
    speaking = _speaking(reading)
    for refusal in refusals:
        mention = reading.mention(refusal)
        if mention.span is None or mention.status is not SourceStatus.INSTITUTION:
            continue
        sentence = reading.around(refusal.cue.span, 0).of(reading.text)
        if any(words in sentence for words in options.allow_if):
            continue
        names = _names(mention.span.of(reading.text))
        found = [speaking[name] for name in names if name in speaking]
        if found:
            member = min(found)
            yield Hit(mention.span, reading.source(refusal), refusal, (member,), {"member": member.of(reading.text)})


def _speaking(reading: Reading) -> dict[str, Span]:
    """The organisations of which an unnamed person speaks, each with the first one that does."""
    first: dict[str, Span] = {}
    for member, organisations in _members(reading):
        for organisation in organisations:
            first.setdefault(organisation, member)
    return first


def _members(reading: Reading) -> Iterator[tuple[Span, frozenset[str]]]:
    """The unnamed persons that speak, with the organisations that their mentions name."""
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if mention.span is None or not mention.status.unnamed_person:
            continue
        words = _AFTERTHOUGHT.split(mention.span.of(reading.text), maxsplit=1)[0]
        if not _OUTSIDER.search(words):
            yield mention.span, _names(words) | _same_body(reading, mention.span)


def _names(words: str) -> frozenset[str]:
    """The names of organisations in a mention, without articles, and the bodies called by common nouns."""
    found = set()
    for match in _NAME.finditer(words):
        parts = [part for part in match.group().split() if part not in _NO_NAME]
        found.add(" ".join(parts).removesuffix("’s").removesuffix("'s"))
    found.update(match.group() for match in _BODY.finditer(words) if " " in match.group())
    return frozenset(found - {""})


def _same_body(reading: Reading, span: Span) -> frozenset[str]:
    """What "the same ministry" is called in the paragraphs just before."""
    same = re.search(r"\bthe same (ministry|embassy|department|agency|council|bank|company)\b", span.of(reading.text))
    if same is None:
        return frozenset()
    before = reading.text[max(0, span.start - 1500) : span.start]
    bodies = [match.group() for match in _BODY.finditer(before) if match.group().endswith(same.group(1))]
    return frozenset(body for body in bodies[-2:] if " " in body)
