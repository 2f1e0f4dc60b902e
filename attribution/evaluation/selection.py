"""Which predicted attributions to measure, so that they are of the kinds that the annotators looked for."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from attrs import frozen

from attribution.evaluation.labelled import GoldArticle, Labelled
from attribution.evaluation.scope import content_kind, reports_words
from attribution.evaluation.tokens import TokenizedText
from attribution.model.span import Span


@frozen
class Selection:
    """Whether every class of attribution is measured or only those that are audited, and whether only outermost ones.

    Where a file does not say class or depth, nothing is left out.
    """

    all_classes: bool = True
    top_level: bool = True

    def takes(self, attribution: Labelled) -> bool:
        """Whether this attribution is measured."""
        wanted = self.all_classes or attribution.cls is None or attribution.cls.audited
        return wanted and not (self.top_level and attribution.depth)


def suited(articles: Iterable[GoldArticle]) -> Selection:
    """The selection that suits the gold.

    Every class, unless the gold has none but attributions that quote or report words; outermost attributions only,
    unless the gold has one whose cue stands in the content of another.
    """
    all_classes = nested = False
    for article in articles:
        all_classes = all_classes or _has_other_classes(article)
        nested = nested or _has_nested(article)
    return Selection(all_classes=all_classes, top_level=not nested)


def _has_other_classes(article: GoldArticle) -> bool:
    text = TokenizedText.of(article.text)
    return not all(
        reports_words(content_kind(each.content, article.text), text.within(each.cue), text.words)
        for each in article.attributions
    )


def _has_nested(article: GoldArticle) -> bool:
    """Whether a cue lies in another attribution's content; found by going through all spans once, in order."""
    spans = sorted(_events(article.attributions), key=lambda each: (each[0].start, each[1]))
    reach = accumulate(((span.end if not is_cue else 0, owner) for span, is_cue, owner in spans), max)
    return any(
        is_cue and end >= span.end and holder != owner
        for (span, is_cue, owner), (end, holder) in zip(spans, reach, strict=True)
    )


def _events(attributions: Iterable[Labelled]) -> Iterator[tuple[Span, bool, int]]:
    """The pieces of contents and cues, whether it is a cue, and of which attribution."""
    for owner, attribution in enumerate(attributions):
        yield from ((span, False, owner) for span in attribution.content)
        yield from ((span, True, owner) for span in attribution.cue)
