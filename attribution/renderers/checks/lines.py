"""Findings for people and for tools that read lines: concise, grouped by file, and GitHub's workflow commands."""

from collections.abc import Iterable, Iterator

from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.renderers.checks.places import Placed, placed
from attribution.renderers.display import printable, quoted
from attribution.renderers.wording import counted

_QUOTED = 44
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def concise(reports: Iterable[Report]) -> Iterator[str]:
    """`path:line:column: CODE message`, one line a finding; columns in code points."""
    for item in placed(reports):
        yield (
            f"{printable(item.path)}:{item.start.line}:{item.start.column}: "
            f"{item.finding.code} {printable(item.finding.message)}\n"
        )


def grouped(reports: Iterable[Report]) -> Iterator[str]:
    """Each article's name, and below it a line for each of its findings with the words in question."""
    path = None
    for item in placed(reports):
        if item.path != path:
            yield ("\n" if path is not None else "") + printable(item.path) + "\n"
            path = item.path
        where = f"{item.start.line}:{item.start.column}"
        yield (
            f"  {where:>8}  {item.finding.severity:<7}  {item.finding.code:<8} "
            f"{printable(item.finding.message)} {quoted(item.words, _QUOTED)}\n"
        )


def github(reports: Iterable[Report]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the changed lines; columns in UTF-16 units."""
    for item in placed(reports):
        properties = {
            "file": item.path,
            "line": str(item.start.line),
            "endLine": str(item.end.line),
            "title": f"{item.finding.code} {item.finding.name}",
        }
        if item.start.line == item.end.line:  # GitHub refuses columns of a stretch of several lines
            properties |= {"col": str(item.start.utf16), "endColumn": str(item.end.utf16)}
        listed = ",".join(f"{key}={_github_property(value)}" for key, value in properties.items())
        yield f"::{_GITHUB_LEVELS[item.finding.severity]} {listed}::{_github_data(item.finding.message)}\n"


def statistics(reports: Iterable[Report]) -> Iterator[str]:
    """How often each rule objects, the most frequent first, and the total."""
    counts: dict[tuple[str, str], int] = {}
    for report in reports:
        for finding in report.findings:
            key = (finding.code, finding.name)
            counts[key] = counts.get(key, 0) + 1
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>6}  {code:<8}  {name}\n"
    yield f"{sum(counts.values()):>6}  {'in all':<8}  {counted(len(counts), 'rule')}\n"


def _github_data(text: str) -> str:
    """Percent signs and line ends as a workflow command wants them."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def words_of(item: Placed) -> str:
    """The words of a finding on one line."""
    return " ".join(item.words.split())
