"""Texts with their spans written in them: "[[source|She]] [[cue|said]] [[content|no]]." for tests, docs and rule
examples."""

from attrs import frozen

from attribution.model.span import Span

_OPEN, _BAR, _CLOSE = "[[", "|", "]]"


@frozen
class Marked:
    """A text without its marks, and the labelled spans in order of their start; an unlabelled mark has the label ""."""

    text: str
    spans: tuple[tuple[str, Span], ...]

    def labelled(self, label: str) -> tuple[Span, ...]:
        """The spans with this label, in order."""
        return tuple(span for found, span in self.spans if found == label)


def parse(marked: str) -> Marked:
    """The text and spans of a marked text; marks may nest.

    Raises `ValueError` when a mark is not closed or closed without being open.

    >>> parse("[[source|She]] [[cue|said]] so.").spans[1]
    ('cue', Span(start=4, end=8))
    """
    text: list[str] = []
    length = position = 0
    opened: list[tuple[str, int]] = []
    found: list[tuple[str, Span]] = []
    while position < len(marked):
        if marked.startswith(_OPEN, position):
            label, position = _label(marked, position + len(_OPEN))
            opened.append((label, length))
        elif marked.startswith(_CLOSE, position):
            if not opened:
                raise ValueError(f"']]' at {position} closes nothing in {marked!r}")
            label, start = opened.pop()
            found.append((label, Span(start, length)))
            position += len(_CLOSE)
        else:
            text.append(marked[position])
            length += 1
            position += 1
    if opened:
        raise ValueError(f"'[[{opened[-1][0]}|' is never closed in {marked!r}")
    found.sort(key=lambda item: (item[1].start, -item[1].end))
    return Marked("".join(text), tuple(found))


def _label(marked: str, start: int) -> tuple[str, int]:
    end = start
    while end < len(marked) and (marked[end].isalnum() or marked[end] in "_- ."):
        end += 1
    if end < len(marked) and marked[end] == _BAR and marked[start:end].replace("_", "").replace("-", "").isalnum():
        return marked[start:end], end + 1
    return "", start
