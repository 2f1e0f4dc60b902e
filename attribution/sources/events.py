"""Words of one event share how they reached the reader: "Smith told Le Monde that …", and then "he said"."""

from collections.abc import Sequence

from attrs import evolve

from attribution.extraction.circumstances import read_circumstances
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document
from attribution.model.source import Proximity
from attribution.model.span import Evidence
from attribution.sources.relays import PERFECT, Relay

# How far, in paragraphs, a talk goes on without its occasion being named again.
_NEAR_PARAGRAPHS = 3


def share_events(
    document: Document,
    attributions: Sequence[Attribution],
    relays: Sequence[Relay],
    sources: Sequence[str | None],
    lexicons: Lexicons,
) -> tuple[Relay, ...]:
    """The relays, with that of an event handed on to later words of the same source (policy, section 8).

    `sources` names the source of each attribution. Words are taken to belong to the event when they are speech, follow
    within a few paragraphs of the same source's last words, and neither tell another occasion or time nor stand in the
    perfect tense.
    """
    settled = list(relays)
    last: dict[str, int] = {}
    for index, attribution in enumerate(attributions):
        source = sources[index]
        if source is None or attribution.parent is not None:
            continue
        before = last.get(source)
        if (
            before is not None
            and not settled[index].stated
            and _goes_on(document, attributions[before], attribution, lexicons)
        ):
            settled[index] = _shared(settled[before], settled[index], attribution)
        if settled[index].stated or before is None or attribution.cue.cls is CueClass.SPEECH:
            last[source] = index
    return tuple(settled)


def _goes_on(document: Document, before: Attribution, attribution: Attribution, lexicons: Lexicons) -> bool:
    text = document.text
    if attribution.cue.cls is not CueClass.SPEECH or PERFECT.match(text, attribution.cue.span.start):
        return False
    first, second = document.paragraph_at(before.cue.span.start), document.paragraph_at(attribution.cue.span.start)
    if first is None or second is None or second.index - first.index > _NEAR_PARAGRAPHS:
        return False
    return read_circumstances(document, attribution, lexicons).when is None


def _shared(event: Relay, relay: Relay, attribution: Attribution) -> Relay:
    if not event.stated or relay.proximity is not Proximity.UNSTATED:
        return relay
    evidence = Evidence("relays.same-event", attribution.cue.span)
    return evolve(
        relay, chain=event.chain, proximity=event.proximity, evidence=(*relay.evidence, evidence), stated=True
    )
