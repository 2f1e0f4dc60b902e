"""The neutral prediction format of attribution scorers: sources, cues and contents as offsets, one line an article.

It keeps one convention of the corpora that such scorers compare with: the comma or dash that closes an apposition
belongs to the source ("[Ann Lee, the mayor,] said"). Reports leave it out.
"""

import json
import re

from attribution.model.attribution import Attribution
from attribution.model.report import Report
from attribution.model.span import Span

_DASH = re.compile(r" ?(?:—|–|--| -(?= ))")


def render_spans(report: Report, *, all_classes: bool = False, top_level: bool = False) -> str:
    """One JSON line with the spans of each attribution of the audit classes, without a line break at its end.

    `all_classes` adds the other classes (belief, intent …); `top_level` leaves out attributions that stand inside
    another one's content. The article's name is the `id`.
    """
    analysis = report.analysis
    attributions = [
        _row(attribution, analysis.document.text)
        for attribution in analysis.attributions
        if (all_classes or attribution.audited) and not (top_level and attribution.depth)
    ]
    return json.dumps({"id": analysis.document.article.name, "attributions": attributions}, ensure_ascii=True)


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


def _row(attribution: Attribution, text: str) -> dict[str, list[list[int]]]:
    source = closed_source(attribution.source, text) if attribution.source else None
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [[span.start, span.end] for span in attribution.cue.spans],
        "content": [[span.start, span.end] for span in attribution.content],
    }
