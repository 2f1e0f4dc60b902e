"""Lexicons from TOML files, read when first asked for and checked as they are read."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from attribution.errors import LexiconError
from attribution.lexicons.entry import Group, Lexicon, Value
from attribution.lexicons.parsing import plain_tables, toml_tables
from attribution.lexicons.schema import KEYS

SHIPPED = Path(__file__).parent / "en"


@frozen
class Addition:
    """Phrases that a configuration adds to a lexicon, as a group called `group`, with the group's list values."""

    lexicon: str
    group: str
    phrases: tuple[str, ...]
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


# Compiled lists are kept by their lexicons and asked for hundreds of times an article. That lexicons are told apart by
# identity makes this cheap; `load` gives the same ones for the same folders.
@frozen(eq=False)
class Lexicons:
    """The lexicons of one run: a value that is passed down, never a global.

    `folders` hold one `NAME.toml` a lexicon; a newsroom's own folders come after ours and add groups, and so do
    `additions`.

    >>> "say" in load().lexicon("cues_speech").phrases()
    True
    """

    folders: tuple[Path, ...] = (SHIPPED,)
    additions: tuple[Addition, ...] = ()

    def lexicon(self, name: str) -> Lexicon:
        """The lexicon called `name`; raises `LexiconError` when a file of it is wrong or none exists."""
        return _assembled(self, name)


def load(*folders: Path, additions: tuple[Addition, ...] = ()) -> Lexicons:
    """Our lexicons, followed by those of a newsroom's own `folders` and its `additions`. Nothing is read yet.

    >>> load() is load(additions=())
    True
    """
    return _loaded(folders, additions)


@lru_cache(maxsize=16)
def _loaded(folders: tuple[Path, ...], additions: tuple[Addition, ...]) -> Lexicons:
    return Lexicons((SHIPPED, *folders), additions)


@lru_cache(maxsize=512)
def _assembled(lexicons: Lexicons, name: str) -> Lexicon:
    groups: list[Group] = []
    for folder in lexicons.folders:
        groups.extend(_read(folder / f"{name}.toml", name))
    groups.extend(
        Group(name, added.group, added.phrases, "added by the configuration", dict(added.values))
        for added in lexicons.additions
        if added.lexicon == name
    )
    if not groups:
        raise LexiconError(f"{name}.toml", "", f"no such lexicon in {', '.join(map(str, lexicons.folders))}")
    return Lexicon(name, tuple(groups))


@cache
def _read(path: Path, name: str) -> tuple[Group, ...]:
    if not path.is_file():
        return ()
    try:
        data = _tables(path)
    except ValueError as error:
        raise LexiconError(str(path), "", f"not valid TOML: {error}") from error
    stray = sorted(set(data) - {"group"})
    if stray:
        raise LexiconError(str(path), "", f"unknown key {stray[0]!r}; a lexicon holds [[group]] tables only")
    return tuple(_groups(path, name, data.get("group", [])))


def _tables(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    if path.parent == SHIPPED:
        with suppress(ValueError):
            return plain_tables(text)
    return toml_tables(text)


def _groups(path: Path, name: str, tables: list[Mapping[str, Any]]) -> Iterator[Group]:
    allowed = KEYS.get(name, frozenset()) | {"name", "phrases", "why"}
    seen: set[str] = set()
    for table in tables:
        label = str(table.get("name", ""))
        if not label or label in seen:
            raise LexiconError(str(path), label, "every group needs a name of its own")
        seen.add(label)
        unknown = sorted(set(table) - allowed)
        if unknown:
            accepted = ", ".join(sorted(allowed))
            raise LexiconError(str(path), label, f"unknown key {unknown[0]!r}; accepted are {accepted}")
        phrases = table.get("phrases", [])
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) and phrase for phrase in phrases):
            raise LexiconError(str(path), label, "phrases must be a list of strings that are not empty")
        if len(set(phrases)) < len(phrases):
            twice = min(phrase for phrase in phrases if phrases.count(phrase) > 1)
            raise LexiconError(str(path), label, f"phrase {twice!r} stands twice")
        yield Group(
            lexicon=name,
            name=label,
            phrases=tuple(phrases),
            why=str(table.get("why", "")),
            values={
                key: _value(path, label, key, table[key]) for key in table if key not in ("name", "phrases", "why")
            },
        )


def _value(path: Path, group: str, key: str, value: object) -> Value:
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise LexiconError(str(path), group, f"{key} must be a string, a boolean, an integer or a list of strings")
