"""Every measure on small articles, worked out by hand in `tests/cases/evaluation/measures.toml`."""

from fractions import Fraction

import pytest

from attribution.evaluation.comparing import Yardstick
from attribution.evaluation.evaluating import evaluate
from attribution.evaluation.labelled import Prediction, Role
from attribution.evaluation.measures import Counts, MatchCounts, Measure, total
from attribution.evaluation.scope import Scope
from attribution.marked import parse
from tests.case_files import load_cases, parameters
from tests.evaluation.marked_gold import article, attributions

CASES = load_cases("evaluation", known_keys=("predicted", "figures", "scope", "ignore_punctuation"))

OVER_MATCHES = {
    "source accuracy": lambda counts: counts.source_accuracy,
    "sourced accuracy": lambda counts: counts.sourced_accuracy,
    "content F1": lambda counts: counts.content_f1,
    "content F1 mean": lambda counts: counts.content_f1_mean,
}


def figure(counts, name):
    """What `name` stands for in a case: precision and recall, or one value."""
    if name in OVER_MATCHES:
        return OVER_MATCHES[name](counts)
    role, _, comparison = name.partition(" ")
    measure = getattr(counts.roles[Role(role)], comparison) if comparison else getattr(counts, name)
    return [measure.precision, measure.recall]


def expected(value):
    return float(Fraction(value)) if isinstance(value, str) else [float(Fraction(part)) for part in value]


@pytest.mark.parametrize("case", parameters(CASES))
def test_the_figures_of_a_case(case):
    assert parse(case.keys["predicted"]).text == case.text, "both sides must mark the same text"
    yardstick = Yardstick(Scope(case.keys.get("scope", "all")), case.keys.get("ignore_punctuation", False))
    prediction = Prediction("a", attributions(case.keys["predicted"]))
    counts = evaluate([article(case.marked)], [prediction], yardstick).counts
    figures = case.keys["figures"]
    assert {name: figure(counts, name) for name in figures} == {
        name: pytest.approx(expected(value), abs=1e-12) for name, value in figures.items()
    }


def test_articles_add_up_before_anything_is_divided():
    # One of one right in the first; none of two found in the second, with one wrong guess.
    first = article("[[source|Ida]] [[cue|said]] [[content|no]].", "a")
    second = article(
        "[[source|Ida]] [[cue|said]] [[content|no]]. [[source2|Rolf]] [[cue2|swore]] [[content2|yes]].", "b"
    )
    guess = attributions("Ida said no. [[cue|Rolf]] swore yes.")
    evaluation = evaluate([second, first], [Prediction("b", guess), Prediction("a", first.attributions)])
    measure = evaluation.counts.attribution
    assert (measure.precision, measure.recall) == (1 / 2, 1 / 3)
    assert measure.f1 == pytest.approx(0.4)
    assert [comparison.article.name for comparison in evaluation.comparisons] == ["a", "b"]


def test_an_article_without_a_prediction_counts_as_found_empty():
    gold = [article("[[cue|Reportedly]] so.", name) for name in "abc"]
    evaluation = evaluate(gold, [Prediction("b", gold[1].attributions)])
    assert evaluation.missing == ("a", "c")
    assert evaluation.counts.attribution == Measure(right=1, found=1, gold=3, predicted=1)


def test_nothing_at_all_adds_up_to_nothing():
    assert total([]).attribution == Measure()
    assert total([]).source_accuracy == 1


def test_counts_add_up_field_by_field_and_key_by_key():
    one = Counts(attribution=Measure(1, 1, 2, 3), match=MatchCounts(pairs=1, agreement=0.5))
    other = Counts(attribution=Measure(2, 2, 2, 2), match=MatchCounts(pairs=2, agreement=0.25))
    both = total([one, other])
    assert both.attribution == Measure(3, 3, 4, 5)
    assert (both.match.pairs, both.match.agreement) == (3, 0.75)
