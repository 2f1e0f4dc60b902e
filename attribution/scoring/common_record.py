"""Figures that need no source of their own: what a poll found, the results of a vote, what a law or a plan provides."""

import re
from functools import partial

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Figure, FigureKind
from attribution.model.span import Span
from attribution.scoring.public_figures import plain_to_see
from attribution.scoring.wording import wording

FEW = 100
"""So many of a thing can be counted by anyone who cares: "the firm runs 14 hotels"."""

DOZENS = 30
"""Up to here a rough count is as easily checked as an exact one: "more than a dozen others are running"."""

SMALL_CHANGE = 10_000
"""Smaller sums are prices, gifts and pocket money rather than findings: "she left with $100 sewn into her coat"."""

# No sentence of prose is so many characters long on either side of a figure; a list of figures is.
_REACH = 1000

_SHARES = (FigureKind.PERCENTAGE, FigureKind.STATISTIC)
_COUNTS = (FigureKind.STATISTIC, FigureKind.POPULATION)


def of_common_record(figure: Figure, text: str, sentence: Span, above: int, lexicons: Lexicons) -> bool:
    """Whether nobody asks who says so: a count below `FEW`, a poll's shares, a result, what a law or a plan provides.

    `sentence` is the figure's in `text`; what stands before it is looked at from `above` on, since a poll goes on for
    paragraphs ("Ortega follows with 16 percent").

    >>> from attribution.lexicons.loading import load
    >>> from attribution.model.span import Span
    >>> figure = Figure(Span(14, 16), FigureKind.STATISTIC, 14.0)
    >>> of_common_record(figure, "The firm runs 14 hotels.", Span(0, 24), 0, load())
    True
    """
    start, end = max(sentence.start, figure.span.start - _REACH), min(sentence.end, figure.span.end + _REACH)
    if plain_to_see(figure, text[start : figure.span.start], text[figure.span.end : end], lexicons):
        return True
    if _checked_by_anyone(figure, text, Span(start, end), lexicons):
        return True
    markers = partial(wording, lexicons, "claim_markers")
    if markers("poll", "own-count", "self-reported").search(text, start, end):
        return True
    paragraph = max(above, text.rfind("\n", above, sentence.start) + 1)
    if markers("counted-by").search(text, paragraph, end):
        return True
    turnout = _TURNOUT.search(text, paragraph, end) is not None
    counted = figure.kind in _COUNTS or (figure.kind in _SHARES and not turnout)
    if counted and markers("results").search(text, paragraph, end):
        return True
    if figure.kind not in _COUNTS and markers("provisions").search(text, start, end):
        return True
    return figure.kind in _SHARES and not turnout and markers("poll").search(text, above, sentence.start) is not None


def _checked_by_anyone(figure: Figure, text: str, within: Span, lexicons: Lexicons) -> bool:
    """Whether anyone who cares can count or look up the figure: a few of a thing, a price, a quotation, a size."""
    sentence = within.of(text)
    if _LISTED.fullmatch(sentence) or _MEASURED.search(sentence):
        return True
    if figure.kind is FigureKind.CASUALTIES:
        return _YEARS_AGO.search(sentence) is not None
    if figure.kind in _COUNTS:
        few = figure.value is not None and figure.value < (DOZENS if figure.approximate else FEW)
        inhabitants = wording(lexicons, "claim_markers", "inhabitants")
        return (few and not _PART.search(sentence)) or inhabitants.search(text, within.start, within.end) is not None
    if figure.kind is FigureKind.TERRITORY:
        return figure.unit is not None and f"-{figure.unit}" in sentence
    if _QUOTED_PRICE.search(sentence):
        return True
    if figure.kind is FigureKind.MONEY:
        small = figure.value is not None and figure.value < SMALL_CHANGE and not _RATE.search(sentence)
        goals = wording(lexicons, "claim_markers", "prices", "goals")
        return small or goals.search(text, within.start, within.end) is not None
    return False


# Who voted is counted, whatever a poll above said about them.
_TURNOUT = re.compile(r"\b(?:turnout|eligible voters)\b", re.IGNORECASE)

# What a thing sells at by the unit is somebody's finding: "offices there let at $70 per square foot".
_RATE = re.compile(r"[$€£][\d.,]{1,12} per ", re.IGNORECASE)

# A part of a number is a finding: "only about a dozen of the firm's forty engineers work on site".
_PART = re.compile(r"\bdozen of (?:the|its|his|her|their)\b", re.IGNORECASE)

# Nobody disputes an old toll: "he was one of 20 who were killed at the mill three years ago".
_YEARS_AGO = re.compile(r"\b(?:years|decades) ago\b", re.IGNORECASE)

# "The crane weighs more than 100,000 pounds", "little Harrow (8,000 square miles)".
_MEASURED = re.compile(
    r"\bweigh(?:s|ed|ing)?\b|[a-zà-ÿ] \([\d.,]{1,12} (?:square miles|square kilomet(?:er|re)s|acres)\)", re.IGNORECASE
)

# A line of a table: "Rosa Blum: 1,769."
_LISTED = re.compile(r"[^.:!?]{2,60}:\s{0,3}[$€£]?[\d.,]{1,15}(?:\s?%|\spercent)?\.?\s*")

# How a quotation on a market moved: "Nordbank gained 31 cents, or 1.9 percent, to $16.62", "closed down 11 per cent".
_QUOTED_PRICE = re.compile(
    r"\b(?:rose|fell|gained|lost|dropped|climbed|slid|jumped|slipped|plunged|surged|closed|added|advanced|declined)\s"
    r"(?:[$€£]?[\d.,]{1,12}(?:\s(?:cents|points|percent))?,?\s(?:or|to)\s)"
    r"|\b(?:closed|ended|finished|opened|traded|trading)\s(?:down|up)\s",
    re.IGNORECASE,
)
