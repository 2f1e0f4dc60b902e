"""Libraries of extras: imported when they are needed, and named when they are missing."""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from attribution.errors import ExtraError


def imported(module: str, extra: str, purpose: str) -> Any:
    """The module of an extra; raises `ExtraError` when it is not installed. `purpose` says what needs it.

    >>> imported("json", "archive", "JSON").dumps([1])
    '[1]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraError(module.split(".")[0], extra, purpose) from error


def version_of(distribution: str) -> str | None:
    """The version of a distribution that is installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
