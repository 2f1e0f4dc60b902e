"""Paragraphs are the lines that are not blank; headings are told apart with care."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.text.paragraphs import find_paragraphs
from tests.case_files import load_cases, parameters


@pytest.mark.parametrize("case", parameters(c for c in load_cases("text") if c.file == "paragraphs"))
def test_paragraphs_are_cut_and_labelled_as_marked(case):
    expected = [(name, span.of(case.text)) for name, span in case.marked.spans]
    found = [
        ("heading" if block.heading else "prose", block.span.of(case.text)) for block in find_paragraphs(case.text)
    ]
    assert found == expected


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_paragraphs_hold_everything_but_white_space_and_invisible_marks(text):
    blocks = find_paragraphs(text)
    kept = "".join(block.span.of(text) for block in blocks)
    assert [c for c in kept if not c.isspace() and c.isprintable()] == [
        c for c in text if not c.isspace() and c.isprintable()
    ]
    assert all(left.span.end <= right.span.start for left, right in pairwise(blocks))
    assert all(len(block.span.of(text).splitlines()) == 1 for block in blocks)
