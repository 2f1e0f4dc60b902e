"""Findings as the XML that test reports and style checkers exchange: JUnit and Checkstyle."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from attribution.model.finding import Finding, Severity
from attribution.model.report import Report
from attribution.renderers.checks.lines import words_of
from attribution.renderers.checks.places import Placed, placed

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 leaves out: the complement, of a million characters, would take a hundred times as long to compile.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHECKSTYLE_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def junit(reports: Iterable[Report]) -> Iterator[str]:
    """A suite for each article, in which each finding is a failed test; an article without any passes one."""
    suites = list(reports)
    failures = sum(len(report.findings) for report in suites)
    tests = sum(max(1, len(report.findings)) for report in suites)
    yield f'{_HEAD}<testsuites name="attribution" tests="{tests}" failures="{failures}">\n'
    for report in suites:
        yield from _suite(report)
    yield "</testsuites>\n"


def checkstyle(reports: Iterable[Report]) -> Iterator[str]:
    """A file for each article with findings; columns in code points."""
    yield f'{_HEAD}<checkstyle version="8.0">\n'
    for path, items in groupby(placed(reports), key=lambda item: item.path):
        yield f"  <file name={_attribute(path)}>\n"
        for item in items:
            yield (
                f'    <error line="{item.start.line}" column="{item.start.column}" '
                f'severity="{_CHECKSTYLE_LEVELS[item.finding.severity]}" '
                f"message={_attribute(item.finding.message)} source={_attribute(_source(item.finding))}/>\n"
            )
        yield "  </file>\n"
    yield "</checkstyle>\n"


def _suite(report: Report) -> Iterator[str]:
    name = _attribute(report.analysis.document.article.name or "-")
    count = len(report.findings)
    yield f'  <testsuite name={name} tests="{max(1, count)}" failures="{count}">\n'
    if not count:
        yield f'    <testcase name="attribution" classname={name}/>\n'
    for item in placed([report]):
        yield from _case(item, name)
    yield "  </testsuite>\n"


def _case(item: Placed, classname: str) -> Iterator[str]:
    finding = item.finding
    name = f"{finding.code} {finding.name} ({item.start.line}:{item.start.column})"
    yield f'    <testcase name={_attribute(name)} classname={classname} line="{item.start.line}">\n'
    yield f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
    yield f"{_escaped(_clean(f'{item.path}:{item.start.line}:{item.start.column} “{words_of(item)}”'))}</failure>\n"
    yield "    </testcase>\n"


def _source(finding: Finding) -> str:
    return f"attribution.{finding.code}"


def _attribute(text: str) -> str:
    quoted = _escaped(_clean(text)).replace('"', "&quot;")
    for sign in "\t\n\r":  # written as they are, they would be read as spaces
        quoted = quoted.replace(sign, f"&#{ord(sign)};")
    return f'"{quoted}"'


def _escaped(text: str) -> str:
    """The text without signs that mean something in XML; `xml.sax.saxutils` would load all of `urllib` and `email`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold, each as a replacement character."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
