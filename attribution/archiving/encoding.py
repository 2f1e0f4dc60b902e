"""Rows as the bytes of a file: Parquet or JSON Lines, the same for the same rows."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from attribution.archiving.extras import imported
from attribution.archiving.tables import ColumnType, Table
from attribution.renderers.json_report import dump

_SURROGATE = re.compile("[\ud800-\udfff]")
_LEVEL = 3  # of Zstandard, which is its own default: written down, since it decides the bytes


class TableFormat(StrEnum):
    """How tables are written."""

    PARQUET = "parquet"
    JSON_LINES = "jsonl"


def encode(table: Table, rows: Sequence[Mapping[str, Any]], format: TableFormat) -> bytes:
    """The file that holds these rows of a table.

    Half a surrogate pair, which has no form in UTF-8, is written as an escape. Raises `ExtraError` for Parquet without
    pyarrow.
    """
    if format is TableFormat.PARQUET:
        return _parquet(table, rows)
    return "".join(f"{dump(_ordered(table, row), None)}\n" for row in rows).encode()


def count_rows(path: Path, format: TableFormat) -> int:
    """How many rows a file holds; raises `OSError` when it cannot be read."""
    if format is TableFormat.PARQUET:
        parquet = imported("pyarrow.parquet", "archive", "Parquet")
        arrow = imported("pyarrow", "archive", "Parquet")
        try:
            return int(parquet.read_metadata(path).num_rows)
        except arrow.ArrowException as error:
            raise OSError(f"{path} is damaged: {error}") from error
    with path.open("rb") as file:
        return sum(1 for _ in file)


def schema(table: Table) -> Any:
    """The table's schema for pyarrow; every column may be null."""
    arrow = imported("pyarrow", "archive", "Parquet")
    types = {
        ColumnType.STRING: arrow.string(),
        ColumnType.INTEGER: arrow.int64(),
        ColumnType.NUMBER: arrow.float64(),
        ColumnType.BOOLEAN: arrow.bool_(),
        ColumnType.STRINGS: arrow.list_(arrow.string()),
        ColumnType.INTEGERS: arrow.list_(arrow.int64()),
    }
    return arrow.schema([(column.name, types[column.type]) for column in table.columns])


def _parquet(table: Table, rows: Iterable[Mapping[str, Any]]) -> bytes:
    arrow = imported("pyarrow", "archive", "writing Parquet")
    parquet = imported("pyarrow.parquet", "archive", "writing Parquet")
    safe = [{name: _safe(value) for name, value in _ordered(table, row).items()} for row in rows]
    written = io.BytesIO()
    parquet.write_table(
        arrow.Table.from_pylist(safe, schema=schema(table)),
        written,
        version="2.6",
        compression="zstd",
        compression_level=_LEVEL,
        store_schema=False,
    )
    return written.getvalue()


def _ordered(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in table.columns}


def _safe(value: Any) -> Any:
    """A value whose texts have a form in UTF-8."""
    if isinstance(value, str):
        return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", value)
    return [_safe(item) for item in value] if isinstance(value, list) else value
