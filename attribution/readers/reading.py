"""Paths to articles: which files to read, and which reader reads them."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution.errors import ConfigError, ReadError
from attribution.model.document import Article
from attribution.readers.json_lines import looks_like_json_lines, parse_json_lines
from attribution.readers.plain_text import parse_text
from attribution.readers.plugged import parse_plugged, plugged_formats

STANDARD_INPUT = "-"

FORMATS = {".txt": "txt", ".jsonl": "jsonl", "": "txt"}
"""Which format a file name's ending stands for; a name without an ending is plain text."""


def read(path: str | Path, *, format: str | None = None) -> Article:
    """The one article in the file at `path`, or in standard input for "-".

    `format` is "txt", "jsonl" or one of a plugin, and follows from the file name when it is `None`. Raises `ReadError`
    when the file is missing, not UTF-8, empty or holds several articles (for those there is `read_all`), and
    `ConfigError` for a format that does not exist.
    """
    _check_format(format)
    found = list(_articles(_named(path), format))
    for item in found:
        if isinstance(item, ReadError):
            raise item
    articles = [item for item in found if isinstance(item, Article)]
    if len(articles) != 1:
        raise ReadError(_named(path), f"holds {len(articles)} articles; read_all() gives each of them")
    return articles[0]


def read_all(paths: Iterable[str | Path], *, format: str | None = None) -> Iterator[Article | ReadError]:
    """Every article that `paths` lead to, in order, and an error in the place of each that cannot be read.

    A folder is walked for `.txt` and `.jsonl` files and those that plugins read, sorted by path; hidden ones are left
    out. A file that is reached twice is read once.
    """
    _check_format(format)
    seen: set[str] = set()
    for path in paths:
        try:
            files = _files(path)
        except (OSError, ValueError) as error:
            yield _read_error(_named(path), error)
            continue
        for name in files:
            if isinstance(name, ReadError):
                yield name
                continue
            real = _real(name)
            if real not in seen:
                seen.add(real)
                yield from _articles(name, format)


def find_files(paths: Iterable[str | Path]) -> Iterator[str]:
    """The names of the files that `read_all` reads, as far as they can be reached."""
    for path in paths:
        try:
            yield from (name for name in _files(path) if isinstance(name, str))
        except (OSError, ValueError):
            continue  # reading it says what is wrong


def is_plain_text(name: str) -> bool:
    """Whether a file is read as plain text, by its name."""
    return FORMATS.get(Path(name).suffix.lower()) == "txt"


def _check_format(format: str | None) -> None:
    accepted = sorted(set(FORMATS.values()))
    if format is not None and format not in accepted and format not in plugged_formats():
        known = ", ".join((*accepted, *plugged_formats()))
        raise ConfigError([f"format: {format!r} is not known; accepted are {known}"])


def _named(path: str | Path) -> str:
    """The path as given, with forward slashes: what reports and messages call the file."""
    return path if path == STANDARD_INPUT else Path(path).as_posix()


def _files(path: str | Path) -> list[str | ReadError]:
    """The files that one path of the command line stands for, and an error for each folder that cannot be opened."""
    if path == STANDARD_INPUT or not Path(path).is_dir():
        return [_named(path)]
    found: list[Path] = []
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(folder, name) for name in names if not name.startswith(".") and _walked(name))
    if not found and not closed:
        raise ReadError(_named(path), "the folder holds no .txt or .jsonl file")
    errors = [_read_error(_named(str(error.filename)), error) for error in closed]
    return [*(file.as_posix() for file in sorted(found)), *errors]


def _walked(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return bool(suffix) and (suffix in FORMATS or suffix[1:] in plugged_formats())


def _real(name: str) -> str:
    """What tells two ways to one file from two files."""
    try:
        return name if name == STANDARD_INPUT else os.path.realpath(name)
    except ValueError:  # a NUL in the name: opening it will say so
        return name


def _articles(name: str, format: str | None) -> Iterator[Article | ReadError]:
    try:
        if name == STANDARD_INPUT:
            yield from _standard_input(format)
            return
        wanted = format or _format_of(name)
        if wanted == "jsonl":
            with Path(name).open("rb") as lines:
                yield from parse_json_lines(lines, name)
        elif wanted == "txt":
            yield parse_text(Path(name).read_bytes(), name)
        else:
            yield from parse_plugged(wanted, Path(name).read_bytes(), name)
    except (OSError, ValueError) as error:
        yield _read_error(name, error)


def _standard_input(format: str | None) -> Iterator[Article | ReadError]:
    data = sys.stdin.buffer.read()
    if format == "jsonl" or (format is None and looks_like_json_lines(data)):
        yield from parse_json_lines(data.split(b"\n"), STANDARD_INPUT)
    elif format not in (None, "txt"):
        yield from parse_plugged(str(format), data, STANDARD_INPUT)
    else:
        yield parse_text(data, STANDARD_INPUT)


def _format_of(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    if suffix[1:] in plugged_formats():
        return suffix[1:]
    read = " and ".join((", ".join((".txt", *(f".{item}" for item in plugged_formats()))), ".jsonl"))
    raise ReadError(name, f"cannot read {suffix!r} files; {read} are read, and plain text from '-'")


def _read_error(name: str, error: Exception) -> ReadError:
    """What went wrong as a `ReadError`, raised from its cause."""
    if isinstance(error, ReadError):
        return error
    problem = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    if isinstance(error, FileNotFoundError):
        problem = "no such file or folder"
    wrapped = ReadError(name, problem[:1].lower() + problem[1:])
    wrapped.__cause__ = error
    return wrapped
