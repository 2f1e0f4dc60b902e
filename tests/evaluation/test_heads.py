import pytest

from attribution.evaluation.heads import heads, same_source
from attribution.evaluation.tokens import TokenizedText
from attribution.model.span import Span


def tokens(text, part):
    start = text.text.index(part)
    return text.within([Span(start, start + len(part))] if part else [])


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Ida Moss, a clerk for Ober", {"Moss", "clerk"}),
        ("three clerks familiar with the plan", {"clerks"}),
        ("Gov. Rolf Tann of Ober", {"Tann"}),
        ("Moss’s", {"Moss"}),
        ("who", {"who"}),
        ("the man who left, Al", {"man", "Al"}),
        ("Al, who left", {"Al"}),
        ("Of those, the oldest clerk", {"those", "clerk"}),
        ("“Al”", {"Al"}),
        ("“who”", {"“", "who", "”"}),
        (", ;", {",", ";"}),
    ],
)
def test_the_head_of_each_piece(source, found):
    text = TokenizedText.of(source)
    everything = frozenset(range(len(text.words)))
    assert {text.words[token] for token in heads(everything, text.words)} == found


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Ida Moss, a clerk for Ober", "Ida Moss", True),
        ("Ida Moss, a clerk for Ober", "a clerk for Ober", True),
        ("Ida Moss, a clerk for Ober", "Ober", False),
        ("Ida Moss, a clerk for Ober", "Ida", False),
        ("Moss", "Ida Moss", True),
        ("Ida Moss", "a clerk for Ober", False),
        ("", "", True),
        ("Moss", "", False),
        ("", "Moss", False),
    ],
)
def test_sources_are_the_same_when_each_holds_a_head_of_the_other(gold, predicted, same):
    text = TokenizedText.of("Ida Moss, a clerk for Ober")
    assert same_source(tokens(text, gold), tokens(text, predicted), text.words) is same
