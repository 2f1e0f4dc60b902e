"""What decides the tables of an archive, apart from its documents; and all of it as facts that two runs compare."""

import platform
from functools import lru_cache
from pickle import dumps, loads
from typing import Any

from attrs import asdict, field, fields, frozen

from attribution.archiving.encoding import TableFormat
from attribution.archiving.extras import version_of
from attribution.archiving.inputs.columns import Columns
from attribution.archiving.sharding import DOCUMENTS
from attribution.config import Config
from attribution.running.keys import library_digest, plain, plugin_digest
from attribution.version import VERSION

LONGEST = 10_000_000
"""Bytes that a document may have, unless said otherwise: an article of this length would fill two thousand pages."""

# What else decides the bytes: what cuts sentences and matches words, and what writes tables and reads web pages.
_LIBRARIES = ("nltk", "regex", "pyarrow", "trafilatura", "htmldate", "lxml")


@frozen(eq=False)
class Settings:
    """How documents are audited and written.

    `suppressing` says whether directives in a text count. They travel to other processes once, however many shards
    they hold for.
    """

    config: Config
    format: TableFormat = TableFormat.PARQUET
    columns: Columns = field(factory=Columns)
    publisher_is_own_outlet: bool = False
    suppressing: bool = True
    require_reason: bool = False
    shard_documents: int = DOCUMENTS
    longest: int = LONGEST

    def __reduce__(self) -> tuple[object, ...]:
        return _arrived, (_packed(self),)


def facts(settings: Settings) -> dict[str, Any]:
    """Everything that a run must have in common with the one that it goes on with, as JSON can hold it."""
    return {
        "version": VERSION,
        "library": library_digest(),
        "plugins": plugin_digest(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        **{name: version_of(name) for name in _LIBRARIES},
        "format": str(settings.format),
        "columns": asdict(settings.columns),
        "own_outlet_from_publisher": settings.publisher_is_own_outlet,
        "suppressions": settings.suppressing,
        "require_reason": settings.require_reason,
        "shard_documents": settings.shard_documents,
        "longest": settings.longest,
        "configuration": plain(settings.config),
    }


def tool_facts() -> tuple[str | None, ...]:
    """What every process of a run must have in common with the first one."""
    return VERSION, library_digest(), plugin_digest(), *(version_of(name) for name in _LIBRARIES)


def _packed(settings: Settings) -> bytes:
    return _dumped(tuple(getattr(settings, item.name) for item in fields(Settings)))


@lru_cache(maxsize=8)
def _dumped(values: tuple[Any, ...]) -> bytes:
    return dumps(values)


@lru_cache(maxsize=8)
def _arrived(packed: bytes) -> Settings:
    return Settings(*loads(packed))
