import re

import pytest

from attribution.renderers.display import columns
from attribution.renderers.plain import render_plain
from attribution.renderers.wording import CAPS
from attribution.scoring.table import load_table
from tests.hand_built import empty_report, report

COLOR = re.compile("\x1b\\[[0-9]+m")


def lines_with(text, words):
    return [line for line in text.splitlines() if words in line]


def test_the_grade_and_the_figures_stand_at_the_head():
    text = render_plain(report(), width=200)
    assert text.startswith("dam.txt\n")
    assert "E 25 of 100: weak sourcing" in text
    assert "1 attribution to 1 source, 100 % of them to people without a name. 1 at second hand" in text
    assert "No more than that, since no source has a name." in text


def test_each_paragraph_has_a_line_with_grade_bar_and_source():
    text = render_plain(report(), width=100)
    (first,) = lines_with(text, "   1  E  34")
    assert "███░░░░░░░" in first
    assert first.endswith("S1 two dam inspectors via Harbour Post")
    assert lines_with(text, "   2  –")[0].endswith("░░░░░░░░░░  nothing that needs a source")
    assert lines_with(text, "   3  F  10")[0].endswith("no source for “Some 4,000 homes”")


def test_the_table_of_sources_says_who_status_how_near_and_on_what_terms():
    (row,) = lines_with(render_plain(report(), width=140), "  S1  ")[-1:]
    assert re.split(r"\s{2,}", row.strip()) == [
        "S1",
        "two dam inspectors",
        "role, no name",
        "second-hand via Harbour Post",
        "anonymity granted; no reason given",
        "1",
    ]


def test_a_source_of_no_audit_class_is_left_out_of_the_table():
    assert "Ada Lind" not in render_plain(report())


def test_each_finding_has_its_paragraph_level_code_and_words():
    text = render_plain(report(), width=200)
    assert "Findings (0 errors, 1 warning, 1 for information)" in text
    (line,) = lines_with(text, "ANON101")
    assert line.startswith("   1  warning  ANON101 Two dam inspectors are granted anonymity without a reason.")
    assert line.endswith("“on condition of anonymity”")


@pytest.mark.parametrize("width", [56, 60, 80, 200])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_terminal(width, color):
    lines = COLOR.sub("", render_plain(report(), width=width, color=color)).splitlines()
    assert max(columns(line) for line in lines) <= width


def test_colour_changes_nothing_but_colour():
    assert COLOR.sub("", render_plain(report(), color=True)) == render_plain(report())
    assert not COLOR.search(render_plain(report()))


def test_an_article_without_claims_says_so():
    text = render_plain(empty_report("Rain fell."))
    assert "Nothing in it needs a source." in text
    assert "Sources" not in text
    assert text.endswith("none")


def test_every_cap_of_the_score_table_has_words():
    assert set(CAPS) == set(load_table().document_caps) - {"mostly_unnamed_share"}
