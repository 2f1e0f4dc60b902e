"""Figures whose wording shows that nobody is asked who says so: met before, decided, paid or for all to see."""

import re
from functools import partial

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Figure, FigureKind
from attribution.scoring.wording import wording

HALL = 1000
"""So many people a reporter can count, and so many premises anybody: "a crowd of 800", "on 140 stations nationwide"."""

MILLIONS = 1_000_000
"""An exact count up to here was read off a list, a ballot or a gate: "52,000 pages"; more is somebody's estimate."""

_NEXT = 60
"""So far behind its count, in characters, stands what is counted."""

FEWEST = 4
"""A sentence of fewer words beside its figure is a line of a table: "Undecided 9%"."""

_COUNTS = (FigureKind.STATISTIC, FigureKind.POPULATION)


def plain_to_see(figure: Figure, before: str, after: str, lexicons: Lexicons) -> bool:
    """Whether the words of its sentence `before` and `after` a figure tell that it needs no source.

    >>> from attribution.lexicons.loading import load
    >>> from attribution.model.span import Span
    >>> figure = Figure(Span(4, 15), FigureKind.MONEY, 335_000.0)
    >>> plain_to_see(figure, "The ", " are gone.", load())
    True
    >>> plain_to_see(figure, "Thieves took ", " in May.", load())
    False
    """
    sentence = f"{before} {after}"
    if (not figure.approximate and _GIVEN.search(before)) or _CODE.search(before) or _NOTED.match(after):
        return True
    if _EXAMPLE.search(sentence) or len(sentence.split()) < FEWEST:
        return True
    markers = partial(wording, lexicons, "claim_markers")
    if figure.kind in _COUNTS:
        few = figure.value is not None and figure.value < HALL
        seen = few and (markers("crowd").search(sentence) or markers("premises").search(after[:_NEXT]))
        return _counted(figure, before, after) or bool(seen)
    if figure.kind is FigureKind.PERCENTAGE:
        elected = _WON.search(before) or _VOTED.match(after)
        return elected is not None or markers("beaten", "published-rates").search(sentence) is not None
    if figure.kind is FigureKind.CASUALTIES:
        return _TOLD_BEFORE.search(before) is not None or _REMEMBERED.search(sentence) is not None
    if figure.kind is FigureKind.MONEY:
        named = after.startswith("-a-") or (_NAMED_AFTER.search(before) is not None and _THING.match(after) is not None)
        return named or markers("settled-sums").search(sentence) is not None
    return False


def _counted(figure: Figure, before: str, after: str) -> bool:
    if not figure.approximate and figure.value is not None and figure.value < MILLIONS:
        return True
    shown = _SHOWN.match(after) or _LIVING.search(before) or _VOTED.match(after)
    return shown is not None or figure.unit == "degrees"


# The reader has met it: "the 335 accounts", "a jump from the $12 million of the spring", "the richest 1 percent",
# or it stands in every almanac: "leader of the world's 80 million Lutherans".
_GIVEN = re.compile(
    r"(?<!\bof )(?<!\w)(?:the|those|these|(?:city|country|nation|state|world)['’]s)\s"
    r"(?:(?:other|remaining|same|previous|usual|last|top|bottom|\w{2,12}est)\s)?$",
    re.IGNORECASE,
)

# A style sheet or a post's frame that slipped into the text: "width:100%", "<tweet …".
_CODE = re.compile(r"[\w-]:$|<tweet\b")

# A sum worked out for the reader: "for every $10,000 you borrow".
_EXAMPLE = re.compile(r"\b(?:you|your)\b")

# A counter under a film or a page shows it: "2 million views", "40,000 followers".
_SHOWN = re.compile(
    r"\stimes\b|(?:-plus)?\s(?:\w{1,20}\s)?(?:views|followers|likes|retweets|hits|subscribers|downloads|comments)\b"
)

# The census counts them: "a hilly city of 13,000 residents", "with a population of 48,000".
_LIVING = re.compile(
    r"\b(?:city|town|village|county|suburb|borough|island|country|community|population) of (?:\w{4,7} )?$",
    re.IGNORECASE,
)

# "(at one point 19 percent, Ortega says)".
_NOTED = re.compile(r"[^().]{0,60}\b(?:says|said)\)")

# Shares of a vote: "she won just 3 percent", "ahead by 35 to 12 percent", "nearly 10 percent of them voted for Brandt".
_WON = re.compile(
    r"\b(?:won|wins|winning|beat|finished)\s(?:[\w'’-]{1,20}\s){0,4}$|\s\d{1,2}(?:\.\d)?(?:\s?%|\spercent)? to $",
    re.IGNORECASE,
)
_VOTED = re.compile(r" to \d|(?:\s[\w-]{1,20}){0,4}\s(?:vot(?:ed|ing) (?:for|against|in favou?r)|caucused)\b")

# A sum that names a thing: "a $235 million stimulus grant", "his $25 billion plan", but not "a $4 million loss".
_NAMED_AFTER = re.compile(r"(?<!\w)(?:an?|another|its|his|her|their|this)\s(?:[\w-]{2,20}\s){0,2}$", re.IGNORECASE)
_THING = re.compile(
    r"(?!(?:\s[\w-]{1,20}){0,3}\s(?:loss(?:es)?|deficit|shortfall|gap|hole|debts?|damage|profit|surplus|increase|drop|cut)\b)"
    r"\s(?!(?:in|of|for|to|from|by|at|on|and|or|a|per|more|less|last|this|each|every)\b)[a-z]"
)

# A toll in passing, of a crime the reader knows: "the man who killed 13 people", "after the murder of 20 pupils".
_TOLD_BEFORE = re.compile(
    r"\bwho (?:\w{2,12} )?(?:killed|shot|murdered|wounded|injured) $"
    r"|\bafter the (?:murders?|killings?|deaths?|shooting) of $",
    re.IGNORECASE,
)

# A toll that goes by its date: "one of 26 people killed in the 2012 shooting", "the March 4 attack that left 12 dead".
_REMEMBERED = re.compile(
    r"\b(?:(?:19|20)\d\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}) (?:\w{3,12} )?"
    r"(?:shootings?|attacks?|bombings?|stabbings?|massacre|crash|collapse|explosion|fire|flood|earthquake|hurricane)\b"
)
