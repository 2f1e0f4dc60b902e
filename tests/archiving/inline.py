"""An engine without processes, and what the tests of archives share."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import define, field

from attribution.archiving.archive import map_archive
from attribution.archiving.encoding import TableFormat
from attribution.archiving.settings import Settings
from attribution.archiving.summing import ArchiveSummary
from attribution.config import Config

BRIDGE = "The bridge will close in May, Ada Lind, the county engineer, said at a meeting on Monday."
TALKS = "Two officials told Reuters on condition of anonymity that the talks had failed."


@define(eq=False)
class InlineEngine:
    """Does each task when it is asked for the result; the last one that was begun first."""

    begun: list[tuple[Any, ...]] = field(factory=list)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.begun.clear()

    @property
    def room(self):
        return 3 - len(self.begun)

    def start(self, key, function, *arguments):
        self.begun.append((key, function, arguments))

    def finished(self):
        key, function, arguments = self.begun.pop()
        return key, function(*arguments)

    def alone(self, function, *arguments):
        return function(*arguments)


def article(number: int) -> dict[str, Any]:
    """One of many articles, of two outlets and three months."""
    text = "\n\n".join((BRIDGE, TALKS)[(number + place) % 2] for place in range(1 + number % 4))
    outlet = ("Harbour Courier", "County Post")[number % 2]
    return {"id": f"a{number}", "text": text, "publisher": outlet, "published": f"2026-{1 + number % 3:02}-04"}


def write_lines(path: Path, records: Iterable[dict[str, Any]]) -> str:
    """A file of JSON Lines, by name."""
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return str(path)


def mapped(*paths: str, output: Path, engine: Any = None, resume: bool = False, **settings: Any) -> ArchiveSummary:
    """What an archive adds up to, in JSON Lines unless `format` says otherwise."""
    chosen = Settings(Config(), **{"format": TableFormat.JSON_LINES, "shard_documents": 4, **settings})
    return map_archive(paths, output, chosen, engine or InlineEngine(), resume=resume)


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table in JSON Lines, in order of its shards."""
    return [row for path in sorted((output / table).glob("*.jsonl")) for row in lines(path)]


def failures(output: Path) -> list[dict[str, Any]]:
    """What failed."""
    return lines(output / "failed.jsonl")


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
