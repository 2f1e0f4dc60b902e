"""How much there is to say about each article, on one line."""

from collections.abc import Iterable, Iterator

from attribution.model.report import Report


def tally(reports: Iterable[Report]) -> Iterator[str]:
    """`path: sources, findings`, one line an article."""
    for report in reports:
        analysis = report.analysis
        yield f"{analysis.document.article.name}: {len(analysis.sources)} sources, {len(report.findings)} findings\n"
