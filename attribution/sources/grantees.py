"""To whom terms of anonymity were granted: the source that the words around them are about."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.document import Document
from attribution.model.source import AnonymityTerms, Mention, SourceStatus
from attribution.model.span import Span
from attribution.sources.terms import Terms

_PRONOUNS = re.compile(
    r"(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ll]ike \w{1,12})\s{1,4})?"
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Nn]either|[Aa]ll|[Ee]ach|[Nn]one|(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s(?P<head>[\w-]{2,20}))(?!\w)"
)
_PAIR = re.compile(r"(?:[Bb]oth|[Nn]either|[Ee]ach|[Nn]or)(?!\w)")
_PREPOSED = re.compile(r"(?:[\s“\"]{0,3}(?:[Bb]ut|[Aa]nd|[Ss]till|[Aa]lso)?,?\s{0,3})?")
_WORD = re.compile(r"[^\W\d_][\w’'-]{1,30}")
# How far back, in paragraphs, a pronoun in the terms may look for its source.
_BACK = 3
# How far from the terms their source may stand in a sentence; keeps the cost of a hostile one linear.
FAR = 600
# Words that a source and the object of "did not name …" may share without being the same.
_EMPTY = frozenset(["the", "a", "an", "of", "in", "at", "who", "name", "identity", "not", "did", "doe", "thi", "that"])
_PRONOUN_WORDS = frozenset(["him", "her", "them", "hi", "their", "either", "any", "those", "these"])
_UNNAMED = frozenset(
    {
        SourceStatus.ROLE_UNNAMED,
        SourceStatus.VAGUE_UNNAMED,
        SourceStatus.COLLECTIVE,
        SourceStatus.COLLECTIVE_VAGUE,
    }
)


@frozen
class Candidate:
    """A mention that may be whom terms are granted to."""

    span: Span
    source: str
    status: SourceStatus
    people: int | None
    paragraph: int


@frozen(eq=False)
class Candidates:
    """Mentions that may be granted terms, by position.

    `starts` are their starts, for searching; `cues` are pairs of where a cue starts and where its source does.
    """

    mentions: tuple[Candidate, ...]
    starts: tuple[int, ...]
    cues: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> tuple[Candidate, ...]:
        """Those that start in `[start, end)`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def cue_after(self, terms: Terms, start: int, end: int) -> int:
        """Where the cue of a source that stands before the terms begins in `[start, end)`; `end` when none does."""
        for cue, source in self.cues[bisect_left(self.cues, (start, 0)) :]:
            if cue >= end:
                break
            if source <= terms.span.start:
                return cue
        return end

    def before(self, position: int, most: int = 12) -> tuple[Candidate, ...]:
        """The last ones that start before `position`, nearest first."""
        stop = bisect_left(self.starts, position)
        return tuple(reversed(self.mentions[max(0, stop - most) : stop]))


def candidates(
    document: Document, attributions: Sequence[Attribution], mentions: Sequence[Mention], terms: Sequence[Terms]
) -> Candidates:
    """Every mention of a person, save in an attribution that is the terms themselves ("she asked not to be named")."""
    found: list[Candidate] = []
    starts = [each.span.start for each in terms]
    for mention in mentions:
        attribution = attributions[mention.attribution]
        if mention.span is None or mention.source is None or not attribution.audited:
            continue
        following = bisect_left(starts, attribution.cue.span.end)
        if any(each.span.overlaps(attribution.cue.span) for each in terms[max(0, following - 1) : following]):
            continue
        paragraph = document.paragraph_at(mention.span.start)
        people = mention.number.most if mention.number and mention.number.least == mention.number.most else None
        number = paragraph.index if paragraph else 0
        found.append(Candidate(mention.span, mention.source, mention.status, people, number))
    found.sort(key=lambda candidate: candidate.span)
    cues = sorted(
        (attribution.cue.span.start, attribution.source.start)
        for attribution in attributions
        if attribution.source is not None
        and attribution.audited
        and attribution.parent is None
        # "on condition of anonymity to discuss …" is a reason, whatever it is besides.
        and not document.text.startswith("to ", attribution.cue.span.start)
    )
    return Candidates(tuple(found), tuple(candidate.span.start for candidate in found), tuple(cues))


