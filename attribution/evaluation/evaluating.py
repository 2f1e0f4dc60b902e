"""Measures for a whole set of articles."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from attribution.evaluation.comparing import Comparison, Yardstick, compare
from attribution.evaluation.counting import count
from attribution.evaluation.labelled import GoldArticle, Prediction
from attribution.evaluation.measures import Counts, total


@frozen(eq=False)
class Evaluation:
    """The comparisons of all articles, by name, the counts of each, and what they add up to.

    `missing` names articles for which there is no prediction.
    """

    comparisons: tuple[Comparison, ...]
    articles: tuple[Counts, ...]
    counts: Counts
    missing: tuple[str, ...]


def evaluate(
    articles: Sequence[GoldArticle], predictions: Iterable[Prediction], yardstick: Yardstick | None = None
) -> Evaluation:
    """The measures of `predictions` against `articles`; an article that nobody predicted counts as found empty.

    >>> from attribution.evaluation.labelled import Labelled
    >>> from attribution.model.span import Span
    >>> said = Labelled(cue=(Span(4, 8),))
    >>> evaluate([GoldArticle("a", "She said no.", (said,))], [Prediction("a", (said,))]).counts.attribution.f1
    1.0
    """
    found = {prediction.name: prediction.attributions for prediction in predictions}
    comparisons = tuple(
        compare(article, found.get(article.name, ()), yardstick or Yardstick())
        for article in sorted(articles, key=lambda article: article.name)
    )
    counted = tuple(count(comparison) for comparison in comparisons)
    missing = tuple(sorted({article.name for article in articles} - found.keys()))
    return Evaluation(comparisons, counted, total(counted), missing)
