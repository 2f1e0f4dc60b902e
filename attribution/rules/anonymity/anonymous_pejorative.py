"""An unnamed source runs somebody down.

What it does
------------
Flags an unnamed source's words when they insult: "a bully", "a liar", "was clueless". Only what is said of somebody
else counts; what the source denies, says of itself, or only describes as an act is left alone. With `quote_only`, the
insult must stand in quotation marks.

Why it matters
--------------
The person attacked cannot answer an accuser without a name, and the attacker risks nothing. No standards guide allows
it but in the rarest case; the fact behind the insult, with a reply, can nearly always be had instead.

When to switch it off
---------------------
Where an editor has cleared a whistleblower's words; suppress that finding rather than the rule.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import needed_words, trie_pattern
from attribution.lexicons.word_places import Wording
from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import Source
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, unnamed

_NOT_OF_ANOTHER = re.compile(
    r"(?:\b(?:not|never|no|nor|without|nobody|hardly|if|whether|I|we)\b|n['’]t\b|\b(?:I|we)['’](?:m|re)\b)[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:an?|one|two|three|another|some|several)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\w-]{2,30}\s?$")
_LOOK_BACK = 40
_ELSEWHERE = "about|at|by|for|from|in|into|of|on|over|through|to|under|with"
"""Behind these words something else is described: "was involved in a nasty lawsuit"."""


@frozen
class Options:
    """`quote_only`: whether the insult must be quoted word for word."""

    quote_only: bool = False


@rule(
    code="ANON105",
    name="anonymous-pejorative",
    severity=Severity.ERROR,
    scope=Scope.ATTRIBUTION,
    message="An unnamed source attacks somebody: {source}.",
    policies=("GDN", "NPR", "BBG", "WSJ", "RTR-C"),
    options=Options,
    examples=[
        flagged("[[“He is a bully,”]] said one former aide."),
        flagged("One former trader said [[that the chairman was corrupt and clueless]]."),
        clean("“He is a bully,” said Ana Duarte, who was his chief of staff."),
        clean("One former aide said that he shouted at staff and threw a chair."),
        clean("“He is not a bully,” said one former aide."),
        clean("One former aide said that he was involved in a nasty divorce."),
        clean("One former aide said the office was weak on numbers."),
        clean("“The report is corrupt,” one former aide said."),
        clean("“I was a fool to sign it,” one former aide said."),
    ],
)
def anonymous_pejorative(reading: Reading, options: Options) -> Iterator[Hit]:
    for attribution in reading.analysis.attributions:
        source = reading.source(attribution)
        if attribution.depth > 0 or source is None or not unnamed(reading, attribution):
            continue
        if not _new_to_the_reader(reading, attribution, source):
            continue
        insult = _insult(reading, attribution)
        if insult is None or (options.quote_only and not reading.quoted(insult)):
            continue
        pieces = [piece for piece in attribution.content if piece.covers(insult)]
        yield Hit(pieces[0], source, attribution, related=(insult,))


def _new_to_the_reader(reading: Reading, attribution: Attribution, source: Source) -> bool:
    """Whether the source informs the reporter, or is brought in as somebody new ("the senator" may have a name)."""
    span = reading.mention(attribution).span
    if span is None:
        return False
    return informant(reading, source) or _NEW.match(reading.text, span.start, span.end) is not None


def _insult(reading: Reading, attribution: Attribution) -> Span | None:
    """The words that insult somebody else, if the content has any."""
    for piece in attribution.content:
        for found in _pattern(reading.lexicons).finditer(reading.text, piece.start, piece.end):
            before = reading.text[max(piece.start, found.start() - _LOOK_BACK) : found.end()]
            if not _NOT_OF_ANOTHER.search(before) and not _of_a_paper(reading, Span(piece.start, found.start())):
                return Span(*found.span())
    if reading.pattern("pejoratives", "calling").fullmatch(attribution.cue.span.of(reading.text)):
        insults = reading.pattern("pejoratives", "insults", "slurs")
        named = (insults.search(reading.text, piece.start, piece.end) for piece in attribution.content)
        return next((Span(*found.span()) for found in named if found), None)
    return None


def _of_a_paper(reading: Reading, before: Span) -> bool:
    """Whether what is described is a report, a law or a lawsuit rather than a person: "the report is corrupt"."""
    subject = _LAST_WORD.search(reading.text[max(before.start, before.end - _LOOK_BACK) : before.end])
    papers = reading.phrases("objects", "publications", "laws", "filings")
    return subject is not None and subject.group().strip().lower() in papers


@lru_cache(maxsize=8)
def _pattern(lexicons: Lexicons) -> Wording:
    """A copula or "as", up to three words, and an insult: "is a complete fraud", "was “clueless”"."""
    insults = lexicons.lexicon("pejoratives").phrases("insults", "slurs")
    copula = trie_pattern(sorted({*lexicons.lexicon("opinions").phrases("copulas"), "as"}))
    insult = trie_pattern(sorted(insults))
    return Wording.of(
        rf"(?<!\w)(?:{copula})(?:\s{{1,3}}(?!(?:{_ELSEWHERE})\b)[“\"‘']?[\w'’-]{{1,30}},?){{0,3}}\s{{1,3}}[“\"‘']?(?:{insult})(?!\w)"
        r"(?!\s(?:on|in|spot|at)\b)",
        re.IGNORECASE,
        needed=needed_words(insults),
    )
