"""The folder that an archive's tables are written to: every file whole or not there, and a record of what is done."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from attrs import asdict, frozen

from attribution.archiving.documents import Failure, Shard
from attribution.archiving.encoding import TableFormat, count_rows
from attribution.archiving.inputs.finding import File
from attribution.archiving.mapping import MappedShard
from attribution.archiving.tables import TABLES
from attribution.errors import ArchiveError
from attribution.renderers.json_report import dump

RUN = "run.json"
INPUTS = "inputs.jsonl"
FAILED = "failed.jsonl"
SUMMARY = "summary.json"
SOURCING = "sourcing.csv"
SHARDS = "shards"

_UNFINISHED = ".unfinished"  # behind the name of a file that is being written
_SHOWN = 60  # characters of a value in a message


@frozen(eq=False)
class Folder:
    """An output folder; `format` is that of its tables."""

    path: Path
    format: TableFormat

    def begin(self, facts: Mapping[str, Any], files: Iterable[File | Failure], *, resume: bool) -> None:
        """Makes the folder ready for a run, or to go on with one.

        Raises `ArchiveError` when it is in use and `resume` does not say to go on, and when what it was begun with
        differs from `facts` and `files`: with a line for each difference.
        """
        begun = (self.path / RUN).is_file()
        if not resume and self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
            advice = "--resume goes on with it; else" if begun else "it is not an archive's;"
            raise ArchiveError([f"{self.path} is not empty: {advice} name another folder"])
        if begun:
            self._compare(facts, files)
        else:
            self.path.mkdir(parents=True, exist_ok=True)
            with self.writing(INPUTS) as listed:
                listed.writelines(f"{_line(file)}\n".encode() for file in files)
            self.write(RUN, _indented(facts))
        for folder in (SHARDS, *(table.name for table in TABLES)):
            (self.path / folder).mkdir(exist_ok=True)
            for left in (self.path / folder).glob(f"*{_UNFINISHED}"):
                left.unlink()

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A file to write to, which stands under its name only when it is whole."""
        path = self.path / name
        temporary = path.with_name(path.name + _UNFINISHED)
        try:
            with temporary.open("wb") as file:
                yield file
            temporary.replace(path)
        except BaseException:  # an interruption too leaves nothing half written
            temporary.unlink(missing_ok=True)
            raise

    def write(self, name: str, content: bytes) -> None:
        """Puts a file in its place at once."""
        with self.writing(name) as file:
            file.write(content)

    def is_finished(self, shard: Shard) -> bool:
        """Whether the shard was written before. Raises `ArchiveError` when it was, and held other documents."""
        record = self._record(shard.number)
        if record is None:
            return False
        if record["digest"] != shard.digest:
            last = shard.first + len(shard.documents) - 1
            raise ArchiveError([f"the input has changed: documents {shard.first} to {last} are others than before"])
        sizes = {name: _size(self.path / name) for name in record["files"]}
        return bool(sizes == record["files"])

    def finish(self, shard: Shard, mapped: MappedShard) -> None:
        """Writes the tables of a shard, and last the record that says so."""
        files = {f"{table}/{shard.number:06}.{self.format}": content for table, content in mapped.files}
        for name, content in files.items():
            self.write(name, content)
        record = {
            "shard": shard.number,
            "first": shard.first,
            "documents": len(shard.documents),
            "digest": shard.digest,
            "rows": dict(mapped.rows),
            "files": {name: len(content) for name, content in files.items()},
            "failures": [{"document": number, **asdict(failure)} for number, failure in mapped.failures],
            "sourcing": [[*group, asdict(sums)] for group, sums in mapped.tallies],
        }
        self.write(self._record_name(shard.number), _indented(record))

    def records(self, number: int) -> Iterator[dict[str, Any]]:
        """What is written of each of `number` shards, in order; those that are missing are left out."""
        return filter(None, map(self._record, range(number)))

    def counted(self, shard: Mapping[str, Any], table: str) -> int:
        """How many rows of a table a shard has in truth; raises `OSError` when its file cannot be read."""
        return count_rows(self.path / table / f"{shard['shard']:06}.{self.format}", self.format)

    def _compare(self, facts: Mapping[str, Any], files: Iterable[File | Failure]) -> None:
        before = json.loads((self.path / RUN).read_bytes())
        faults = [*_differences(before, json.loads(_indented(facts)))]
        faults.extend(self._other_inputs(files))
        if faults:
            raise ArchiveError([f"{self.path} was begun with other settings or input:", *faults])

    def _other_inputs(self, files: Iterable[File | Failure]) -> Iterator[str]:
        """The first difference between the files of the run and those of the one before."""
        with (self.path / INPUTS).open(encoding="utf-8") as known:
            for file in files:
                line = known.readline().rstrip("\n")
                if line != _line(file):
                    yield _difference(json.loads(line) if line else None, json.loads(_line(file)))
                    return
            line = known.readline()
            if line:
                yield _difference(json.loads(line), None)

    def _record(self, number: int) -> dict[str, Any] | None:
        try:
            record: dict[str, Any] = json.loads((self.path / self._record_name(number)).read_bytes())
        except (FileNotFoundError, ValueError):
            return None  # not written yet, or damaged by a power cut: the shard is worked on again
        return record

    def _record_name(self, number: int) -> str:
        return f"{SHARDS}/{number:06}.json"


def _line(file: File | Failure) -> str:
    known = {"file": file.name, "bytes": file.size} if isinstance(file, File) else {"file": file.place, "bytes": None}
    return dump(known, None)


def _indented(value: Mapping[str, Any]) -> bytes:
    return f"{dump(dict(value), 1)}\n".encode()


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _differences(before: Any, now: Any, path: str = "") -> Iterator[str]:
    """A line for each fact that two runs do not share."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*before, *now)):
            yield from _differences(before.get(key), now.get(key), f"{path}.{key}" if path else key)
    elif before != now:
        yield f"{path}: {_shown(now)} now, {_shown(before)} then"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _difference(before: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> str:
    if before is None or now is None or before["file"] != now["file"]:
        was = f"{before['file']} then" if before else "nothing then"
        return f"input: {now['file'] if now else 'nothing'} now, {was}"
    return f"input: {now['file']} has {_bytes(now['bytes'])} now, and had {_bytes(before['bytes'])}"


def _bytes(size: int | None) -> str:
    return "no readable content" if size is None else f"{size:,} bytes"
