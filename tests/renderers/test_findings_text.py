import pytest
from attrs import evolve

from attribution.errors import ConfigError
from attribution.model.finding import Finding, Severity
from attribution.model.span import Span
from attribution.renderers.display import columns
from attribution.renderers.findings_text import render_findings, window
from tests.hand_built import empty_report, report


def flagged(text, words, width=80):
    made = empty_report(text, name="a.txt")
    span = Span(text.index(words), text.index(words) + len(words))
    finding = Finding("ATTR203", "bare-figure", Severity.WARNING, 1, span, "A figure.")
    return render_findings(evolve(made, findings=(finding,)), width=width).splitlines()


def test_a_finding_is_a_place_a_code_a_message_and_a_frame():
    assert render_findings(report(), width=200).splitlines()[:3] == [
        "dam.txt:1:80 ANON101 Two dam inspectors are granted anonymity without a reason.",
        "    1 | Two dam inspectors told the Harbour Post that the wall had cracked. "
        "They spoke on condition of anonymity.",
        "      | " + " " * 79 + "^" * 25,
    ]


def test_the_underlined_words_stand_above_their_mark():
    _, shown, under = flagged("The wall, 4,000 homes below it, cracked.", "4,000 homes")
    assert shown[under.index("^") : under.rindex("^") + 1] == "4,000 homes"


def test_a_long_line_is_cut_around_the_words_and_keeps_to_the_width():
    text = "word " * 60 + "Some 4,000 homes" + " word" * 60
    _, shown, under = flagged(text, "Some 4,000 homes", width=60)
    assert shown[under.index("^") : under.rindex("^") + 1] == "Some 4,000 homes"
    assert max(columns(shown), columns(under)) <= 60
    assert shown.count("…") == 2


def test_words_longer_than_the_width_are_underlined_as_far_as_they_are_shown():
    _, shown, under = flagged("start " + "x" * 300, "x" * 300, width=60)
    assert max(len(shown), len(under)) <= 60
    assert under.strip(" |^") == ""
    assert "^" in under


def test_a_second_line_counts_from_its_own_start_and_wide_letters_shift_the_mark():
    head, shown, under = flagged("First.\n汉字 said 4,000 homes.", "4,000 homes")
    assert head.startswith("a.txt:2:9 ")
    assert columns(shown[: shown.index("4,000")]) == under.index("^")


def test_an_escape_sequence_in_the_text_does_not_reach_the_terminal():
    assert "\x1b" not in "".join(flagged("\x1b[2J 4,000 homes", "4,000 homes"))


def test_words_over_several_lines_are_underlined_in_the_first():
    head, shown, under = flagged("one two\nthree four", "two\nthree")
    assert (head[:9], shown, under) == ("a.txt:1:5", "    1 | one two", "      |     ^^^")


@pytest.mark.parametrize(("level", "codes"), [("info", 2), ("warning", 1), ("error", 0)])
def test_the_level_says_what_is_shown(level, codes):
    assert render_findings(report(), min_level=level).count("dam.txt:") == codes


def test_an_unknown_level_is_an_error_that_names_those_there_are():
    with pytest.raises(ConfigError, match="accepted are error, warning, info"):
        render_findings(report(), min_level="fatal")


def test_nothing_to_show_is_an_empty_text():
    assert render_findings(empty_report("Rain fell.")) == ""


def test_the_window_of_a_line_without_blanks_shows_the_words():
    line = "<p>" * 60 + "Sources" + "<b>" * 60
    shown, marked = window(line, Span(180, 187), 60)
    assert marked.of(shown) == "Sources"
    assert len(shown) <= 60
