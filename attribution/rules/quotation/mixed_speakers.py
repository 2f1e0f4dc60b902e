"""Two people are quoted in one paragraph.

What it does
------------
Flags a paragraph with direct quotations of more than `max_speakers` speakers, at the first quotation of the one too
many. Only full quotations count, of at least `min_words` words; a speaker whom another quotes is that one's business.

Why it matters
--------------
A new paragraph is how readers are told that somebody else speaks. Without it, the second quotation is taken for the
first speaker's.

When to switch it off
---------------------
It is off unless asked for (or under the policies "wire" and "strict"): many houses let two speakers share a short
paragraph, above all in a round-up of reactions.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Paragraph, Quotation
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.quotation.words import quoted_words, spoken_quotations
from attribution.rules.reading import Reading

_PEOPLE = frozenset(
    {SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.ROLE_UNNAMED, SourceStatus.VAGUE_UNNAMED}
)


@frozen
class Options:
    """`max_speakers`: how many people may be quoted in one paragraph.

    `min_words`: quotations of fewer words do not count.
    """

    max_speakers: int = 1
    min_words: int = 5


@rule(
    code="QUOT305",
    name="mixed-speakers",
    severity=Severity.INFO,
    scope=Scope.PARAGRAPH,
    message="Another speaker in the same paragraph: {source}.",
    policies=("RTR-S",),
    options=Options,
    enabled=False,
    examples=[
        flagged(
            "“We will open on Monday as planned,” said Rosa Lima, the director. [[“Nobody has asked the pilots yet,”]] "
            "said Emil Brandt, their spokesman."
        ),
        flagged(
            "Rosa Lima, the director, said, “We will open on Monday as planned.” But Emil Brandt, a pilot, said, "
            "[[“Nobody has asked any of us yet.”]]"
        ),
        clean(
            "“We will open on Monday as planned,” said Rosa Lima, the director.\n“Nobody has asked the pilots yet,” "
            "said Emil Brandt, their spokesman."
        ),
        clean("“We will open on Monday as planned,” said Rosa Lima, the director. “It is all settled now,” she added."),
        clean(
            "“We will open on Monday as planned,” said Rosa Lima, the director. Emil Brandt, a pilot, called that "
            "“wishful thinking.”"
        ),
        clean(
            "“We will open on Monday as planned,” said Rosa Lima, the director. Emil Brandt, a pilot, said he woleft."
        ),
    ],
)
def mixed_speakers(reading: Reading, options: Options) -> Iterator[Hit]:
    for paragraph in reading.prose:
        yield from _too_many(reading, paragraph, options)


def _too_many(reading: Reading, paragraph: Paragraph, options: Options) -> Iterator[Hit]:
    speakers: list[str] = []
    for attribution in reading.cues_within(paragraph.span):
        source = reading.source(attribution)
        if attribution.depth > 0 or source is None or source.status not in _PEOPLE:
            continue
        if attribution.cue.cls is not CueClass.SPEECH or source.id in speakers:
            continue
        full = _full(reading, attribution, options.min_words)
        if full is None:
            continue
        speakers.append(source.id)
        if len(speakers) > options.max_speakers:
            yield Hit(full.span, source, attribution)
            return


def _full(reading: Reading, attribution: Attribution, least: int) -> Quotation | None:
    """The first quotation of whole sentences that the attribution speaks."""
    for quotation in spoken_quotations(reading, attribution):
        if quoted_words(reading, quotation) >= least and quotation.inner.of(reading.text)[:1].isupper():
            return quotation
    return None
