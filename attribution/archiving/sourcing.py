"""Sourcing by outlet and month: what the rows of documents add up to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import asdict, frozen

from attribution.archiving.tables import Column, ColumnType, Table
from attribution.model.score import Grade
from attribution.renderers.display import printable, table

Group = tuple[str | None, str | None]

_S, _I, _N = ColumnType.STRING, ColumnType.INTEGER, ColumnType.NUMBER
_DIGITS = 4  # of a share: more than any archive can tell apart
_SHOWN = 24  # rows of the table for a person: a screenful


@frozen
class Tally:
    """Sums over documents: what can be added up without losing anything. `points` is over `graded` documents."""

    documents: int = 0
    words: int = 0
    attributions: int = 0
    sources: int = 0
    unnamed: int = 0
    relayed: int = 0
    anonymous_sources: int = 0
    anonymous_with_reason: int = 0
    unattributed_hard_sentences: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    points: float = 0.0
    graded: int = 0
    A: int = 0
    B: int = 0
    C: int = 0
    D: int = 0
    E: int = 0
    F: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        mine, others = asdict(self), asdict(other)
        return Tally(**{name: mine[name] + others[name] for name in mine})


SOURCING = Table(
    "sourcing",
    "one row an outlet and month",
    tuple(
        Column(name, kind, meaning)
        for name, kind, meaning in (
            ("publisher", _S, "the outlet; empty where the archive names none"),
            ("month", _S, "the month; empty where the archive tells none"),
            ("documents", _I, "documents that were read"),
            ("words", _I, "words of their texts"),
            ("attributions", _I, "attributions that count"),
            ("sources", _I, "sources behind them"),
            ("unnamed_share", _N, "share of these attributions to people without a name"),
            ("relay_share", _N, "share that came through an outlet or another person"),
            ("anonymous_sources", _I, "sources that are people without a name"),
            ("reason_share", _N, "share of them for whom a reason is given"),
            ("unattributed_hard_sentences", _I, "sentences that need a source and have none"),
            ("points", _N, "mean points of the documents that have any"),
            *((str(grade), _I, f"documents with grade {grade}") for grade in Grade),
            ("ungraded", _I, "documents in which nothing needs a source"),
            ("errors", _I, "findings of severity error"),
            ("warnings", _I, "findings of severity warning"),
            ("infos", _I, "findings for information"),
        )
    ),
)
"""The table of outlets and months."""


def tally(documents: Iterable[Mapping[str, Any]]) -> dict[Group, Tally]:
    """The rows of documents, added up by publisher and month."""
    found: dict[Group, Tally] = {}
    for row in documents:
        group = row["publisher"], row["month"]
        found[group] = found.get(group, Tally()) + _of_one(row)
    return found


def sourcing_rows(tallies: Mapping[Group, Tally]) -> list[dict[str, Any]]:
    """The rows of the table, in order of outlet and month; those without either come last."""
    groups = sorted(tallies, key=lambda group: tuple((part is None, part or "") for part in group))
    return [{"publisher": group[0], "month": group[1], **_figures(tallies[group])} for group in groups]


def _of_one(row: Mapping[str, Any]) -> Tally:
    summed = {name: row[name] for name in asdict(Tally()) if name in row and name != "points"}
    graded = row["grade"] is not None
    points = row["points"] if graded else 0.0
    grade = {str(row["grade"]): 1} if graded else {}
    return Tally(**(summed | {"documents": 1, "points": points, "graded": int(graded)} | grade))


def _figures(sums: Tally) -> dict[str, Any]:
    return {
        **{name: getattr(sums, name) for name in ("documents", "words", "attributions", "sources")},
        "unnamed_share": share(sums.unnamed, sums.attributions),
        "relay_share": share(sums.relayed, sums.attributions),
        "anonymous_sources": sums.anonymous_sources,
        "reason_share": share(sums.anonymous_with_reason, sums.anonymous_sources),
        "unattributed_hard_sentences": sums.unattributed_hard_sentences,
        "points": round(sums.points / sums.graded, 2) if sums.graded else None,
        **{str(grade): getattr(sums, grade) for grade in Grade},
        "ungraded": sums.documents - sums.graded,
        **{name: getattr(sums, name) for name in ("errors", "warnings", "infos")},
    }


def share(part: int, whole: int) -> float | None:
    """A share, rounded; `None` of nothing.

    >>> share(1, 3), share(0, 0)
    (0.3333, None)
    """
    return round(part / whole, _DIGITS) if whole else None


def sourcing_lines(rows: Sequence[Mapping[str, Any]], width: int, file: str) -> Iterator[str]:
    """The table for a person, of at most `width` columns: its first rows, and in which file the others are."""
    head = ("Outlet", "Month", "Documents", "Unnamed", "Relayed", "Reasons", "Points", "A/B/C/D/E/F")
    yield from table([head, *map(_cells, rows[:_SHOWN])], width)
    if len(rows) > _SHOWN:
        yield f"… and {len(rows) - _SHOWN:,} more in {file}"


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        printable(row["publisher"] or "–"),
        row["month"] or "–",
        f"{row['documents']:,}",
        *(_percent(row[name]) for name in ("unnamed_share", "relay_share", "reason_share")),
        "–" if row["points"] is None else f"{row['points']:.0f}",
        "/".join(str(row[grade]) for grade in Grade),
    )


def _percent(part: float | None) -> str:
    return "–" if part is None else f"{part:.0%}"
