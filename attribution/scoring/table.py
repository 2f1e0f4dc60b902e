"""The numbers of the scoring model, read from `table.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from attribution.model.attribution import Stance
from attribution.model.score import Grade
from attribution.model.source import Proximity, SourceStatus

TABLE = Path(__file__).parent / "table.toml"

PASSIVE_GROUP = "passive"


@frozen
class Addition:
    """Points that one feature adds for sources of some groups; of those that share an `axis` the largest counts."""

    feature: str
    points: float
    any: frozenset[str]
    groups: frozenset[str]
    axis: str


@frozen(eq=False)
class ScoreTable:
    """Every number of policy section 5 with the version it belongs to. Points run from 0 to 100."""

    version: str
    groups: Mapping[SourceStatus, str]
    base: Mapping[SourceStatus, float]
    additions: tuple[Addition, ...]
    proximity: Mapping[Proximity, Mapping[str, float]]
    stance: Mapping[Stance, float]
    stance_groups: frozenset[str]
    caps: Mapping[str, float]
    unnamed_groups: frozenset[str]
    independence: Mapping[str, float]
    unattributed: Mapping[str, float]
    grades: tuple[tuple[Grade, float], ...]
    weights: Mapping[str, float]
    document_caps: Mapping[str, float]

    def unnamed(self, status: SourceStatus) -> bool:
        """Whether the cap for unnamed people holds for sources of this status."""
        return self.groups[status] in self.unnamed_groups

    def proximity_factor(self, proximity: Proximity, status: SourceStatus) -> float:
        """What the points of a source of this status are multiplied by when it stands this far away."""
        factors = self.proximity.get(proximity, {})
        return factors.get(self.groups[status], factors.get("all", 1.0))

    def grade(self, points: float) -> Grade:
        """The band that `points` fall into.

        >>> load_table().grade(64.9), load_table().grade(65)
        (<Grade.C: 'C'>, <Grade.B: 'B'>)
        """
        return next(grade for grade, least in self.grades if points >= least)


@cache
def load_table() -> ScoreTable:
    """The table that ships with the library.

    >>> load_table().base[SourceStatus.NAMED_ROLE]
    75
    """
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    caps = dict(data["caps"])
    unnamed_groups = frozenset(caps.pop("unnamed_groups"))
    stance = dict(data["stance"])
    stance_groups = frozenset(stance.pop("groups"))
    return ScoreTable(
        version=data["version"],
        groups={SourceStatus(status): group for group, members in data["groups"].items() for status in members},
        base={SourceStatus(status): points for status, points in data["base"].items()},
        additions=tuple(map(_addition, data["addition"])),
        proximity={Proximity(name): factors for name, factors in data["proximity"].items()},
        stance={Stance(name): factor for name, factor in stance.items()},
        stance_groups=stance_groups,
        caps=caps,
        unnamed_groups=unnamed_groups,
        independence=data["independence"],
        unattributed=data["unattributed"],
        grades=tuple((Grade(name), least) for name, least in data["grades"].items()),
        weights=data["weights"],
        document_caps=data["document_caps"],
    )


def _addition(entry: Mapping[str, Any]) -> Addition:
    return Addition(
        feature=entry["feature"],
        points=entry["points"],
        any=frozenset(entry["any"]),
        groups=frozenset(entry["groups"]),
        axis=entry.get("axis", entry["feature"]),
    )
