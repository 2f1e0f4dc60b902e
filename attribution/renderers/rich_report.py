"""The plain report on a terminal that shows colour, laid out by rich: the same words, in tables that fit the window."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from attribution.errors import ConfigError
from attribution.model.report import Analysis, Report
from attribution.renderers.display import printable, quoted
from attribution.renderers.paragraph_rows import paragraph_rows
from attribution.renderers.source_rows import figures, source_rows
from attribution.renderers.summary import counted_sources, summarize
from attribution.renderers.wording import (
    CAPS,
    GRADE_STYLES,
    GRADES,
    NO_GRADE,
    NO_NAME,
    SEVERITY_STYLES,
    SOURCE_COLUMNS,
    counted_findings,
    rounded,
    size,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

_NARROWEST = 56
# Quoted words after a finding: enough to know the place again.
_QUOTED = 44


def render_rich(report: Report, *, width: int = 80) -> str:
    """The report with codes of colour, in lines of at most `width` columns (56 at the least).

    It uses the sixteen colours that a terminal lets its owner choose. Words of the article are never read as markup.
    Raises `ConfigError` when rich, of the extra `rich`, is not installed.
    """
    try:
        from rich.console import Console
    except ImportError as error:
        raise ConfigError(["format rich needs rich: pip install 'attribution-audit[rich]'"]) from error
    console = Console(
        file=StringIO(),
        width=max(width, _NARROWEST),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as written:
        for part in _parts(report):
            console.print(part)
    return "\n".join(line.rstrip() for line in written.get().rstrip("\n").split("\n"))


def _parts(report: Report) -> "Iterator[RenderableType]":
    from rich.text import Text

    yield from _head(report)
    yield from ("", Text("Paragraphs", "bold"), _paragraphs(report.analysis))
    if counted_sources(report.analysis):
        yield from ("", Text("Sources", "bold"), _sources(report.analysis))
    if report.findings:
        yield from ("", Text("Findings", "bold").append(f" ({counted_findings(report)})", "not bold"))
        yield _findings(report)
    else:
        yield from ("", Text("Findings", "bold"), "  none")


def _head(report: Report) -> "Iterator[RenderableType]":
    from rich.text import Text

    document, score = report.analysis.document, report.analysis.scores.document
    yield Text(printable(document.article.name) or NO_NAME, "bold")
    yield from (Text(size(document), "dim"), "")
    if score.points is None or score.grade is None:
        yield "Nothing in it needs a source."
        return
    grade = Text(f" {score.grade} {rounded(score.points)} ", f"bold reverse {GRADE_STYLES[score.grade]}")
    yield Text.assemble(grade, f" of 100: {GRADES[score.grade]} sourcing")
    yield figures(summarize(report))
    if score.caps:
        yield f"No more than that, since {'; '.join(CAPS[cap] for cap in score.caps)}."


def _paragraphs(analysis: Analysis) -> "Table":
    table = _grid()
    for row in paragraph_rows(analysis):
        style = GRADE_STYLES[row.grade] if row.grade else "dim"
        points = "" if row.points is None else str(row.points)
        cells = ((str(row.number), "dim"), (f"{row.grade or NO_GRADE} {points:>3}", f"bold {style}"), (row.bar, style))
        _add(table, *cells, (row.behind, "" if row.grade else "dim"))
    return table


def _sources(analysis: Analysis) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for name in SOURCE_COLUMNS:
        table.add_column(Text(name))
    for row in source_rows(analysis):
        plain = ((text, "") for text in (row.who, row.known_by, row.near, row.terms, str(row.times)))
        _add(table, (row.id, "bold"), *plain)
    return table


def _findings(report: Report) -> "Table":
    from rich.text import Text

    table = _grid()
    text = report.analysis.document.text
    for finding in report.findings:
        style = SEVERITY_STYLES[finding.severity]
        said = Text.assemble((finding.code, f"bold {style}"), f" {printable(finding.message)} ")
        said.append(quoted(finding.span.of(text), _QUOTED), "italic")
        table.add_row(Text(str(finding.paragraph), "dim"), Text(finding.severity, style), said)
    return table


def _grid() -> "Table":
    """A table without lines, its first column for numbers."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", min_width=4)
    return table


def _add(table: "Table", *cells: tuple[str, str]) -> None:
    """A row of texts, each with its style."""
    from rich.text import Text

    table.add_row(*(Text(text, style) for text, style in cells))
