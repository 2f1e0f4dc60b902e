"""Words in quotation marks, and nobody who says them.

What it does
------------
Flags a quotation of at least `min_words` words that makes up whole sentences, when no speaker stands in its paragraph
or in the sentence before it, and it goes on from no quotation before. Headings, titles, signs and slogans, lines of a
dialogue and quotations that another sentence takes up ("so says a sign at the door") are left alone.

Why it matters
--------------
Quotation marks promise that a person said these words. Without the person they are decoration, or invention.

When to switch it off
---------------------
In literary reportage that opens on a voice, and for transcripts.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.model.document import Paragraph, Quotation
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.words import LOOK_BACK, quoted_words, term_or_title
from attribution.rules.reading import Reading

_ONE_VOICE = frozenset(
    {SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.ROLE_UNNAMED, SourceStatus.VAGUE_UNNAMED}
)
_WHOLE = re.compile(r"[A-ZÀ-Þ0-9…].*[.!?…]", re.DOTALL)
_OPEN = re.compile(r"(?:[:;,—–-]|[\w)\]’'])\s*$")
_GOES_ON = re.compile(r"\s*[a-z,;:—–(\[-]")
# How many characters before and behind a quotation its words are looked for again: an article has fewer.
_PULLED = 50_000
_QUOTING = re.compile(r"[“\"‘„«]|''")
_LEADING = (":", "—", "–", "-", "”", '"', "’’", "''", "»")
_SIGNED = re.compile(r"[—–~(\[-]|by\b", re.IGNORECASE)


@frozen
class Options:
    """`min_words`: the least number of quoted words that counts."""

    min_words: int = 4


@rule(
    code="QUOT301",
    name="unattributed-quote",
    severity=Severity.ERROR,
    scope=Scope.SENTENCE,
    message="Who says {text}?",
    policies=("RTR-S", "AP-ATT"),
    options=Options,
    examples=[
        flagged("The mill closed in May.\n[[“Nobody told us a thing about it.”]] The gates were locked by noon."),
        flagged("The gates were locked by noon.\n[[“Nobody told us a thing about it.”]]\nThe mill made paper."),
        clean("The mill closed in May.\n“Nobody told us a thing about it,” said Ida Lund, who worked there."),
        clean("Ida Lund worked at the mill.\n“Nobody told us,” she said. “We read about it in the paper.”"),
        clean("The mill closed in May.\nIda Lund spoke for many.\n“Nobody told us a thing about it.”"),
        clean("The gates were locked by noon. On them hung a sign: “No work here until further notice.”"),
        clean(
            "And the gates were locked, she saw, by noon on a Friday.\n“The gates were locked.”\nThe mill made paper."
        ),
        clean("The mill played a part in the film.\n“The Last Sheet of Paper” was shot there in May."),
        clean("The mill closed in May.\n“We were all very sorry.”\n— Ida Lund, who worked there"),
    ],
)
def unattributed_quote(reading: Reading, options: Options) -> Iterator[Hit]:
    previous: Paragraph | None = None
    for paragraph in reading.document.paragraphs:
        if not paragraph.heading and not _spoken_in(reading, paragraph) and not _leads_in(reading, previous):
            yield from _unowned(reading, paragraph, options.min_words)
        previous = paragraph


def _unowned(reading: Reading, paragraph: Paragraph, least: int) -> Iterator[Hit]:
    """The first quotation of a paragraph, if it is a speech of its own; later ones go on with it."""
    for quotation in reading.quotations_within((paragraph.span,))[:1]:
        words = quotation.inner.of(reading.text).strip()
        whole = _WHOLE.fullmatch(words) and quotation.closed and not term_or_title(reading, quotation)
        near = max(0, quotation.span.start - _PULLED), quotation.span.end + _PULLED
        if reading.text.count(words[1:-1], *near) > 1:
            continue  # a pull quote: its speaker stands where the words do, mostly behind an "And" and with a comma
        if whole and quoted_words(reading, quotation) >= least and _stands_alone(reading, paragraph, quotation):
            yield Hit(quotation.span)


def _spoken_in(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether somebody speaks in the paragraph, or the next one starts with whose words these were."""
    if any(item.audited for item in reading.cues_within(paragraph.span)):
        return True
    quotations = reading.quotations_within((paragraph.span,))
    if any(quotation.continues for quotation in quotations):
        return True
    outside = _outside(paragraph.span, quotations)
    if any(_utterance(reading, span) for span in outside):
        return True
    after = reading.text[paragraph.span.end : paragraph.span.end + LOOK_BACK].lstrip()
    return bool(
        _SIGNED.match(after) or _QUOTING.match(after) or reading.pattern("spoken_words", "pointing-back").match(after)
    )


def _leads_in(reading: Reading, paragraph: Paragraph | None) -> bool:
    """Whether the last sentence of the paragraph before has a speaker whose words may follow.

    A group is none: "prosecutors accuse him" leads into nobody's words.
    """
    if paragraph is None or not paragraph.sentences:
        return False
    last = paragraph.sentences[-1].span
    if paragraph.span.of(reading.text).rstrip().endswith(_LEADING) or _utterance(reading, last):
        return True
    if reading.quotations_within((last,)):
        return True
    speakers = (reading.mention(item) for item in reading.cues_within(last))
    return any(mention.status in _ONE_VOICE for mention in speakers)


def _stands_alone(reading: Reading, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether nothing before or after the quotation in its own sentence claims it."""
    start = max(paragraph.span.start, quotation.span.start - LOOK_BACK)
    before = reading.text[start : quotation.span.start]
    if _OPEN.search(before) or _GOES_ON.match(reading.text, quotation.span.end, paragraph.span.end):
        return False
    last = quotation.span.end >= paragraph.span.end
    inner = quotation.inner.of(reading.text)
    return not (inner.endswith(("?", "!")) and not last) and not (last and reading.text[quotation.span.start] in "'‘")


def _outside(paragraph: Span, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The stretches of a paragraph between its quotations."""
    start = paragraph.start
    for quotation in quotations:
        yield Span(start, max(start, quotation.span.start))
        start = max(start, quotation.span.end)
    yield Span(start, max(start, paragraph.end))


def _utterance(reading: Reading, span: Span) -> bool:
    return reading.pattern("spoken_words", "utterances").search(reading.text, span.start, span.end) is not None
