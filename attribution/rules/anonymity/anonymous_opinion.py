"""An unnamed source gives an opinion.

What it does
------------
Flags an attribution to an unnamed source whose content is the source's own belief, hope, fear, judgement or
forecast rather than a fact it knows. What the source says that someone else believes, and what officials of a side
say their side intends, is left alone.

Why it matters
--------------
Anonymity is for information that could not be had otherwise. An opinion without a name costs its holder nothing and
cannot be weighed; it is also the easiest way to plant spin.

When to switch it off
---------------------
In analysis of opinion inside closed circles (a party, a court, a club), if the desk has agreed that the mood itself
is the news.
"""

import re
from collections.abc import Iterator

from attribution.model.attribution import Attribution, CueClass, Stance
from attribution.model.finding import Severity
from attribution.model.source import Proximity, SourceStatus
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.judging import judgement
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant, unnamed

_OPINION = (Stance.BELIEF, Stance.BELIEF_MODAL)
_OTHERS = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.INSTITUTION)
_ASKING = ("ask", "wonder")

_BREAK = re.compile(r"(?:;|\s[—–-]{1,2}|—)\s{0,2}")


@rule(
    code="ANON104",
    name="anonymous-opinion",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="An unnamed source gives an opinion or a forecast, not a fact: {source}.",
    policies=("AP-3", "WP", "BBG", "NPR"),
    examples=[
        flagged("One diplomat told Reuters [[that he believed the plan was never serious]]."),
        flagged("Two aides to the governor said [[they feared the bill might collapse by spring]]."),
        flagged("[[“It was a disaster from the start,”]] one diplomat said."),
        clean("One diplomat told Reuters that the plan was dropped on Monday."),
        clean("Anna Lindqvist, the governor's chief of staff, said she feared the bill might collapse by spring."),
        clean("Turkish officials have said that they intend to reopen the strait."),
    ],
)
def anonymous_opinion(reading: Reading, options: object) -> Iterator[Hit]:
    for attribution in reading.audited:
        if attribution.cue.cls is not CueClass.SPEECH or not attribution.content or not unnamed(reading, attribution):
            continue
        source = reading.source(attribution)
        if reading.mention(attribution).proximity is Proximity.PUBLIC or source is None:
            continue
        if attribution.cue.lemma in _ASKING or not informant(reading, source) or _of_others(reading, attribution):
            continue
        judged = judgement(reading, attribution)
        if judged is None and attribution.stance not in _OPINION:
            continue
        opinion = _opinion(reading, attribution, judged) if judged is not None else attribution.content[0]
        mention = reading.mention(attribution)
        related = (mention.span,) if mention.span else ()
        yield Hit(opinion, source, attribution, related)


def _of_others(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source passes on what somebody with a name said or thinks: "the mayor said it could fail, two aides
    recounted". What others think is a fact that the source knows."""
    return any(
        reading.mention(inner).status in _OTHERS and any(piece.covers(inner.cue.span) for piece in attribution.content)
        for inner in reading.children(attribution)
    )


def _opinion(reading: Reading, attribution: Attribution, judged: Span) -> Span:
    """The part of the content that holds the judgement: its sentence, or what follows a semicolon or a dash in it."""
    piece = next((piece for piece in attribution.content if piece.covers(judged)), judged)
    sentence = reading.sentence_at(judged.start)
    start = max(piece.start, sentence.span.start) if sentence is not None else piece.start
    end = max(judged.end, min(piece.end, sentence.span.end)) if sentence is not None else piece.end
    breaks = [found.end() for found in _BREAK.finditer(reading.text, start, judged.start)]
    return Span(breaks[-1] if breaks else start, end)
