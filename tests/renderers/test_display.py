import pytest

from attribution.renderers.display import Paint, columns, printable, shorten, table


@pytest.mark.parametrize(
    "text", ["", "plain", "a\tb\nc", "\x1b[31mred", "\ud800", "\u202eabc", "e\u0301", "\u2028", "🙂 汉字", "\x00"]
)
def test_what_is_printable_is_as_long_as_the_text_and_holds_nothing_a_terminal_acts_on(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(letter in "\x1b\x00\t\n\u202e\u2028\ud800" for letter in shown)


def test_wide_letters_take_two_columns_and_accents_none():
    assert (columns("汉字"), columns("e\u0301"), columns("abc")) == (4, 1, 3)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 5, "short"),
        ("two words", 8, "two…"),
        ("two  \n lines", 20, "two lines"),
        ("unbreakable", 6, "unbre…"),
        ("whole word next", 11, "whole word…"),
        ("汉字汉字", 5, "汉字…"),
    ],
)
def test_shortened_text_ends_at_a_word_and_keeps_to_the_width(text, width, expected):
    assert shorten(text, width) == expected
    assert columns(expected) <= width


def test_a_table_keeps_to_the_width_by_wrapping_its_widest_cells():
    lines = table([("Who", "How"), ("a source in the General Staff of the army", "second-hand")], 30)
    assert all(len(line) <= 30 for line in lines)
    assert "General" in " ".join(lines)
    assert len(lines) > 2


def test_paint_leaves_text_alone_without_colour():
    assert Paint(False)("x", "red") == "x"
    assert Paint(True)("x", "red", "bold") == "\x1b[31m\x1b[1mx\x1b[0m"
