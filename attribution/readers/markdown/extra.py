"""The libraries that reading Markdown needs, imported when its first file comes."""

from importlib import import_module
from typing import Any

from attribution.errors import ReadError


def needed(module: str, name: str) -> Any:
    """A module of the extra `markdown`; raises `ReadError` that says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        problem = f"reading Markdown needs {module.split('.')[0]}: pip install 'attribution-audit[markdown]'"
        raise ReadError(name, problem) from error
