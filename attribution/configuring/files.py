"""Where configuration stands: the nearest `attribution.toml`, or `[tool.attribution]` in `pyproject.toml`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from attribution.configuring.reading import Stated, stated

NAMES = ("attribution.toml", ".attribution.toml", "pyproject.toml")
"""File names that are looked for, the first one winning within a folder."""

_LONGEST_CHAIN = 16


@frozen(eq=False)
class Link:
    """One file of a chain in which each extends the next: its table as it stands there, and what that states."""

    file: Path
    table: Mapping[str, Any]
    stated: Stated


def configured(folder: Path) -> Path | None:
    """The configuration file in `folder` itself."""
    for name in NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
            return path
    return None


@lru_cache(maxsize=1024)
def nearest(folder: Path) -> Path | None:
    """The configuration file for files in `folder`, an absolute path: the one in it, or the nearest one above."""
    return configured(folder) or (nearest(folder.parent) if folder.parent != folder else None)


def load_stated(path: Path) -> tuple[Stated, tuple[str, ...]]:
    """What the file at `path` states over what the files state that it extends, and a line for each fault in them."""
    chain, faults = load_chain(path)
    merged = chain[-1].stated
    for over in reversed(chain[:-1]):
        merged = over.stated.over(merged)
    return merged, faults


@lru_cache(maxsize=256)
def load_chain(path: Path) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """The file at `path`, those that it extends, one after the other, and a line for each fault in them."""
    faults: list[str] = []
    chain: list[Link] = []
    seen: list[Path] = []
    following: Path | None = path
    while following is not None:
        here = following.resolve()
        if here in seen or len(seen) == _LONGEST_CHAIN:
            faults.append(f"{shown(seen[-1])}: extend: {shown(here)} leads back to itself")
            break
        seen.append(here)
        own: list[str] = []
        table = _table(here, own)
        found = stated(table, here.parent, own)
        faults.extend(f"{shown(here)}: {fault}" for fault in own)
        chain.append(Link(here, table, found))
        following = found.extend
    return tuple(chain), tuple(faults)


def shown(path: Path) -> str:
    """The path from where the command runs, when it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _table(path: Path, faults: list[str]) -> dict[str, Any]:
    """The table of settings in a file, empty when it cannot be read, which `faults` then says."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        faults.append("no such file")
    except OSError as error:
        faults.append(f"cannot be read: {error.strerror}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"not valid TOML: {error}")
    else:
        if path.name != "pyproject.toml":
            return data
        table = data.get("tool", {}).get("attribution", {})
        return table if isinstance(table, dict) else {}
    return {}


def _has_table(path: Path) -> bool:
    """Whether a `pyproject.toml` speaks of us; a broken one does not: it is no fault of ours."""
    import tomllib

    try:
        return "attribution" in tomllib.loads(path.read_text(encoding="utf-8-sig")).get("tool", {})
    except (OSError, ValueError):
        return False
