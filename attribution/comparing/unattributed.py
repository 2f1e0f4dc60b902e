"""Claims and figures that stand with nobody behind them in one version, and had somebody in the other."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from attribution.comparing.claims import Claim, Cover, Side, attributed_spans
from attribution.comparing.paragraphs import normalized
from attribution.model.document import Figure
from attribution.model.report import Analysis
from attribution.model.span import Span
from attribution.scoring.corroboration import SAME_CLAIM, claim_words, stems

TOLD_AGAIN = 0.6
"""The share of a claim's words that a sentence without a source must hold to tell the same."""

_LEAST_WORDS = 2

_COMMONEST = 24

_PIECE = re.compile(r"[^\s]{1,200}")


@frozen(eq=False)
class Bare:
    """What of a sentence no attribution reaches."""

    span: Span
    stems: frozenset[str]


@frozen(eq=False)
class Loss:
    """A claim of one version, and the sentence that tells it in the other one without a source."""

    claim: Claim
    bare: Bare


@frozen(eq=False)
class FigureLoss:
    """A figure that an attribution covers in one version, and none in the other one."""

    covered: Span
    bare: Span


def told_without_source(lost: Sequence[Claim], side: Side, other: Side) -> tuple[Loss, ...]:
    """Those of the claims of `side` without a counterpart that `other` tells with nobody behind them.

    A sentence that stood bare in `side` as well lost nothing.
    """
    wanted = [(claim, stems(claim.words)) for claim in lost if not claim.carried and len(claim.words) >= _LEAST_WORDS]
    if not wanted:
        return ()
    before = {normalized(span.of(side.text)) for span in _bare_spans(side.analysis)}
    fresh = [span for span in _bare_spans(other.analysis) if normalized(span.of(other.text)) not in before]
    bare = [Bare(span, stems(claim_words([span], other.text, other.lexicons))) for span in fresh]
    stood = [stems(claim_words([span], side.text, side.lexicons)) for span in _bare_spans(side.analysis)]
    told = [item.stems for item in bare]
    index, known = _holders(told), _holders(stood)
    found = []
    for claim, words in wanted:
        place = _best(words, told, index, TOLD_AGAIN * len(words))
        if place is not None and _best(told[place], stood, known, SAME_CLAIM * len(told[place])) is None:
            found.append(Loss(claim, bare[place]))
    return tuple(found)


def figures_without_source(side: Side, other: Side) -> tuple[FigureLoss, ...]:
    """The figures that attributions cover everywhere in `side` and nowhere in `other`."""
    covered, bare = _figures(side), _figures(other)
    found = []
    for key, (held, loose) in covered.items():
        if held and not loose:
            held_there, loose_there = bare.get(key, ((), ()))
            if loose_there and not held_there:
                found.append(FigureLoss(held[0], loose_there[0]))
    return tuple(found)


def _bare_spans(analysis: Analysis) -> Iterator[Span]:
    """For each sentence of prose, the longest stretch that belongs to no attribution of any class with a source."""
    cover = _cover(analysis)
    headings = {paragraph.index for paragraph in analysis.document.paragraphs if paragraph.heading}
    for sentence in analysis.document.sentences:
        if sentence.paragraph in headings:
            continue
        stretch = _longest(sentence.span, cover, analysis.document.text)
        if stretch is not None:
            yield stretch


def _longest(sentence: Span, cover: Cover, text: str) -> Span | None:
    best: tuple[int, int] | None = None
    start = end = -1
    for match in _PIECE.finditer(text, sentence.start, sentence.end):
        if cover.holds(match.start()):
            start = -1
            continue
        start, end = (match.start() if start < 0 else start), match.end()
        if best is None or end - start > best[1] - best[0]:
            best = (start, end)
    return Span(*best) if best is not None else None


def _cover(analysis: Analysis) -> Cover:
    """What belongs to attributions that have a source, of any class: who "wants" or "believes" a thing is told too."""
    spans = [
        span
        for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True)
        if mention.source is not None
        for span in attributed_spans(attribution)
    ]
    return Cover.of(spans)


def _holders(found: Iterable[frozenset[str]]) -> Mapping[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(found):
        for word in words:
            holders[word].append(place)
    return holders


def _best(
    wanted: frozenset[str], among: Sequence[frozenset[str]], index: Mapping[str, list[int]], least: float
) -> int | None:
    """The one of `among` that shares most words with `wanted`, and at least so many; of equal ones the shortest."""
    rare = (places for word in wanted if len(places := index.get(word, [])) <= _COMMONEST)
    counted = Counter(place for places in rare for place in places)
    shared = {place: len(wanted & among[place]) for place in counted}
    places = [place for place, count in shared.items() if count >= max(least, 1)]
    return min(places, key=lambda place: (-shared[place], len(among[place]), place), default=None)


def _figures(side: Side) -> dict[Hashable, tuple[list[Span], list[Span]]]:
    """The figures of prose that need a source, by what they say: where attributions cover them, and where none does."""
    document = side.analysis.document
    cover = _cover(side.analysis)
    headings = Cover.of(paragraph.span for paragraph in document.paragraphs if paragraph.heading)
    found: dict[Hashable, tuple[list[Span], list[Span]]] = {}
    for figure in document.figures:
        if figure.kind.needs_source and figure.value is not None and not headings.holds(figure.span.start):
            places = found.setdefault(_key(figure), ([], []))
            places[0 if cover.holds(figure.span.start) else 1].append(figure.span)
    return found


def _key(figure: Figure) -> Hashable:
    return figure.kind, figure.value, figure.unit
