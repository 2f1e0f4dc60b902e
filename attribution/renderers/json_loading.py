"""A report read back from JSON: the inverse of `json_report`."""

from collections.abc import Iterable, Mapping
from typing import Any

from attribution.errors import ReadError
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, Cue, CueClass, Stance
from attribution.model.document import Article
from attribution.model.finding import Edit, Finding, Fix, Severity
from attribution.model.report import Analysis, PolicyInfo, Report
from attribution.model.score import DocumentScore, Grade, Operation, ParagraphScore, Scores, Step, Unit, UnitKind
from attribution.model.source import (
    AnonymityGrant,
    AnonymityTerms,
    Confidence,
    Detail,
    Mention,
    Proximity,
    ReasonKind,
    Source,
    SourceStatus,
    Tally,
)
from attribution.model.span import Evidence, Span
from attribution.renderers.json_report import SCHEMA, text_digest
from attribution.text.segmenting import segment

Json = Mapping[str, Any]


def report_from_dict(data: Json, article: Article, lexicons: Lexicons) -> Report:
    """The report that `report_to_dict` turned into `data`, equal to the one it came from.

    A report holds offsets and not the article, so `article` must be the one it was made from. Raises `ReadError` when
    its text is another one, or when `data` is no such report.
    """
    if data.get("schema") != SCHEMA:
        raise ReadError(article.name, f"not a report: 'schema' is {data.get('schema')!r}, {SCHEMA!r} is read")
    try:
        if data["article"]["sha256"] != text_digest(article):
            raise ReadError(article.name, "the report was made from another text: their SHA-256 differ")
        return Report(
            analysis=_analysis(data, article, lexicons),
            findings=tuple(_finding(item) for item in data["findings"]),
            policy=PolicyInfo(**data["policy"]),
            version=data["tool"]["version"],
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError(article.name, f"not a valid {SCHEMA}: {type(error).__name__}: {error}") from error


def _analysis(data: Json, article: Article, lexicons: Lexicons) -> Analysis:
    return Analysis(
        document=segment(article, lexicons),
        attributions=tuple(_attribution(item) for item in data["attributions"]),
        mentions=tuple(_mention(item) for item in data["attributions"]),
        sources=tuple(_source(item) for item in data["sources"]),
        grants=tuple(_grant(item) for item in data["grants"]),
        scores=_scores(data),
    )


def _attribution(data: Json) -> Attribution:
    return Attribution(
        index=data["index"],
        cue=Cue(
            spans=_spans(data["cue"]),
            lemma=data["lemma"],
            cls=CueClass(data["class"]),
            frame=data["frame"],
            negated=data["negated"],
            entry=data["entry"],
        ),
        source=_span(data["source"]),
        content=_spans(data["content"]),
        shape=data["shape"],
        carried=_spans(data["carried"]),
        via=_spans(data["via"]),
        addressee=_span(data["addressee"]),
        when=_span(data["when"]),
        venue=_span(data["venue"]),
        parent=data["parent"],
        depth=data["depth"],
        stance=Stance(data["stance"]),
        evidence=_evidence(data["evidence"]),
    )


def _mention(data: Json) -> Mention:
    mention = data["mention"]
    return Mention(
        attribution=data["index"],
        span=_span(mention["span"]),
        head=_span(mention["head"]),
        status=SourceStatus(data["status"]),
        proximity=Proximity(data["proximity"]),
        details=_details(data["details"]),
        number=_tally(data["count"]),
        relay_chain=tuple(data["relay_chain"]),
        terms=AnonymityTerms(mention["terms"]),
        reason=ReasonKind(mention["reason_kind"]),
        source=data["source_id"],
        evidence=_evidence(mention["evidence"]),
    )


def _source(data: Json) -> Source:
    return Source(
        id=data["id"],
        label=data["label"],
        status=SourceStatus(data["status"]),
        spans=_spans(data["mentions"]),
        attributions=tuple(data["attributions"]),
        name=data["name"],
        role=_span(data["role"]),
        affiliation=_span(data["affiliation"]),
        characterization=_spans(data["characterization"]),
        relay_chain=tuple(data["relay_chain"]),
        anonymous=data["anonymous"],
        terms=AnonymityTerms(data["terms"]),
        reason=ReasonKind(data["reason_kind"]),
        count=_tally(data["count"]),
        details=_details(data["details"]),
        confidence=Confidence(data["confidence"]),
        evidence=_evidence(data["evidence"]),
    )


def _grant(data: Json) -> AnonymityGrant:
    return AnonymityGrant(
        span=_located(data),
        terms=AnonymityTerms(data["terms"]),
        reason=_span(data["reason"]),
        reason_kind=ReasonKind(data["reason_kind"]),
        source=data["source_id"],
    )


def _scores(data: Json) -> Scores:
    score = data["score"]
    return Scores(
        document=DocumentScore(
            points=_points(score["points"]),
            grade=_grade(score["grade"]),
            caps=tuple(score["caps"]),
            table_version=data["policy"]["score_table"],
        ),
        paragraphs=tuple(_paragraph(item) for item in data["paragraphs"]),
        attributions=tuple(_points(item["points"]) for item in data["attributions"]),
    )


def _paragraph(data: Json) -> ParagraphScore:
    return ParagraphScore(
        paragraph=data["index"],
        points=_points(data["points"]),
        grade=_grade(data["grade"]),
        units=tuple(_unit(item) for item in data["units"]),
    )


def _unit(data: Json) -> Unit:
    return Unit(
        kind=UnitKind(data["kind"]),
        span=_located(data),
        points=float(data["points"]),
        steps=tuple(_step(item) for item in data["steps"]),
        attribution=data["attribution"],
        evidence=_evidence(data["evidence"]),
    )


def _step(data: Json) -> Step:
    return Step(
        feature=data["feature"],
        operation=Operation(data["operation"]),
        value=float(data["value"]),
        result=float(data["result"]),
        span=_span(data["span"]),
    )


def _finding(data: Json) -> Finding:
    return Finding(
        code=data["code"],
        name=data["name"],
        severity=Severity(data["severity"]),
        paragraph=data["paragraph"],
        span=_located(data),
        message=data["message"],
        related=_spans(data["related"]),
        source=data["source_id"],
        fix=_fix(data["fix"]),
        fingerprint=data["fingerprint"],
    )


def _fix(data: Json | None) -> Fix | None:
    if data is None:
        return None
    edits = tuple(Edit(_located(edit), edit["replacement"]) for edit in data["edits"])
    return Fix(description=data["description"], edits=edits, safe=data["safe"])


def _evidence(items: Iterable[Json]) -> tuple[Evidence, ...]:
    return tuple(Evidence(item["code"], _span(item["span"]), item["note"]) for item in items)


def _details(items: Iterable[str]) -> tuple[Detail, ...]:
    return tuple(Detail(item) for item in items)


def _tally(data: Json | None) -> Tally | None:
    return Tally(data["least"], data["most"]) if data is not None else None


def _points(value: float | None) -> float | None:
    return float(value) if value is not None else None


def _grade(value: str | None) -> Grade | None:
    return Grade(value) if value is not None else None


def _spans(items: Iterable[Json]) -> tuple[Span, ...]:
    return tuple(_located(item) for item in items)


def _span(data: Json | None) -> Span | None:
    return _located(data) if data is not None else None


def _located(data: Json) -> Span:
    return Span(data["start"], data["end"])
