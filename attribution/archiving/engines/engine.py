"""What an engine is: something that runs a function elsewhere and says when it is done."""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from attribution.errors import WorkerError

Result = TypeVar("Result")


class Engine(Protocol):
    """Runs functions of picklable arguments in other processes; a context that stops them at its end."""

    def __enter__(self) -> Self:
        """Starts the processes, or finds them."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends them, at once when there was an exception."""

    @property
    def room(self) -> int:
        """How many more tasks may be started before one is taken."""

    def start(self, key: int, function: Callable[..., Any], *arguments: Any) -> None:
        """Begins a task."""

    def finished(self) -> tuple[int, Any | WorkerError]:
        """The key of the next task that is done, and what it gave: a `WorkerError` when it ended its process each time.

        Raises what the task raised.
        """

    def alone(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """What a function gives in a process in which nothing else runs; raises `WorkerError` when it ends it."""
