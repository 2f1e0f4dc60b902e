"""What a cached result depends on, as one digest: the article, the settings, and this library to the last byte."""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from attribution.config import Config
from attribution.model.document import Article
from attribution.plugins import RULES, origins
from attribution.version import VERSION

if TYPE_CHECKING:
    from attribution.rules.base import Rule

_PACKAGE = Path(__file__).parent.parent
_SOURCES = (".py", ".toml", ".jinja", ".css", ".js")


def entry_key(article: Article, settings: object, kind: str) -> str:
    """The key of what was made of an article; `settings` holds a `fingerprint`, `kind` says what was made."""
    return _digest([VERSION, library_digest(), plugin_digest(), settings, kind, plain(article)])


@lru_cache(maxsize=256)
def fingerprint(config: Config) -> str:
    """A digest of every setting, and of the contents of a newsroom's own word lists."""
    return _digest(plain(config))


@cache
def library_digest() -> str:
    """A digest of this library's code, word lists and templates, so that a developer's change is another version."""
    found = hashlib.sha256()
    # Each run reads these six hundred files: as strings, without `Path`, in a third of the time.
    folders = os.walk(_PACKAGE)
    files = (f"{folder}/{name}" for folder, _, names in folders for name in names if name.endswith(_SOURCES))
    for path in sorted(files):
        with FileIO(path) as file:
            content = file.readall()
        found.update(f"{path.removeprefix(str(_PACKAGE))}\n{len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


@cache
def plugin_digest() -> str:
    """A digest of the plugins that add rules, with the module of each of their rules."""
    if not origins(RULES):
        return ""
    from attribution.rules.catalogue import catalogue

    added = [rule for rule in catalogue().values() if rule.plugin is not None]
    return _digest([[plain(rule.plugin), rule.code, _module(rule)] for rule in added])


def plain(value: object) -> Any:
    """A value of settings as JSON can hold it, folders as what their word lists say."""
    kind: Any = type(value)
    if has(kind):
        # What is left out of comparisons, as the file that an article was read from, is no part of what it says.
        return {item.name: plain(getattr(value, item.name)) for item in fields(kind) if item.eq}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Path):
        return [[path.name, hashlib.sha256(path.read_bytes()).hexdigest()] for path in sorted(value.glob("*.toml"))]
    return value if value is None or isinstance(value, str | bool | int | float) else repr(value)


def _module(rule: "Rule") -> str:
    file = getattr(sys.modules.get(rule.check.__module__), "__file__", None)
    return hashlib.sha256(Path(file).read_bytes()).hexdigest() if file else ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
