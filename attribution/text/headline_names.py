"""Names of headlines in title case, in which every word has a capital."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attribution.model.name import Name
from attribution.model.span import Span


def unravel(text: str, names: Sequence[Name], headings: Sequence[Span]) -> list[Name]:
    """Names of headlines in title case cut back to those that the body knows: "Hillary Clinton Slams Donald Trump"."""
    starts = [heading.start for heading in headings]
    inside = [_is_inside(name.span, headings, starts) for name in names]
    if not any(in_heading and len(name.words) > 1 for name, in_heading in zip(names, inside, strict=True)):
        return list(names)
    known: dict[str, list[tuple[str, ...]]] = {}
    kinds: dict[tuple[str, ...], Name] = {}
    for name, in_heading in zip(names, inside, strict=True):
        if not in_heading:
            lower = tuple(word.lower() for word in name.words)
            for size in sorted({1, len(lower)}):
                part = lower[-size:]
                if part not in kinds:
                    kinds[part] = name
                    known.setdefault(part[0], []).append(part)
    unravelled: list[Name] = []
    for name, in_heading in zip(names, inside, strict=True):
        unravelled.extend(_pieces(text, name, known, kinds) if in_heading and len(name.words) > 1 else (name,))
    return unravelled


def _is_inside(name: Span, headings: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a name stands in one of the headings, which are in order."""
    place = bisect_right(starts, name.start) - 1
    return place >= 0 and headings[place].covers(name)


def _pieces(
    text: str,
    name: Name,
    known: dict[str, list[tuple[str, ...]]],
    kinds: dict[tuple[str, ...], Name],
) -> Iterator[Name]:
    spots: list[tuple[int, int]] = []
    at = name.core.start
    for word in name.words:
        at = text.index(word, at)
        spots.append((at, at + len(word)))
        at += len(word)
    index = found = 0
    lower = tuple(word.lower() for word in name.words)
    while index < len(lower):
        parts = known.get(lower[index], [])
        best = max((p for p in parts if lower[index : index + len(p)] == p), key=len, default=None)
        if best is None:
            index += 1
            continue
        span = Span(spots[index][0], spots[index + len(best) - 1][1])
        yield Name(span, span, kinds[best].words[-len(best) :], kinds[best].kind, kinds[best].gender)
        found += 1
        index += len(best)
    if not found:
        yield name
