"""Words that a source tells of someone else: "Mr. Oduya said she had assured them that nobody would be dismissed"."""

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
        other = sources[index] is not None and sources[index] != sources[outer] and statuses[index] in _PERSONS
        if other and _all_of_it(inner, attributions[outer]):
            evidence = (*settled[outer].evidence, Evidence("relays.recounted", inner.source))
            settled[outer] = evolve(settled[outer], proximity=Proximity.THIRD_HAND, evidence=evidence)
    return tuple(settled)


def _all_of_it(inner: Attribution, outer: Attribution) -> bool:
    """Whether the inner words, told with a verb, make up all that is told: "she had assured them that …"."""
    if inner.source is None or inner.cue.cls is not CueClass.SPEECH or inner.cue.negated or inner.cue.frame == "noun":
        return False
    if not outer.content or inner.source.end > inner.cue.span.start:
        return False
    content = outer.content[0]
    whole = Span(content.start, outer.content[-1].end)
    said = sum(len(span) for span in outer.content)
    reach = min(inner.end, whole.end) - inner.source.start
    return inner.source.start - content.start <= _OPENING and reach >= _SHARE * said
