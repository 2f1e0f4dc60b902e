"""Sentences that go on with a source's words without a cue of their own.

Newspapers attribute once and go on: "The survey found that 40 percent had moved. Only 12 percent had stayed put." Such
a sentence is still the source's, to the end of the paragraph at most. A sentence carried wrongly hides a claim that
nobody stands behind, so few signs count here, and a doubtful sentence stands alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from attrs import evolve, frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document, Figure, FigureKind, Paragraph, Quotation, Sentence
from attribution.model.span import Span

_CARRYING = frozenset({CueClass.SPEECH, CueClass.EVIDENCE})

# Figures that may follow one another in the same findings: shares of people and counts of them, sums with sums.
_ALIKE = (
    frozenset({FigureKind.PERCENTAGE, FigureKind.STATISTIC, FigureKind.POPULATION}),
    frozenset({FigureKind.MONEY}),
    frozenset({FigureKind.CASUALTIES}),
)
_SUBJECT_WORDS = 3
_PAST = frozenset(["said", "told", "wrote", "spoke"])
# "It was about 41%", "The turnout was 35%", "A record turnout of 37%", "The number of injured stands at 387"
_MEASURE = re.compile(
    r"(?:It|(?:The|A|An|Its|Their|This)\s(?P<thing>[\w'’-]{2,24}(?:\s[\w'’-]{2,24}){0,6}?))"
    r"\s(?:of|(?:was|is|were|are|now\sis|stands|stood)(?:\s(?:now|still|only|just|at)){0,2})\s"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@frozen(eq=False)
class _Words:
    """The lists of the lexicon "carrying"."""

    counting: frozenset[str]
    tallies: frozenset[str]
    harmed: frozenset[str]
    pronouns: frozenset[str]
    speakers: frozenset[str]
    openers: frozenset[str]
    backshift: frozenset[str]
    no_backshift: frozenset[str]
    stepping_out: frozenset[str]


@frozen(eq=False)
class _Scene:
    """A document with its attributions by sentence, counted from 0.

    `covered` says which sentences an audited attribution touches, `ending` holds the last of them that ends in a
    sentence, `stances` the other attributions by the sentence of their cue. `quotations` are the outermost ones and
    `starts` where they start; `figures` is where figures start.
    """

    document: Document
    attributions: Sequence[Attribution]
    words: _Words
    covered: Sequence[bool]
    ending: Mapping[int, Attribution]
    stances: Mapping[int, Attribution]
    figures: Sequence[int]
    quotations: Sequence[Quotation]
    starts: Sequence[int]


@frozen(eq=False)
class _Source:
    """An attribution that may carry: `kinds` are those of the figures it gives, `head` the words of its source."""

    attribution: Attribution
    kinds: frozenset[FigureKind]
    head: frozenset[str]


def carry(document: Document, attributions: Sequence[Attribution], lexicons: Lexicons) -> tuple[Attribution, ...]:
    """The attributions, each with the sentences after it that go on with the same source's words.

    Only outermost attributions of the classes speech and evidence carry, and only to the end of their paragraph, the
    next attribution, or the first sentence that shows no sign of going on.

    >>> from attribution.cues.finding import find_cues
    >>> from attribution.extraction.extracting import extract
    >>> from attribution.lexicons.loading import load
    >>> from attribution.model.document import Article
    >>> from attribution.text.segmenting import segment
    >>> text = "A poll found that 40 percent had moved. Only 12 percent had stayed. It rained."
    >>> document = segment(Article(text), load())
    >>> (attribution,) = carry(document, extract(document, find_cues(document, load()), load()), load())
    >>> [span.of(text) for span in attribution.carried]
    ['Only 12 percent had stayed.']
    """
    scene = _scene(document, attributions, _words(lexicons))
    carried: dict[int, list[Span]] = {}
    for paragraph in document.paragraphs:
        _carry_in(scene, paragraph, carried)
    return tuple(
        evolve(attribution, carried=tuple(carried[attribution.index])) if attribution.index in carried else attribution
        for attribution in attributions
    )


@lru_cache(maxsize=8)
def _words(lexicons: Lexicons) -> _Words:
    lexicon = lexicons.lexicon("carrying")
    return _Words(
        counting=lexicon.phrases("counting sources"),
        tallies=lexicon.phrases("tallies"),
        harmed=lexicon.phrases("people harmed"),
        pronouns=lexicon.phrases("pronouns"),
        speakers=lexicon.phrases("speakers' pronouns"),
        openers=lexicon.phrases("before the subject"),
        backshift=lexicon.phrases("backshift"),
        no_backshift=lexicon.phrases("no backshift"),
        stepping_out=lexicon.phrases("reporter speaks"),
    )


def _scene(document: Document, attributions: Sequence[Attribution], words: _Words) -> _Scene:
    sentences = document.sentences
    starts = [sentence.span.start for sentence in sentences]
    steps = [0] * (len(sentences) + 1)
    ending: dict[int, Attribution] = {}
    stances: dict[int, Attribution] = {}
    for attribution in attributions:
        if not attribution.audited:
            stances.setdefault(bisect_right(starts, attribution.cue.span.start) - 1, attribution)
            continue
        first = bisect_right(starts, attribution.start) - 1
        last = bisect_right(starts, max(attribution.start, attribution.end - 1)) - 1
        steps[max(first, 0)] += 1
        steps[last + 1] -= 1
        if attribution.depth == 0 and (last not in ending or ending[last].end <= attribution.end):
            ending[last] = attribution
    outermost = [quotation for quotation in document.quotations if not quotation.level]
    return _Scene(
        document=document,
        attributions=attributions,
        words=words,
        covered=[level > 0 for level in accumulate(steps[:-1])],
        ending=ending,
        stances=stances,
        figures=[figure.span.start for figure in document.figures],
        quotations=outermost,
        starts=[quotation.span.start for quotation in outermost],
    )


def _carry_in(scene: _Scene, paragraph: Paragraph, carried: dict[int, list[Span]]) -> None:
    source: _Source | None = None
    for sentence in paragraph.sentences:
        if scene.covered[sentence.index]:
            source = _source(scene, scene.ending.get(sentence.index))
        elif source is not None and _goes_on(scene, source, sentence):
            carried.setdefault(source.attribution.index, []).append(sentence.span)
        else:
            source = None


def _source(scene: _Scene, attribution: Attribution | None) -> _Source | None:
    if attribution is None or attribution.source is None:
        return None
    if attribution.cue.cls not in _CARRYING or attribution.cue.negated:
        return None
    kinds = frozenset(figure.kind for span in attribution.content for figure in _figures(scene, span))
    head = frozenset(_WORD.findall(attribution.source.of(scene.document.text).lower()))
    return _Source(attribution, kinds, head)


def _goes_on(scene: _Scene, source: _Source, sentence: Sentence) -> bool:
    if _in_same_quotation(scene, source.attribution, sentence):
        return True
    words = [word.lower() for word in _WORD.findall(sentence.span.of(scene.document.text))]
    if not scene.words.stepping_out.isdisjoint(words):
        return False
    return (
        _counts_on(scene, source, sentence)
        or _measures_on(scene, source, sentence)
        or _thinks_on(scene, source, sentence)
        or _foretells(scene, source.attribution, words)
    )


def _in_same_quotation(scene: _Scene, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether the sentence lies in a quotation that began in the source's own words."""
    place = bisect_right(scene.starts, sentence.span.start) - 1
    if place < 0:
        return False
    span = scene.quotations[place].span
    return (
        span.start < sentence.span.start
        and span.end >= sentence.span.end - 1
        and any(piece.overlaps(span) for piece in attribution.content)
    )


