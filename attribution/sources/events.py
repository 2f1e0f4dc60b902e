"""Words of one event share how they reached the reader: "Smith told Le Monde that …", and then "he said"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from attrs import evolve

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document
from attribution.model.source import Proximity
from attribution.model.span import Evidence, Span
from attribution.sources.relays import Relay
from attribution.sources.scenes import PERFECT

# How far, in paragraphs, a talk goes on without its occasion being named again.
_NEAR_PARAGRAPHS = 8
# A letter, and what an outlet passed on, end sooner: the reporter may have asked the same person.
_BRIEF_PARAGRAPHS = 3
_WRITTEN = frozenset({"statement", "post", "essay", "journal", "call"})
# A lead states the claim, and a paragraph soon after it where it was made: "she warned …", "she told a briefing".
_LEAD_PARAGRAPHS = 2
_SHARED = frozenset({CueClass.SPEECH, CueClass.NONRESPONSE, CueClass.ATTITUDE})
_TOLD = frozenset({Proximity.FIRST_HAND, Proximity.SECOND_HAND})
_MEMBER = re.compile(
    r"(?:one|another|both|the other|the others|a second|a third)(?:\s(?:of them|of the \w{2,10}))?(?:,\s.*)?",
    re.IGNORECASE,
)
# "A senior adviser told us …", "a second adviser, who … said", then "the two added".
_BOTH = re.compile(r"(?:the (?:two|pair)|both)(?: (?:men|women|of them|[a-z]{4,12}s))?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:at least\s|more than\s|the\s|some\s)?(?:two|three|four|five|six|several|\d{1,2}|some|both|people|sources)\b",
    re.IGNORECASE,
)
# "The conversation has been edited for length": the article is the interview.
_EDITED = re.compile(
    r"(?<!\w)(?:interview|conversation|exchange|transcript|Q&A)\s(?:was|has been|is)\s(?:\w{2,12}\s){0,3}"
    r"(?:edited|condensed|abridged|shortened)(?!\w)"
)
_COMMENT = re.compile(r"(?<!\w)(?:comments?|respond|response|reached|reply|replied|return(?:ed)?)(?!\w)")
# A report from court: this many words spoken there, and no farther away than this many paragraphs.
_COURT_EVENTS = 2
_COURT_PARAGRAPHS = 2
# In how many words of others words may stand to be compared with theirs: a text of nothing but "he said that" nests
# hundreds, and each would look at all of them.
_DEEPEST = 20


def share_events(
    document: Document,
    attributions: Sequence[Attribution],
    relays: Sequence[Relay],
    sources: Sequence[str | None],
    lexicons: Lexicons,
) -> tuple[Relay, ...]:
    """The relays, with that of an event handed on to other words of the same source (policy, section 8).

    `sources` names the source of each attribution. Words are taken to belong to the event when they are speech, follow
    within a few paragraphs of the same source's last words or stand in the same paragraph before them, and neither tell
    another occasion or time nor stand in the perfect tense. In a report from court, those whose place is the court
    speak there.
    """
    settled = list(relays)
    outermost = [index for index, attribution in enumerate(attributions) if attribution.parent is None]
    _hand_on(document, attributions, settled, sources, outermost, _NEAR_PARAGRAPHS)
    # "“It failed,” he said. “We know why,” he told reporters."
    _hand_on(document, attributions, settled, sources, reversed(outermost), 0)
    _hand_on(document, attributions, settled, sources, reversed(outermost), _LEAD_PARAGRAPHS, in_public=True)
    _in_court(document, attributions, settled, lexicons)
    _in_transcript(document, attributions, settled)
    _within_own_words(attributions, settled, sources)
    return tuple(settled)


def told_to_us(relays: Sequence[Relay], sources: Sequence[str | None], anonymous: Collection[str]) -> tuple[Relay, ...]:
    """The relays, with plain words of sources on terms of anonymity first-hand (policy, section 8).

    `anonymous` are the ids of sources whose terms the article states. An outlet that relays one of them has made the
    terms, so nothing changes for that source.
    """
    relayed = {source for source, relay in zip(sources, relays, strict=True) if relay.chain}
    stated = Evidence("relays.terms-stated")
    return tuple(
        evolve(relay, proximity=Proximity.FIRST_HAND, evidence=(*relay.evidence, stated))
        if relay.proximity is Proximity.UNSTATED and source in anonymous and source not in relayed
        else relay
        for source, relay in zip(sources, relays, strict=True)
    )


def told_by_members(
    document: Document, attributions: Sequence[Attribution], relays: Sequence[Relay]
) -> tuple[Relay, ...]:
    """The relays, with that of a group for its members: "Two aides told Le Monde …", then "said one", "the other"."""
    settled = list(relays)
    group: int | None = None
    last: tuple[int, ...] = ()
    for index, attribution in enumerate(attributions):
        source = attribution.source
        if source is None or attribution.parent is not None:
            continue
        last, pair = (*last[-1:], index), last
        both = _BOTH.fullmatch(document.text, source.start, source.end) and _alike([settled[i] for i in pair])
        if both and _open(settled[index]) and _same_event(document, attributions[pair[-1]], attribution, 1):
            settled[index] = _sharing(settled[index], settled[pair[-1]], attribution)
        if not _MEMBER.fullmatch(document.text, source.start, source.end):
            several = _SEVERAL.match(document.text, source.start, source.end)
            group = index if several and settled[index].proximity in _TOLD else None
        elif group is not None and _open(settled[index]) and _same_event(document, attributions[group], attribution, 1):
            settled[index] = _sharing(settled[index], settled[group], attribution)
    return tuple(settled)


def _alike(pair: Sequence[Relay]) -> bool:
    """Whether two people have told the same outlet: "one aide told Axios … another told it …", then "the two"."""
    told = len(pair) > 1 and all(relay.proximity in _TOLD for relay in pair)
    return told and len({(relay.proximity, relay.chain) for relay in pair}) == 1


def _hand_on(
    document: Document,
    attributions: Sequence[Attribution],
    settled: list[Relay],
    sources: Sequence[str | None],
    order: Iterable[int],
    farthest: int,
    *,
    in_public: bool = False,
) -> None:
    """Settle words in `order` by the words of their source that come before them in it; `in_public` by public ones."""
    last: dict[str, int] = {}
    for index in order:
        source = sources[index]
        if source is None:
            continue
        before, relay = last.get(source), settled[index]
        # A lead tells the day, and the event told after it the place: "She warned on Monday …", "she told a briefing".
        dated_lead = in_public and relay.timed and before is not None and not settled[before].timed
        unstated = relay.proximity is Proximity.UNSTATED
        open_event = before is not None and settled[before].stated and unstated and (dated_lead or not relay.timed)
        if before is not None and open_event:
            known, other = attributions[before], attributions[index]
            public = not in_public or settled[before].proximity is Proximity.PUBLIC
            brief = settled[before].chain or settled[before].setting in _WRITTEN
            near = min(farthest, _BRIEF_PARAGRAPHS) if brief else farthest
            if public and _same_event(document, known, other, near) and not _elsewhere(other):
                settled[index] = _sharing(relay, settled[before], other)
        if settled[index].stated or before is None or attributions[index].cue.cls is CueClass.SPEECH:
            last[source] = index


def _open(relay: Relay) -> bool:
    """Whether a sentence leaves open on what occasion its words were spoken."""
    return relay.proximity is Proximity.UNSTATED and not relay.timed


def _same_event(document: Document, known: Attribution, other: Attribution, farthest: int) -> bool:
    if other.cue.cls is CueClass.NONRESPONSE and _asked_later(document.text, other):
        return False
    shared = other.cue.cls in _SHARED or other.cue.lemma in ("decline", "refuse")
    if not shared or PERFECT.match(document.text, other.cue.span.start):
        return False
    first, second = document.paragraph_at(known.cue.span.start), document.paragraph_at(other.cue.span.start)
    return first is not None and second is not None and abs(second.index - first.index) <= farthest


def _elsewhere(other: Attribution) -> bool:
    """Whether a noun tells of other words than those just told: "his controversial remarks about pensions"."""
    return other.cue.entry.startswith("cues_nouns") and other.cue.frame != "that"


def _asked_later(text: str, refusal: Attribution) -> bool:
    """Whether a refusal answers a request for comment, which the outlet made on its own: "declined to comment"."""
    return any(_COMMENT.search(text, span.start, span.end) for span in (*refusal.cue.spans, *refusal.content))


def _sharing(relay: Relay, event: Relay, attribution: Attribution) -> Relay:
    evidence = (*relay.evidence, Evidence("relays.same-event", attribution.cue.span))
    return evolve(
        relay,
        chain=event.chain,
        proximity=event.proximity,
        evidence=evidence,
        stated=True,
        setting=relay.setting or event.setting,
    )


def _in_court(
    document: Document, attributions: Sequence[Attribution], settled: list[Relay], lexicons: Lexicons
) -> None:
    """Judges, counsel and the accused speak in court where others do: "Judge Brennan asked for a report"."""
    spoken = [index for index, relay in enumerate(settled) if relay.setting == "court"]
    if len(spoken) < _COURT_EVENTS:
        return
    events = sorted({_paragraph(document, attributions[index]) for index in spoken})
    people = _court_people(lexicons)
    for index, attribution in enumerate(attributions):
        source = attribution.source
        if source is None or settled[index].proximity is not Proximity.UNSTATED:
            continue
        if attribution.cue.lemma not in ("deny", "plead") and not people.search(
            document.text, source.start, source.end
        ):
            continue
        paragraph = _paragraph(document, attribution)
        nearest = bisect_left(events, paragraph - _COURT_PARAGRAPHS)
        if nearest < len(events) and events[nearest] <= paragraph + _COURT_PARAGRAPHS:
            evidence = (*settled[index].evidence, Evidence("relays.court", attribution.cue.span))
            settled[index] = evolve(settled[index], proximity=Proximity.PUBLIC, evidence=evidence, stated=True)


def _in_transcript(document: Document, attributions: Sequence[Attribution], settled: list[Relay]) -> None:
    """Whoever takes a turn in an interview that the outlet says it has edited spoke to the outlet."""
    turns = [index for index, each in enumerate(attributions) if each.shape == "turn" and _open(settled[index])]
    note = _EDITED.search(document.text) if turns else None
    for index in turns if note is not None else ():
        relay = settled[index]
        evidence = (*relay.evidence, Evidence("relays.transcript", note and Span(*note.span())))
        settled[index] = evolve(relay, proximity=Proximity.FIRST_HAND, evidence=evidence, stated=True)


def _within_own_words(attributions: Sequence[Attribution], settled: list[Relay], sources: Sequence[str | None]) -> None:
    """What speakers say within their own words is as near as these: "“I warn you all,” he told reporters"."""
    for index, attribution in enumerate(attributions):
        above = attribution.parent
        for _ in range(_DEEPEST):
            if above is None or sources[above] == sources[index]:
                break
            above = attributions[above].parent
        else:
            continue
        if above is None or not attribution.audited or not _open(settled[index]) or not settled[above].stated:
            continue
        settled[index] = _sharing(settled[index], settled[above], attribution)


def _paragraph(document: Document, attribution: Attribution) -> int:
    paragraph = document.paragraph_at(attribution.cue.span.start)
    return paragraph.index if paragraph else 0


@lru_cache(maxsize=8)
def _court_people(lexicons: Lexicons) -> re.Pattern[str]:
    phrases = sorted(lexicons.lexicon("venues").group("court-people").phrases)
    return re.compile(rf"(?<!\w)(?:{trie_pattern(phrases)})(?!\w)", re.IGNORECASE)
