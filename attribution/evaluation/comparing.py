"""One article compared: the gold and the predicted attributions as tokens, and which belongs to which."""

from collections.abc import Iterable
from functools import cached_property

from attrs import evolve, frozen

from attribution.evaluation.labelled import GoldArticle, Labelled
from attribution.evaluation.pairing import Pairs, Row, pair_attributions, pair_relations
from attribution.evaluation.scope import Scope, content_kind, reports_words
from attribution.evaluation.tokens import TokenizedText, Tokens


@frozen
class Yardstick:
    """How to measure: which attributions have to be found, and whether punctuation counts in spans."""

    scope: Scope = Scope.ALL
    ignore_punctuation: bool = False


@frozen(eq=False, slots=False)
class Comparison:
    """The attributions of an article on both sides that count, and their pairs.

    `left_out` are the tokens that count on neither side.
    """

    article: GoldArticle
    text: TokenizedText
    gold: tuple[Row, ...]
    predicted: tuple[Row, ...]
    left_out: Tokens

    @cached_property
    def pairs(self) -> Pairs:
        """Who belongs to whom by the cue."""
        return pair_attributions(self.gold, self.predicted)

    @cached_property
    def relations(self) -> Pairs:
        """Who belongs to whom in every part."""
        return pair_relations(self.gold, self.predicted)


def compare(article: GoldArticle, predicted: Iterable[Labelled], yardstick: Yardstick) -> Comparison:
    """The comparison of an article's gold attributions with `predicted` ones, as `yardstick` asks for it."""
    text = TokenizedText.of(article.text)
    left_out = text.within(article.ignore)
    if yardstick.ignore_punctuation:
        left_out |= text.punctuation
    gold, found = (_rows(each, text, left_out) for each in (article.attributions, predicted))
    comparison = Comparison(article, text, gold, found, left_out)
    return _within_scope(comparison) if yardstick.scope is Scope.REPORTED else comparison


def _rows(attributions: Iterable[Labelled], text: TokenizedText, left_out: Tokens) -> tuple[Row, ...]:
    """Those of the attributions that have a token left."""
    rows = (
        Row(
            labelled=labelled,
            kind=content_kind(labelled.content, text.text),
            source=text.within(labelled.source) - left_out,
            cue=text.within(labelled.cue) - left_out,
            content=text.within(labelled.content) - left_out,
        )
        for labelled in attributions
    )
    return tuple(row for row in rows if row.tokens)


def _within_scope(comparison: Comparison) -> Comparison:
    """The comparison without gold attributions that report no words, and without predictions that are excused.

    A prediction is excused when it belongs to a gold attribution that was left out, or to none and reports no words.
    """
    words = comparison.text.words
    asked = [reports_words(row.kind, row.cue, words) for row in comparison.gold]
    partners = {predicted: gold for gold, predicted in comparison.pairs}
    counts = [
        asked[partners[index]] if index in partners else reports_words(row.kind, row.cue, words)
        for index, row in enumerate(comparison.predicted)
    ]
    return evolve(
        comparison,
        gold=tuple(row for row, kept in zip(comparison.gold, asked, strict=True) if kept),
        predicted=tuple(row for row, kept in zip(comparison.predicted, counts, strict=True) if kept),
    )
