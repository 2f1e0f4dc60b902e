"""Parquet: one document a row, of the few columns that are asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.archiving.documents import Document, Failure
from attribution.archiving.extras import imported
from attribution.archiving.inputs.columns import Columns, article_of
from attribution.errors import ReadError, suggestion

_ROWS = 64  # rows at a time: a batch of texts stays within megabytes


def parquet_documents(path: str, columns: Columns, longest: int) -> Iterator[tuple[Document | Failure, int]]:
    """The document of each row, with how many bytes of the file that comes to.

    A file without the text's column is one failure, and so is the rest of a file that is damaged. Raises `ExtraError`
    without pyarrow.
    """
    arrow = imported("pyarrow", "archive", "reading Parquet")
    parquet = imported("pyarrow.parquet", "archive", "reading Parquet")
    size = Path(path).stat().st_size
    row = 0
    try:
        with parquet.ParquetFile(path) as file:
            wanted = _columns(file.schema_arrow, columns, path)
            total = file.metadata.num_rows or 1
            for batch in file.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
                for index in range(batch.num_rows):
                    row += 1
                    yield _document(batch, index, path, row, columns, longest), size * row // total
    except ReadError as error:
        yield Failure(path, error.problem), size
    except (arrow.ArrowException, OSError) as error:
        place = f"{path}:{row + 1}" if row else path
        yield Failure(place, f"damaged, or no Parquet: {_first_line(error)}"), size


def _columns(schema: Any, columns: Columns, path: str) -> list[str]:
    """The columns that are there; raises `ReadError` when texts are not among them."""
    if columns.text not in schema.names:
        near = suggestion(columns.text, schema.names)
        raise ReadError(path, f"no column {columns.text!r}; there are {', '.join(schema.names)}{near}")
    return [name for name in dict.fromkeys(columns.names) if name in schema.names]


def _document(batch: Any, index: int, path: str, row: int, columns: Columns, longest: int) -> Document | Failure:
    place = f"{path}:{row}"
    try:
        record = {name: _value(batch, name, index, path) for name in batch.schema.names}
        text = record[columns.text]
        if isinstance(text, str) and len(text) > longest:
            return Failure(place, f"longer than {longest:,} characters")
        return Document(place, article_of(record, columns, path, place, ""))
    except ReadError as error:
        return Failure(place, error.problem)


def _value(batch: Any, name: str, index: int, path: str) -> Any:
    try:
        return batch.column(name)[index].as_py()
    except UnicodeDecodeError as error:
        raise ReadError(path, f"{name!r} is not UTF-8: {error.reason} at byte {error.start}") from error
    except ValueError as error:
        raise ReadError(path, f"{name!r} cannot be read: {error}") from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
