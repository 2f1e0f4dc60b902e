"""Findings as SARIF 2.1.0, the format that code hosts and editors read from static analysis."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from attribution.fixing.applying import file_edits
from attribution.model.finding import Finding, Fix, Severity
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.checks.places import Placed, placed
from attribution.renderers.comparisons.messages import CHANGES
from attribution.renderers.rule_pages import rule_page
from attribution.rules.base import Rule
from attribution.rules.catalogue import catalogue
from attribution.rules.selection import family
from attribution.text.lines import FileLines
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
        places = _places(item)
        regions = (_region_of(places.span(span), places) for span in finding.related)
        result["relatedLocations"] = [_location(item.path, region) for region in regions]
    if finding.fix is not None:
        fixes = _fix(finding.fix, item)
        result |= {"fixes": [fixes]} if fixes is not None else {}
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
        "charOffset": item.span.start,
        "charLength": len(item.span),
    }


def _region_of(span: Span, places: FileLines) -> dict[str, int]:
    start, end = places.lines.position(span.start), places.lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _places(item: Placed) -> FileLines:
    return FileLines.of(item.report.analysis.document.article)


def _fix(fix: Fix, item: Placed) -> dict[str, Any] | None:
    """The fix as changes of the file; `None` where it cannot be made there."""
    places = _places(item)
    edits = file_edits(fix.edits, places)
    if not edits:
        return None
    replacements = [
        {"deletedRegion": _region_of(edit.span, places), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    change = {"artifactLocation": {"uri": _uri(item.path)}, "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}
