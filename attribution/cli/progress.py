"""How far a long run has come, on standard error while it is a terminal."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from attrs import define

Piece = TypeVar("Piece")

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two changes of the line


@define(eq=False)
class Progress:
    """A line that counts articles, rewritten in place; nothing when the stream is no terminal."""

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _started: float = 0.0
    _shown: float | None = None
    _visible: bool = False

    def __attrs_post_init__(self) -> None:
        self._started = self.clock()

    def advance(self) -> None:
        """Counts one more article."""
        self.done += 1
        now = self.clock()
        due = self._started + _PATIENCE if self._shown is None else self._shown + _PAUSE
        if now >= due and self.stream.isatty():
            rate = self.done / (now - self._started)
            plural = "article" if self.done == 1 else "articles"
            self.stream.write(f"\r\x1b[K{self.done} {plural}, {rate:.0f} a second")
            self.stream.flush()
            self._shown, self._visible = now, True

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        if self._visible:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self._visible = False

    def around(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces, with the line taken away before each, and for good behind the last one."""
        try:
            for piece in pieces:
                self.clear()
                yield piece
        finally:
            self.clear()


def progress() -> Progress:
    """The progress of a run of the command line."""
    return Progress(sys.stderr)
