"""Reads a news article and reports who stands behind each claim.

Each public name is loaded when it is first asked for, so that `import attribution` costs next to nothing and reads no
word list.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from attribution.version import VERSION

if TYPE_CHECKING:
    from attribution.config import Config
    from attribution.errors import AttributionError
    from attribution.model.report import Report
    from attribution.pipeline import analyze, audit
    from attribution.readers.reading import read
    from attribution.renderers.rendering import render
    from attribution.rules.base import rule

__all__ = ["AttributionError", "Config", "Report", "analyze", "audit", "read", "render", "rule"]

__version__ = VERSION

_HOMES = {
    "AttributionError": "attribution.errors",
    "Config": "attribution.config",
    "Report": "attribution.model.report",
    "analyze": "attribution.pipeline",
    "audit": "attribution.pipeline",
    "read": "attribution.readers.reading",
    "render": "attribution.renderers.rendering",
    "rule": "attribution.rules.base",
}


def __getattr__(name: str) -> object:
    """The public name `name` from the module that defines it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'attribution' has no attribute {name!r}; public names: {', '.join(__all__)}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
