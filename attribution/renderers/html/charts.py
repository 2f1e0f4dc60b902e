"""The figures at the head of a page as small charts, each with the words that say the same."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from attribution.model.report import Analysis
from attribution.model.source import Proximity, SourceStatus
from attribution.renderers.summary import Summary
from attribution.renderers.wording import counted, rounded
from attribution.scoring.overall import unnamed_voice

NAMED, BODY, UNNAMED, NOBODY = "named", "body", "unnamed", "nobody"
"""The groups of statuses, which are classes of the style sheet too."""

_VOICES: Final = {
    NAMED: "people with a name",
    BODY: "institutions, documents, media",
    UNNAMED: "people without a name, groups included",
    NOBODY: "nobody",
}
_NEAR, _UNSTATED, _RELAYED = "near", "unstated", "relayed"
_DISTANCES: Final = {
    _NEAR: "at first hand or in public",
    _UNSTATED: "occasion not stated",
    _RELAYED: "passed on by others",
}
_NEAR_KINDS = (Proximity.FIRST_HAND, Proximity.PUBLIC)
# The width of a chart, and of the room that a dot or a column has at most.
_WIDTH = 240.0
_WIDEST_DOT, _WIDEST_COLUMN = 20.0, 24.0


@frozen
class Segment:
    """A part of a bar: where it begins and how wide it is in percent, and what it counts."""

    kind: str
    label: str
    count: int
    percent: int
    start: float
    width: float


@frozen
class Dot:
    """A source as a dot: filled for as many as there are independent origins."""

    x: float
    radius: float
    filled: bool


@frozen
class Column:
    """A paragraph's points as a column; a stump without a grade where nothing needs a source."""

    x: float
    width: float
    height: float
    grade: str


@frozen
class Charts:
    """What the charts of a page show, each with its sentence."""

    voices: tuple[Segment, ...]
    voices_text: str
    distances: tuple[Segment, ...]
    distances_text: str
    origins: tuple[Dot, ...]
    origins_text: str
    columns: tuple[Column, ...]
    columns_text: str


def charts(analysis: Analysis, summary: Summary) -> Charts:
    """The charts of a report."""
    voices = _segments(_VOICES, ((voice_of(status), count) for status, count in summary.by_status.items()))
    distances = _segments(_DISTANCES, ((_distance(near), count) for near, count in summary.by_proximity.items()))
    return Charts(
        voices,
        _said(voices, "Of {}", summary.attributions),
        distances,
        _said(distances, "Of {}", summary.attributions),
        _dots(summary.sources, summary.independent_origins),
        f"{counted(summary.independent_origins, 'independent origin')} among {counted(summary.sources, 'source')}",
        _columns(analysis),
        f"Points of {counted(summary.scored_paragraphs, 'paragraph')} that need a source, in their order",
    )


def voice_of(status: SourceStatus) -> str:
    """Which group a status belongs to."""
    if unnamed_voice(status):
        return UNNAMED
    if status is SourceStatus.PASSIVE:
        return NOBODY
    return NAMED if status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE) else BODY


def _distance(proximity: Proximity) -> str:
    if proximity in _NEAR_KINDS:
        return _NEAR
    return _UNSTATED if proximity is Proximity.UNSTATED else _RELAYED


def _segments(labels: Mapping[str, str], counts: Iterable[tuple[str, int]]) -> tuple[Segment, ...]:
    """The parts of a bar in the order of `labels`; those that count nothing are left out."""
    totals = dict.fromkeys(labels, 0)
    for kind, count in counts:
        totals[kind] += count
    whole = sum(totals.values())
    found: list[Segment] = []
    start = 0.0
    for kind, count in totals.items():
        if count:
            width = 100 * count / whole
            found.append(Segment(kind, labels[kind], count, rounded(width), round(start, 2), round(width, 2)))
            start += width
    return tuple(found)


def _said(segments: Iterable[Segment], start: str, total: int) -> str:
    parts = ", ".join(f"{segment.count} {segment.label}" for segment in segments)
    return f"{start.format(counted(total, 'attribution'))}: {parts}" if parts else "Nothing is attributed"


def _dots(sources: int, origins: int) -> tuple[Dot, ...]:
    step = min(_WIDEST_DOT, _WIDTH / max(sources, 1))
    radius = round(step * 0.36, 2)
    return tuple(Dot(round((place + 0.5) * step, 2), radius, place < origins) for place in range(sources))


def _columns(analysis: Analysis) -> tuple[Column, ...]:
    scores = analysis.scores.paragraphs
    step = min(_WIDEST_COLUMN, _WIDTH / max(len(scores), 1))
    return tuple(
        Column(
            round(place * step, 2),
            round(step * 0.8, 2),
            max(score.points, 4.0) if score.points is not None else 2.0,
            str(score.grade) if score.grade is not None else "none",
        )
        for place, score in enumerate(scores)
    )
