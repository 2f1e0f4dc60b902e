import re

import pytest

from attribution import audit
from attribution.errors import ConfigError
from attribution.model.score import Operation
from attribution.renderers.explanation import render_explanation
from attribution.renderers.wording import FEATURES
from attribution.scoring.points import apply
from tests.hand_built import report

LINE = re.compile(r" {2,}(?P<operation>[-+x]|at most|)(?P<values>[ \d.x]*) = +(?P<result>[\d.]+)  (?P<why>.+)")

GROUP = (
    "Two harbour officials told Reuters on Monday that the pier had sunk, speaking on condition of anonymity because "
    "they feared for their jobs. A third official said the pier had sunk on Monday too."
)


def test_every_step_is_one_line_with_its_words():
    lines = render_explanation(report(), paragraph=1, width=120).splitlines()
    assert lines[0] == "Paragraph 1: E 34 of 100, weak sourcing"
    assert lines[2].startswith("S1 two dam inspectors via Harbour Post: “Two dam inspectors told")
    assert [line.split() for line in lines[3:5]] == [
        ["40", "=", "40", "known", "by:", "role,", "no", "name:", "“Two", "dam", "inspectors”"],
        ["+", "3", "=", "43", "how", "many", "they", "are:", "“Two”"],
    ]
    assert lines[5].split()[:5] == ["x", "0.8", "=", "34.4", "second-hand:"]
    assert lines[-1] == "One claim: 34.4 points."


def test_a_paragraph_that_needs_no_source_says_so():
    assert render_explanation(report(), paragraph=2) == "Paragraph 2: not scored, since nothing in it needs a source."


def test_a_paragraph_that_is_not_there_is_an_error_with_the_number_there_are():
    with pytest.raises(ConfigError, match=r"explain: no paragraph 9; dam\.txt has 4 paragraphs"):
        render_explanation(report(), paragraph=9)


def test_the_printed_arithmetic_leads_to_the_printed_points():
    """Worked out from the page alone, as a reader would."""
    text = render_explanation(audit(GROUP), paragraph=1, width=200)
    points = 0.0
    steps = [match for match in map(LINE.fullmatch, text.splitlines()) if match]
    assert len(steps) > 5
    for match in steps:
        values = [float(value) for value in match["values"].replace("x", " ").split()]
        match (match["operation"], len(values)):
            case ("", 1):
                points = values[0]
            case ("+", 2):
                assert values[0] == pytest.approx(100 - points, abs=0.06)
                points = apply(Operation.CORROBORATE, points, values[1] * 100)
            case ("+" | "-", 1):
                points += values[0] if match["operation"] == "+" else -values[0]
            case ("x", 1):
                points *= values[0]
            case ("at most", 1):
                points = min(points, values[0])
            case other:
                pytest.fail(f"not arithmetic: {other}")
        assert float(match["result"]) == pytest.approx(points, abs=0.06)


def test_a_claim_starts_from_how_its_source_is_known():
    text = "The Harbour Board said on Monday that the pier had sunk."
    first = render_explanation(audit(text), paragraph=1, width=200).splitlines()[3]
    assert "known by: institution: “The Harbour Board”" in first


def test_several_claims_end_in_their_mean():
    text = render_explanation(audit("The mayor said the pier had sunk. Some 4,000 homes have no water."), paragraph=1)
    last = " ".join(text.split("\n\n")[-1].split())
    numbers = [float(number) for number in re.findall(r"[\d.]+\d|\d", last)]
    count, first, second, _, mean = numbers
    assert (count, mean) == (2, pytest.approx((first + second) / 2, abs=0.06))


def test_every_feature_of_the_score_table_has_words():
    from attribution.scoring.table import load_table

    table = load_table()
    named = {addition.feature for addition in table.additions} | {status.value for status in table.base}
    named |= {proximity.value for proximity in table.proximity} | {stance.value for stance in table.stance}
    assert named <= set(FEATURES)
