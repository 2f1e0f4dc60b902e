"""Figures that need no source of their own: what a poll found, the results of a vote, what a law or a plan provides."""

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Figure, FigureKind
from attribution.scoring.wording import wording

FEW = 100
"""So many of a thing can be counted by anyone who cares: "the firm runs 14 hotels"."""

_SHARES = (FigureKind.PERCENTAGE, FigureKind.STATISTIC)
_COUNTS = (FigureKind.STATISTIC, FigureKind.POPULATION)


def of_common_record(figure: Figure, sentence: str, before: str, lexicons: Lexicons) -> bool:
    """Whether nobody asks who says so: a count below `FEW`, a poll's shares, a result, what a law or a plan provides.

    `before` is what stands between the start of the paragraph before and the sentence: a poll goes on for paragraphs
    ("Ortega follows with 16 percent").

    >>> from attribution.lexicons.loading import load
    >>> from attribution.model.span import Span
    >>> figure = Figure(Span(10, 12), FigureKind.STATISTIC, 14.0)
    >>> of_common_record(figure, "The firm runs 14 hotels.", "", load())
    True
    """
    counted = figure.kind in _COUNTS
    if counted and figure.value is not None and figure.value < FEW and not figure.approximate:
        return True
    if wording(lexicons, "claim_markers", "poll", "own-count").search(sentence):
        return True
    paragraph = before[before.rfind("\n") + 1 :]
    if wording(lexicons, "claim_markers", "counted-by").search(paragraph + sentence):
        return True
    record = "results" if counted else "provisions"
    if wording(lexicons, "claim_markers", record).search(sentence):
        return True
    return figure.kind in _SHARES and wording(lexicons, "claim_markers", "poll").search(before) is not None
