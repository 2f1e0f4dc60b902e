"""Phrases to patterns: the prefix trie and the notation of variable phrases."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.lexicons.matching import trie_pattern, variable_pattern
from attribution.lexicons.verbs import conjugator


def test_the_longest_phrase_wins() -> None:
    pattern = trie_pattern(["on condition", "on condition of anonymity", "on"])
    assert re.match(pattern, "on condition of anonymity").group() == "on condition of anonymity"  # type: ignore[union-attr]
    assert re.match(pattern, "on condition that").group() == "on condition"  # type: ignore[union-attr]
    assert re.match(pattern, "on Monday").group() == "on"  # type: ignore[union-attr]


def test_spaces_match_any_white_space_and_apostrophes_either_form() -> None:
    pattern = trie_pattern(["it's not clear"])
    assert re.fullmatch(pattern, "it’s not\n\u00a0clear")
    assert not re.fullmatch(pattern, "it’s notclear")


def test_signs_in_a_phrase_are_taken_literally() -> None:
    assert re.fullmatch(trie_pattern(["U.S. (sort of)", "a+b"]), "U.S. (sort of)")
    assert not re.fullmatch(trie_pattern(["U.S."]), "UxSx")


def test_no_phrases_match_nothing_but_the_empty_text() -> None:
    assert trie_pattern([]) == ""


@given(st.lists(st.text(alphabet="abc '", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8))
def test_every_phrase_of_a_trie_matches_itself(phrases: list[str]) -> None:
    pattern = re.compile(trie_pattern(phrases))
    assert all(pattern.fullmatch(phrase) for phrase in phrases if "  " not in phrase)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("speak~ on condition of anonymity", "spoke on condition of anonymity"),
        ("speak~ on condition of anonymity", "speaking on condition of anonymity"),
        ("because he|she|they fear~", "because they feared"),
        ("on (the) condition", "on the condition"),
        ("on (the) condition", "on condition"),
        ("(only) on background", "on background"),
        ("(only) on background", "only on background"),
        ("asked not to be named (by_name)", "asked not to be named by name"),
        ("asked not to be named (by_name)", "asked not to be named"),
        ("in order to speak|talk freely", "in order to talk freely"),
        ("if * is to be believed", "if Orsk is to be believed"),
        ("as *3 put it", "as one veteran aide put it"),
        ("as *3 put it", "as Lee put it"),
        ("of|from the_White_House", "from the White House"),
    ],
)
def test_variable_phrases_match(phrase: str, text: str) -> None:
    assert re.fullmatch(variable_pattern(phrase, conjugator(load())), text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("speak~ on condition of anonymity", "speech on condition of anonymity"),
        ("because he|she|they fear~", "because we fear"),
        ("on (the) condition", "on a condition"),
        ("if * is to be believed", "if old Orsk is to be believed"),
        ("as *3 put it", "as one very old aide put it"),
        ("as *3 put it", "as Lee said. Kim put it"),
        ("(only) on background", "only"),
    ],
)
def test_variable_phrases_do_not_match(phrase: str, text: str) -> None:
    assert not re.fullmatch(variable_pattern(phrase, conjugator(load())), text)


def test_regular_forms_are_the_default() -> None:
    assert re.fullmatch(variable_pattern("request~ anonymity"), "requesting anonymity")
