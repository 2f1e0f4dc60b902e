"""Files looked at again and again: what changed between two looks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Stamps = Mapping[str, tuple[int, int, int]]
"""For each file when it was changed, how long it is, and which file it is."""


def changes(look: Callable[[], Stamps], wait: Callable[[], None]) -> Iterator[tuple[str, ...]]:
    """Nothing at first, then the names of files that came, went or changed, each time that some did.

    `look` gives the files as they are, `wait` lets time pass between two looks. A change is told once the files have
    stayed as they are for one look, since editors write in several steps; what changes while somebody deals with the
    last change is told afterwards.
    """
    before = look()
    yield ()
    while True:
        wait()
        now = look()
        if now == before:
            continue
        wait()
        while (settled := look()) != now:
            now = settled
            wait()
        changed = tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))
        before = now
        if changed:
            yield changed


def stamps(paths: Iterable[Path]) -> Stamps:
    """The files as they are now; those that are not there are left out."""
    found = {}
    for path in paths:
        try:
            state = path.stat()
        except (OSError, ValueError):
            continue
        found[path.as_posix()] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found
