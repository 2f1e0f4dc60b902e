"""What is marked in an article's text, and a paragraph cut into pieces at every border of a mark.

Marks nest and overlap as they like: a piece knows all that cover it, so that no element has to hold half of another.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from attrs import evolve, frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.model.source import Mention
from attribution.model.span import Span


class MarkKind(StrEnum):
    """What marked words are; the values are the classes of the style sheet."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    CARRIED = "carried"
    VIA = "via"
    TERMS = "terms"
    FINDING = "finding"


@frozen
class Mark:
    """Marked words: which source they belong to (its id), and for findings which one (counted from 1).

    `level` is how much the finding matters; `target` is the name by which links lead here, if any do.
    """

    span: Span
    kind: MarkKind
    source: str | None = None
    finding: int | None = None
    level: Severity | None = None
    target: str | None = None


@frozen
class Piece:
    """A stretch of text under the same marks, the innermost of them first, and the names that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that it belongs to, the innermost first."""
        return tuple(dict.fromkeys(mark.source for mark in self.marks if mark.source is not None))

    @property
    def findings(self) -> tuple[int, ...]:
        """The findings that it is about."""
        return tuple(sorted({mark.finding for mark in self.marks if mark.finding is not None}))

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the style sheet that it has: what its words are, and how much findings about them matter."""
        kinds = [mark.kind for mark in self.marks]
        inner = ("inner",) if kinds.count(MarkKind.CONTENT) > 1 else ()
        levels = (f"f-{mark.level}" for mark in self.marks if mark.level is not None)
        named = (kind for kind in MarkKind if kind in kinds and kind is not MarkKind.FINDING)
        return (*named, *inner, *dict.fromkeys(levels))


@frozen
class Run:
    """Pieces that stand together: the words that mention one source, or whatever is between such words."""

    pieces: tuple[Piece, ...]
    source: str | None = None


def marks_of(report: Report) -> tuple[Mark, ...]:
    """Every mark of a report: attributions of the audit classes, grants of anonymity, and findings."""
    analysis = report.analysis
    marks = [
        mark
        for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True)
        if attribution.audited
        for mark in _attributed(attribution, mention)
    ]
    for grant in analysis.grants:
        marks.append(Mark(grant.span, MarkKind.TERMS, grant.source))
        if grant.reason is not None and not grant.span.covers(grant.reason):
            marks.append(Mark(grant.reason, MarkKind.TERMS, grant.source))
    for number, finding in enumerate(report.findings, start=1):
        marks.append(Mark(finding.span, MarkKind.FINDING, None, number, finding.severity, f"w{number}"))
    return tuple(mark for mark in marks if len(mark.span))


def by_stretch(marks: Iterable[Mark], stretches: Sequence[Span]) -> Mapping[int, tuple[Mark, ...]]:
    """The marks in each stretch of the text, by its place among the `stretches`, which are in order and apart.

    A mark that goes on over a border is in both, each time as far as the stretch reaches.
    """
    found: dict[int, list[Mark]] = defaultdict(list)
    place = 0
    for mark in sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)):
        while place < len(stretches) and stretches[place].end <= mark.span.start:
            place += 1
        reached, first = place, True
        while reached < len(stretches) and stretches[reached].start < mark.span.end:
            found[reached].append(_within(mark, stretches[reached], first=first))
            reached, first = reached + 1, False
    return {place: tuple(items) for place, items in found.items()}


def runs(text: str, stretch: Span, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """A stretch of the text as runs, which together are just its words; `marks` lie within it."""
    given = tuple(marks)
    links = _links(given)
    starts = [mark.span.start for mark in links]

    def link(placed: tuple[int, Piece]) -> int:
        """Which link holds a piece; -1 for none."""
        last = bisect_right(starts, placed[0]) - 1
        return last if last >= 0 and placed[0] < links[last].span.end else -1

    return tuple(
        Run(tuple(piece for _, piece in group), links[number].source if number >= 0 else None)
        for number, group in groupby(_pieces(text, stretch, given), key=link)
    )


def _links(marks: Iterable[Mark]) -> list[Mark]:
    """The mentions of sources that are links: where some meet, the one that begins first, and the longest of these."""
    mentions = [mark for mark in marks if mark.kind is MarkKind.SOURCE and mark.source is not None]
    chosen: list[Mark] = []
    for mark in sorted(mentions, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not chosen or chosen[-1].span.end <= mark.span.start:
            chosen.append(mark)
    return chosen


def _pieces(text: str, stretch: Span, marks: Sequence[Mark]) -> Iterator[tuple[int, Piece]]:
    """The pieces between neighbouring borders, each with the place where it begins."""
    beginning: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        beginning[mark.span.start].append(mark)
    edges = (edge for mark in marks for edge in (mark.span.start, mark.span.end))
    borders = sorted({stretch.start, stretch.end, *edges})
    active: list[Mark] = []
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark.span.end > start] + beginning[start]
        inner_first = sorted(active, key=lambda mark: len(mark.span))
        targets = tuple(mark.target for mark in beginning[start] if mark.target is not None)
        yield start, Piece(text[start:end], tuple(inner_first), targets)


def _within(mark: Mark, stretch: Span, *, first: bool) -> Mark:
    """The part of a mark in a stretch; links lead to its first part alone."""
    if stretch.covers(mark.span):
        return mark
    span = Span(max(mark.span.start, stretch.start), min(mark.span.end, stretch.end))
    return evolve(mark, span=span, target=mark.target if first else None)


def _attributed(attribution: Attribution, mention: Mention) -> Iterator[Mark]:
    source = mention.source
    target = f"a{attribution.index}"
    words = attribution.source
    if words is not None:
        yield Mark(words, MarkKind.SOURCE, source, target=target)
    for number, span in enumerate(attribution.cue.spans):
        yield Mark(span, MarkKind.CUE, source, target=target if words is None and number == 0 else None)
    relays = (attribution.addressee,) if mention.relay_chain and attribution.addressee is not None else ()
    yield from (Mark(span, MarkKind.VIA, source) for span in (*attribution.via, *relays))
    yield from (Mark(span, MarkKind.CONTENT, source) for span in attribution.content)
    yield from (Mark(span, MarkKind.CARRIED, source) for span in attribution.carried)
