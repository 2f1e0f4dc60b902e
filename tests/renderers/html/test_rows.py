from attrs import evolve

from attribution import audit
from attribution.model.finding import Finding, Severity
from attribution.renderers.html.rows import rows
from attribution.rules.catalogue import find_rule
from attribution.rules.page import WHY
from tests.hand_built import TEXT, report


def text_of(row):
    return "".join(piece.text for run in row.runs for piece in run.pieces)


def test_there_is_a_row_for_each_paragraph_with_its_words():
    found = rows(report())
    assert [row.number for row in found] == [1, 2, 3, 4]
    assert [text_of(row) for row in found] == TEXT.split("\n")


def test_a_row_has_its_points_and_the_arithmetic_of_explain():
    first, second, *_ = rows(report())
    assert first.working is not None
    assert (first.working.grade, first.working.points, first.working.mean) == ("E", 34, "One claim: 34.4 points.")
    (total,) = first.working.sums
    assert total.source == "S1"
    assert [(line.operation, line.result) for line in total.lines] == [("40", "40"), ("+ 3", "43"), ("x 0.8", "34.4")]
    assert second.working is None


def test_findings_stand_beside_their_paragraph_with_what_their_rule_says():
    first, _, third, _ = rows(report())
    (note,) = first.notes
    assert (note.number, note.code, note.severity, note.source) == (1, "ANON101", "warning", "S1")
    assert note.words == "“on condition of anonymity”"
    assert " ".join(note.why).split() == find_rule("ANON101").page.sections[WHY].replace("`", "").split()
    assert third.notes[0].fix == "Say where the figure is from."


def test_a_finding_of_a_rule_of_the_newsrooms_own_has_no_page():
    house = Finding("POST1", "own-phrase", Severity.ERROR, 1, report().findings[0].span, "Not here.")
    (note,) = rows(evolve(report(), findings=(house,)))[0].notes
    assert (note.message, note.why, note.what) == ("Not here.", (), ())


def test_a_line_that_speaks_to_this_linter_is_a_row_without_a_number():
    text = "Sources said so.\n\n<!-- attribution: ignore[ANON103] it is a quotation -->\n\nRain fell.\n"
    found = rows(audit(text))
    assert [row.number for row in found].count(None) == 1
    assert [text_of(row) for row in found if row.number is None] == [
        "<!-- attribution: ignore[ANON103] it is a quotation -->"
    ]


def test_an_empty_article_is_one_empty_row():
    (row,) = rows(audit(""))
    assert (text_of(row), row.notes) == ("", ())
