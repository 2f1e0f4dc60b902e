"""The files of an archive, in a fixed order, without ever listing more than a folder at a time."""

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from attribution.archiving.documents import Failure
from attribution.errors import ArchiveError
from attribution.readers.formats import format_of, read_endings


class FileKind(StrEnum):
    """How the documents in a file are read."""

    JSON_LINES = "jsonl"
    PARQUET = "parquet"
    CRAWL = "warc"
    SINGLE = "single"


ENDINGS = {
    ".jsonl": FileKind.JSON_LINES,
    ".jsonl.gz": FileKind.JSON_LINES,
    ".jsonl.zst": FileKind.JSON_LINES,
    ".parquet": FileKind.PARQUET,
    ".warc": FileKind.CRAWL,
    ".warc.gz": FileKind.CRAWL,
    ".warc.zst": FileKind.CRAWL,
}
"""What the names of files with many documents end with; other endings are those of single articles."""


@frozen
class File:
    """A file of an archive: its name as it was reached, and its size in bytes."""

    name: str
    kind: FileKind
    size: int


def find_archive_files(paths: Sequence[str]) -> Iterator[File | Failure]:
    """The files that paths lead to: of a folder all that can be read, sorted by name, folders behind its files.

    Hidden files are left out, and a failure stands in the place of what cannot be reached.
    """
    for path in paths:
        if not Path(path).is_dir():
            yield _file(Path(path))
            continue
        closed: list[OSError] = []
        found = False
        for folder, folders, names in os.walk(path, onerror=closed.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and Path(name).suffix and _kind(name) is not None:
                    found = True
                    yield _file(Path(folder, name))
        yield from (_failure(Path(error.filename), error) for error in closed)
        if not found and not closed:
            yield Failure(Path(path).as_posix(), f"the folder holds no file that can be read: {endings()}")


def check_paths(paths: Sequence[str]) -> None:
    """Raises `ArchiveError` when one path lies in another: its documents would be there twice."""
    known: dict[Path, str] = {}
    faults: list[str] = []
    for path in paths:
        real = Path(path).resolve()
        if real in known:
            faults.append(f"{path} is read twice: it is the same as {known[real]}")
        known.setdefault(real, path)
    for real, path in known.items():
        outer = next((known[folder] for folder in real.parents if folder in known), None)
        if outer is not None:
            faults.append(f"{path} is read twice: it is inside {outer}")
    if faults:
        raise ArchiveError(faults)


def endings() -> str:
    """The endings that are read, for messages."""
    return ", ".join(dict.fromkeys((*ENDINGS, *read_endings())))


def _file(path: Path) -> File | Failure:
    try:
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        return _failure(path, error)
    kind = _kind(path.name)
    if kind is None:
        return Failure(path.as_posix(), f"cannot read {path.suffix!r} files; these are read: {endings()}")
    return File(path.as_posix(), kind, size)


def _kind(name: str) -> FileKind | None:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    for ending in ("".join(suffixes[-2:]), "".join(suffixes[-1:])):
        if ending in ENDINGS:
            return ENDINGS[ending]
    return FileKind.SINGLE if format_of(name) is not None else None


def _failure(path: Path, error: Exception) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(path.as_posix(), "no such file or folder")
    return Failure(path.as_posix(), str(getattr(error, "strerror", None) or error).lower())
