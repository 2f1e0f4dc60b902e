"""Several people are given as saying the same words.

What it does
------------
Flags words in quotation marks that are attributed to a group or to more than one unnamed person: "officials urged a
“peace through strength” approach". Joint statements, letters, chants and signs, which groups do utter as one, are
left alone, and so are organisations, answers to a poll, and people the article knows already ("they", "the two").

Why it matters
--------------
People do not speak in unison. Either one of them said it, or nobody did.

When to switch it off
---------------------
For crowds: vox pops and matches. Raise `min_words` to pass over single quoted words.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Quotation
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.words import LOOK_BACK, quoted_words, spoken_quotations, term_or_title
from attribution.rules.reading import Reading

_LOOSE_SHAPES = frozenset({"noun", "infinitive", "adjective", "citing"})
_BEFORE = 12
_OWNED = re.compile(r"(?:['’]s|\b(?:its|his|her|my|your))\s{1,2}$", re.IGNORECASE)
_UNSURE_KINDS = frozenset({"kinds.unknown-plural", "kinds.sided-group", "kinds.pointing-back"})
_KNOWN = re.compile(
    r"(?:he|her|his|it|its|most|my|our|she|that|the|their|they|those|we|which|who|you|your|both)\b", re.IGNORECASE
)
_POLLED = re.compile(r"\d\s?%|\b(?:percent|per cent|poll|polls|survey|in ten|in 10)\b")
_NOT_SAID = re.compile(r"[-–—]\s$|\b(?:known(?: \w{1,20})? as|calls?(?: \w{1,20}){0,2}|called by)(?: the| an?)?\s$")
# "Advisers like Olga Petrova", "many people": one is named, or nobody at all has said it.
_EXAMPLE = re.compile(
    r"\b(?:like|including|such as|among them) (?:[a-z]{2,15} ){0,2}[A-Z]|^many people\b", re.MULTILINE
)
_CLOSE = 4
"""How many characters may lie between a quotation and who says it: a comma and a space, or a line break."""


@frozen
class Options:
    """`min_words`: the least number of quoted words that counts."""

    min_words: int = 2


@rule(
    code="QUOT303",
    name="collective-quote",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="Whose words are {text}? A group does not speak in unison.",
    policies=("RTR-H", "BBG"),
    options=Options,
    examples=[
        flagged("Dutch diplomats have urged a [[“slow and steady”]] approach."),
        flagged("Employees insist that the mood is [[“a funeral without a body.”]]"),
        clean("Aides like Olga Petrova have urged a “slow and steady” approach."),
        clean("A Dutch diplomat has urged a “slow and steady” approach."),
        clean("In a joint statement, Dutch diplomats urged a “slow and steady” approach."),
        clean("Protesters chanted “no more dams” outside the ministry."),
        clean("The central bank urged a “slow and steady” approach."),
    ],
)
def collective_quote(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        if speaks_as_group(reading, attribution):
            for quotation in spoken_quotations(reading, attribution):
                if _same_words(reading, attribution, quotation, options.min_words):
                    yield Hit(quotation.span, reading.source(attribution), attribution)
                    break


def speaks_as_group(reading: Reading, attribution: Attribution) -> bool:
    """Whether more than one person speaks here who did not do so in one voice, as a letter or a chant does.

    Groups that the article knows already ("they", "the two lawmakers", "his parents") may have written together, or be
    quoted by somebody else; a poll counts answers to one question.
    """
    mention = reading.mention(attribution)
    several = mention.number is not None and mention.number.least > 1
    if attribution.depth > 0 or attribution.cue.cls is not CueClass.SPEECH or attribution.shape in _LOOSE_SHAPES:
        return False
    if mention.span is None or not (mention.status.collective or (mention.status.unnamed_person and several)):
        return False
    if any(item.code in _UNSURE_KINDS for item in mention.evidence) or _KNOWN.match(mention.span.of(reading.text)):
        return False
    if reading.heading(mention.span) or not _subject(reading, attribution, mention.span):
        return False
    where = reading.around(attribution.cue.span, 0)
    if _EXAMPLE.search(mention.span.of(reading.text)):
        return False
    if _POLLED.search(reading.text, where.start, where.end):
        return False
    return reading.pattern("joint_words").search(reading.text, where.start, where.end) is None


def covered_by_collective(reading: Reading, attribution: Attribution, quotation: Quotation, least: int = 2) -> bool:
    """Whether QUOT303 would flag this quotation, so that another rule can leave it alone."""
    return _same_words(reading, attribution, quotation, least) and speaks_as_group(reading, attribution)


def _subject(reading: Reading, attribution: Attribution, mention: Span) -> bool:
    """Whether the group is the subject of a participle: of "with officials urging", not of "wrote to voters saying"."""
    before = reading.text[max(0, mention.start - len("with ")) : mention.start]
    return attribution.shape != "participle" or before.lower() == "with "


def _same_words(reading: Reading, attribution: Attribution, quotation: Quotation, least: int) -> bool:
    """Whether the words are quoted as said: after the verb, or right before who says it; no title and no coinage."""
    before = reading.text[max(0, quotation.span.start - _BEFORE) : quotation.span.start]
    if _OWNED.search(before):
        return False  # “the minister's “steady hand””: hers, whoever mentions it
    if _named_speaker(reading, attribution, quotation):
        return False
    if quoted_words(reading, quotation) < least or term_or_title(reading, quotation):
        return False
    if _NOT_SAID.search(reading.text[max(0, quotation.span.start - LOOK_BACK) : quotation.span.start]):
        return False
    first = min(attribution.cue.span.start, attribution.source.start if attribution.source is not None else 0)
    return quotation.span.start > first or first - quotation.span.end <= _CLOSE


def _named_speaker(reading: Reading, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether somebody with a name speaks right before the quotation: "…, explained Ortega, “with the dam gone …”"."""
    for other in reading.cues_within(reading.around(quotation.span, 0)):
        voiced = max(other.cue.span.end, other.source.end if other.source is not None else 0)
        if other.index != attribution.index and 0 <= quotation.span.start - voiced <= _CLOSE:
            return reading.mention(other).status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)
    return False
