import re

import pytest


def test_a_finding_is_a_place_a_code_a_message_and_a_frame(run, folder):
    done = run("check", "in/talks.txt")
    heads = [line for line in done.lines if line.startswith("in/talks.txt:")]
    assert any(re.fullmatch(r"in/talks\.txt:1:\d+ ANON101 .+", line) for line in heads)
    assert any(re.fullmatch(r" {6}\| *\^+", line) for line in done.lines)
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?, \d+ for information in 1 article", done.lines[-1])


def test_the_least_level_says_what_is_shown_and_not_what_is_counted(run, folder):
    shown = {level: run("check", "in", "--min-level", level) for level in ("error", "warning", "info")}
    places = {level: sum(line.startswith("in/") for line in done.lines) for level, done in shown.items()}
    assert places["error"] < places["warning"] < places["info"]
    assert len({done.lines[-1] for done in shown.values()}) == 1
    assert run("check", "in").out == shown["warning"].out


@pytest.mark.parametrize(
    ("level", "code"),
    [("error", 0), ("warning", 1), ("info", 1), ("never", 0)],
)
def test_findings_at_or_above_the_level_fail(run, folder, level, code):
    (folder / "warned.txt").write_text(
        "Some 4,000 people were killed when the bridge fell in 1931, Ada Lind said.\n"
        "Another 300 people were killed when the dam above it burst.\n"
    )
    done = run("check", "warned.txt", "--fail-on", level)
    assert done.lines[-1].startswith("0 errors, ")
    assert "0 warnings" not in done.lines[-1]
    assert done.code == code


def test_an_error_fails_unless_told_otherwise(run, folder):
    (folder / "bare.txt").write_text("A source said that the talks had failed.\n")
    assert run("check", "bare.txt").code == 1
    assert run("check", "bare.txt", "--fail-on", "never").code == 0


def test_unreadable_input_outweighs_findings(run, folder):
    (folder / "bare.txt").write_text("A source said that the talks had failed.\n")
    done = run("check", "bare.txt", "missing.txt")
    assert (done.code, done.err) == (2, "attribution: missing.txt: no such file or folder\n")
    assert "bare.txt:1:1 ANON103" in done.out


def test_an_article_without_findings_is_one_line_and_0(run, folder):
    (folder / "clean.txt").write_text("Rain fell on the valley.\n")
    done = run("check", "clean.txt", "--min-level", "info", "--fail-on", "info")
    assert (done.code, done.lines) == (0, ["0 errors, 0 warnings, 0 for information in 1 article"])
