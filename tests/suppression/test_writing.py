"""Directives are written above paragraphs, read back as they were meant, and written once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Config, audit
from attribution.errors import ConfigError
from attribution.suppression.applying import without_suppressed
from attribution.suppression.directives import read_directives
from attribution.suppression.writing import directive_line, with_directives

ONLY = Config(select=("ANON101", "ANON103"))
BARE = "Sources said the pier had sunk."


def written(text: str, reason: str = "", **options: bool) -> str:
    report = without_suppressed(audit(text, config=ONLY), ONLY)
    return with_directives(report.analysis.document, report.findings, reason, **options).text


WRITTEN = {
    "above": (BARE, f"[attribution: ignore ANON101, ANON103]\n{BARE}"),
    "the line ends of the text": (
        f"Rain.\r\n\r\n{BARE}\r\n",
        f"Rain.\r\n\r\n[attribution: ignore ANON101, ANON103]\r\n{BARE}\r\n",
    ),
    "before an indent": (f"Rain.\n  {BARE}", f"Rain.\n[attribution: ignore ANON101, ANON103]\n  {BARE}"),
    "merged": (
        f"[attribution: ignore ANON103 known]\n\n{BARE}",
        f"[attribution: ignore ANON103, ANON101 known]\n\n{BARE}",
    ),
    "merged into a comment": (
        f"<!-- attribution: ignore[ANON101] known -->\n{BARE}",
        f"<!-- attribution: ignore[ANON101, ANON103] known -->\n{BARE}",
    ),
    "a directive with a slip is left alone": (
        f"[attribution: ignore ANON1O1, ANON101]\n{BARE}",
        f"[attribution: ignore ANON1O1, ANON101]\n[attribution: ignore ANON103]\n{BARE}",
    ),
    "one that is off already": (f"[attribution: off]\n{BARE}", f"[attribution: off]\n{BARE}"),
}


@pytest.mark.parametrize("label", WRITTEN)
def test_a_directive_stands_above_its_paragraph(label: str) -> None:
    before, after = WRITTEN[label]
    assert written(before) == after
    assert written(after) == after


def test_a_reason_is_written_and_another_one_is_left_to_its_own_directive() -> None:
    once = written(f"[attribution: ignore ANON103 known]\n{BARE}", "cleared by  the desk")
    assert once.splitlines()[:2] == [
        "[attribution: ignore ANON103 known]",
        "[attribution: ignore ANON101 cleared by the desk]",
    ]
    assert written(once, "cleared by the desk") == once


def test_comments_are_for_formats_that_have_them() -> None:
    assert written(BARE, "known", comments=True).startswith("<!-- attribution: ignore[ANON101, ANON103] known -->\n")


@pytest.mark.parametrize("reason", ["see [1]", "so -->"])
def test_a_reason_that_would_end_the_directive_is_an_error(reason: str) -> None:
    with pytest.raises(ConfigError, match="cannot stand in a directive"):
        written(BARE, reason)


@given(st.lists(st.sampled_from(["ANON101", "ANON103", "RELAY401"]), min_size=1, unique=True), st.booleans())
def test_what_is_written_is_read_back(codes: list[str], comment: bool) -> None:
    for reason in ("", "known to the desk", "ANON102 is another matter", "İ 🙂"):
        document = audit(f"{directive_line(codes, reason, comment=comment)}\nRain.").analysis.document
        (found,) = read_directives(document)
        assert (found.verb, list(found.selectors), found.reason) == ("ignore", codes, reason)


PIECES = st.sampled_from(
    [BARE, "A source said so.", "Rain fell.", "", "[attribution: ignore ANON103 so]", "\t " + BARE]
)


@given(st.lists(PIECES, max_size=8), st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\x0b"]))
@settings(max_examples=60, deadline=None)
def test_written_twice_is_written_once_and_nothing_is_left(lines: list[str], end: str) -> None:
    text = end.join(lines)
    once = written(text)
    left = without_suppressed(audit(once, config=ONLY), ONLY).findings
    assert {finding.code for finding in left} <= {"META901"}
    assert written(once) == once
