"""The sources of an article as cards: who they are, on what terms they spoke, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import frozen

from attribution.model.report import Analysis
from attribution.model.source import AnonymityTerms, Confidence, Source, SourceStatus, Tally
from attribution.renderers.display import shorten
from attribution.renderers.html.charts import NOBODY, voice_of
from attribution.renderers.source_rows import how_near
from attribution.renderers.summary import counted_sources
from attribution.renderers.wording import REASONS, STATUSES, TERMS

_SHORT, _LONG = 44, 160
_UNCOUNTED = ("Counted", ("no: it speaks only inside another's words",))
_SURE = {
    Confidence.MEDIUM: "fairly sure that these mentions are one source",
    Confidence.LOW: "not sure that these mentions are one source",
}


@frozen
class Place:
    """One attribution to a source: the name by which links lead there, its paragraph, and its words."""

    target: str
    paragraph: int | None
    words: str


@frozen
class Card:
    """One source; `facts` are rows of a name and its values. `id` is `None` for what is attributed to nobody."""

    id: str | None
    label: str
    voice: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    places: tuple[Place, ...]


def cards(analysis: Analysis) -> tuple[Card, ...]:
    """A card for each source behind an attribution of the audit classes, in order, and one for nobody if need be."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True):
        if attribution.audited:
            found[mention.source].append(attribution.index)
    counted = {source.id for source in counted_sources(analysis)}
    sources = tuple(
        Card(
            source.id,
            shorten(source.label, _LONG),
            voice_of(source.status),
            (*_facts(source, found[source.id], analysis), *(() if source.id in counted else (_UNCOUNTED,))),
            _places(found[source.id], analysis),
        )
        for source in analysis.sources
        if source.id in found
    )
    if None not in found:
        return sources
    told = (("Known by", (STATUSES[SourceStatus.PASSIVE],)), _near(found[None], analysis, ""))
    return (*sources, Card(None, "Nobody named", NOBODY, told, _places(found[None], analysis)))


def _facts(source: Source, attributions: list[int], analysis: Analysis) -> Iterator[tuple[str, tuple[str, ...]]]:
    text = analysis.document.text
    yield "Known by", (STATUSES[source.status],)
    if source.name and source.name.casefold() not in source.label.casefold():
        yield "Name", (shorten(source.name, _SHORT),)
    if source.role is not None:
        yield "Role", (shorten(source.role.of(text), _LONG),)
    if source.affiliation is not None:
        yield "Speaks for", (shorten(source.affiliation.of(text), _LONG),)
    if source.characterization:
        said = dict.fromkeys(shorten(span.of(text), _LONG) for span in source.characterization)
        yield "The reader is told", tuple(said)
    if source.count is not None:
        yield "How many", (_number(source.count),)
    yield _near(attributions, analysis, source.label)
    if source.anonymous or source.terms is not AnonymityTerms.UNSTATED:
        yield "Terms", (TERMS[source.terms],)
    if source.anonymous:
        yield "Reason", (REASONS[source.reason],)
    if source.confidence in _SURE and len(attributions) > 1:
        yield "Linked", (_SURE[source.confidence],)


def _near(attributions: list[int], analysis: Analysis, label: str) -> tuple[str, tuple[str, ...]]:
    times = Counter(how_near(analysis.mentions[index], label) for index in attributions)
    several = len(times) > 1
    return "How near", tuple(f"{near} ({count})" if several else near for near, count in times.items())


def _number(tally: Tally) -> str:
    if tally.most is None:
        return f"{tally.least} or more"
    return str(tally.least) if tally.most == tally.least else f"{tally.least} to {tally.most}"


def _places(attributions: list[int], analysis: Analysis) -> tuple[Place, ...]:
    return tuple(_place(index, analysis) for index in attributions)


def _place(index: int, analysis: Analysis) -> Place:
    attribution = analysis.attributions[index]
    text = analysis.document.text
    paragraph = analysis.document.paragraph_at(attribution.cue.span.start)
    spans = sorted((attribution.source, attribution.cue.span) if attribution.source else (attribution.cue.span,))
    words = " … ".join(shorten(span.of(text), _SHORT) for span in spans)
    return Place(f"a{index}", paragraph.index if paragraph is not None else None, words)
