"""What a directive asks for, in either spelling."""

import pytest

from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.suppression.directives import Directive, read_directives
from attribution.text.segmenting import segment

ASKED = {
    "[attribution: ignore ANON101 known]": ("ignore", ("ANON101",), "known"),
    "<!-- attribution: ignore[ANON101] known -->": ("ignore", ("ANON101",), "known"),
    "[attribution: ignore[ANON101] known]": ("ignore", ("ANON101",), "known"),
    "<!-- attribution: ignore ANON101 known -->": ("ignore", ("ANON101",), "known"),
    "[attribution: ignore ANON101, RELAY ,anonymity two reasons]": (
        "ignore",
        ("ANON101", "RELAY", "anonymity"),
        "two reasons",
    ),
    "<!-- attribution: ignore[ANON101,ANON10] -->": ("ignore", ("ANON101", "ANON10"), ""),
    "[attribution: ignore bare-source known]": ("ignore", ("bare-source",), "known"),
    "[attribution: ignore]": ("ignore", ("ALL",), ""),
    "<!-- attribution: ignore -->": ("ignore", ("ALL",), ""),
    "[attribution: ignore cleared by the desk, on Monday]": ("ignore", ("ALL",), "cleared by the desk, on Monday"),
    "[attribution: ignore already cleared]": ("ignore", ("ALL",), "already cleared"),
    "[attribution: ignore AP says so]": ("ignore", ("ALL",), "AP says so"),
    "[attribution: ignore ALL claims were checked]": ("ignore", ("ALL",), "claims were checked"),
    "[attribution: ignore ANON101: known]": ("ignore", ("ANON101",), "known"),
    "[attribution: ignore ANON101 -- known]": ("ignore", ("ANON101",), "known"),
    "[attribution: ignore ANON101, cleared by the desk]": ("ignore", ("ANON101",), "cleared by the desk"),
    "[attribution: ignore ANON1O1 known]": ("ignore", ("ANON1O1",), "known"),
    "[attribution: ignore anonimity known]": ("ignore", ("anonimity",), "known"),
    "[attribution: IGNORE-FILE relay wire copy]": ("ignore-file", ("relay",), "wire copy"),
    "<!-- attribution: ignore-file -->": ("ignore-file", ("ALL",), ""),
    "[attribution: off ANON101]": ("off", ("ANON101",), ""),
    "<!-- attribution: off[ANON101] transcript -->": ("off", ("ANON101",), "transcript"),
    "[attribution: on]": ("on", ("ALL",), ""),
    "[attribution: ignore HOUSE001 known]": ("ignore", ("HOUSE001",), "known"),
    "<!-- attribution: ignore[] known -->": ("ignore", (), "known"),
    "[attribution: ingore ANON101]": ("", (), ""),
    "<!-- attribution: -->": ("", (), ""),
    "<!-- attribution: 101 -->": ("", (), ""),
}


def read(text: str) -> tuple[Directive, ...]:
    return tuple(read_directives(segment(Article(text), load()), ("HOUSE001",)))


@pytest.mark.parametrize("written", ASKED)
def test_a_directive_says_what_is_asked_for_which_rules_and_why(written: str) -> None:
    (found,) = read(f"{written}\nRain fell.")
    assert (found.verb, found.selectors, found.reason) == ASKED[written]
    assert found.comment is written.startswith("<")


def test_a_directive_holds_for_the_next_paragraph() -> None:
    text = (
        "[attribution: ignore]\n\n[attribution: ignore]\nRain.\n[attribution: ignore]\n\nSnow.\n[attribution: ignore]\n"
    )
    assert [found.paragraph for found in read(text)] == [1, 1, 2, None]


def test_hostile_directives_are_read_in_time() -> None:
    codes = ", ".join(f"ANON{number}" for number in range(5_000))
    (found,) = read(f"[attribution: ignore {codes}]\nRain fell.")
    assert len(found.selectors) == 5_000
    assert len(read("[attribution: ignore x" + "y" * 50_000 + "]\nRain fell.")) == 1
    assert len(read("".join(f"[attribution: ignore word{number} so]\n" for number in range(500)))) == 500
