"""Paths to articles: which files to read, and which reader reads them."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from attribution.errors import OtherKindError, ReadError
from attribution.model.document import Article
from attribution.model.original import Original
from attribution.readers.formats import FORMATS, Format, find_format, format_of, read_endings
from attribution.readers.json_lines import looks_like_json_lines, parse_json_lines
from attribution.readers.limits import limited_lines, read_limited
from attribution.readers.settings import DEFAULT, Settings

STANDARD_INPUT = "-"

SettingsOf = Callable[[str], Settings]
"""The settings that hold for a file, by its name."""


def read(path: str | Path, *, format: str | None = None, settings: Settings = DEFAULT) -> Article:
    """The one article in the file at `path`, or in standard input for "-".

    `format` is the name of one of ours ("txt", "html" …) or of a plugin's, and follows from the file name when it is
    `None`. Raises `ReadError` when the file is missing, cannot be decoded, is empty or holds several articles (for
    those there is `read_all`), and `ConfigError` for a format that does not exist.
    """
    wanted = find_format(format) if format is not None else None
    found = list(_articles(_named(path), wanted, settings))
    for item in found:
        if isinstance(item, ReadError):
            raise item
    articles = [item for item in found if isinstance(item, Article)]
    if len(articles) != 1:
        raise ReadError(_named(path), f"holds {len(articles)} articles; read_all() gives each of them")
    return articles[0]


def read_all(
    paths: Iterable[str | Path], *, format: str | None = None, settings: SettingsOf = lambda file: DEFAULT
) -> Iterator[Article | ReadError]:
    """Every article that `paths` lead to, in order, and an error in the place of each that cannot be read.

    A folder is walked for files of every format that is read, sorted by path; hidden ones are left out, and so are
    sound files of other kinds, as JSON that is no news. A file that is reached twice is read once. `format` holds for
    all of them, whatever their endings. Raises `ConfigError` for a format that does not exist.
    """
    wanted = find_format(format) if format is not None else None
    seen: set[str] = set()
    for path in paths:
        try:
            files = _files(path)
        except (OSError, ValueError) as error:
            yield _read_error(_named(path), error)
            continue
        walked = path != STANDARD_INPUT and Path(path).is_dir()
        for name in files:
            if isinstance(name, ReadError):
                yield name
                continue
            real = _real(name)
            if real not in seen:
                seen.add(real)
                found = _articles(name, wanted, settings(name))
                yield from (item for item in found if not (walked and isinstance(item, OtherKindError)))


def find_files(paths: Iterable[str | Path]) -> Iterator[str]:
    """The names of the files that `read_all` reads, as far as they can be reached."""
    for path in paths:
        try:
            yield from (name for name in _files(path) if isinstance(name, str))
        except (OSError, ValueError):
            continue  # reading it says what is wrong


def is_editable(article: Article) -> bool:
    """Whether an article's file holds it alone, and can be edited in place."""
    return article.file == article.name != STANDARD_INPUT and find_format(article.format).editable


def file_text(article: Article) -> str:
    """The text of an article's file."""
    return article.original.text if article.original is not None else article.text


def reread(article: Article, text: str, settings: Settings = DEFAULT) -> Article:
    """The article as it is read when its file holds another text; raises `ReadError` when that is none."""
    original = article.original or Original(article.text)
    for item in find_format(article.format).parse(original.encoded(text), article.name, settings):
        if isinstance(item, ReadError):
            raise item
        return item
    raise ReadError(article.name, "holds no articles")


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
        raise ReadError(_named(path), f"the folder holds no file that is read; these are {_listed(read_endings())}")
    errors = [_read_error(_named(str(error.filename)), error) for error in closed]
    return [*(file.as_posix() for file in sorted(found)), *errors]


def _walked(name: str) -> bool:
    return bool(Path(name).suffix) and format_of(name) is not None


def _real(name: str) -> str:
    """What tells two ways to one file from two files."""
    try:
        return name if name == STANDARD_INPUT else os.path.realpath(name)
    except ValueError:  # a NUL in the name: opening it will say so
        return name


def _articles(name: str, wanted: Format | None, settings: Settings) -> Iterator[Article | ReadError]:
    try:
        if name == STANDARD_INPUT:
            yield from _parsed(sys.stdin.buffer, name, wanted, settings)
            return
        wanted = wanted or _format_of(name)
        with Path(name).open("rb") as file:
            yield from _parsed(file, name, wanted, settings)
    except (OSError, ValueError) as error:
        yield _read_error(name, error)


def _parsed(file: BinaryIO, name: str, format: Format | None, settings: Settings) -> Iterator[Article | ReadError]:
    """The articles in an open file; without a format it is plain text or JSON Lines, as its first line shows."""
    opening = b"" if format is not None else _opening(file, name)
    if format is FORMATS["jsonl"] or looks_like_json_lines(opening):
        yield from parse_json_lines(chain([opening] if opening else [], limited_lines(file, name)), name)
    else:
        data = read_limited(file, name, opening)
        yield from (format or FORMATS["txt"]).parse(data, name, settings)


def _opening(file: BinaryIO, name: str) -> bytes:
    """The first line that is not blank, and the blank ones before it."""
    taken: list[bytes] = []
    for line in limited_lines(file, name):
        taken.append(line)
        if line.strip():
            break
    return b"".join(taken)


def _format_of(name: str) -> Format:
    found = format_of(name)
    if found is not None:
        return found
    suffix = Path(name).suffix.lower()
    raise ReadError(name, f"cannot read {suffix!r} files; {_listed(read_endings())} are read, or say --format-in")


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}"


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
