"""The sources of an article as a table for spreadsheets and notebooks, one row each."""

from collections.abc import Iterable

from attribution.model.report import Analysis, Report
from attribution.model.source import Source
from attribution.model.span import Span
from attribution.renderers.spreadsheet import csv_row

COLUMNS = (
    "article",
    "publisher",
    "published",
    "id",
    "label",
    "name",
    "role",
    "affiliation",
    "characterization",
    "status",
    "anonymous",
    "proximity",
    "relay_chain",
    "terms",
    "reason_kind",
    "least",
    "most",
    "details",
    "attributions",
    "confidence",
)
"""The columns, which are called as in the report; several values in one cell have "; " between them."""


def render_source_table(report: Report) -> str:
    """A CSV with a head and a row for each source, in order of appearance, without a line break at its end.

    No cell begins as a formula does. `attributions` counts those of every class; `proximity` holds each that occurs.
    """
    rows = (_cells(source, report.analysis) for source in report.analysis.sources)
    return "".join(csv_row(cells) for cells in (COLUMNS, *rows)).removesuffix("\r\n")


def _cells(source: Source, analysis: Analysis) -> tuple[object, ...]:
    article, text = analysis.document.article, analysis.document.text
    near = dict.fromkeys(analysis.mentions[index].proximity for index in source.attributions)
    return (
        article.name,
        article.publisher,
        article.published,
        source.id,
        source.label,
        source.name,
        _words(source.role, text),
        _words(source.affiliation, text),
        _several(_words(span, text) for span in source.characterization),
        source.status,
        "yes" if source.anonymous else "no",
        _several(near),
        " via ".join(source.relay_chain),
        source.terms,
        source.reason,
        source.count.least if source.count else "",
        source.count.most if source.count else "",
        _several(source.details),
        len(source.attributions),
        source.confidence,
    )


def _words(span: Span | None, text: str) -> str:
    return " ".join(span.of(text).split()) if span is not None else ""


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)
