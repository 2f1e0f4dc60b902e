"""Articles in pandas to the tables that `attribution archive` writes, as data frames. Needs the extra `pandas`.

>>> import pandas
>>> texts = pandas.Series(["The bridge will close, two city officials said."], index=["bridge"])
>>> tables = article_tables(texts)
>>> tables.sources["label"].tolist()
['two city officials']
>>> tables.documents.loc[0, "id"], int(tables.documents.loc[0, "unnamed"])
('bridge', 1)
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from attribution.archiving.documents import Document, Failure
from attribution.archiving.extras import imported
from attribution.archiving.inputs.columns import Columns, article_of
from attribution.archiving.inputs.identities import Identities
from attribution.archiving.mapping import audited
from attribution.archiving.rows import Row, Rows
from attribution.archiving.settings import Settings
from attribution.archiving.sourcing import SOURCING, sourcing_rows, tally
from attribution.archiving.tables import TABLES, Column, ColumnType, Table
from attribution.config import Config
from attribution.errors import ConfigError, ReadError, suggestion
from attribution.running.parallel import Pending, in_order

_TYPES = {
    ColumnType.STRING: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.BOOLEAN: "boolean",
}
"""pandas' types that may be missing; columns of lists hold lists."""


@frozen(eq=False)
class ArticleTables:
    """The tables of articles, each a data frame with the columns that `docs/reference/archive.md` lists.

    `failed` has a row for each article that gave none: its `document`, `place`, `id` and the `reason`.
    """

    documents: Any
    attributions: Any
    sources: Any
    paragraphs: Any
    findings: Any
    sourcing: Any
    failed: Any


def article_tables(
    articles: Any,
    *,
    text: str = "text",
    id: str = "id",
    publisher: str = "publisher",
    published: str = "published",
    config: Config | None = None,
    publisher_is_own_outlet: bool = False,
    jobs: int = 1,
) -> ArticleTables:
    """What a Series of texts, or a DataFrame with a column of them, says about who stands behind each claim.

    `document` counts articles from 0 in their order, so that `articles.iloc[document]` is the article. The columns
    `text`, `id`, `publisher` and `published` are called so unless told otherwise; only the first has to be there, and
    without ids the index gives them. With several `jobs`, processes share the articles out, which pays from some
    hundred on. No article holds up another: what cannot be read is in `failed`. Raises `ConfigError` for anything but a
    Series or a DataFrame with texts and for a wrong configuration, `WorkerError` when a process ends, and `ExtraError`
    without pandas.
    """
    pandas = imported("pandas", "pandas", "tables from pandas")
    columns = Columns(text, id, publisher, published)
    frame = _frame(articles, columns, pandas)
    settings = Settings(config or Config(), columns=columns, publisher_is_own_outlet=publisher_is_own_outlet)
    results: Iterator[Rows | Failure] = in_order(_Auditing(settings), _pending(frame, columns), jobs)
    rows: Rows = {table.name: [] for table in TABLES}
    failed: list[Row] = []
    for number, found in enumerate(results):
        if isinstance(found, Failure):
            failed.append({"document": number, "place": found.place, "id": found.id, "reason": found.reason})
            continue
        for table, more in found.items():
            rows[table].extend(more)
    frames = {table.name: _as_frame(table, rows[table.name], pandas) for table in TABLES}
    sourcing = _as_frame(SOURCING, sourcing_rows(tally(rows["documents"])), pandas)
    return ArticleTables(**frames, sourcing=sourcing, failed=_as_frame(_FAILED, failed, pandas))


_FAILED = Table(
    "failed",
    "one row an article that gave no rows",
    (
        Column("document", ColumnType.INTEGER, "its number, from 0"),
        Column("place", ColumnType.STRING, "its place in the index"),
        Column("id", ColumnType.STRING, "its id, where it could be read"),
        Column("reason", ColumnType.STRING, "why it gave none"),
    ),
)


@frozen(eq=False)
class _Auditing:
    """What is done with each article, in whatever process."""

    settings: Settings

    def __call__(self, numbered: tuple[int, Document]) -> Rows | Failure:
        number, document = numbered
        return audited(document, number, self.settings)


def _frame(articles: Any, columns: Columns, pandas: Any) -> Any:
    """The articles as a data frame that has texts; raises `ConfigError` when they are nothing of the kind."""
    if isinstance(articles, pandas.Series):
        return articles.to_frame(columns.text)
    if not isinstance(articles, pandas.DataFrame):
        raise ConfigError([f"articles: expected a Series or a DataFrame, not {type(articles).__name__}"])
    if columns.text not in articles.columns:
        names = [str(name) for name in articles.columns]
        raise ConfigError([f"articles: no column {columns.text!r}{suggestion(columns.text, names)}"])
    return articles


def _pending(frame: Any, columns: Columns) -> "Iterator[Pending[tuple[int, Document]] | Rows | Failure]":
    """Each article with its number, or a failure in its place."""
    names = [name for name in columns.names if name in frame.columns]
    with Identities() as identities:
        for number, (label, *values) in enumerate(_records(frame, names)):
            place = f"row {label}"
            record = dict(zip(names, values, strict=True))
            record.setdefault(columns.id, str(label))
            try:
                article = article_of(record, columns, "", place, "")
            except ReadError as error:
                yield Failure(place, error.problem)
                continue
            document = identities.checked(Document(place, article))
            if isinstance(document, Failure):
                yield document
            else:
                yield Pending((number, document), len(article.text))


def _records(frame: Any, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """The index and the values of each row, as Python has them; what is missing is `None`."""
    kept = frame[list(names)].astype(object)
    kept = kept.where(kept.notna(), None)
    return zip(frame.index, *(kept[name] for name in names), strict=True)


def _as_frame(table: Table, rows: list[Row], pandas: Any) -> Any:
    columns = {column.name: [row[column.name] for row in rows] for column in table.columns}
    return pandas.DataFrame(
        {
            column.name: pandas.Series(columns[column.name], dtype=_TYPES.get(column.type, "object"))
            for column in table.columns
        }
    )
