"""Several reports as a list that leads to their pages."""

from collections.abc import Iterable

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.renderers.html.shell import page
from attribution.renderers.summary import summarize
from attribution.renderers.wording import rounded
from attribution.version import VERSION

COLUMNS = (
    "Article",
    "Points",
    "Words",
    "Attributions",
    "Sources",
    "Independent origins",
    "Without a name",
    "Passed on",
    "Unsourced",
    "Errors",
    "Warnings",
    "Info",
)


@frozen
class Cell:
    """What a cell shows, and the number that it is sorted by; -1 where there is nothing to count."""

    shown: str
    value: float


@frozen
class Entry:
    """A line of the list: the figures of one article, and the address of its page, relative to the list."""

    name: str
    grade: str | None
    cells: tuple[Cell, ...]
    address: str = ""


def entry_of(report: Report) -> Entry:
    """The line of one report, which does not know yet where its page will be."""
    summary = summarize(report)
    document = report.analysis.document
    score = report.analysis.scores.document
    counts = (document.words, summary.attributions, summary.sources, summary.independent_origins)
    findings = (summary.findings[severity] for severity in Severity)
    return Entry(
        document.article.name,
        str(score.grade) if score.grade is not None else None,
        (
            _cell(rounded(score.points) if score.points is not None else None),
            *map(_cell, counts),
            _share(summary.unnamed_share),
            _cell(summary.second_hand),
            _cell(summary.unattributed_hard_sentences),
            *map(_cell, findings),
        ),
    )


def render_index(entries: Iterable[Entry]) -> str:
    """The list as a page, the articles with the fewest points first, and those last in which nothing needs a source.

    Raises `ConfigError` when Jinja2, of the extra `html`, is not installed.
    """
    ordered = sorted(entries, key=lambda entry: (entry.grade is None, entry.cells[0].value, entry.name))
    return page(
        "index.html.jinja", style="page.css", script="index.js", entries=ordered, columns=COLUMNS, version=VERSION
    )


def _cell(number: int | None) -> Cell:
    return Cell("–", -1) if number is None else Cell(str(number), number)


def _share(share: float | None) -> Cell:
    return Cell("–", -1) if share is None else Cell(f"{rounded(100 * share)} %", share)
