"""A report as rows of the tables."""

from collections.abc import Iterator
from typing import Any

from attribution.archiving.months import month_of
from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.report import Analysis, Report
from attribution.model.score import UnitKind
from attribution.model.source import Mention, Source, Tally
from attribution.model.span import Span
from attribution.renderers.json_report import text_digest
from attribution.renderers.summary import Summary, counted_mentions, counted_sources, summarize
from attribution.scoring.overall import unnamed_voice

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(report: Report, document: int, place: str) -> Rows:
    """The rows of each table that a document gives; `document` is its number, `place` where the archive holds it."""
    analysis = report.analysis
    key = {"document": document, "id": analysis.document.article.name}
    found = {
        "documents": [_document(report, place)],
        "attributions": list(_attributions(analysis)),
        "sources": list(_sources(analysis)),
        "paragraphs": list(_paragraphs(analysis)),
        "findings": list(_findings(report)),
    }
    return {table: [key | row for row in rows] for table, rows in found.items()}


def _document(report: Report, place: str) -> Row:
    document, score = report.analysis.document, report.analysis.scores.document
    article = document.article
    return {
        "place": place,
        "publisher": article.publisher,
        "published": article.published,
        "month": month_of(article.published),
        "sha256": text_digest(article),
        "characters": len(article.text),
        "words": document.words,
        "paragraphs": len(document.paragraphs),
        **_counts(report, summarize(report)),
        "points": score.points,
        "grade": score.grade,
        "caps": list(score.caps),
    }


def _counts(report: Report, summary: Summary) -> Row:
    return {
        "attributions": summary.attributions,
        "sources": summary.sources,
        "independent_origins": summary.independent_origins,
        "unnamed": sum(unnamed_voice(mention.status) for mention in counted_mentions(report.analysis)),
        "relayed": summary.second_hand,
        "anonymous_sources": summary.anonymous_sources,
        "anonymous_with_reason": summary.anonymous_with_reason,
        "scored_paragraphs": summary.scored_paragraphs,
        "unattributed_hard_sentences": summary.unattributed_hard_sentences,
        "errors": summary.findings[Severity.ERROR],
        "warnings": summary.findings[Severity.WARNING],
        "infos": summary.findings[Severity.INFO],
    }


def _attributions(analysis: Analysis) -> Iterator[Row]:
    counted = {mention.attribution for mention in counted_mentions(analysis)}
    for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True):
        yield {
            **_words(attribution, analysis),
            "counted": attribution.index in counted,
            **_who(mention),
            "points": analysis.scores.attributions[attribution.index],
        }


def _words(attribution: Attribution, analysis: Analysis) -> Row:
    text, cue = analysis.document.text, attribution.cue
    paragraph = analysis.document.paragraph_at(cue.span.start)
    return {
        "index": attribution.index,
        "paragraph": paragraph.index if paragraph else None,
        "depth": attribution.depth,
        "parent": attribution.parent,
        "class": cue.cls,
        "shape": attribution.shape,
        "cue": " … ".join(span.of(text) for span in cue.spans),
        "cue_start": cue.span.start,
        "cue_end": cue.span.end,
        "lemma": cue.lemma,
        "negated": cue.negated,
        "source": _text(attribution.source, text),
        "source_start": attribution.source.start if attribution.source else None,
        "source_end": attribution.source.end if attribution.source else None,
        "content": [span.of(text) for span in attribution.content],
        "content_starts": [span.start for span in attribution.content],
        "content_ends": [span.end for span in attribution.content],
        "addressee": _text(attribution.addressee, text),
        "when": _text(attribution.when, text),
        "venue": _text(attribution.venue, text),
        "stance": attribution.stance,
    }


def _who(mention: Mention) -> Row:
    return {
        "status": mention.status,
        "proximity": mention.proximity,
        "relay_chain": list(mention.relay_chain),
        "details": list(mention.details),
        **_bounds(mention.number),
        "source_id": mention.source,
    }


def _sources(analysis: Analysis) -> Iterator[Row]:
    counted = {source.id for source in counted_sources(analysis)}
    for source in analysis.sources:
        yield {"counted": source.id in counted, **_source(source, analysis.document.text)}


def _source(source: Source, text: str) -> Row:
    return {
        "source_id": source.id,
        "label": source.label,
        "status": source.status,
        "anonymous": source.anonymous,
        "name": source.name,
        "role": _text(source.role, text),
        "affiliation": _text(source.affiliation, text),
        "relay_chain": list(source.relay_chain),
        "terms": source.terms,
        "reason_kind": source.reason,
        **_bounds(source.count),
        "details": list(source.details),
        "attributions": list(source.attributions),
        "confidence": source.confidence,
    }


def _paragraphs(analysis: Analysis) -> Iterator[Row]:
    for paragraph, score in zip(analysis.document.paragraphs, analysis.scores.paragraphs, strict=True):
        kinds = [unit.kind for unit in score.units]
        yield {
            "paragraph": paragraph.index,
            "start": paragraph.span.start,
            "end": paragraph.span.end,
            "heading": paragraph.heading,
            "points": score.points,
            "grade": score.grade,
            **{str(kind): kinds.count(kind) for kind in UnitKind},
        }


def _findings(report: Report) -> Iterator[Row]:
    text = report.analysis.document.text
    for finding in report.findings:
        yield {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "paragraph": finding.paragraph,
            "start": finding.span.start,
            "end": finding.span.end,
            "text": finding.span.of(text),
            "message": finding.message,
            "source_id": finding.source,
            "fingerprint": finding.fingerprint,
        }


def _text(span: Span | None, text: str) -> str | None:
    return span.of(text) if span is not None else None


def _bounds(number: Tally | None) -> Row:
    return {
        "count_least": number.least if number is not None else None,
        "count_most": number.most if number is not None else None,
    }
