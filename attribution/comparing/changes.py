"""Matched claims, paragraphs and findings → changes, each once and with how many claims it is about."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, field, frozen

from attribution.comparing.claims import Claim, Side
from attribution.comparing.describing import differences
from attribution.comparing.matching import Matches
from attribution.comparing.paragraphs import normalized
from attribution.comparing.sameness import Sameness, sameness
from attribution.comparing.unattributed import Loss, figures_without_source, told_without_source
from attribution.model.comparison import SEVERITIES, Change, ChangeKind, ParagraphMatch
from attribution.model.finding import Severity
from attribution.model.source import Source
from attribution.model.span import Span

LEAST_POINTS = 1.0
"""A paragraph's score has changed when it moved by at least so many points, of 100: what a reviewer sees printed."""


@frozen
class _Topic:
    """What a change is about, so that each is told once: behind how many claims ever it stands."""

    kind: ChangeKind
    old: str | None
    new: str | None
    aspects: tuple[str, ...] = ()


@frozen(eq=False)
class Tally:
    """The changes found so far, by what they are about, each with the pair of claims where it stands first."""

    old: Side
    new: Side
    found: dict[_Topic, list[tuple[Claim, Claim]]] = field(factory=dict)

    def add(self, kind: ChangeKind, pair: tuple[Claim, Claim], aspects: tuple[str, ...] = ()) -> None:
        """Counts one more claim for a change."""
        sources = self.old.source(pair[0]), self.new.source(pair[1])
        ours, theirs = (source.id if source is not None else None for source in sources)
        self.found.setdefault(_Topic(kind, ours, theirs, aspects), []).append(pair)

    def changes(self) -> Iterator[Change]:
        """What was counted, as changes."""
        for topic, pairs in self.found.items():
            ours, theirs = pairs[0]
            yield change(
                topic.kind,
                _source_span(self.old, ours),
                _source_span(self.new, theirs),
                was=_label(self.old.source(ours)),
                now=_label(self.new.source(theirs)),
                aspects=topic.aspects,
                old_source=topic.old,
                new_source=topic.new,
                claims=len(pairs),
            )


def change(kind: ChangeKind, before: Span | None, after: Span | None, **facts: Any) -> Change:
    """A change of a kind with the severity that it has; `facts` are its other fields."""
    return Change(kind, SEVERITIES.get(kind, Severity.INFO), before, after, **facts)


def source_changes(old: Side, new: Side, matches: Matches) -> Iterator[Change]:
    """What became of the sources of claims that both versions attribute."""
    tally = Tally(old, new)
    known: dict[tuple[str | None, str | None], Sameness] = {}
    for pair in matches.pairs:
        ours, theirs = pair
        audited = old.attribution(ours).audited or new.attribution(theirs).audited
        if not audited or (ours.carried and theirs.carried):
            continue
        was, now = old.source(ours), new.source(theirs)
        key = (was.id if was is not None else None, now.id if now is not None else None)
        if key not in known:
            known[key] = sameness(was, now, old.text, new.text, old.lexicons)
        match known[key]:
            case Sameness.SAME if was is not None and now is not None:
                _same_source(tally, pair, was, now)
            case Sameness.OTHER:
                tally.add(ChangeKind.SOURCE_CHANGED, pair)
            case Sameness.LOST:
                yield _loss(old, new, ours, theirs.span)
            case Sameness.GAINED:
                yield mirrored(_loss(new, old, theirs, ours.span))
    yield from tally.changes()


def claim_changes(old: Side, new: Side, matches: Matches) -> Iterator[Change]:
    """What became of the claims that only one version attributes, and of figures."""
    yield from _one_way(old, new, matches.lost)
    yield from map(mirrored, _one_way(new, old, matches.added))


def score_changes(paragraphs: Iterable[ParagraphMatch], old: Side, new: Side) -> Iterator[Change]:
    """Paragraphs whose points moved."""
    for match in paragraphs:
        before, after = match.old_points, match.new_points
        if before is None or after is None or abs(after - before) < LEAST_POINTS:
            continue
        yield change(
            ChangeKind.SCORE_FELL if after < before else ChangeKind.SCORE_ROSE,
            old.analysis.document.paragraphs[match.old[0] - 1].span,
            new.analysis.document.paragraphs[match.new[0] - 1].span,
            was=_points(before),
            now=_points(after),
        )


