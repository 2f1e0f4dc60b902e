"""Figures are found, bounded and told apart by what they count."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.text.numbers import find_figures
from tests.case_files import load_cases, parameters

LEXICONS = load()
CASES = [c for c in load_cases("text") if c.file == "figures"]
PIECES = [
    "$",
    "€",
    "4",
    "1,200",
    "3.5",
    " ",
    " ",
    "-",
    "–",
    " to ",
    "million",
    "bn",
    "%",
    " per cent",
    "two",
    "a hundred",
    "and",
    "half",
    "one in five",
    "soldiers",
    "killed",
    "were",
    "Dec. ",
    "p.m.",
    "over ",
    "No. ",
    ",",
    ".",
    "\n",
    "½",
    "²",
    "٣",
    "1e9",
]


@pytest.mark.parametrize("case", parameters(CASES))
def test_figures_are_found_and_judged_as_marked(case):
    found = find_figures(case.text, LEXICONS)
    assert [(figure.kind.value, figure.span.of(case.text)) for figure in found] == [
        (name, span.of(case.text)) for name, span in case.marked.spans
    ]


@pytest.mark.parametrize("case", parameters(c for c in CASES if "values" in c.keys))
def test_values_are_multiplied_out(case):
    found = [-1 if figure.value is None else figure.value for figure in find_figures(case.text, LEXICONS)]
    assert found == pytest.approx(case.keys["values"])


@pytest.mark.parametrize("case", parameters(c for c in CASES if "units" in c.keys))
def test_units_are_the_words_that_say_what_is_counted(case):
    assert [figure.unit or "" for figure in find_figures(case.text, LEXICONS)] == case.keys["units"]


@pytest.mark.parametrize("case", parameters(c for c in CASES if "approximate" in c.keys))
def test_estimates_and_ranges_are_approximate(case):
    found = find_figures(case.text, LEXICONS)
    assert [place for place, figure in enumerate(found) if figure.approximate] == case.keys["approximate"]


@given(
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=()), max_size=80),
        st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    )
)
def test_figures_lie_in_order_inside_one_line(text):
    figures = find_figures(text, LEXICONS)
    assert all(left.span.end <= right.span.start for left, right in pairwise(figures))
    for figure in figures:
        assert figure.span.end <= len(text)
        assert len(figure.span.of(text).splitlines()) == 1
