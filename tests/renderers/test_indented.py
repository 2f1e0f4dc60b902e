"""JSON on many lines: the same text as Python's own encoder."""

import json
import math
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.renderers.indented import indented

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.lists(inner).map(tuple),
    max_leaves=12,
)


class Colour(StrEnum):
    RED = "red"


def expected(value: Any, indent: int) -> str:
    """What the encoder of the standard library gives."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


@given(VALUES, st.integers(min_value=0, max_value=5))
def test_it_is_the_text_of_the_standard_encoder(value: Any, indent: int):
    assert indented(value, indent) == expected(value, indent)


def test_members_of_closed_sets_are_their_values():
    assert indented({"colours": [Colour.RED]}, 2) == expected({"colours": ["red"]}, 2)


def test_an_iterator_is_written_as_a_list():
    assert indented({"a": iter([1, {"b": iter([])}]), "c": 2}, 2) == expected({"a": [1, {"b": []}], "c": 2}, 2)


def test_empty_collections_take_no_line():
    assert indented({"a": [], "b": {}, "c": ()}, 2) == expected({"a": [], "b": {}, "c": ()}, 2)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_in_json_is_refused(value: float):
    with pytest.raises(ValueError, match="not JSON compliant"):
        indented([value], 2)
