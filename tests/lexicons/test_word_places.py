"""Phrases looked for where their first words stand: the same matches as the pattern alone finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.lexicons.matching import first_words, needed_words
from attribution.lexicons.word_places import Wording, word_places
from attribution.scoring.wording import wording

LISTS = (("hearsay", "hedges"), ("harm", "losses"), ("allegations", "wrongdoing"), ("claim_markers", "superlative"))
PIECES = (
    *("reportedly", "ALLEGEDLY", "alleged", "dead", "killed", "embezzled", "the largest", "so-called", "the", "first"),
    *("ſo-called", "KILLED", "İ", "donʼt", "don’t", ".", ",", "\n", "-", "_", "e\u0301"),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=400, max_size=420)


@given(TEXTS, st.sampled_from(LISTS), st.booleans())
def test_a_long_text_gives_the_matches_of_the_pattern(pieces: list[str], names: tuple[str, ...], spaced: bool):
    text = (" " if spaced else "").join(pieces) * 3
    found = wording(load(), *names)
    assert [match.span() for match in found.finditer(text)] == [match.span() for match in found.pattern.finditer(text)]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12), st.sampled_from(LISTS))
def test_a_short_text_gives_the_matches_of_the_pattern(pieces: list[str], names: tuple[str, ...]):
    text = " ".join(pieces)
    found = wording(load(), *names)
    assert [match.span() for match in found.finditer(text)] == [match.span() for match in found.pattern.finditer(text)]


@pytest.mark.parametrize("text", ["Rain fell.", "Rain fell. " * 400, "A study fell. " * 400, "Fine words. " * 400])
def test_nothing_is_compiled_for_a_text_without_the_words(text: str):
    def compiled() -> re.Pattern[str]:
        raise AssertionError("compiled in vain")

    found = Wording(compiled, first_words(["a fine (old) study"]), needed_words(["a fine (old) study"]))
    assert list(found.finditer(text.replace("study", "rain"))) == []


@pytest.mark.parametrize(("start", "end"), [(0, None), (40, None), (41, 5000), (0, 9), (4000, 4100), (0, 10**9)])
def test_a_part_of_a_text_is_searched_as_a_pattern_would(start: int, end: int | None):
    text = "He was reportedly killed. " * 300
    found = wording(load(), "hearsay", "hedges")
    stop = len(text) if end is None else end
    assert [match.span() for match in found.finditer(text, start, end)] == [
        match.span() for match in found.pattern.finditer(text, start, stop)
    ]
    first, expected = found.search(text, start, end), found.pattern.search(text, start, stop)
    assert (first and first.span()) == (expected and expected.span())


def test_a_wording_that_may_begin_anywhere_reads_the_whole_text():
    text = "one two " * 400
    assert len(list(Wording(lambda: re.compile(r"wo\b"), frozenset()).finditer(text))) == 400


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["said so", "Told them"], {"said", "told"}),
        (["walk~ out"], {"walk", "walks", "walked", "walking"}),
        (["(only) his|her name"], {"only", "his", "her"}),
        (["so-called", "don't", "in_a_way|so"], {"so", "don", "in"}),
        (["* said"], set()),
        (["said", "'tis"], set()),
    ],
)
def test_the_words_that_phrases_may_begin_with(phrases: list[str], expected: set[str]):
    assert first_words(phrases) == expected


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["said so", "Told them"], {"so", "them"}),
        (["(to) walk~ (out)"], {"walk", "walks", "walked", "walking"}),
        (["his in_a_way|own"], {"in", "own"}),
        (["said *3"], set()),
        (["said", "(only)"], set()),
    ],
)
def test_the_words_without_which_no_phrase_stands(phrases: list[str], expected: set[str]):
    assert needed_words(phrases) == expected


def test_words_are_kept_in_lower_case_with_their_places():
    places = word_places("İt IS. It is, donʼt!")
    assert {word: list(starts) for word, starts in places.starts.items()} == {
        "it": [0, 7],
        "is": [3, 10],
        "don": [14],
        "t": [18],
    }
