"""Formats of plugins: an entry point in `attribution.renderers` is named after a format and leads to its function."""

from collections.abc import Callable, Iterable, Iterator

from attribution.errors import PluginError
from attribution.model.report import Report
from attribution.plugins import RENDERERS, Origin, find_origin, load, origins


def plugged_renderers() -> tuple[str, ...]:
    """The names of the formats that plugins add."""
    return tuple(dict.fromkeys(origin.name for origin in origins(RENDERERS)))


def find_plugged(name: str) -> Callable[[Iterable[Report]], Iterator[str]] | None:
    """The format that a plugin calls `name`: it takes reports and gives text piece by piece.

    Raises `PluginError` when it cannot be loaded, and, once it writes, for whatever goes wrong in it.
    """
    origin = find_origin(RENDERERS, name)
    if origin is None:
        return None
    function = load(origin)
    if not callable(function):
        raise origin.fault(f"{origin.value} is no function but a {type(function).__name__}")
    return _guarded(function, origin)


def _guarded(
    function: Callable[[Iterable[Report]], object], origin: Origin
) -> Callable[[Iterable[Report]], Iterator[str]]:
    def write(reports: Iterable[Report]) -> Iterator[str]:
        passed: list[Exception] = []  # from reading and checking, through the plugin, as the reports come

        def passing() -> Iterator[Report]:
            try:
                yield from reports
            except Exception as error:
                passed.append(error)
                raise

        try:
            given = function(passing())
            for piece in [given] if isinstance(given, str) or not isinstance(given, Iterable) else given:
                if not isinstance(piece, str):
                    raise origin.fault(f"a renderer gives strings, not a {type(piece).__name__}")
                yield piece
        except PluginError:
            raise
        except Exception as error:
            if error in passed:
                raise
            raise origin.fault(error) from error

    return write
