"""Sentences into tokens: offsets, lower-case words and one tag letter each."""

import re
from array import array
from collections.abc import Iterator, Sequence

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Quotation, Tokens
from attribution.text.agreement import settled
from attribution.text.tags import Tagger, tagger

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
    raws: list[str] = TOKEN.findall(text, start, end)
    starts, ends = _places(text, start, raws)
    model = tagger(lexicons)
    read = [model.inside(raw) for raw in raws]
    words = [lower for lower, _ in read]
    tags = [tag for _, tag in read]
    openings = [0]
    if not _QUOTATION_MARKS.isdisjoint(raws):
        openings.extend(_tag_marks(starts, raws, words, tags, quotations))
    # "THE CLERK SAID NO", "Union Leader Says Strike Will Go Ahead": capitals tell nothing.
    if _LOWER_CASE_WORD.search(text, start, end) is None:
        for position, raw in enumerate(raws):
            if raw not in _QUOTATION_MARKS:
                tags[position] = model.letter(raw, words[position], True)
    else:
        for position in openings:
            _tag_opening(position, raws, words, tags, model)
    return Tokens(starts, ends, tuple(words), settled(words, "".join(tags), model))


def _places(text: str, start: int, raws: Sequence[str]) -> "tuple[array[int], array[int]]":
    """Where the tokens that were read from `text[start:]` begin and end: no token begins with what is left out."""
    starts, ends = array("I"), array("I")
    for raw in raws:
        start = text.index(raw, start)
        starts.append(start)
        start += len(raw)
        ends.append(start)
    return starts, ends


def _tag_marks(
    starts: Sequence[int],
    raws: Sequence[str],
    words: list[str],
    tags: list[str],
    quotations: Sequence[Quotation],
) -> Iterator[int]:
    """Tag the quotation marks; the positions behind those that open are where the next word opens a sentence."""
    opening = {quotation.span.start for quotation in quotations}
    closing = {quotation.span.end for quotation in quotations if quotation.closed}
    for position, raw in enumerate(raws):
        if raw not in _QUOTATION_MARKS:
            continue
        words[position] = raw
        begin = starts[position]
        if begin in opening:
            tags[position] = "<"
            yield position + 1
        elif begin + len(raw) in closing:
            tags[position] = ">"
        else:
            possessive = raw in "'’" and position > 0 and words[position - 1].endswith("s")
            tags[position] = "'" if possessive else "o"


def _tag_opening(position: int, raws: Sequence[str], words: Sequence[str], tags: list[str], model: Tagger) -> None:
    """Tag the first word from `position` on as one whose capital means little, behind brackets and marks.

    Behind another mark that opens, another call of its own tags it.
    """
    for index in range(position, len(raws)):
        if tags[index] == "<":
            return
        if raws[index] not in _QUOTATION_MARKS:
            tags[index] = model.letter(raws[index], words[index], True)
            if tags[index] != "(":
                return
