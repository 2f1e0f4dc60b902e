import pytest

from attribution.renderers.html.visible import visible, visible_value


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202a", "\u202e", "\u2066", "\u2069", "\ud800", "\ufffe"]
)
def test_what_a_page_cannot_hold_is_one_replacement_character(character):
    assert visible(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("text", ["tab\tand\nline", "שלום\u200f", "👩\u200d🚒", "İ ß ﬁ", "“…” <b>"])
def test_other_text_stays_as_it_is(text):
    assert visible(text) == text


def test_numbers_and_markup_of_ours_pass_through():
    markup = pytest.importorskip("markupsafe").Markup("<b>\x00</b>")
    assert visible_value(7) == 7
    assert visible_value(markup) is markup
    assert visible_value("\x00") == "\N{REPLACEMENT CHARACTER}"
