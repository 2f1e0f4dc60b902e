"""Where an article's claims come from in the end: sources of one outlet or one body folded together.

Ten attributions to three people who all spoke to one other paper are one origin: if that paper is wrong, all are.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import frozen

from attribution.model.source import Mention, Source, SourceStatus

_CLITICS = ("'s", "’s", "'", "’")


class OriginKind(StrEnum):
    """What sources were folded into: an outlet that they came through, a body that they speak for, or nothing."""

    OUTLET = "outlet"
    INSTITUTION = "institution"
    SOURCE = "source"


@frozen
class Origin:
    """One independent origin: `key` tells it from others, `sources` are the ids of those folded into it."""

    kind: OriginKind
    key: str
    sources: tuple[str, ...]


def independent_origins(mentions: Iterable[Mention], sources: Mapping[str, Source], text: str) -> tuple[Origin, ...]:
    """The origins behind these mentions, in order of appearance; words of nobody in particular have none.

    A source that also spoke at first hand is no longer folded into the outlet that it was quoted from elsewhere.
    """
    direct: dict[str, tuple[OriginKind, str]] = {}
    relayed: dict[str, tuple[OriginKind, str]] = {}
    for mention in mentions:
        if mention.source is None or mention.span is None or mention.status is SourceStatus.PASSIVE:
            continue
        outlet = outlet_of(mention)
        if outlet is not None:
            relayed.setdefault(mention.source, (OriginKind.OUTLET, outlet))
            continue
        body = institution_of(sources[mention.source], text)
        own = (OriginKind.INSTITUTION, body) if body is not None else (OriginKind.SOURCE, mention.source)
        direct.setdefault(mention.source, own)
    found: dict[tuple[OriginKind, str], list[str]] = {}
    for source, where in sorted({**relayed, **direct}.items(), key=lambda item: _number(item[0])):
        found.setdefault(where, []).append(source)
    return tuple(Origin(kind, key, tuple(ids)) for (kind, key), ids in found.items())


def outlet_of(mention: Mention) -> str | None:
    """The outlet nearest to the reader that a mention came through, in lower case."""
    return mention.relay_chain[0].casefold() if mention.relay_chain else None


def institution_of(source: Source | None, text: str) -> str | None:
    """The body that a source is or speaks for, in lower case without its article, so that two sources of it agree."""
    if source is None:
        return None
    if source.affiliation is not None:
        words = source.affiliation.of(text)
    elif source.status is SourceStatus.INSTITUTION:
        words = source.name or source.label
    else:
        return None
    plain = " ".join(words.casefold().split()).removeprefix("the ")
    for clitic in _CLITICS:
        plain = plain.removesuffix(clitic)
    return plain or None


def _number(source: str) -> tuple[int, str]:
    """The order of ids: S2 before S10."""
    digits = source.lstrip("S")
    return (int(digits) if digits.isdigit() else 0, source)
