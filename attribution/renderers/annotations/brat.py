"""Attributions for the annotation tool brat: an `.ann` beside the text, and the configuration that brat needs for both.

An attribution is an event: its trigger is the cue, its arguments are source and content. Words in several pieces are
one discontinuous span. Class, status and proximity are attributes of the event, and a note says which source it is.
`attribution evaluate` reads the folder back, corrected or not.
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from attribution.model.attribution import CueClass
from attribution.model.report import Report
from attribution.model.source import Proximity, SourceStatus
from attribution.model.span import Span
from attribution.renderers.spans import Parts, parts_of

_EVENT = "Attribution"
_ATTRIBUTES = {"Class": CueClass, "Status": SourceStatus, "Proximity": Proximity}
_LINE = re.compile(r"[^\r\n]+")


def render_brat(report: Report, *, all_classes: bool = False, top_level: bool = False) -> str:
    """The lines of the article's `.ann`, without a line break at its end; the options are those of the spans format.

    Offsets count code points of the article's text. Events are in the order of the report.
    """
    spans = _TextBounds(report.analysis.document.text)
    events: list[str] = []
    for number, parts in enumerate(parts_of(report, all_classes=all_classes, top_level=top_level), start=1):
        events.extend(_event(number, parts, spans, report))
    return "\n".join([*spans.lines.values(), *events])


def annotation_conf() -> str:
    """What brat's `annotation.conf` has to say, so that the files can be shown and corrected."""
    attributes = (f"{name}\tArg:{_EVENT}, Value:{'|'.join(kinds)}" for name, kinds in _ATTRIBUTES.items())
    sections = {
        "entities": ("Source", "Content", "Discard"),
        "relations": ("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",),
        "events": (f"{_EVENT}\tSource*:Source, Content*:Content",),
        "attributes": tuple(attributes),
    }
    return "\n".join("\n".join((f"[{name}]", *lines, "")) for name, lines in sections.items())


@frozen(eq=False)
class _TextBounds:
    """The spans of one file as they come about; the same words with the same label are one."""

    text: str
    lines: dict[tuple[str, tuple[Span, ...]], str] = field(factory=dict)

    def name(self, label: str, spans: tuple[Span, ...]) -> str:
        """What the span is called in the file."""
        key = (label, spans)
        if key not in self.lines:
            pieces = [piece for span in spans for piece in self._pieces(span)]
            offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            words = " ".join(piece.of(self.text) for piece in pieces)
            self.lines[key] = f"T{len(self.lines) + 1}\t{label} {offsets}\t{words.replace(chr(9), ' ')}"
        return self.lines[key].split("\t", 1)[0]

    def _pieces(self, span: Span) -> Iterator[Span]:
        """The span cut at line breaks, which brat allows in none."""
        return (Span(*match.span()) for match in _LINE.finditer(self.text, span.start, span.end))


def _event(number: int, parts: Parts, spans: _TextBounds, report: Report) -> Iterator[str]:
    index = parts.attribution.index
    mention, source = report.analysis.mentions[index], report.analysis.source_of(index)
    roles = {"Source": parts.source, "Content": parts.content}
    arguments = "".join(f" {label}:{spans.name(label, pieces)}" for label, pieces in roles.items() if pieces)
    yield f"E{number}\t{_EVENT}:{spans.name(_EVENT, parts.cue)}{arguments}"
    values = (parts.attribution.cue.cls, mention.status, mention.proximity)
    first = len(_ATTRIBUTES) * (number - 1) + 1
    for place, (attribute, value) in enumerate(zip(_ATTRIBUTES, values, strict=True), start=first):
        yield f"A{place}\t{attribute} E{number} {value}"
    if source is not None:
        yield f"#{number}\tAnnotatorNotes E{number}\t{source.id} {' '.join(source.label.split())}"
