"""A Dask distributed cluster: one that runs already, or one of processes on this machine."""

import logging
import time
import warnings
from collections.abc import Callable
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from attrs import define, field

from attribution.archiving.extras import imported
from attribution.errors import ArchiveError, AttributionError, WorkerError

Result = TypeVar("Result")

_AHEAD = 2  # tasks for each thread of the cluster, so that none of them has to wait for a task
_ANSWER = 30  # seconds in which a scheduler has to answer
_PATIENCE = 60.0  # seconds in which a worker has to join it, and that a cluster may be without any
_GLANCE = 1.0  # seconds after which a wait looks whether there is anybody to wait for


@define(eq=False)
class DaskEngine:
    """An engine on the cluster of the scheduler at an address, as "tcp://10.0.0.1:8786"; without one, on a cluster of
    `jobs` processes of its own.

    Dask does tasks of a worker that died again elsewhere, three times before it gives up. Entering raises `ExtraError`
    without distributed, and `ArchiveError` when no scheduler or no worker answers.
    """

    address: str | None
    jobs: int
    _library: Any = None
    _cluster: Any = None
    _client: Any = None
    _done: "SimpleQueue[Any]" = field(factory=SimpleQueue)
    _deserted: float | None = None  # since when there has been no worker
    _keys: dict[str, int] = field(factory=dict)

    def __enter__(self) -> Self:
        self._library = imported("distributed", "dask", "the dask engine")
        try:
            self._connect()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    @property
    def room(self) -> int:
        """How many more tasks may be started before one is taken."""
        threads = int(sum(self._client.nthreads().values()))
        return max(1, threads * _AHEAD) - len(self._keys)

    @property
    def client(self) -> Any:
        """Dask's own client."""
        return self._client

    def start(self, key: int, function: Callable[..., Any], *arguments: Any) -> None:
        """Begins a task."""
        future = self._submit(function, arguments)
        self._keys[future.key] = key
        future.add_done_callback(self._done.put)

    def finished(self) -> tuple[int, Any | WorkerError]:
        """The next task that is done, with what it gave."""
        future = self._wait(self._done)
        key = self._keys.pop(future.key)
        try:
            return key, self._result(future)
        except WorkerError as error:
            return key, error

    def alone(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """What a function gives; other tasks of its worker are done again should it end the process."""
        future = self._submit(function, arguments)
        future.add_done_callback((done := SimpleQueue[Any]()).put)
        self._wait(done)
        found: Result = self._result(future)
        return found

    def _connect(self) -> None:
        if self.address is None:
            self._cluster = self._library.LocalCluster(
                n_workers=self.jobs,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                preload=["attribution.archiving.engines.uninterrupted"],
            )
        where = self.address or "of this machine"
        try:
            where_to = self._cluster or self.address
            self._client = self._library.Client(where_to, set_as_default=False, timeout=_ANSWER)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError) as error:  # a time that is over is an OSError
            problem = str(error) or "no answer"
            raise ArchiveError([f"the Dask scheduler {where} cannot be used: {problem}"]) from error

    def _submit(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        with warnings.catch_warnings():
            # A shard travels with its task, so that the task can be done again when the worker that had it is gone.
            warnings.filterwarnings("ignore", message="Sending large graph")
            return self._client.submit(function, *arguments, pure=False)

    def _wait(self, done: "SimpleQueue[Any]") -> Any:
        """The next future that is done; raises `ArchiveError` when there has been nobody to do it for a while."""
        while True:
            try:
                return done.get(timeout=_GLANCE)
            except Empty:
                self._check_workers()

    def _check_workers(self) -> None:
        if self._client.nthreads():
            self._deserted = None
        elif self._deserted is None:
            self._deserted = time.monotonic()
        elif time.monotonic() - self._deserted > _PATIENCE:
            raise ArchiveError(["the Dask cluster has lost all its workers; --resume goes on once there are others"])

    def _result(self, future: Any) -> Any:
        try:
            return future.result()
        except self._library.KilledWorker as error:
            raise WorkerError from error
        except AttributionError:
            raise
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
            raise ArchiveError([f"a Dask worker could not do its work: {problem}", _ADVICE]) from error
        finally:
            future.release()

    def _close(self) -> None:
        for opened in (self._client, self._cluster):
            if opened is not None:
                opened.close()


_ADVICE = "each worker needs the same version of attribution and its extras; --resume goes on afterwards"