def grantees(document: Document, terms: Terms, known: Candidates) -> tuple[str, ...]:
    """The ids of the sources that `terms` are about: one, or two for "neither" and "both"; none when not told."""
    text = document.text
    paragraph = document.paragraph_at(terms.span.start)
    number = paragraph.index if paragraph else 0
    allowed = [c for c in known.before(terms.span.start) if number - c.paragraph <= _BACK and _fits(c, terms)]
    if terms.part == "outlet":
        return _by_object(text, terms, allowed)
    start, end = max(terms.sentence.start, terms.span.start - FAR), min(terms.sentence.end, terms.span.end + FAR)
    here = [c for c in known.between(start, end) if _fits(c, terms)]
    if _PAIR.match(text, _clause_start(text, terms)):
        return _pair(allowed)
    covering = [c for c in here if c.span.covers(terms.span) or terms.span.covers(c.span)]
    preceding = [c for c in here if c.span.start < terms.span.start]
    following = [c for c in here if c.span.start >= terms.span.end]
    if covering:
        return (covering[-1].source,)
    if following and (not preceding or _preposed(text, terms)):
        return (following[0].source,)
    if preceding:
        return (preceding[-1].source,)
    if following:
        return (following[0].source,)
    return _antecedent(document, terms, allowed, known)


def _fits(candidate: Candidate, terms: Terms) -> bool:
    """Whether such a source can be under such terms: named people only where part of a name is told."""
    if candidate.status in _UNNAMED:
        return True
    person = candidate.status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)
    return person and terms.terms is AnonymityTerms.PARTIAL_NAME


def _clause_start(text: str, terms: Terms) -> int:
    """Where the words of the terms begin, or the sentence when only its subject stands before them."""
    start = terms.sentence.start
    return start if terms.span.start - start <= 60 and text.find(",", start, terms.span.start) < 0 else terms.span.start


def _preposed(text: str, terms: Terms) -> bool:
    """Whether the terms open their sentence: "Speaking on condition of anonymity, two aides said …"."""
    opened = _PREPOSED.match(text, terms.sentence.start, terms.span.start)
    return opened is not None and opened.end() == terms.span.start


def _pair(allowed: Sequence[Candidate]) -> tuple[str, ...]:
    """Whom "both" and "neither" mean: a source of two people, else the last two sources of one."""
    pair = next((candidate for candidate in allowed if candidate.people == 2), None)
    if pair is not None:
        return (pair.source,)
    sources: list[str] = []
    for candidate in allowed:
        if candidate.source not in sources:
            sources.append(candidate.source)
    return tuple(reversed(sources[:2]))


def _by_object(text: str, terms: Terms, allowed: Sequence[Candidate]) -> tuple[str, ...]:
    """Whom an outlet does not name: the last source that shares a word with the object, the last one for a pronoun."""
    words = {word.lower().rstrip("s") for word in _WORD.findall(terms.span.of(text))}
    for candidate in allowed:
        own = {word.lower().rstrip("s") for word in _WORD.findall(candidate.span.of(text))}
        if words & own - _EMPTY:
            return (candidate.source,)
    if words & _PRONOUN_WORDS:
        return tuple(candidate.source for candidate in allowed[:1])
    return ()


def _antecedent(document: Document, terms: Terms, allowed: Sequence[Candidate], known: Candidates) -> tuple[str, ...]:
    """Whom "he", "the official" and the like mean in a sentence of its own."""
    text = document.text
    subject = _PRONOUNS.match(text, terms.sentence.start, terms.sentence.end)
    if subject is not None and subject["head"]:
        head = subject["head"].lower().rstrip("s")
        same = [c for c in allowed if head in c.span.of(text).lower()]
        if same:
            return (same[0].source,)
        general = head in ("source", "person", "people", "latter", "pair")
        return tuple(c.source for c in allowed[:1]) if general or terms.alone else ()
    if subject is not None or _preposed(text, terms) or terms.alone:
        if allowed:
            return (allowed[0].source,)
        after = [c for c in known.between(terms.sentence.end, terms.sentence.end + 400) if _fits(c, terms)]
        return (after[0].source,) if after else ()
    return ()
