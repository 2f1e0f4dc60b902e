"""The JSON report, version 1: the contract that `docs/reference/report.md` describes and `report.schema.json` checks.

Points keep their full precision, so that reading a report back gives the same values; round them for display. What a
report needs beyond the contract's keys in order to be read back stands at the end of each object.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from attribution.model.attribution import Attribution
from attribution.model.document import Article
from attribution.model.finding import Finding, Fix
from attribution.model.report import Analysis, Report
from attribution.model.score import ParagraphScore, Step, Unit
from attribution.model.source import AnonymityGrant, Mention, Source, Tally
from attribution.model.span import Evidence, Span
from attribution.renderers.indented import indented
from attribution.renderers.summary import Summary, summarize
from attribution.text.lines import FileLines

SCHEMA = "attribution-report/1"

Json = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")
_on_one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def render_json(report: Report, *, indent: int | None = 2) -> str:
    """The report as one JSON object without a line break at its end; `indent=None` puts it on one line."""
    return dump(report_to_dict(report) if indent is None else _parts(report), indent)


def dump(value: Json, indent: int | None) -> str:
    """A dictionary as JSON that has a form in UTF-8."""
    text = _on_one_line(value) if indent is None else indented(value, indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair, which a broken web page may hold, has no UTF-8 form: only an escape can carry it.
        return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return text


def report_to_dict(report: Report) -> Json:
    """The report as dictionaries, lists, strings and numbers, keys in the order of the contract."""
    return {key: list(part) if isinstance(part, Iterator) else part for key, part in _parts(report).items()}


def _parts(report: Report) -> Json:
    """The same with iterators in the place of lists: a writer that takes one item after another holds only one."""
    analysis = report.analysis
    text = analysis.document.text
    document = analysis.scores.document
    return {
        "schema": SCHEMA,
        "tool": {"name": "attribution", "version": report.version},
        "policy": {
            "name": report.policy.name,
            "own_outlet": report.policy.own_outlet,
            "score_table": report.policy.score_table,
        },
        "article": _article(analysis),
        "attributions": (
            _attribution(attribution, mention, analysis)
            for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True)
        ),
        "sources": (_source(source, text) for source in analysis.sources),
        "grants": (_grant(grant, text) for grant in analysis.grants),
        "paragraphs": (
            _paragraph(paragraph.span, score, text)
            for paragraph, score in zip(analysis.document.paragraphs, analysis.scores.paragraphs, strict=True)
        ),
        "score": {"points": _number(document.points), "grade": document.grade, "caps": list(document.caps)},
        "summary": _summary(summarize(report)),
        "findings": _findings(report),
    }


def text_digest(article: Article) -> str:
    """The SHA-256 of an article's text in UTF-8, which ties a report to the text it was made from."""
    return _digest(article.text)


@lru_cache(maxsize=2)  # some formats ask for it with each of their items
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _article(analysis: Analysis) -> Json:
    article = analysis.document.article
    return {
        "name": article.name,
        "publisher": article.publisher,
        "published": article.published,
        "credited": list(article.credited),
        "sha256": text_digest(article),
        "characters": len(article.text),
        "words": analysis.document.words,
        "paragraphs": len(analysis.document.paragraphs),
    }


def _attribution(attribution: Attribution, mention: Mention, analysis: Analysis) -> Json:
    text = analysis.document.text
    paragraph = analysis.document.paragraph_at(attribution.cue.span.start)
    return {
        "index": attribution.index,
        "paragraph": paragraph.index if paragraph else None,
        "depth": attribution.depth,
        "parent": attribution.parent,
        "class": attribution.cue.cls,
        "shape": attribution.shape,
        "source": _span(attribution.source, text),
        "cue": _spans(attribution.cue.spans, text),
        "content": _spans(attribution.content, text),
        "carried": _spans(attribution.carried, text),
        "addressee": _span(attribution.addressee, text),
        "when": _span(attribution.when, text),
        "venue": _span(attribution.venue, text),
        "negated": attribution.cue.negated,
        "stance": attribution.stance,
        "status": mention.status,
        "proximity": mention.proximity,
        "relay_chain": list(mention.relay_chain),
        "count": _tally(mention.number),
        "details": list(mention.details),
        "source_id": mention.source,
        "points": _number(analysis.scores.attributions[attribution.index]),
        "evidence": _evidence(attribution.evidence, text),
        "via": _spans(attribution.via, text),
        "lemma": attribution.cue.lemma,
        "frame": attribution.cue.frame,
        "entry": attribution.cue.entry,
        "mention": {
            "span": _span(mention.span, text),
            "head": _span(mention.head, text),
            "terms": mention.terms,
            "reason_kind": mention.reason,
            "evidence": _evidence(mention.evidence, text),
        },
    }


