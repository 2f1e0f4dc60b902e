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
# So many people are meant, none of them named here: "The two spoke on condition that …".
_PAIR = re.compile(r"(?:[Bb]oth|[Nn]either|[Ee]ach|[Nn]or|[Tt]he (?:two|pair|couple))(?!\w)")
_MORE = re.compile(r"(?:[Aa]ll|[Nn]one of the|[Tt]he) (?P<number>three|four|five|six|trio|quartet)(?!\w)")
_NUMBERS = {"three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}
# "said on background", "confirmed off the record that": the cue tells as well, and its source is whom terms are for.
_TELLING = frozenset(["say", "tell", "add", "confirm", "admit", "concede"])
_DOER = re.compile(r"(?<!\w)(?:he|she|they)\s{1,4}$")  # "Under army rules he | could give no surname"
_PREPOSED = re.compile(r"(?:[\s“\"]{0,3}(?:[Bb]ut|[Aa]nd|[Ss]till|[Aa]lso)?,?\s{0,3})?")
_WORD = re.compile(r"[^\W\d_][\w’'-]{1,30}")
# How far back, in paragraphs, a pronoun in the terms may look for its source.
_BACK = 3
# How far from the terms their source may stand in a sentence; keeps the cost of a hostile one linear.
FAR = 600
_AHEAD = 400  # how far behind the terms a source may first speak
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
        if attribution.cue.lemma not in _TELLING and any(
            each.span.overlaps(attribution.cue.span) for each in terms[max(0, following - 1) : following]
        ):
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
        ahead = known.between(terms.sentence.end, terms.sentence.end + _AHEAD)
        return _by_object(text, terms, [*allowed, *(c for c in ahead if _fits(c, terms))])
    start, end = max(terms.sentence.start, terms.span.start - FAR), min(terms.sentence.end, terms.span.end + FAR)
    here = [c for c in known.between(start, end) if _fits(c, terms)]
    if _PAIR.match(text, _clause_start(text, terms)):
        return _together(allowed, 2) or _following(terms, known)
    more = _MORE.match(text, _clause_start(text, terms))
    if more is not None and not here:
        return _together(allowed, _NUMBERS[more["number"]])
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


def before(known: Candidates, terms: Terms, source: str) -> tuple[str, ...]:
    """The unnamed source that spoke last before `source`, in the paragraph of the terms or the one above."""
    mine = next((c for c in known.before(terms.span.end) if c.source == source), None)
    others = (c for c in known.before(terms.span.start) if c.source != source and _fits(c, terms))
    other = next(others, None)
    near = mine is not None and other is not None and mine.paragraph - other.paragraph <= 1
    return (other.source,) if near and other is not None else ()


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


def _together(allowed: Sequence[Candidate], number: int) -> tuple[str, ...]:
    """Whom "both", "neither" and "all three" mean: a source of so many people, else the last so many sources."""
    group = next((candidate for candidate in allowed if candidate.people == number), None)
    if group is not None:
        return (group.source,)
    sources: list[str] = []
    for candidate in allowed:
        if candidate.source not in sources:
            sources.append(candidate.source)
    return tuple(reversed(sources[:number]))


def _following(terms: Terms, known: Candidates) -> tuple[str, ...]:
    """The source that speaks next: "The Beacon is not naming the nurse. The nurse said …"."""
    after = [c for c in known.between(terms.sentence.end, terms.sentence.end + _AHEAD) if _fits(c, terms)]
    return (after[0].source,) if after else ()


def _by_object(text: str, terms: Terms, allowed: Sequence[Candidate]) -> tuple[str, ...]:
    """Whom an outlet does not name: the last source that shares a word with the object, the last one for a pronoun."""
    words = {re.sub("['’]?s$", "", word.lower()) for word in _WORD.findall(terms.span.of(text))}
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
        if not allowed and terms.alone:
            return _following(terms, known)
        general = head in ("source", "person", "people", "latter", "pair")
        return tuple(c.source for c in allowed[:1]) if general or terms.alone else ()
    doing = _DOER.search(text, max(terms.sentence.start, terms.span.start - 8), terms.span.start)
    if subject is not None or doing is not None or _preposed(text, terms) or terms.alone:
        if allowed:
            return (allowed[0].source,)
        return _following(terms, known)
    return ()
