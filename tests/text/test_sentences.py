"""Sentences end where a reader would end them, and nothing visible is lost between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.model.span import Span
from attribution.text.punkt import punkt_spans
from attribution.text.quotations import find_quotations
from attribution.text.sentences import LONGEST, find_sentences, repair
from tests.case_files import CASES, load_cases, parameters

LEXICONS = load()
SEEDS = sorted((CASES.parent.parent / "seeds").glob("*.txt"))
PIECES = [
    "He left",
    "the U.S",
    "Mr",
    "No",
    "J",
    "Why",
    "she said",
    "Acme Inc",
    "5",
    "…",
    ".",
    ".",
    "?",
    "!",
    " ",
    " ",
    "”",
    "“",
    "'",
    '"',
    "''",
    ")",
    "(",
    "\u00a0",
    "İ",
]


def sentences(text):
    paragraph = Span(0, len(text))
    return find_sentences(text, paragraph, find_quotations(text, [paragraph], LEXICONS), LEXICONS)


@pytest.mark.parametrize("case", parameters(c for c in load_cases("text") if c.file == "sentences"))
def test_sentences_are_cut_as_marked(case):
    expected = [case.text[span.start : span.end] for _, span in case.marked.spans]
    assert [span.of(case.text) for span in sentences(case.text)] == expected


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    text = text.strip()
    position = 0
    for span in sentences(text):
        assert text[position : span.start].strip() == ""
        assert span.start < span.end
        position = span.end
    assert position == len(text)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("a " * LONGEST + "b", [LONGEST - 1, LONGEST - 1, 1]),
        ("a" * (2 * LONGEST + 1), [LONGEST, LONGEST, 1]),
        ("a" + " " * 3 * LONGEST + "b", [1, 1]),
        ("a" * (LONGEST - 1) + "  b", [LONGEST - 1, 1]),
        ("a" * 2400 + " " * 200 + "b" * (LONGEST + 1), [2400, LONGEST, 1]),
        ("a " * (LONGEST // 2 - 1) + "b.", [LONGEST]),
    ],
    ids=["words", "one word", "spaces", "just beyond", "spaces in the middle", "just within"],
)
def test_a_sentence_without_an_end_is_cut_between_words(text, lengths):
    assert [len(span) for span in sentences(text)] == lengths


def test_punkt_agrees_on_the_seeds():
    """What our own pattern decides alone is what Punkt with the same abbreviations decides, after the same repair."""
    ours, punkts = set(), set()
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        for line in filter(None, text.split("\n")):
            start = text.index(line)
            paragraph = Span(start, start + len(line.rstrip()))
            quotations = find_quotations(text, [paragraph], LEXICONS)
            spans = punkt_spans(paragraph.of(text), LEXICONS)
            found = [(start + a[1], start + b[0]) for a, b in pairwise(spans)]
            punkts |= {(path.name, after) for _, after in repair(text, paragraph, found, quotations, LEXICONS)}
            ours |= {(path.name, s.start) for s in find_sentences(text, paragraph, quotations, LEXICONS)[1:]}
    assert ours
    assert len(ours & punkts) >= 0.995 * len(ours | punkts), sorted(ours ^ punkts)
