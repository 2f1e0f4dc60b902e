"""Our own lists, read quickly: what TOML says they are."""

import tomllib

import pytest

from attribution.lexicons.loading import SHIPPED
from attribution.lexicons.parsing import plain_tables, toml_tables

OURS = sorted(SHIPPED.glob("*.toml"))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_lists_are_in_the_plain_form_and_mean_what_toml_says(path):
    text = path.read_text(encoding="utf-8")
    assert plain_tables(text) == tomllib.loads(text)


ODD = (
    '[[group]]\nname = "a" # why\nphrases = ["x"]\n',
    "[[group]]\nname = 'a'\nphrases = [\"x\"]\n",
    'title = "birds"\n[[group]]\nname = "a"\nphrases = ["x"]\n',
    '[[group]]\nname = "a"\nphrases = ["x", ]\n',
    '[[group]]\nname="a"\nphrases = ["x"]\n',
)


@pytest.mark.parametrize("text", ODD)
def test_any_other_form_is_refused_rather_than_misread(text):
    with pytest.raises(ValueError, match=r"."):
        plain_tables(text)
    assert toml_tables(text)["group"][0]["phrases"] == ["x"]


def test_signs_of_the_form_within_a_string_are_words():
    text = '[[group]]\nname = "a"\nphrases = [\n  # odd ones\n  "# x", "[[group]]", "b = 1",\n  "c \\"d\\"",\n]\n'
    assert plain_tables(text) == tomllib.loads(text)
