"""Whether somebody near a figure answers for it, though not in its own sentence."""

import re

from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Figure, FigureKind, Paragraph, Sentence
from attribution.model.span import Span
from attribution.rules.reading import VICINITY, Reading

OWN_AFFAIRS = 1_000_000
"""What a person owes, earns or gives is less than this; larger sums are a firm's or a state's."""

POLL_REACH, POLL_BEHIND = 6000, 400
"""How far before and behind a share the poll may be named that it belongs to, in characters."""


def answered_for(reading: Reading, figure: Figure, sentence: Sentence) -> bool:
    """Whether the figure is that of a poll, a writer or a speaker who is named near it.

    A poll goes on for a whole article ("Among the young, 34 percent agree"); an article in the first person is its
    writer's; a report goes on within its paragraph ("The rest, 40 percent, went to the port"); and a speaker's own
    affairs are told by the speaker ("Blum left the college owing $40,000").
    """
    paragraph = reading.document.paragraph_at(figure.span.start)
    if paragraph is None:
        return False
    return (
        _first_person(reading, figure, paragraph)
        or _of_poll(reading, figure, sentence)
        or _goes_on(reading, figure, paragraph, sentence)
        or _own_affairs(reading, figure, sentence)
    )


def _first_person(reading: Reading, figure: Figure, paragraph: Paragraph) -> bool:
    start, end = max(paragraph.span.start, figure.span.start - VICINITY), figure.span.end + VICINITY
    found = _OWN.finditer(reading.text, start, min(paragraph.span.end, end))
    return any(not reading.quoted(Span(*match.span())) for match in found)


def _of_poll(reading: Reading, figure: Figure, sentence: Sentence) -> bool:
    if figure.kind is not FigureKind.PERCENTAGE:
        return False
    if _ANSWERED.search(reading.text, sentence.span.start, sentence.span.end) is None:
        return False
    start = max(0, sentence.span.start - POLL_REACH)
    return _POLL.search(reading.text, start, sentence.span.end + POLL_BEHIND) is not None


def _goes_on(reading: Reading, figure: Figure, paragraph: Paragraph, sentence: Sentence) -> bool:
    """Whether somebody gives a figure of the same kind before this one, or the source opens the next sentence."""
    if _ACCORDING.match(reading.text, sentence.span.end, paragraph.span.end) or _after_a_count(reading, sentence):
        return True
    above = reading.document.paragraphs[max(0, paragraph.index - 1)].span.start
    start = max(above, sentence.span.start - VICINITY)
    for speaking in reading.cues_within(Span(start, max(start, sentence.span.start))):
        if speaking.audited and speaking.source is not None and speaking.cue.cls in _TELLING:
            told = (reading.around(speaking.cue.span, 0), *speaking.content, *speaking.carried)
            if any(other.kind is figure.kind for other in reading.figures_within(told)):
                return True
    return False


def _after_a_count(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, says from whose count it has its figures."""
    before = reading.sentences[max(0, sentence.index - 1)]
    if before.paragraph != sentence.paragraph:
        return False
    return _COUNTED.search(reading.text, before.span.start, before.span.end) is not None


def _own_affairs(reading: Reading, figure: Figure, sentence: Sentence) -> bool:
    if figure.kind is not FigureKind.MONEY or figure.value is None or figure.value >= OWN_AFFAIRS:
        return False
    opening = _OPENING.match(reading.text, sentence.span.start, sentence.span.end)
    if opening is None:
        return False
    near = reading.cues_within(reading.around(sentence.span, 2))
    return any(_same_person(reading, speaking, opening.group(1)) for speaking in near)


def _same_person(reading: Reading, speaking: Attribution, opening: str) -> bool:
    if speaking.cue.cls is not CueClass.SPEECH or speaking.source is None:
        return False
    source = reading.source(speaking)
    if opening.lower() in ("he", "she"):
        return source is not None and source.name is not None
    return source is not None and source.name is not None and source.name.split()[-1] == opening


_TELLING = (CueClass.SPEECH, CueClass.EVIDENCE)
_OWN = re.compile(r"(?<![\w.'’-])(?:I|I['’](?:m|ve|d|ll)|we|We|our|Our|my|My|me)(?![\w.-])")
_OPENING = re.compile(r"(?:\w{2,4}\.\s)?([A-Z][\w'-]{1,30})\s")
_ACCORDING = re.compile(r"\s{1,3}According to\b")
_COUNTED = re.compile(
    r"\baccording to (?:[\w'’.-]{1,20}\s){0,4}(?:analysis|count|data|figures|records?|reports?|tally)\b", re.I
)
_POLL = re.compile(r"\b(?:polls?|surveys?|surveyed|respondents)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\b(?:agree|support|oppos|favou?r|back|prefer|(?:dis)?approv|describ|identif|call (?:it|them)|consider|view|trust"
    r"|believe|think|say|said|want|lean|familiar|selected|chose|picked|named|held|endors|earn|ratings?|prevail|would|leads?|trails?|follow|received)",
    re.IGNORECASE,
)
