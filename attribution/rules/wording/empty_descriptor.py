"""A source is praised instead of described.

What it does
------------
Flags an unnamed source that is called reliable, credible, trusted, well-placed or informed, and one whose only
description is "insider", "those in the know", "political circles" or "party veterans". Back-references ("the
insider") and quotations are left alone. `adjectives` and `heads` add to the lists.

Why it matters
--------------
No paper quotes a source it thinks unreliable, so the word adds nothing; and an insider may be anybody from the
minister to the minister's driver. Say what the source does and how it knows.

When to switch it off
---------------------
Where the house has a fixed scale of such words that its readers know.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.source import Mention
from attribution.model.span import Span
from attribution.rules.base import FixKind, Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.wording.deleting import without


@frozen
class Options:
    """`adjectives`: more empty adjectives, in lower case.

    `heads`: more empty nouns, in lower case.
    """

    adjectives: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@rule(
    code="WORD504",
    name="empty-descriptor",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="“{text}” says nothing of who this is or how they know.",
    policies=("BBG", "GDN", "NPR"),
    options=Options,
    fix=FixKind.SUGGESTED,
    examples=[
        flagged("A [[well-placed source]] said the minister would go."),
        flagged("The minister will go, a Treasury [[insider]] said."),
        flagged("[[Those in the know]] say the minister will go."),
        clean("An aide who drafts the minister's speeches said the minister would go."),
        clean("Tom Aldous, a party insider for decades, said the minister would go."),
        clean("“A reliable source told me he would go,” said Tom Aldous, a columnist."),
        clean("The insider trading trial starts in May, the court said."),
        clean("A senior source in the Treasury said the minister would go."),
    ],
)
def empty_descriptor(reading: Reading, options: Options) -> Iterator[Hit]:
    said: set[str] = set()
    for attribution in reading.claiming:
        mention = reading.mention(attribution)
        if mention.span is None or reading.quoted(mention.span) or reading.heading(mention.span):
            continue
        if not (mention.status.unnamed_person or mention.status.collective) or _known(reading, mention.span):
            continue
        praised = _praise(reading, mention, options)
        if praised is not None:
            adjective, head = praised
            fix = without(reading.text, adjective)
            yield Hit(Span(adjective.start, head.end), reading.source(attribution), attribution, fix=fix)
        elif (opaque := _opaque(reading, mention, options)) and opaque.of(reading.text).lower() not in said:
            said.add(opaque.of(reading.text).lower())
            yield Hit(opaque, reading.source(attribution), attribution)


def _known(reading: Reading, mention: Span) -> bool:
    return reading.text[mention.start : mention.start + 4].lower() == "the "


def _praise(reading: Reading, mention: Mention, options: Options) -> tuple[Span, Span] | None:
    """The adjective that praises a source, and the noun it praises."""
    if mention.span is None or mention.head is None:
        return None
    if mention.head.of(reading.text).lower() not in reading.phrases("empty_words", "praised"):
        return None
    found = reading.pattern("empty_words", "praise").search(reading.text, mention.span.start, mention.head.start)
    if found is not None:
        return Span(*found.span()), mention.head
    before = Span(mention.span.start, max(mention.span.start, mention.head.start)).of(reading.text)
    for adjective in options.adjectives:
        if (place := f" {before.lower()}".find(f" {adjective} ")) >= 0:
            start = mention.span.start + place
            return Span(start, start + len(adjective)), mention.head
    return None


def _opaque(reading: Reading, mention: Mention, options: Options) -> Span | None:
    """The noun or the phrase that stands in for a description."""
    if mention.head is not None and mention.head.of(reading.text).lower() in (
        reading.phrases("empty_words", "opaque-heads") | {*options.heads}
    ):
        return mention.head
    if mention.span is None:
        return None
    found = reading.pattern("empty_words", "opaque-phrases").search(reading.text, mention.span.start, mention.span.end)
    return Span(*found.span()) if found is not None else None
