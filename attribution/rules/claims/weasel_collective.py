"""A crowd that cannot be pinned down is the source.

What it does
------------
Flags "critics say", "many fear", "experts believe" and the like: an indefinite group as the source of a claim, with
no member of it named in the same or an adjoining sentence. A group with a side or a number ("Labour members", "ten
economists") is another matter, and so are the speaker's own words in a quotation.

Why it matters
--------------
Nobody can check it and nobody can answer it; the opinion is as often the writer's own.

When to switch it off
---------------------
In columns and leading articles. Add to `exempt_heads` for groups your readers know ("forecasters").
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Mention, SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

MODIFIERS = 2
"""How many words may stand before a bare plural: "immigrant rights advocates"."""

_DEFINITE = re.compile(r"(?:among|the|that|those|these|his|her|their|its|our|\w+-million|\w+ million)\b", re.IGNORECASE)
_CLASSES = frozenset({CueClass.SPEECH, CueClass.EVIDENCE, CueClass.BELIEF})
_EXAMPLE = re.compile(r"\b(?:like|including|such as) (?:[a-z]{2,15} ){0,3}[A-Z]")
_HOW = re.compile(r"\bhow\s$", re.IGNORECASE)
_BEFORE = 400
_MODAL = re.compile(r"(?:may|might|could|should|can)\b")
_OBSERVED = frozenset({"boo", "break", "chant", "cheer", "request", "respond", "shout", "speak", "sing"})
_OPENING = ("“", '"', "'")
_SAYING = frozenset({CueClass.SPEECH, CueClass.EVIDENCE})
_MEMBERS = frozenset({SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.INSTITUTION})


@frozen
class Options:
    """`window`: how many sentences away a named member may stand.

    `exempt_heads`: nouns to leave alone.
    """

    window: int = 1
    exempt_heads: tuple[str, ...] = ()


@rule(
    code="ATTR206",
    name="weasel-collective",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}”: who? No member of the group is named.",
    policies=("WPD", "RTR-H", "BBG"),
    options=Options,
    examples=[
        flagged("[[Critics]] say the law is dangerous."),
        flagged("The dam is unsafe. [[Many experts]] believe it will fail."),
        clean(
            "Critics say the law is dangerous. “It will be abused,” said Nina Ortega, who leads the bar association."
        ),
        clean("Others on the board, including Olga Petrova, said the dam is unsafe."),
        clean("How many can be added to the crew?"),
        clean("Ten economists said the law is dangerous."),
        clean("“People say I was difficult,” said Nina Ortega."),
        clean("The book was written for critics and experts alike."),
    ],
)
def weasel_collective(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        mention = reading.mention(attribution)
        if mention.status is not SourceStatus.COLLECTIVE_VAGUE or mention.span is None or attribution.depth > 0:
            continue
        if attribution.cue.lemma in _OBSERVED or _supposed(reading, attribution):
            continue
        voiced = attribution.cue.cls in _CLASSES or attribution.cue.lemma in reading.phrases("crowds", "voiced")
        if not voiced or reading.quoted(mention.span) or not _crowd(reading, mention):
            continue
        head = mention.head.of(reading.text).lower() if mention.head is not None else ""
        if head not in options.exempt_heads and not _member_named(reading, attribution, options.window):
            yield Hit(mention.span, reading.source(attribution), attribution)


def _supposed(reading: Reading, attribution: Attribution) -> bool:
    """Whether nobody has said anything yet ("some may recall"), or a poll has counted them: "most said"."""
    paragraph = reading.document.paragraph_at(attribution.cue.span.start)
    start = paragraph.span.start if paragraph is not None else attribution.start
    before = max(start, attribution.start - _BEFORE)
    return (
        _MODAL.match(reading.text, attribution.cue.span.start) is not None
        or reading.pattern("claim_markers", "poll").search(reading.text, before, attribution.cue.span.end) is not None
    )


def _crowd(reading: Reading, mention: Mention) -> bool:
    """Whether the words are those of a crowd: a quantifier, or a bare plural with a word or two before it.

    "Among the American people" and "six million people" are no sources that hide behind a plural.
    """
    if mention.span is None:
        return False
    words = mention.span.of(reading.text)
    head = mention.head.of(reading.text).lower() if mention.head is not None else ""
    if head in reading.phrases("crowds", "in-sight") or _EXAMPLE.search(words):
        return False
    if _HOW.search(reading.text[max(0, mention.span.start - 5) : mention.span.start]):
        return False
    if reading.pattern("crowds", "quantifiers").match(words):
        return True
    crowd = reading.pattern("crowds", "crowds").search(words)
    return crowd is not None and len(words[: crowd.start()].split()) <= MODIFIERS and not _DEFINITE.match(words)


def _member_named(reading: Reading, attribution: Attribution, window: int) -> bool:
    """Whether a person or an organisation with a name speaks in the same or an adjoining sentence.

    The paragraph before is another matter; the one after is none when it opens with an example's words.
    """
    near = reading.around(attribution.cue.span, window)
    paragraph = reading.document.paragraph_at(attribution.cue.span.start)
    if paragraph is not None:
        exemplified = reading.text[paragraph.span.end : near.end].lstrip()[:1] in _OPENING
        end = near.end if exemplified else min(near.end, paragraph.span.end)
        near = Span(max(near.start, paragraph.span.start), end)
    others = [
        other for other in reading.cues_within(near) if other.cue.cls in _SAYING and other.index != attribution.index
    ]
    return any(reading.mention(other).status in _MEMBERS for other in others)
