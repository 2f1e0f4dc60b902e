"""A pool of processes on this machine. One that dies takes nothing with it."""

import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self, TypeVar

from attrs import define, field, frozen

from attribution.errors import WorkerError
from attribution.running.parallel import uninterrupted

Result = TypeVar("Result")

_AHEAD = 2  # tasks that wait for a process, so that none of them has to wait for a task


@frozen(eq=False)
class _Task:
    key: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@define(eq=False)
class LocalEngine:
    """An engine of `jobs` processes.

    When a process dies, which of its tasks was at fault cannot be told: each that was under way is done once more, in a
    process in which nothing else runs.
    """

    jobs: int
    _pool: "_Pool | None" = None
    _lone: "_Pool | None" = None
    _under_way: dict["Future[Any]", _Task] = field(factory=dict)
    _ready: deque[tuple[int, Any]] = field(factory=deque)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in (self._pool, self._lone):
            if pool is not None:
                pool.close(at_once=kind is not None)

    @property
    def room(self) -> int:
        """How many more tasks may be started before one is taken."""
        return self.jobs + _AHEAD - len(self._under_way) - len(self._ready)

    def start(self, key: int, function: Callable[..., Any], *arguments: Any) -> None:
        """Begins a task."""
        task = _Task(key, function, arguments)
        try:
            self._begin(task)
        except BrokenProcessPool:
            self._recover()
            self._begin(task)

    def finished(self) -> tuple[int, Any | WorkerError]:
        """The next task that is done, with what it gave."""
        while not self._ready:
            done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
                self._recover()
            for future in done & self._under_way.keys():
                self._ready.append((self._under_way.pop(future).key, future.result()))
        return self._ready.popleft()

    def alone(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """What a function gives in a process of its own."""
        if self._lone is None:
            self._lone = _Pool(1)
        try:
            found: Result = self._lone.submit(function, *arguments).result()
            return found
        except BrokenProcessPool as broken:
            self._lone.close(at_once=True)
            self._lone = None
            raise WorkerError from broken

    def _begin(self, task: _Task) -> None:
        if self._pool is None:
            self._pool = _Pool(self.jobs)
        self._under_way[self._pool.submit(task.function, *task.arguments)] = task

    def _recover(self) -> None:
        """After a process has died: what was done is kept, and what was under way is done once more."""
        under_way, self._under_way = self._under_way, {}
        if self._pool is not None:
            self._pool.close(at_once=True)
            self._pool = None
        for future, task in under_way.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self._ready.append((task.key, future.result()))
                continue
            try:
                self._ready.append((task.key, self.alone(task.function, *task.arguments)))
            except WorkerError as error:
                self._ready.append((task.key, error))


class _Pool:
    """Processes that start anew, since a copy of a process with other threads may wait for ever, and that end when
    this end of a pipe is closed: by us, or because we are gone."""

    def __init__(self, jobs: int) -> None:
        context = get_context("spawn")
        self._theirs, self._ours = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(self._theirs,))

    def submit(self, function: Callable[..., Result], *arguments: Any) -> "Future[Result]":
        with uninterrupted():
            return self._executor.submit(function, *arguments)

    def close(self, *, at_once: bool) -> None:
        if at_once:
            self._ours.close()
        self._executor.shutdown(cancel_futures=True)
        self._ours.close()
        self._theirs.close()


def _prepare(pipe: "Connection[Any, Any]") -> None:
    """In a new process: interruptions and warnings are for the first one, and without it there is no work."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()


def _end_with(pipe: "Connection[Any, Any]") -> None:
    pipe.poll(None)
    os._exit(1)
