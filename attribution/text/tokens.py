"""Sentences into tokens: offsets, lower-case words and one tag letter each."""

import re
from array import array
from collections.abc import Sequence

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Quotation, Tokens
from attribution.text.tags import plain, settle, tagger

_PART = r"[^\W_][\w\u0300-\u036f\u00ad]*"
TOKEN = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}(?:-[^\W_]+)*                 # U.S., a.m., D.C.-based
    | \d{{1,2}}[:.]\d\d(?:[ap]m\b)?(?!\d)              # 8:30, 9.05am
    | [A-Za-z]{{1,8}}(?=n['’\u2032]t\b)                # did|n't
    | n['’\u2032]t\b
    | [^\W\d_]{{1,12}}\.(?=\s+\S)                    # Sen. Smith: a stop inside a sentence is an abbreviation's
    | {_PART}(?:(?:[-‐‑&.@]|['’](?=[^\W\d_a-z])){_PART})*  # words, hyphenated words, O'Brien, 3.5
      (?:,\d{{3}})*(?:\.(?=[,;:]|\)[,;:]|\)\s+[a-z]))?  # 60,000; R-S.C., (R-Wis.)
    | ['’](?:s|re|ve|ll|d|m)\b
    | ''|``|\.\.\.|--+
    | [^\s*\u00ad\u200b-\u200f\u2060\ufeff]         # any other sign, save those without width and a star of Markdown
    """,
    re.VERBOSE,
)

# A word that a headline in capitals, or with capitals on its words, does not have.
_LOWER_CASE_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-Z]{4,}|(?<![^\W_])(?:an?|the|said|he|she|we|it|is|was|has)\b")

_QUOTATION_MARKS = frozenset("\"“”«»„‟‘’'") | {"''", "``"}


def tokenize(text: str, start: int, end: int, quotations: Sequence[Quotation], lexicons: Lexicons) -> Tokens:
    """The tokens of the sentence `text[start:end]`; `quotations` are those that reach into it.

    A quotation mark is tagged by the quotation that it opens or closes, never by its shape.
    """
    model = tagger(lexicons)
    opening = {quotation.span.start for quotation in quotations}
    closing = {quotation.span.end for quotation in quotations if quotation.closed}
    starts, ends = array("I"), array("I")
    words: list[str] = []
    tags: list[str] = []
    inside = model.inside
    # "THE CLERK SAID NO", "Union Leader Says Strike Will Go Ahead": capitals tell nothing.
    shouted = _LOWER_CASE_WORD.search(text, start, end) is None
    first = True  # whether the next word opens a sentence, so that its capital means little
    for match in TOKEN.finditer(text, start, end):
        raw = match.group()
        begin, stop = match.span()
        if raw in _QUOTATION_MARKS:
            lower = raw
            if begin in opening:
                tag, first = "<", True
            elif stop in closing:
                tag = ">"
            else:
                tag = "'" if raw in "'’" and words and words[-1].endswith("s") else "o"
        elif first:
            lower = plain(raw)
            tag = model.letter(raw, lower, True)
            first = shouted or tag == "("
        else:
            lower, tag = inside(raw)
        starts.append(begin)
        ends.append(stop)
        words.append(lower)
        tags.append(tag)
    return Tokens(starts, ends, tuple(words), settle("".join(tags)))
