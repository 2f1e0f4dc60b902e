"""What other distributions add: rules, readers and renderers, declared as entry points of theirs.

Nothing is looked for before somebody asks, what is installed is searched once, and nothing is imported before it is
needed. What is wrong with a plugin is a `PluginError` that names its distribution and its entry point.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.errors import PluginError, suggestion

if TYPE_CHECKING:
    from importlib.metadata import Distribution

RULES, READERS, RENDERERS = GROUPS = ("attribution.rules", "attribution.readers", "attribution.renderers")
"""The groups of entry points that are read."""

_MARK = "[attribution."  # how the head of each of them begins


@frozen
class Origin:
    """Where an addition comes from: a distribution and its version, and the entry point that names the addition."""

    group: str
    name: str
    value: str
    distribution: str
    version: str

    def fault(self, problem: str | Exception, code: str | None = None) -> PluginError:
        """The error that says what is wrong with it, on one line; `code` is the rule that it happened in."""
        if isinstance(problem, Exception):
            problem = f"{type(problem).__name__}: {problem}"
        return PluginError(self.distribution, self.version, self.group, self.name, " ".join(problem.split()), code)


def origins(group: str) -> tuple[Origin, ...]:
    """What installed distributions declare in `group`, by name, then by distribution.

    >>> [origin.name for origin in origins("attribution.rules") if origin.distribution == "attribution-audit"]
    []
    """
    return tuple(origin for origin in _searched()[0] if origin.group == group)


def find_origin(group: str, name: str) -> Origin | None:
    """The one declaration of `name` in `group`; raises `PluginError` when two distributions make it."""
    found = [origin for origin in origins(group) if origin.name == name]
    if len(found) > 1:
        raise found[1].fault(f"{found[0].distribution} {found[0].version} declares {name!r} too; uninstall one of them")
    return found[0] if found else None


def load(origin: Origin) -> object:
    """What the entry point leads to, imported; raises `PluginError` when that fails in whatever way."""
    from importlib.metadata import EntryPoint

    try:
        return EntryPoint(origin.name, origin.value, origin.group).load()
    # A plugin's module is a stranger's code: it may even try to end the program.
    except (Exception, SystemExit) as error:
        problem = error if isinstance(error, Exception) else f"SystemExit: {error}"
        raise origin.fault(problem) from error


def declaration_faults(group: str, taken: Iterable[str] = ()) -> Iterator[PluginError]:
    """What is wrong with declarations in `group` as far as their names tell; `taken` are names of ours."""
    ours = frozenset(taken)
    seen: dict[str, Origin] = {}
    for origin in origins(group):
        first = seen.setdefault(origin.name, origin)
        if origin.name in ours:
            yield origin.fault(f"{origin.name!r} is built in; ours is used")
        elif first is not origin:
            yield origin.fault(f"{first.distribution} {first.version} declares {origin.name!r} too; neither is used")


def search_faults() -> tuple[PluginError, ...]:
    """What is wrong with declarations themselves: files that cannot be read, groups that do not exist."""
    return _searched()[1]


@cache
def _searched() -> tuple[tuple[Origin, ...], tuple[PluginError, ...]]:
    if not _may_be_there():
        return (), ()
    from importlib.metadata import distributions

    found: list[Origin] = []
    faults: list[PluginError] = []
    seen: set[str] = set()
    for distribution in distributions():
        # Most distributions are none of ours: their declarations are not even parsed, so that none can break a run.
        if _MARK not in (distribution.read_text("entry_points.txt") or ""):
            continue
        name, version = _known_as(distribution)
        if name in seen:  # the same distribution twice on the path: the first one is imported
            continue
        seen.add(name)
        for origin in _declared(distribution, name, version, faults):
            if origin.group in GROUPS:
                found.append(origin)
            elif origin.group.startswith("attribution."):
                faults.append(origin.fault(f"no such group{suggestion(origin.group, GROUPS)}"))
    return tuple(sorted(found, key=lambda item: (item.group, item.name, item.distribution))), tuple(faults)


def _may_be_there() -> bool:
    """Whether some distribution may declare something for us: no for certain, where folders alone are searched.

    `importlib.metadata` loads what reads mail and archives, which takes longer than reading an article.
    """
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    return any(_may_hold(entry) for entry in sys.path)


def _may_hold(entry: str) -> bool:
    """Whether a distribution that declares something for us may stand in an entry of the path."""
    folder = Path(entry)
    if folder.is_file() or folder.suffix == ".egg":
        return True
    declared = (file for kind in ("dist", "egg") for file in folder.glob(f"*.{kind}-info/entry_points.txt"))
    return any(_declares(file) for file in declared)


def _declares(file: Path) -> bool:
    try:
        return _MARK.encode() in file.read_bytes()
    except OSError:
        return True  # then the search itself decides what comes of it


def _known_as(distribution: "Distribution") -> tuple[str, str]:
    """The distribution's name as package indexes write it, and its version; stand-ins where its metadata lack them."""
    try:
        data = distribution.metadata
    except FileNotFoundError:  # of the backport, which takes over where another library has imported it
        data = None
    name, version = (data["Name"], data["Version"]) if data is not None else (None, None)
    return re.sub(r"[-_.]{1,20}", "-", name or "unnamed distribution").lower(), version or "without a version"


def _declared(distribution: "Distribution", name: str, version: str, faults: list[PluginError]) -> Iterator[Origin]:
    try:
        for point in distribution.entry_points:
            yield Origin(point.group, point.name, point.value, name, version)
    except Exception as error:
        faults.append(Origin("entry_points.txt", "", "", name, version).fault(error))
