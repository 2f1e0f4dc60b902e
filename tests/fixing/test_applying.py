"""Fixes applied to a text: safe ones, suggestions, and what is left alone."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from attribution import audit
from attribution.config import Config, Phrase
from attribution.fixing.applying import fixed
from attribution.model.finding import Edit, Fix
from attribution.model.span import Span

SAFE = "He was allegedly accused of theft."
HOUSE = Phrase("HOUSE001", "Say it.", phrases=("kids",), replacement="children", quotations=True)


def test_safe_fixes_are_applied() -> None:
    done = fixed(audit(SAFE))
    assert done.text == "He was accused of theft." and [finding.code for finding in done.applied] == ["WORD503"]


def test_suggestions_want_to_be_asked_for() -> None:
    report = audit("The kids said no.", config=Config(phrases=(HOUSE,), select=("HOUSE001",)))
    assert fixed(report).text == "The kids said no."
    assert fixed(report, unsafe=True).text == "The children said no."


@pytest.mark.parametrize("text", ["“The kids said no,” she said.", '"The kids" said no.', "‘The kids’ said no."])
def test_words_inside_quotation_marks_are_never_touched(text: str) -> None:
    report = audit(text, config=Config(phrases=(HOUSE,), select=("HOUSE001",)))
    done = fixed(report, unsafe=True)
    assert (done.text, len(done.left)) == (text, 1)


def test_of_two_fixes_that_meet_the_first_is_made() -> None:
    report = audit("The kids said no.", config=Config(phrases=(HOUSE,), select=("HOUSE001",)))
    (first,) = report.findings
    second = evolve(first, fix=Fix("wider", (Edit(Span(0, 8), "Pupils"),)))
    done = fixed(evolve(report, findings=(first, second)), unsafe=True)
    assert (done.text, done.left) == ("The children said no.", (second,))


PIECES = st.sampled_from(["kids", "Kids", "allegedly accused", "said", "she", " ", " ", "“", "”", '"', "'", ".", "\n"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_fixing_until_nothing_is_applied_ends(text: str) -> None:
    config = Config(phrases=(HOUSE,))
    for _ in range(len(text) + 2):
        done = fixed(audit(text, config=config), unsafe=True)
        if done.text == text:
            return
        text = done.text
    pytest.fail("fixes undo each other")
