"""Words that a source tells of someone else: "Mr. Oduya said she had assured them that nobody would be dismissed"."""

import re
from collections.abc import Sequence

from attrs import evolve

from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document
from attribution.model.source import Proximity, SourceStatus
from attribution.model.span import Evidence, Span
from attribution.sources.relays import Relay

# The other's words are the whole of what is told, but for an opening quotation mark or "that" and a few words behind.
_OPENING = 6
_SHARE = 0.9
# "Kern's remarks", "her call": a noun for what was said recounts nothing.
_POSSESSIVE = re.compile(r"['’]s?$|^(?:his|her|its|their|my|our)$", re.IGNORECASE)
# "The other, who was in the room, said the judge had asked her": that one heard it.
_PRESENT = re.compile(
    r"(?<!\w)(?:(?:was|were) (?:in the room|present|there|on the call|at the (?:meeting|table|hearing|lunch|dinner))"
    r"|attended|witnessed|overheard)(?!\w)"
)
_INFORMANTS = frozenset(
    {SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.ROLE_UNNAMED, SourceStatus.VAGUE_UNNAMED}
)
_PERSONS = frozenset({SourceStatus.NAMED, SourceStatus.NAMED_ROLE, SourceStatus.ROLE_UNNAMED})


def recounted(
    document: Document,
    attributions: Sequence[Attribution],
    relays: Sequence[Relay],
    sources: Sequence[str | None],
    statuses: Sequence[SourceStatus],
) -> tuple[Relay, ...]:
    """The relays, third-hand where an informant does no more than recount another person's words (policy, section 8).

    `sources` and `statuses` are those of each attribution. Words whose occasion is told keep their proximity: who
    spoke in public of what another had said was heard by all.
    """
    settled = list(relays)
    for index, inner in enumerate(attributions):
        outer = inner.parent
        if outer is None or attributions[outer].parent is not None or statuses[outer] not in _INFORMANTS:
            continue
        if settled[outer].proximity is not Proximity.UNSTATED or attributions[outer].cue.cls is not CueClass.SPEECH:
            continue
        source = attributions[outer].source
        if source is not None and _PRESENT.search(document.text, source.start, source.end):
            continue
        other = sources[index] is not None and sources[index] != sources[outer] and statuses[index] in _PERSONS
        if other and _all_of_it(document.text, inner, attributions[outer]):
            settled[outer] = _at_third_hand(settled[outer], inner)
            follows = _next_of(document, attributions, outer, sources, sources[index])
            if follows is not None and settled[follows].proximity is Proximity.UNSTATED:
                settled[follows] = _at_third_hand(settled[follows], inner)
    return tuple(settled)


def _at_third_hand(relay: Relay, inner: Attribution) -> Relay:
    evidence = (*relay.evidence, Evidence("relays.recounted", inner.source))
    return evolve(relay, proximity=Proximity.THIRD_HAND, evidence=evidence)


def _next_of(
    document: Document, attributions: Sequence[Attribution], outer: int, sources: Sequence[str | None], told: str | None
) -> int | None:
    """The next attribution of the paragraph, when the one whose words were recounted goes on: "She added that …"."""
    after = next((i for i in range(outer + 1, len(attributions)) if attributions[i].parent is None), None)
    if after is None or sources[after] != told or attributions[after].cue.cls is not CueClass.SPEECH:
        return None
    here, there = (document.paragraph_at(attributions[index].cue.span.start) for index in (outer, after))
    return after if here is there else None


def _all_of_it(text: str, inner: Attribution, outer: Attribution) -> bool:
    """Whether the inner words, told with a verb, make up all that is told: "she had assured them that …"."""
    if inner.source is None or inner.cue.cls is not CueClass.SPEECH or inner.cue.negated:
        return False
    if _POSSESSIVE.search(inner.source.of(text)) or inner.cue.entry.startswith("cues_nouns"):
        return False
    if not outer.content or inner.source.end > inner.cue.span.start:
        return False
    content = outer.content[0]
    whole = Span(content.start, outer.content[-1].end)
    said = sum(len(span) for span in outer.content)
    reach = min(inner.end, whole.end) - inner.source.start
    return inner.source.start - content.start <= _OPENING and reach >= _SHARE * said
