"""Results kept on disk, in a folder that anyone may delete at any time.

An entry is a file of two lines, a checksum and JSON: what cannot be read, or is not what was written, counts as
missing. Files are replaced whole, so that runs side by side never see half of one.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

FOLDER = ".attribution_cache"
"""What the folder is called, beside the configuration."""

LIMIT = 256 * 1024 * 1024
"""Bytes that a cache may take: findings of some 50,000 articles."""

TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of attribution; it may be deleted.\n"
"""What marks a folder as one that back-ups leave out (https://bford.info/cachedir/)."""

_KEPT = 0.8  # of the limit, once it was passed, so that not every run has to prune
_FRESH = 24 * 60 * 60  # seconds for which an entry need not be marked as used again


@frozen(eq=False)
class Cache:
    """A folder of entries, each under a key of hexadecimal digits."""

    folder: Path
    limit: int = LIMIT
    _written: list[str] = field(factory=list)

    def read(self, key: str) -> Any:
        """What was written under the key, `None` when nothing was or when it is damaged."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                checksum, content = file.readline(), file.read()
                used = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        if checksum.strip() != _checksum(key, content):
            return None
        if time.time() - used > _FRESH:
            _touch(path)
        return json.loads(content)

    def write(self, key: str, value: object) -> None:
        """Puts a value in the place of what was there under the key; raises `OSError` when it cannot be written."""
        self._prepare()
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        content = json.dumps(value, separators=(",", ":")).encode()
        # Two processes that write the same entry do not write the same file.
        temporary = path.with_suffix(f".{os.getpid()}-{time.monotonic_ns()}.tmp")
        temporary.write_bytes(_checksum(key, content) + b"\n" + content)
        temporary.replace(path)
        self._written.append(key)

    def prune(self) -> None:
        """Deletes what was used least recently when the folder has grown over its limit."""
        if not self._written:
            return
        found = sorted(_entries(self.folder))
        size = sum(entry[1] for entry in found)
        if size <= self.limit:
            return
        for _, length, path in found:
            if size <= self.limit * _KEPT:
                break
            path.unlink(missing_ok=True)
            size -= length

    def clean(self) -> bool:
        """Deletes the folder; whether there was one. Raises `OSError` when something in it cannot be deleted."""
        if not (self.folder / "CACHEDIR.TAG").is_file():
            return False
        import shutil  # loads what packs archives

        shutil.rmtree(self.folder)
        return True

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"

    def _prepare(self) -> None:
        """Makes the folder, marked as a cache for back-ups and left out of Git."""
        if self._written and self.folder.is_dir():
            return
        self.folder.mkdir(exist_ok=True)
        for name, content in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
            path = self.folder / name
            if not path.is_file():
                path.write_text(content, encoding="utf-8")


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).hexdigest().encode()


def _touch(path: Path) -> None:
    try:
        os.utime(path)
    except OSError:
        return  # somebody else's cache, or one that was deleted meanwhile: it only grows old sooner


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each entry was last used, how long it is, and where it stands."""
    for path in folder.glob("*/*"):
        try:
            state = path.stat()
        except OSError:
            continue  # deleted meanwhile by another run
        yield state.st_mtime, state.st_size, path
