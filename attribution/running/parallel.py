"""Work spread over processes, with results in the order of its items and a bounded number of them held at once."""

import os
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import define, field, frozen

from attribution.errors import AttributionError, WorkerError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

Argument = TypeVar("Argument")
Result = TypeVar("Result")
_Done = tuple[list[Any], AttributionError | None]

WORTH = 300_000
"""Characters from which on processes pay: starting them costs as much as reading some 150,000."""

_CHUNK = 20_000  # characters that a process gets at a time: a fifth of a second of work
_AHEAD = 3  # chunks under way for each process: one in work, one at hand, one being read
_HELD = 2_000  # results that may wait for one before them


@frozen
class Pending(Generic[Argument]):
    """Something still to be worked on; `weight` says how much work it is, in characters."""

    argument: Argument
    weight: int


def cores() -> int:
    """How many processes may run at once on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Argument], Result], items: Iterable[Pending[Argument] | Result], jobs: int | None
) -> Iterator[Result]:
    """The results in the order of the items: what `work` makes of those that are pending, and the others themselves.

    With several `jobs`, `work` and its arguments must be picklable. `None` means one process for each core as soon as
    there is enough to do, and this one until then. What `items` or `work` raises is raised in its turn, behind the
    results before it; `WorkerError` when a process dies.
    """
    source = _Source(iter(items))
    most = cores() if jobs is None else jobs
    while not source.finished:
        first = [] if most > 1 and jobs is not None else _gathered(source, most)
        if most > 1 and (jobs is not None or _weight(first) >= WORTH):
            yield from _spread(work, chain(first, source), most)
        else:
            for item in first:
                yield work(item.argument) if isinstance(item, Pending) else item
    if source.error is not None:
        raise source.error


@define
class _Source(Generic[Result]):
    """An iterator that keeps what it raises for later, so that what came before is dealt with first."""

    items: Iterator[Result]
    finished: bool = False
    error: Exception | None = None

    def __iter__(self) -> Iterator[Result]:
        return self

    def __next__(self) -> Result:
        if self.finished:
            raise StopIteration
        try:
            return next(self.items)
        except StopIteration:
            self.finished = True
            raise
        except Exception as error:
            self.finished, self.error = True, error
            raise StopIteration from error


def _gathered(source: "_Source[Pending[Argument] | Result]", most: int) -> "list[Pending[Argument] | Result]":
    """The next items until it is plain whether processes pay; one alone where it needs no work or nobody shares it."""
    found: list[Pending[Argument] | Result] = []
    weight = 0
    for item in source:
        found.append(item)
        if isinstance(item, Pending):
            weight += item.weight
        if most == 1 or not weight or weight >= WORTH or len(found) >= _HELD:
            break
    return found


def _weight(items: Iterable[object]) -> int:
    return sum(item.weight for item in items if isinstance(item, Pending))


def _spread(
    work: Callable[[Argument], Result], items: "Iterator[Pending[Argument] | Result]", jobs: int
) -> Iterator[Result]:
    # Imported here: a run in one process should not pay for it.
    from concurrent.futures import ProcessPoolExecutor

    context = _context()
    if context.get_start_method() == "fork":
        # The first one is done here, so that what it loads need not be loaded once more in each process.
        for item in items:
            yield work(item.argument) if isinstance(item, Pending) else item
            if isinstance(item, Pending):
                break
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare) as pool:

        def submit(arguments: Sequence[Any]) -> "Future[_Done]":
            with uninterrupted():
                return pool.submit(_work_through, work, arguments)

        queue = _Queue(submit, jobs * _AHEAD)
        try:
            for item in items:
                queue.add(item)
                while queue.ready or queue.full:
                    yield queue.take()
            while queue.waiting:
                yield queue.take()
        finally:
            pool.shutdown(cancel_futures=True)


@define(eq=False)
class _Chunk:
    """Arguments that a process gets together; `future` is there once they were handed over."""

    arguments: list[Any] = field(factory=list)
    weight: int = 0
    future: "Future[_Done] | None" = None


@define(eq=False)
class _Queue:
    """Results in order: those that are there, and those that a chunk will give at an index."""

    submit: "Callable[[Sequence[Any]], Future[_Done]]"
    most: int
    waiting: deque[tuple[_Chunk | None, Any]] = field(factory=deque)
    filling: _Chunk = field(factory=_Chunk)
    under_way: int = 0

    def add(self, item: Any) -> None:
        """Puts one more behind the others."""
        if not isinstance(item, Pending):
            self.waiting.append((None, item))
            return
        chunk = self.filling
        self.waiting.append((chunk, len(chunk.arguments)))
        chunk.arguments.append(item.argument)
        chunk.weight += item.weight
        if chunk.weight >= _CHUNK:
            self._hand_over()

    @property
    def full(self) -> bool:
        """Whether enough is under way, or waits for what is."""
        return self.under_way >= self.most or len(self.waiting) >= _HELD

    @property
    def ready(self) -> bool:
        """Whether the first result can be taken without waiting for it."""
        if not self.waiting:
            return False
        chunk = self.waiting[0][0]
        return chunk is None or (chunk.future is not None and chunk.future.done())

    def take(self) -> Any:
        """The first result; raises what it raised."""
        chunk, value = self.waiting.popleft()
        if chunk is None:
            return value
        if chunk.future is None:
            self._hand_over()
        if value == len(chunk.arguments) - 1:
            self.under_way -= 1
        return _result(chunk, value)

    def _hand_over(self) -> None:
        self.filling.future = self.submit(self.filling.arguments)
        self.filling = _Chunk()
        self.under_way += 1


def _result(chunk: _Chunk, index: int) -> Any:
    from concurrent.futures.process import BrokenProcessPool

    assert chunk.future is not None
    try:
        results, error = chunk.future.result()
    except BrokenProcessPool as broken:
        raise WorkerError from broken
    if index < len(results):
        return results[index]
    assert error is not None
    raise error


def _work_through(work: Callable[[Any], Any], arguments: Sequence[Any]) -> _Done:
    """What becomes of each argument, up to the first that raises an error of ours."""
    results: list[Any] = []
    for argument in arguments:
        try:
            results.append(work(argument))
        except AttributionError as error:
            return results, error
    return results, None


def _context() -> "BaseContext":
    """How processes start: as copies of this one on Linux, which have read every word list; anew everywhere else.

    A copy of a process with several threads may wait for ever for what another thread held.
    """
    import multiprocessing

    copies = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if copies else "spawn")


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Interruptions wait meanwhile: one that meets a process at its start would have it complain about it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """In a new process: interruptions and warnings are for the first one, and without it there is no work."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
