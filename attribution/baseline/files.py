"""Baselines in files: JSON, an entry a line, so that a difference shows what was accepted and what was mended."""

import json
import os
import re
from pathlib import Path
from typing import Any

from attribution.baseline.entries import Baseline, Entry, Key
from attribution.configuring.files import nearest
from attribution.errors import ReadError
from attribution.fixing.files import replace_text

SCHEMA = "attribution-baseline/1"
NAME = "attribution-baseline.json"
"""What a baseline is called where nobody says otherwise."""

_SCHEMA = re.compile(r"attribution-baseline/(\d{1,6})")
_KINDS: dict[str, type[Any]] = {
    "file": str,
    "rule": str,
    "fingerprint": str,
    "count": int,
    "message": str,
    "words": str,
}
_NEEDED = ("file", "rule", "fingerprint")


def load_baseline(path: Path, name: str) -> Baseline:
    """The baseline in the file at `path`, which messages call `name`.

    Raises `ReadError` when there is none, or when it is broken or of a newer version.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ReadError(name, "no such baseline; 'attribution baseline write PATH' makes one") from error
    except OSError as error:
        raise ReadError(name, f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(name, f"not a baseline: not valid JSON: {error}") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    version = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if version is None:
        raise ReadError(name, f"not a baseline: 'schema' is {schema!r}, {SCHEMA!r} is read")
    if schema != SCHEMA:
        raise ReadError(name, f"made by another version of attribution: 'schema' is {schema!r}, {SCHEMA!r} is read")
    return Baseline.of(_entries(data.get("entries"), name))


def dump_baseline(baseline: Baseline) -> str:
    """The text of a baseline's file: the same for the same entries, sorted, one a line."""
    lines = [f"    {_line(entry)}" for entry in baseline.entries.values()]
    listed = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "entries": {listed}\n}}\n'


def save_baseline(baseline: Baseline, path: Path, name: str) -> None:
    """Writes a baseline in place of the file at `path`; raises `ReadError` when that cannot be."""
    replace_text(str(path), dump_baseline(baseline), name=name)


def root_of(path: Path) -> Path:
    """The folder that the baseline at `path` names files from: that of the configuration nearest to it, or its own."""
    folder = Path(os.path.realpath(path)).parent
    configuration = nearest(folder)
    return configuration.parent if configuration is not None else folder


def named_from(root: Path, file: str) -> str:
    """A file's name in a baseline: from `root`, with forward slashes, wherever the command runs."""
    if file == "-":
        return file
    real = os.path.realpath(file)
    try:
        name = Path(os.path.relpath(real, root)).as_posix()
    except ValueError:  # on another drive
        name = Path(real).as_posix()
    return name.encode("utf-8", "replace").decode("utf-8")


def _line(entry: Entry) -> str:
    return json.dumps({name: getattr(entry, name) for name in _KINDS}, ensure_ascii=False)


def _entries(listed: object, name: str) -> dict[Key, Entry]:
    if not isinstance(listed, list):
        raise ReadError(name, "not a baseline: 'entries' is no list")
    entries: dict[Key, Entry] = {}
    for number, item in enumerate(listed):
        entry = Entry(**_sound(item, f"entries[{number}]", name))
        known = entries.get(entry.key)
        if known is None or known.count < entry.count:
            entries[entry.key] = entry
    return entries


def _sound(item: Any, where: str, name: str) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise ReadError(name, f"not a baseline: {where} is no object")
    missing = [key for key in _NEEDED if key not in item]
    if missing:
        raise ReadError(name, f"not a baseline: {where} has no {missing[0]!r}")
    for key in _KINDS:
        value = item.get(key, _KINDS[key]())
        wrong = not isinstance(value, _KINDS[key]) or isinstance(value, bool)
        if wrong or (key == "count" and key in item and value < 1):
            expected = "a number from 1" if key == "count" else "a string"
            raise ReadError(name, f"not a baseline: {where}.{key} must be {expected}, not {value!r}")
    return {key: item[key] for key in _KINDS if key in item}
