"""The neutral prediction format of attribution scorers: sources, cues and contents as offsets, one line an article.

It keeps one convention of the corpora that such scorers compare with: the comma or dash that closes an apposition
belongs to the source ("[Ann Lee, the mayor,] said"). Reports leave it out.
"""

import json
import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.report import Report
from attribution.model.span import Span

_DASH = re.compile(r" ?(?:—|–|--| -(?= ))")


@frozen
class Parts:
    """One attribution with its three parts as annotators mark them, each in no, one or several pieces."""

    attribution: Attribution
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def render_spans(report: Report, *, all_classes: bool = False, top_level: bool = False) -> str:
    """One JSON line with the spans of each attribution of the audit classes, without a line break at its end.

    `all_classes` adds the other classes (belief, intent …); `top_level` leaves out attributions that stand inside
    another one's content. The article's name is the `id`.
    """
    rows = [_row(parts) for parts in parts_of(report, all_classes=all_classes, top_level=top_level)]
    name = report.analysis.document.article.name
    return json.dumps({"id": name, "attributions": rows}, ensure_ascii=True)


def parts_of(report: Report, *, all_classes: bool = False, top_level: bool = False) -> Iterator[Parts]:
    """The parts of each attribution as annotators mark them; the options are those of `render_spans`."""
    analysis = report.analysis
    text = analysis.document.text
    for attribution in analysis.attributions:
        if (all_classes or attribution.audited) and not (top_level and attribution.depth):
            source = (closed_source(attribution.source, text),) if attribution.source else ()
            yield Parts(attribution, source, attribution.cue.spans, attribution.content)


def closed_source(source: Span, text: str) -> Span:
    """A source together with the comma or dash that closes its apposition, where it has one.

    >>> closed_source(Span(0, 18), "Ann Lee, the mayor, said").end
    19
    >>> closed_source(Span(0, 19), "Ann Lee — the mayor — said").end
    21
    """
    words = source.of(text)
    if "," in words and text[source.end : source.end + 1] == ",":
        return Span(source.start, source.end + 1)
    dash = _DASH.match(text, source.end) if _DASH.search(words) else None
    return Span(source.start, dash.end()) if dash else source


def _row(parts: Parts) -> dict[str, list[list[int]]]:
    roles = {"source": parts.source, "cue": parts.cue, "content": parts.content}
    return {role: [[span.start, span.end] for span in spans] for role, spans in roles.items()}
