import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.evaluation.tokens import TokenizedText
from attribution.model.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. won’t pay 1,000.", ["The", "U.S.", "won", "’t", "pay", "1,000", "."]),
        ("At 9:05 (a well-known bar).", ["At", "9:05", "(", "a", "well-known", "bar", ")", "."]),
        ("''No'' — she's", ["'", "'", "No", "'", "'", "—", "she", "'s"]),
        ("snake_case", ["snake", "_", "case"]),
        ("İstanbul 🙂 ok", ["İstanbul", "🙂", "ok"]),
        (" \n\u00a0", []),
        ("", []),
    ],
)
def test_tokens(text, words):
    assert list(TokenizedText.of(text).words) == words


@pytest.mark.parametrize(
    ("span", "tokens"),
    [
        (Span(0, 4), {0}),
        (Span(3, 4), {0}),
        (Span(4, 5), set()),
        (Span(4, 6), {1}),
        (Span(0, 9), {0, 1}),
        (Span(6, 6), set()),
        (Span(0, 99), {0, 1, 2}),
    ],
)
def test_a_token_belongs_to_a_span_that_shares_a_character_with_it(span, tokens):
    assert TokenizedText.of("They left.").within([span]) == tokens


def test_punctuation_is_what_has_no_letter_or_digit():
    text = TokenizedText.of("“We won 3–0,” he's told.")
    assert {text.words[token] for token in text.punctuation} == {"“", "–", ",", "”", "."}


@given(st.text())
def test_tokens_are_slices_in_order_and_leave_out_nothing_visible(text):
    found = TokenizedText.of(text)
    spans = [Span(start, end) for start, end in zip(found.starts, found.ends, strict=True)]
    assert tuple(span.of(text) for span in spans) == found.words
    assert spans == sorted(spans)
    assert "".join(found.words) == "".join(text.split())
