"""Findings as SARIF 2.1.0, the format that code hosts and editors read from static analysis."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from attribution.model.finding import Finding, Fix, Severity
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.checks.places import Placed, placed
from attribution.renderers.comparisons.messages import CHANGES
from attribution.renderers.rule_pages import rule_page
from attribution.rules.base import Rule
from attribution.rules.catalogue import catalogue
from attribution.rules.selection import family
from attribution.text.lines import Lines
from attribution.version import VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(reports: Iterable[Report]) -> Iterator[str]:
    """One run with the rules that objected; columns in code points, as `columnKind` says."""
    results: list[dict[str, Any]] = []
    rules: dict[str, dict[str, Any]] = {}
    for item in placed(reports):
        code = item.finding.code
        rules.setdefault(code, _rule(item.finding, catalogue().get(code)))
        results.append(_result(item, list(rules).index(code)))
    driver = {"name": "attribution", "semanticVersion": VERSION, "version": VERSION, "rules": list(rules.values())}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(finding: Finding, declared: Rule | None) -> dict[str, Any]:
    described: dict[str, Any] = {"id": finding.code, "name": finding.name}
    if declared is None:  # a change between two versions, or a newsroom's own
        return {**described, "shortDescription": {"text": CHANGES.get(finding.code, finding.message)}}
    page = declared.page
    return {
        **described,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.sections["Why it matters"]},
        "help": {"text": "\n\n".join(page.sections.values()), "markdown": rule_page(declared)},
        "defaultConfiguration": {"level": _LEVELS[declared.severity], "enabled": declared.enabled},
        "properties": {"tags": [family(declared), *declared.policies]},
    }


def _result(item: Placed, index: int) -> dict[str, Any]:
    finding = item.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(item.path, _region(item))],
        "partialFingerprints": {"paragraphWords/v1": finding.fingerprint},
    }
    if finding.related:
        lines = Lines.of(item.report.analysis.document.text)
        result["relatedLocations"] = [_location(item.path, _region_of(span, lines)) for span in finding.related]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix, item)]
    return result


def _location(path: str, region: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    """The path as a relative reference; what UTF-8 cannot write becomes a question mark."""
    return quote(path.encode("utf-8", "replace"))


def _region(item: Placed) -> dict[str, int]:
    return {
        "startLine": item.start.line,
        "startColumn": item.start.column,
        "endLine": item.end.line,
        "endColumn": item.end.column,
        "charOffset": item.finding.span.start,
        "charLength": len(item.finding.span),
    }


def _region_of(span: Span, lines: Lines) -> dict[str, int]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(fix: Fix, item: Placed) -> dict[str, Any]:
    lines = Lines.of(item.report.analysis.document.text)
    replacements = [
        {"deletedRegion": _region_of(edit.span, lines), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(item.path)}, "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}
