"""Lines and columns count what people and editors count."""

from hypothesis import given
from hypothesis import strategies as st

from attribution.text.lines import Lines, Position


def test_positions_count_lines_and_code_points_from_one():
    lines = Lines.of("one\r\ntwo\rthree\nfour")
    assert [lines.position(offset) for offset in (0, 5, 9, 15)] == [
        Position(1, 1), Position(2, 1), Position(3, 1), Position(4, 1),
    ]  # fmt: skip
    assert len(lines) == 4


def test_a_rare_separator_starts_no_line():
    assert Lines.of("one\u2028two\ftwo").position(8) == Position(1, 9)


def test_places_outside_the_text_count_as_the_nearest_inside():
    lines = Lines.of("one\ntwo")
    assert lines.position(99) == Position(2, 4)
    assert lines.offset(99, 99) == 7
    assert lines.line_span(0) == (0, 3)


def test_letters_outside_the_basic_plane_are_two_units_wide():
    lines = Lines.of("🙂🙂\n🙂a🙂b")
    assert [lines.utf16_column(offset) for offset in (2, 3, 4, 5, 6)] == [4, 0, 2, 3, 5]


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60), st.integers(0, 60))
def test_a_position_leads_back_to_its_offset(text, offset):
    offset = min(offset, len(text))
    lines = Lines.of(text)
    position = lines.position(offset)
    start, end = lines.line_span(position.line)
    assert lines.utf16_column(offset) == len(text[start:offset].encode("utf-16-le", "surrogatepass")) // 2
    if offset <= end:
        assert lines.offset(position.line, position.column) == offset
