"""How far a long run has come, on standard error while it is a terminal."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from attrs import define

Piece = TypeVar("Piece")

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two changes of the line
_BAR = 20  # columns


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
        if now >= due:
            plural = "article" if self.done == 1 else "articles"
            self._show(f"{self.done} {plural}, {self.done / (now - self._started):.0f} a second")
            self._shown = now

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

    def _show(self, line: str) -> None:
        if self.stream.isatty():
            self.stream.write(f"\r\x1b[K{line}")
            self.stream.flush()
            self._visible = True


@define(eq=False)
class Gauge(Progress):
    """A bar for a run whose length is known, with documents a second and the time that is left."""

    _done_before: float | None = None

    def start(self) -> None:
        """Shows the empty bar: the first step may take a while."""
        self._show(f"{_bar(0)}   0%")

    def advance_to(self, documents: int, share: float) -> None:
        """Counts so many more documents, with which a share of the whole, 0 to 1, is done.

        No documents stand for what an earlier run has done: it says nothing about how quick this one is.
        """
        if documents == 0 and self.done == 0:
            self._done_before = share
        self.done += documents
        seconds = self.clock() - self._started
        before = self._done_before or 0.0
        line = f"{_bar(share)} {share:4.0%} {self.done:,} documents"
        if self.done and seconds > 0:
            line += f", {self.done / seconds:.0f} a second"
        if share > before and self.done:
            line += f", {_time((1 - share) / (share - before) * seconds)} left"
        self._show(line)


def progress() -> Progress:
    """The progress of a run of the command line."""
    return Progress(sys.stderr)


def gauge() -> Gauge:
    """The progress of a run over an archive."""
    return Gauge(sys.stderr)


def _bar(share: float) -> str:
    filled = int(share * _BAR)
    return "█" * filled + "░" * (_BAR - filled)


def _time(seconds: float) -> str:
    """A time in hours, minutes and seconds: "1:05:09", "2:10", "0:07"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
