"""What reports for people say of sources: a row for each, and the figures of all of them as a sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import frozen

from attribution.model.report import Analysis
from attribution.model.source import AnonymityTerms, Mention, Source
from attribution.renderers.display import printable, shorten
from attribution.renderers.summary import Summary, counted_mentions, counted_sources
from attribution.renderers.wording import PROXIMITIES, REASONS, STATUSES, TERMS, counted, rounded

# Enough of a description to know the source again.
_SHORT = 44


@frozen
class SourceRow:
    """One source in words: who it is, how it is known, how near the article stands to it, on what terms, how often."""

    id: str
    who: str
    known_by: str
    near: str
    terms: str
    times: int


def source_rows(analysis: Analysis) -> Iterator[SourceRow]:
    """A row for each source behind an attribution that scores count, in order of appearance."""
    near: dict[str | None, Counter[str]] = defaultdict(Counter)
    labels = {source.id: source.label for source in analysis.sources}
    for mention in counted_mentions(analysis):
        near[mention.source][how_near(mention, labels.get(mention.source or "", ""))] += 1
    for source in counted_sources(analysis):
        times = near[source.id]
        yield SourceRow(
            source.id, who(source, analysis), STATUSES[source.status], "; ".join(times), terms(source), times.total()
        )


def figures(summary: Summary) -> str:
    """The figures of a report as sentences."""
    sentences = [f"{counted(summary.attributions, 'attribution')} to {counted(summary.sources, 'source')}"]
    if summary.unnamed_share is not None:
        sentences[0] += f", {rounded(100 * summary.unnamed_share)} % of them to people without a name"
    if summary.independent_origins and summary.independent_origins < summary.sources:
        sentences[0] += f"; {counted(summary.independent_origins, 'independent origin')}"
    if summary.second_hand:
        relays = ", ".join(f"{printable(outlet)} {count}" for outlet, count in summary.relayed_by.items())
        sentences.append(f"{summary.second_hand} at second hand or further" + (f" ({relays})" if relays else ""))
    if summary.anonymous_sources:
        anonymous = counted(summary.anonymous_sources, "anonymous source")
        sentences.append(f"{anonymous}, {summary.anonymous_with_reason} with a reason")
    if summary.unattributed_hard_sentences:
        hard = counted(summary.unattributed_hard_sentences, "sentence that needs", "sentences that need")
        sentences.append(f"{hard} a source and {'has' if summary.unattributed_hard_sentences == 1 else 'have'} none")
    return ". ".join(sentences) + "."


def how_near(mention: Mention, label: str) -> str:
    """How near the article stands to the source called `label` here, and through whom: "second-hand via Reuters"."""
    return PROXIMITIES[mention.proximity] + via(mention, label)


def via(mention: Mention, label: str = "") -> str:
    """The outlets through which words came: " via Reuters"; an outlet that is the source itself is not said again."""
    others = [outlet for outlet in mention.relay_chain if outlet != label]
    return f" via {printable(', '.join(others))}" if others else ""


def who(source: Source, analysis: Analysis) -> str:
    """The source with its role and whom it speaks for, as far as its label does not say so already."""
    parts = [shorten(source.label, 2 * _SHORT)]
    for span in (source.role, source.affiliation):
        words = shorten(span.of(analysis.document.text), _SHORT) if span is not None else ""
        if words and not any(words.casefold() in part.casefold() for part in parts):
            parts.append(words)
    return ", ".join(parts)


def terms(source: Source) -> str:
    """On what terms it speaks and for what reason; a dash where the text says neither and it is not anonymous."""
    if source.terms is AnonymityTerms.UNSTATED and not source.anonymous:
        return "–"
    if source.terms is AnonymityTerms.ON_RECORD:
        return TERMS[source.terms]
    return f"{TERMS[source.terms]}; {REASONS[source.reason]}"
