"""Labelled articles, and how well an audit does on them.

An article in `labelled/*.json` is hard on purpose: terms of anonymity a sentence away, chains of outlets, people
brought in and called again, and words that only look like all that. `attributions` have pieces of source, cue and
content, status, proximity and cluster; `grants` a reason where one is given; `must_not` lists false friends by what
must not be made of them, "attribution", "grant" or a rule's code. What is `optional` is neither a miss nor an alarm.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from attribution import audit
from attribution.config import Config
from attribution.model.report import Report
from attribution.model.span import Span

FOLDER = Path(__file__).parent / "labelled"


@frozen(eq=False)
class Labelled:
    """One article with its labels and the report on it."""

    name: str
    labels: Mapping[str, Any] = field(repr=False)
    report: Report = field(repr=False)

    @property
    def friends(self) -> tuple[Mapping[str, Any], ...]:
        """The false friends."""
        return tuple(self.labels["must_not"])


@frozen
class Share:
    """How many of how many are right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 of 0 is 0."""
        return self.right / self.of if self.of else 0.0


def load_articles() -> tuple[Labelled, ...]:
    """Every labelled article, read once."""
    return tuple(_article(path) for path in sorted(FOLDER.glob("*.json")))


def _article(path: Path) -> Labelled:
    labels = json.loads(path.read_text(encoding="utf-8"))
    outlet = labels["own_outlet"] or "This Outlet"
    return Labelled(path.stem, labels, audit(labels["text"], config=Config(own_outlet=outlet)))


def measures(articles: Iterable[Labelled]) -> dict[str, Share]:
    """How many labelled attributions are found, and of these how many with the right status and proximity; how many
    grants are found, and how many of those reported are grants."""
    counts = dict.fromkeys(("found", "gold", "status", "proximity", "hit", "granted", "reported"), 0)
    for article in articles:
        for label, index in _pairs(article):
            counts["gold"] += 1
            if index is None:
                continue
            mention = article.report.analysis.mentions[index]
            counts["found"] += 1
            counts["status"] += mention.status.value.upper() == label["status"]
            counts["proximity"] += mention.proximity.value.upper() == label["proximity"]
        wanted = [grant for grant in article.labels["grants"] if not grant.get("optional")]
        spans = {grant.span for grant in article.report.analysis.grants}
        known = [Span(grant["start"], grant["end"]) for grant in article.labels["grants"]]
        counts["hit"] += sum(any(Span(g["start"], g["end"]).overlaps(span) for span in spans) for g in wanted)
        counts["granted"] += len(wanted)
        counts["reported"] += sum(any(span.overlaps(each) for each in known) for span in spans)
    return {
        "found": Share(counts["found"], counts["gold"]),
        "status": Share(counts["status"], counts["found"]),
        "proximity": Share(counts["proximity"], counts["found"]),
        "grants": Share(counts["hit"], counts["granted"]),
        "reported grants": Share(
            counts["reported"], sum(len({g.span for g in a.report.analysis.grants}) for a in articles)
        ),
    }


def taken(article: Labelled, friend: Mapping[str, Any]) -> bool:
    """Whether a false friend is taken for what it is not."""
    span = Span(friend["start"], friend["start"] + len(friend["quote"]))
    analysis = article.report.analysis
    if friend["code"] == "attribution":
        cues = (
            piece
            for attribution in analysis.attributions
            if attribution.audited and analysis.scores.attributions[attribution.index] is not None
            for piece in attribution.cue.spans
        )
        return any(piece.overlaps(span) for piece in cues)
    if friend["code"] == "grant":
        return any(grant.span.overlaps(span) for grant in analysis.grants)
    return any(found.code == friend["code"] and found.span.overlaps(span) for found in article.report.findings)


def _pairs(article: Labelled) -> Iterator[tuple[Mapping[str, Any], int | None]]:
    """Each label with the attribution whose cue it shares most with; each attribution once."""
    labels = [label for label in article.labels["attributions"] if not label.get("optional")]
    found = article.report.analysis.attributions
    shared = [
        (_shared(label["cue"], attribution.cue.spans), -place, -attribution.index)
        for place, label in enumerate(labels)
        for attribution in found
    ]
    pairs: dict[int, int] = {}
    for size, place, index in sorted(shared, reverse=True):
        if size and -place not in pairs and -index not in pairs.values():
            pairs[-place] = -index
    return ((label, pairs.get(place)) for place, label in enumerate(labels))


def _shared(pieces: Iterable[list[int]], spans: tuple[Span, ...]) -> int:
    return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in pieces for span in spans)