def _counts_on(scene: _Scene, source: _Source, sentence: Sentence) -> bool:
    """Further figures of the same poll or report: "Only one in ten stayed put."."""
    if scene.words.counting.isdisjoint(source.head):
        return False
    further = {figure.kind for figure in _figures(scene, sentence.span)}
    return any(source.kinds & alike and further & alike for alike in _ALIKE)


def _measures_on(scene: _Scene, source: _Source, sentence: Sentence) -> bool:
    """The size of what the source spoke of: "Turnout was high, officials said. It was about 41%."."""
    figure = next((each for each in _figures(scene, sentence.span) if each.kind.needs_source), None)
    if figure is None:
        return False
    text = scene.document.text
    opening = _MEASURE.fullmatch(text, sentence.span.start, figure.span.start)
    if opening is None:
        return False
    if opening["thing"] is None:
        return True
    thing = frozenset(_WORD.findall(opening["thing"].lower()))
    if not scene.words.tallies.isdisjoint(thing):
        hurt = FigureKind.CASUALTIES in source.kinds and not scene.words.harmed.isdisjoint(thing)
        return hurt or figure.kind in source.kinds
    said = {word for span in source.attribution.content for word in _WORD.findall(span.of(text).lower())}
    return _WORD.findall(opening["thing"].lower())[-1] in said


def _figures(scene: _Scene, span: Span) -> Sequence[Figure]:
    first, last = bisect_left(scene.figures, span.start), bisect_left(scene.figures, span.end)
    return scene.document.figures[first:last]


def _thinks_on(scene: _Scene, source: _Source, sentence: Sentence) -> bool:
    """A belief of the same speaker: "She reckons that orders will recover", "The official believed it was too late"."""
    stance = scene.stances.get(sentence.index)
    if stance is None or stance.cue.cls is not CueClass.BELIEF or stance.source is None:
        return False
    text = scene.document.text
    if len(_WORD.findall(text[sentence.span.start : stance.source.start])) >= _SUBJECT_WORDS:
        return False
    subject = _WORD.findall(stance.source.of(text).lower())
    if len(subject) == 1:
        return subject[0] in scene.words.pronouns
    return subject[:1] == ["the"] and subject[-1] in source.head


def _foretells(scene: _Scene, attribution: Attribution, words: Sequence[str]) -> bool:
    """What the speaker said of the future, shifted back: "She told them no. She would stay until June."."""
    start = 1 if words and words[0] in scene.words.openers else 0
    subject, *rest = words[start : start + 3] or ("",)
    return (
        subject in scene.words.speakers
        and len(rest) > 1
        and rest[0] in scene.words.backshift
        and rest[1] not in scene.words.no_backshift
        and _is_past(attribution.cue.span.of(scene.document.text))
    )


def _is_past(cue: str) -> bool:
    words = _WORD.findall(cue.lower())
    return any(word.endswith("ed") or word in _PAST for word in words) and "has" not in words and "have" not in words