def _source(source: Source, text: str) -> Json:
    return {
        "id": source.id,
        "label": source.label,
        "status": source.status,
        "anonymous": source.anonymous,
        "relay_chain": list(source.relay_chain),
        "name": source.name,
        "role": _span(source.role, text),
        "affiliation": _span(source.affiliation, text),
        "characterization": _spans(source.characterization, text),
        "terms": source.terms,
        "reason_kind": source.reason,
        "count": _tally(source.count),
        "details": list(source.details),
        "mentions": _spans(source.spans, text),
        "attributions": list(source.attributions),
        "confidence": source.confidence,
        "evidence": _evidence(source.evidence, text),
    }


def _grant(grant: AnonymityGrant, text: str) -> Json:
    return {
        **_located(grant.span, text),
        "terms": grant.terms,
        "reason": _span(grant.reason, text),
        "reason_kind": grant.reason_kind,
        "source_id": grant.source,
    }


def _paragraph(span: Span, score: ParagraphScore, text: str) -> Json:
    return {
        "index": score.paragraph,
        "start": span.start,
        "end": span.end,
        "points": _number(score.points),
        "grade": score.grade,
        "units": [_unit(unit, text) for unit in score.units],
    }


def _unit(unit: Unit, text: str) -> Json:
    return {
        "kind": unit.kind,
        "attribution": unit.attribution,
        "start": unit.span.start,
        "end": unit.span.end,
        "points": _number(unit.points),
        "steps": [_step(step, text) for step in unit.steps],
        "evidence": _evidence(unit.evidence, text),
    }


def _step(step: Step, text: str) -> Json:
    return {
        "feature": step.feature,
        "operation": step.operation,
        "value": _number(step.value),
        "result": _number(step.result),
        "span": _span(step.span, text),
    }


def _summary(summary: Summary) -> Json:
    return {
        "attributions": summary.attributions,
        "sources": summary.sources,
        "independent_origins": summary.independent_origins,
        "by_status": dict(summary.by_status),
        "by_proximity": dict(summary.by_proximity),
        "unnamed_share": _number(summary.unnamed_share),
        "second_hand": summary.second_hand,
        "relayed_by": dict(summary.relayed_by),
        "anonymous_sources": summary.anonymous_sources,
        "anonymous_with_reason": summary.anonymous_with_reason,
        "scored_paragraphs": summary.scored_paragraphs,
        "unattributed_hard_sentences": summary.unattributed_hard_sentences,
        "findings": dict(summary.findings),
    }


def _findings(report: Report) -> Iterator[Json]:
    """The findings; those of an article with markup also with their places in its file."""
    article = report.analysis.document.article
    places = FileLines.of(article) if article.segments and report.findings else None
    for item in report.findings:
        found = _finding(item, article.text)
        yield found if places is None else {**found, "file": _in_file(item.span, places)}


def _in_file(span: Span, places: FileLines) -> Json:
    """Where a span stands in the file: lines and columns from 1, if a person reads it, and the pieces that it is in."""
    pieces = ((piece, {"part": piece.part} if piece.part else {}) for piece in places.article.slices(span))
    found: Json = {"slices": [{"start": piece.start, "end": piece.end, **part} for piece, part in pieces]}
    if places.is_article:
        return found
    within = places.span(span)
    start, end = places.lines.position(within.start), places.lines.position(within.end)
    lines = {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
    return {**lines, **found}


def _finding(finding: Finding, text: str) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "paragraph": finding.paragraph,
        **_located(finding.span, text),
        "message": finding.message,
        "source_id": finding.source,
        "related": _spans(finding.related, text),
        "fix": _fix(finding.fix, text),
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix | None, text: str) -> Json | None:
    if fix is None:
        return None
    edits = [{**_located(edit.span, text), "replacement": edit.text} for edit in fix.edits]
    return {"description": fix.description, "edits": edits, "safe": fix.safe}


def _evidence(evidence: Iterable[Evidence], text: str) -> list[Json]:
    return [{"code": item.code, "span": _span(item.span, text), "note": item.note} for item in evidence]


def _spans(spans: Iterable[Span], text: str) -> list[Json]:
    return [_located(span, text) for span in spans]


def _span(span: Span | None, text: str) -> Json | None:
    return _located(span, text) if span is not None else None


def _located(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _tally(tally: Tally | None) -> Json | None:
    return {"least": tally.least, "most": tally.most} if tally is not None else None


def _number(value: float | None) -> float | int | None:
    """A whole number without its ".0"."""
    return int(value) if value is not None and float(value).is_integer() else value
