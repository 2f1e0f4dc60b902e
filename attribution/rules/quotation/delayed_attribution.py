"""The reader learns late who is speaking.

What it does
------------
Flags a quotation of which more than `max_sentences` whole sentences, and more than `max_words` words, go by before the
speaker is told. A speaker told in the sentence before, or whose speech goes on from an earlier paragraph, is no
surprise and left alone.

Why it matters
--------------
Until they know who speaks, readers cannot weigh what is said, and they take it for the last speaker's. The place for
the name is after the first sentence.

When to switch it off
---------------------
In features that open on a voice. Raise `max_sentences` where the house lets a speaker finish.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Quotation
from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading


@frozen
class Options:
    """`max_sentences`: how many sentences may be quoted before the speaker is told.

    `max_words`: how many words may be; a quotation is flagged when it is longer than both.
    """

    max_sentences: int = 1
    max_words: int = 40


@rule(
    code="QUOT302",
    name="delayed-attribution",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="{words} quoted words go by before {source} is named as the speaker.",
    policies=("RTR-S",),
    options=Options,
    examples=[
        flagged(
            "The mill closed in May.\n[[“We read about it in the paper on a Sunday morning. On Monday the gates were "
            "locked and a guard whom nobody knew sent us home. He did not even have a list of the names of those of us "
            "who had worked there for longer than he had lived,”]] Ida Lund said."
        ),
        flagged("The mill closed.\n[[“It was a shock. We had no idea,”]] Ida Lund said.", max_sentences=1, max_words=5),
        clean(
            "The mill closed in May.\n“We read about it in the paper on a Sunday morning,” Ida Lund said. “On Monday "
            "the gates were locked and a guard whom nobody knew sent us home. He did not even have a list of the names "
            "of those of us who had worked there for longer than he had lived.”"
        ),
        clean("The mill closed.\n“It was a shock. We had no idea,” Ida Lund said."),
        clean(
            "Ida Lund worked there.\nLund was angry. “We read about it in the paper on a Sunday morning. On Monday the "
            "gates were locked and a guard whom nobody knew sent us home. He did not even have a list of the names "
            "of those of us who had worked there for longer than he had lived,” she said."
        ),
    ],
)
def delayed_attribution(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.claiming:
        if attribution.cue.cls is not CueClass.SPEECH or attribution.source is None or not attribution.content:
            continue
        told = min(attribution.cue.span.start, attribution.source.start)
        for quotation in reading.quotations_within(attribution.content[:1]):
            words = len(quotation.inner.of(reading.text).split())
            if quotation.span.end > told or quotation.continues or words <= options.max_words:
                continue
            if _sentences(reading, quotation) > options.max_sentences and not _known(reading, attribution, quotation):
                source = reading.source(attribution)
                yield Hit(quotation.span, source, attribution, (attribution.source,), {"words": str(words)})
                break


def _sentences(reading: Reading, quotation: Quotation) -> int:
    """How many sentences begin in a quotation."""
    first, last = reading.sentence_at(quotation.inner.start), reading.sentence_at(max(0, quotation.inner.end - 1))
    return last.index - first.index + 1 if first is not None and last is not None else 0


def _known(reading: Reading, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether the same source speaks or stands just before the quotation."""
    before = reading.around(Span(quotation.span.start, quotation.span.start + 1), 1)
    mine = reading.mention(attribution).source
    spoken = reading.cues_within(Span(before.start, max(before.start, quotation.span.start)))
    if any(reading.mention(other).source == mine and mine is not None for other in spoken):
        return True
    source = reading.source(attribution)
    surname = (source.name or "").split()[-1:] if source is not None else []
    return any(name in reading.text[before.start : quotation.span.start] for name in surname)
