import pytest

from attribution.evaluation.bootstrap import HEADLINES, intervals
from attribution.evaluation.evaluating import evaluate
from attribution.evaluation.labelled import Prediction
from tests.evaluation.marked_gold import article, attributions

TEXT = "[[source|Ida]] [[cue|said]] [[content|no]]."


@pytest.fixture
def counted():
    """Ten articles: six read rightly, two with a wrong source, two not at all."""
    gold = [article(TEXT, f"{number:02}") for number in range(10)]
    right, wrong = gold[0].attributions, attributions("Ida [[cue|said]] [[content|no]].")
    found = [*[right] * 6, *[wrong] * 2, (), ()]
    predictions = [Prediction(each.name, rows) for each, rows in zip(gold, found, strict=True)]
    return evaluate(gold, predictions)


def test_intervals_hold_the_measure_and_have_a_width(counted):
    found = intervals(counted.articles, 200)
    assert set(found) == set(HEADLINES)
    for name, interval in found.items():
        assert interval.low <= HEADLINES[name](counted.counts) <= interval.high
        assert interval.low < interval.high


def test_the_same_seed_gives_the_same_intervals(counted):
    assert intervals(counted.articles, 50, seed=3) == intervals(counted.articles, 50, seed=3)
    assert intervals(counted.articles, 50, seed=3) != intervals(counted.articles, 50, seed=4)


def test_one_article_has_no_variation(counted):
    (interval, *_) = intervals(counted.articles[:1], 20).values()
    assert (interval.low, interval.high) == (1, 1)


def test_no_samples_and_no_articles_give_no_interval(counted):
    assert intervals(counted.articles, 0) == {}
    assert intervals([], 10) == {}


def test_a_sample_is_measured_as_its_articles_are(counted):
    # With a single sample both ends are that sample, and its figures are those of the articles drawn.
    found = intervals(counted.articles[:6], 1)
    assert {(interval.low, interval.high) for interval in found.values()} == {(1, 1)}
