"""Functions that are loaded when they are first called: two dozen formats are known by name, and a run writes one."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from attrs import frozen


@frozen
class Deferred:
    """A function of a module of this package, "html.report_page" say, which is imported when it is needed."""

    module: str
    name: str

    def load(self) -> Callable[..., Any]:
        """The function itself."""
        function: Callable[..., Any] = getattr(import_module(f"attribution.renderers.{self.module}"), self.name)
        return function

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """What the function gives."""
        return self.load()(*arguments, **options)
