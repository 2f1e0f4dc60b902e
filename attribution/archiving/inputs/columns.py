"""Which columns of a file hold what, and what may stand in them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from attribution.errors import ReadError, suggestion
from attribution.model.document import Article
from attribution.readers.json_lines import kind


@frozen
class Columns:
    """The names of columns, or of keys in JSON: only the text's has to be there."""

    text: str = "text"
    id: str = "id"
    publisher: str = "publisher"
    published: str = "published"

    @property
    def names(self) -> tuple[str, ...]:
        """All four."""
        return self.text, self.id, self.publisher, self.published


def article_of(record: Mapping[str, Any], columns: Columns, path: str, place: str, where: str) -> Article:
    """The article in a row of a table.

    An article without an id is called after its place. Raises `ReadError` with the `path`, whose problem opens with
    `where`, when the text is missing or empty, or something is of a type that makes no sense.

    >>> article_of({"text": "Rain fell.", "id": 7}, Columns(), "wire.jsonl", "wire.jsonl:1", "line 1: ").name
    '7'
    """
    if columns.text not in record:
        near = suggestion(columns.text, map(str, record))
        raise ReadError(path, f"{where}there is no {columns.text!r}{near}")
    text = _string(record, columns.text, path, where)
    if text is None or not text.strip():
        raise ReadError(path, f"{where}{columns.text!r} holds no text")
    number = record.get(columns.id)
    whole = isinstance(number, int) and not isinstance(number, bool)
    return Article(
        text=text,
        name=(str(number) if whole else _string(record, columns.id, path, where)) or place,
        publisher=_string(record, columns.publisher, path, where) or None,
        published=_date(record, columns.published, path, where) or None,
        file=path,
    )


def _string(record: Mapping[str, Any], column: str, path: str, where: str) -> str | None:
    value = record.get(column)
    if value is None or isinstance(value, str):
        return value
    # A missing text in a pandas column is a number that is not equal to itself.
    if isinstance(value, float) and value != value:
        return None
    raise ReadError(path, f"{where}{column!r} must be a string, not {_kind(value)}")


def _date(record: Mapping[str, Any], column: str, path: str, where: str) -> str | None:
    value = record.get(column)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return _string(record, column, path, where)


def _kind(value: object) -> str:
    known = value is None or isinstance(value, bool | int | float | str | list | dict)
    return kind(value) if known else f"a {type(value).__name__}"
