import datetime

import pytest

from attribution.archiving.sourcing import SOURCING
from attribution.archiving.tables import TABLES
from attribution.config import Config
from attribution.errors import ConfigError, ExtraError
from tests.archiving.inline import BRIDGE, TALKS, article, mapped, rows, write_lines

pandas = pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")

from attribution.integrations.pandas_tables import article_tables  # noqa: E402


def records(frame):
    """The rows of a data frame as Python has them."""
    return [
        {name: None if not isinstance(value, list) and pandas.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_data_frame_gives_the_tables_of_an_archive(tmp_path, jobs):
    given = [article(number) for number in range(7)]
    mapped(write_lines(tmp_path / "wire.jsonl", given), output=tmp_path / "out")
    tables = article_tables(pandas.DataFrame(given), jobs=jobs)
    for table in TABLES:
        frame = getattr(tables, table.name)
        assert list(frame.columns) == [column.name for column in table.columns]
        expected = rows(tmp_path / "out", table.name)
        places = [{"place": f"row {row['document']}"} if "place" in row else {} for row in expected]
        assert records(frame) == [row | place for row, place in zip(expected, places, strict=True)]
    assert list(tables.sourcing.columns) == [column.name for column in SOURCING.columns]
    assert tables.sourcing["documents"].sum() == 7
    assert tables.failed.empty


def test_columns_have_types_even_where_there_is_nothing():
    tables = article_tables(pandas.Series(["Rain fell."]))
    assert len(tables.attributions) == 0
    types = tables.documents.dtypes.astype(str)
    assert [types[name] for name in ("document", "id", "points", "caps")] == ["Int64", "string", "Float64", "object"]
    assert str(tables.attributions.dtypes["counted"]) == "boolean"


def test_a_series_has_its_index_for_ids():
    tables = article_tables(pandas.Series([TALKS, BRIDGE], index=["t", "b"]))
    assert tables.documents["id"].tolist() == ["t", "b"]
    assert tables.sources.loc[tables.sources["id"] == "t", "label"].tolist() == ["two officials"]


def test_columns_may_have_other_names_and_types():
    frame = pandas.DataFrame(
        {
            "body": ["Ada Lind told the Post that it fell."],
            "key": [17],
            "by": ["Post"],
            "day": [pandas.Timestamp(2026, 3, 4)],
        }
    )
    names = {"text": "body", "id": "key", "publisher": "by", "published": "day"}
    (row,) = records(article_tables(frame, **names, publisher_is_own_outlet=True).documents)
    assert (row["id"], row["publisher"], row["month"], row["relayed"]) == ("17", "Post", "2026-03", 0)
    frame["day"] = datetime.date(2025, 1, 2)
    (row,) = records(article_tables(frame, **names).documents)
    assert (row["month"], row["relayed"]) == ("2025-01", 1)


def test_what_cannot_be_read_is_said_and_nothing_else_is_lost():
    frame = pandas.DataFrame(
        {"text": [BRIDGE, None, 5, float("nan"), " ", TALKS], "id": ["a", "b", "c", "d", "e", "a"]}
    )
    tables = article_tables(frame)
    assert tables.documents["document"].tolist() == [0]
    assert list(zip(tables.failed["document"], tables.failed["reason"], strict=True)) == [
        (1, "'text' holds no text"),
        (2, "'text' must be a string, not a number"),
        (3, "'text' holds no text"),
        (4, "'text' holds no text"),
        (5, "id 'a' was already used at row 0"),
    ]


def test_the_configuration_counts():
    text = pandas.Series([TALKS])
    assert "ANON101" in article_tables(text).findings["code"].tolist()
    assert "ANON101" not in article_tables(text, config=Config(ignore=("ANON101",))).findings["code"].tolist()


@pytest.mark.parametrize(
    ("articles", "message"),
    [
        (["a text"], "articles: expected a Series or a DataFrame, not list"),
        (pandas.DataFrame({"txt": ["a"]}), "articles: no column 'text'; did you mean txt?"),
    ],
)
def test_anything_else_is_an_error(articles, message):
    with pytest.raises(ConfigError) as caught:
        article_tables(articles)
    assert str(caught.value) == message


def test_without_pandas_the_extra_is_named(monkeypatch):
    from attribution.archiving import extras

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ExtraError, match=r"tables from pandas needs pandas: pip install 'attribution-audit\[pandas\]'"):
        article_tables(None)