def mirrored(found: Change) -> Change:
    """The same change as the edit undone would bring it about.

    >>> mirrored(change(ChangeKind.SOURCE_LOST, Span(0, 4), None, was="Ada Lind")).kind
    <ChangeKind.SOURCE_GAINED: 'source-gained'>
    """
    kind = found.kind.mirror
    return evolve(
        found,
        kind=kind,
        severity=SEVERITIES.get(kind, Severity.INFO),
        before=found.after,
        after=found.before,
        was=found.now,
        now=found.was,
        old_source=found.new_source,
        new_source=found.old_source,
    )


def _same_source(tally: Tally, pair: tuple[Claim, Claim], was: Source, now: Source) -> None:
    for difference in differences(was, now):
        tally.add(difference.kind, pair, difference.aspects)
    ours, theirs = tally.old.mention(pair[0]).relay_chain, tally.new.mention(pair[1]).relay_chain
    there, here = ({normalized(name) for name in chain} for chain in (theirs, ours))
    if gone := tuple(name for name in ours if normalized(name) not in there):
        tally.add(ChangeKind.RELAY_LOST, pair, gone)
    if come := tuple(name for name in theirs if normalized(name) not in here):
        tally.add(ChangeKind.RELAY_ADDED, pair, come)


def _one_way(side: Side, other: Side, lost: Iterable[Claim]) -> Iterator[Change]:
    """The losses of `side`: claims that `other` tells without a source, figures, and attributions that are gone."""
    claims = [claim for claim in lost if not claim.carried and side.attribution(claim).audited]
    losses = [loss for loss in told_without_source(claims, side, other) if side.source(loss.claim) is not None]
    told: dict[Span, list[Loss]] = {}
    for loss in losses:
        told.setdefault(loss.bare.span, []).append(loss)
    for span, found in told.items():
        yield _loss(side, other, found[0].claim, span, claims=len(found))
    stretches = sorted(told)
    figures = [figure for figure in figures_without_source(side, other) if not _holds(stretches, figure.bare)]
    owners = _owners(side) if figures else {}
    for figure in figures:
        owner = owners.get(figure.covered)
        kind = ChangeKind.FIGURE_SOURCE_LOST
        yield change(kind, figure.covered, figure.bare, **(_who(side, owner) if owner is not None else {}))
    done = {id(loss.claim) for loss in losses}
    gone = {claim.attribution for claim in claims}
    for claim in claims:
        if id(claim) not in done and side.attribution(claim).parent not in gone:
            yield change(ChangeKind.ATTRIBUTION_LOST, claim.span, None, **_who(side, claim))


def _loss(side: Side, other: Side, claim: Claim, after: Span, *, claims: int = 1) -> Change:
    """A claim of `side` that stands at `after` in `other` with nobody behind it."""
    figures = _needs_source(side, claim.spans) and _needs_source(other, [after])
    kind = ChangeKind.FIGURE_SOURCE_LOST if figures else ChangeKind.SOURCE_LOST
    return change(kind, claim.span, after, claims=claims, **_who(side, claim))


def _needs_source(side: Side, spans: Iterable[Span]) -> bool:
    return any(figure.kind.needs_source for span in spans for figure in side.figures_in(span))


def _holds(stretches: Sequence[Span], figure: Span) -> bool:
    """Whether one of the stretches, which are in order and apart, holds a figure."""
    place = bisect_right(stretches, figure.start, key=lambda span: span.start) - 1
    return place >= 0 and stretches[place].covers(figure)


def _owners(side: Side) -> dict[Span, Claim]:
    """The first claim that each figure stands in."""
    owners: dict[Span, Claim] = {}
    for claim in side.claims:
        for span in claim.spans:
            for figure in side.figures_in(span):
                owners.setdefault(figure.span, claim)
    return owners


def _who(side: Side, claim: Claim) -> dict[str, str]:
    """Who stood behind a claim, as facts of a loss."""
    source = side.source(claim)
    return {"was": source.label, "old_source": source.id} if source is not None else {}


def _source_span(side: Side, claim: Claim) -> Span:
    """The words that name the source of a claim; its cue where the source is not named there."""
    return side.mention(claim).span or side.attribution(claim).cue.span


def _label(source: Source | None) -> str | None:
    return source.label if source is not None else None


def _points(points: float) -> str:
    return str(int(points + 0.5))
