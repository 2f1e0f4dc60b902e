"""Attributions and findings as W3C Web Annotations, for overlays in a content management system.

Each part of an attribution is an annotation whose target is its words, found by their offsets or, where the text has
been edited since, by themselves and their surroundings. Parts of one attribution are linked by its cue. A finding is an
annotation that assesses.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.json_report import text_digest
from attribution.renderers.source_rows import how_near
from attribution.renderers.spans import Parts, parts_of
from attribution.renderers.wording import STATUSES

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

# How much stands before and behind the words in a quotation selector: enough to tell two places apart in an article.
_AROUND = 32


def render_web_annotation(
    report: Report, *, all_classes: bool = False, top_level: bool = False, indent: int | None = 2
) -> str:
    """The article's annotations as one collection in JSON-LD, without a line break at its end.

    Positions count code points of the article's text, as the standard has it. `all_classes` and `top_level` are those
    of the spans format; `indent` is that of JSON. Names of annotations follow from the text: the same report has the
    same ones.
    """
    items = [*_of_attributions(report, all_classes, top_level), *_of_findings(report)]
    article = report.analysis.document.article
    collection = {
        "@context": CONTEXT,
        "id": _name(report, "collection"),
        "type": "AnnotationCollection",
        "label": article.name,
        "generator": {"type": "Software", "name": f"attribution {report.version}"},
        "total": len(items),
        "first": {"id": _name(report, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, indent=indent)


def _of_attributions(report: Report, all_classes: bool, top_level: bool) -> Iterator[dict[str, Any]]:
    for parts in parts_of(report, all_classes=all_classes, top_level=top_level):
        index = parts.attribution.index
        cue = _name(report, f"cue {index}")
        bodies = [_tag("cue"), _tag(parts.attribution.cue.cls)]
        yield _annotation(cue, "identifying", bodies, parts.cue, report)
        link = {"type": "SpecificResource", "purpose": "linking", "source": cue}
        if parts.source:
            described = [_tag("source"), *_described(parts, report), link]
            yield _annotation(_name(report, f"source {index}"), "identifying", described, parts.source, report)
        if parts.content:
            bodies = [_tag("content"), link]
            yield _annotation(_name(report, f"content {index}"), "identifying", bodies, parts.content, report)


def _described(parts: Parts, report: Report) -> Iterator[dict[str, Any]]:
    mention = report.analysis.mentions[parts.attribution.index]
    source = report.analysis.source_of(parts.attribution.index)
    if source is not None:
        words = f"{source.id} {source.label}: {STATUSES[mention.status]}, {how_near(mention, source.label)}"
        yield {**_text(words), "purpose": "describing"}


def _of_findings(report: Report) -> Iterator[dict[str, Any]]:
    for index, finding in enumerate(report.findings):
        bodies = [{**_text(f"{finding.code} {finding.message}"), "purpose": "assessing"}, *_tags(finding)]
        yield _annotation(_name(report, f"finding {index}"), "assessing", bodies, (finding.span,), report)


def _tags(finding: Finding) -> Iterable[dict[str, Any]]:
    return (_tag(finding.severity), _tag(finding.name))


def _annotation(
    name: str, motivation: str, bodies: list[dict[str, Any]], spans: tuple[Span, ...], report: Report
) -> dict[str, Any]:
    targets = [_target(span, report) for span in spans]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(span: Span, report: Report) -> dict[str, Any]:
    text = report.analysis.document.text
    quotation = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source = quote(report.analysis.document.article.name.encode("utf-8", "replace"), safe="/:#?&=%~+@") or "-"
    return {"type": "SpecificResource", "source": source, "selector": [quotation, position]}


def _text(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en"}


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _name(report: Report, part: str) -> str:
    article = report.analysis.document.article
    return uuid5(NAMESPACE_URL, f"{article.name!r} {text_digest(article)} {part}").urn
