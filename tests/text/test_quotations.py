"""Quotation marks are paired as a reader pairs them, and apostrophes are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.text.paragraphs import find_paragraphs
from attribution.text.quotations import find_quotations
from tests.case_files import load_cases, parameters

LEXICONS = load()


def quotations(text):
    return find_quotations(text, [block.span for block in find_paragraphs(text)], LEXICONS)


def label(quotation):
    name = "continued" if quotation.continues else ""
    name += "" if quotation.closed else "_open" if name else "open"
    return (name or "closed") + (f"_{quotation.level}" if quotation.level else "")


@pytest.mark.parametrize("case", parameters(c for c in load_cases("text") if c.file == "quotations"))
def test_quotations_are_paired_as_marked(case):
    expected = [(name, span.of(case.text)) for name, span in case.marked.spans]
    assert [(label(found), found.span.of(case.text)) for found in quotations(case.text)] == expected


def test_the_inner_span_leaves_the_marks_out():
    text = "''We lost,'' she said. “Badly"
    assert [found.inner.of(text) for found in quotations(text)] == ["We lost,", "Badly"]


@given(st.one_of(st.text(max_size=80), st.text(alphabet="\"“”‘’'`«»„.,aSs -—2\n", max_size=80)))
def test_quotations_lie_in_order_inside_the_text_and_nest(text):
    found = quotations(text)
    assert list(found) == sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    for quotation in found:
        assert quotation.span.covers(quotation.inner)
        assert quotation.span.end <= len(text)
    for outer, inner in ((a, b) for a in found for b in found if a.span.start < b.span.start < a.span.end):
        assert outer.span.covers(inner.span)
        assert outer.level < inner.level
