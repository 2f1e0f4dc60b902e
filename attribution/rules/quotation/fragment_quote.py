"""A word or two in quotation marks.

What it does
------------
Flags a quotation of at most `max_words` words within a sentence that reports what someone said: planning to
“indefinitely” hold the town; and one behind “so-called”. Titles, names, slogans, terms that are being explained,
complete short utterances (“No,” she said), headings and whatever QUOT303 flags are left alone; a hyphenated word
counts as one.

Why it matters
--------------
A fragment cannot be checked against what was said around it, and marks around a single word read as a sneer. If the
word matters, quote the sentence; if it does not, drop the marks.

When to switch it off
---------------------
In criticism and political sketch-writing, where the single word is the point.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.document import Quotation
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.collective_quote import covered_by_collective
from attribution.rules.quotation.words import LOOK_BACK, quoted_words, spoken_quotations, term_or_title
from attribution.rules.reading import Reading

_OPINION_PIECES = frozenset({"editorial", "editorials", "column", "op-ed", "piece", "essay", "article", "review"})
_SPEECH_MARK = re.compile(r"(?:^|[,:;.!?—–-])\s*$")

_NEXT = 3
"""How many characters behind "so-called" a quotation opens that it doubts."""


@frozen
class Options:
    """`max_words`: the greatest number of words that make a fragment."""

    max_words: int = 2


@rule(
    code="QUOT304",
    name="fragment-quote",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="Only {text} is quoted: quote the sentence or drop the marks.",
    policies=("WPD",),
    options=Options,
    examples=[
        flagged("The general said the army would hold the town [[“indefinitely”]] if it had to."),
        flagged("Eva Ruiz, the speaker, called the plan [[“pure theatre”]] on Tuesday."),
        flagged("The army armed the so-called [[“volunteers”]] in the hills."),
        clean("The general said the army would hold the town “for as long as it takes” if it had to."),
        clean("“No,” the general said."),
        clean("Eva Ruiz, the speaker, said the film “Night Train” had moved her."),
        clean("Eva Ruiz, the speaker, said she used the word “famine” with care."),
    ],
)
def fragment_quote(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        if reading.heading(attribution.cue.span) or _of_record(reading, attribution):
            continue
        for quotation in spoken_quotations(reading, attribution):
            if 0 < quoted_words(reading, quotation) <= options.max_words and _fragment(reading, attribution, quotation):
                yield Hit(quotation.span, reading.source(attribution), attribution)
                break
    for found in reading.pattern("hearsay", "so-called").finditer(reading.text):
        for quotation in reading.quotations_within((Span(found.end(), found.end() + _NEXT),)):
            if quoted_words(reading, quotation) <= options.max_words and reading.own_words(Span(*found.span())):
                yield Hit(quotation.span)


def _of_record(reading: Reading, attribution: Attribution) -> bool:
    """Whether a document is quoted whose wording matters to the word: a report, a filing, no opinion piece."""
    mention = reading.mention(attribution)
    head = mention.head.of(reading.text).lower() if mention.head is not None else ""
    return mention.status is SourceStatus.DOCUMENT and head not in _OPINION_PIECES


def _fragment(reading: Reading, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether a short quotation is a piece of someone's words, neither a title, a term nor all that was said."""
    words = quotation.inner.of(reading.text)
    before = reading.text[max(0, quotation.span.start - LOOK_BACK) : quotation.span.start]
    if not quotation.closed or term_or_title(reading, quotation):
        return False
    if words[:1].isupper() and _SPEECH_MARK.search(before):
        return False
    return not covered_by_collective(reading, attribution, quotation)
