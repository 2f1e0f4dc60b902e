import csv
import io

import pytest

from attribution import audit
from attribution.model.document import Article
from attribution.renderers.source_table import COLUMNS, render_source_table
from tests.hand_built import report


def rows(found):
    return list(csv.DictReader(io.StringIO(render_source_table(found), newline="")))


def test_a_row_a_source_with_what_the_article_says_of_it():
    first, *_ = rows(report())
    assert tuple(first) == COLUMNS
    assert {key: first[key] for key in ("article", "publisher", "id", "status", "anonymous", "least", "terms")} == {
        "article": "dam.txt",
        "publisher": "Valley News",
        "id": "S1",
        "status": "role_unnamed",
        "anonymous": "yes",
        "least": "2",
        "terms": "anonymity_granted",
    }


def test_an_article_without_sources_is_a_head():
    assert render_source_table(audit("Rain fell.")) == ",".join(COLUMNS)


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\tx"])
def test_no_cell_begins_as_a_formula_does(name):
    found = audit(Article("Ida Moss, the engineer, said that it would hold.", name=name))
    (row,) = rows(found)
    assert row["article"] == "'" + name


def test_pandas_reads_it():
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(io.StringIO(render_source_table(report())))
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == len(report().analysis.sources)
