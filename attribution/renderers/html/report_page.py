"""One report as a page."""

from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.renderers.html.cards import cards
from attribution.renderers.html.charts import charts
from attribution.renderers.html.rows import rows
from attribution.renderers.html.shell import page
from attribution.renderers.source_rows import figures
from attribution.renderers.summary import summarize
from attribution.renderers.wording import CAPS, GRADES, rounded


def render_html(report: Report, *, index: str | None = None) -> str:
    """The report as one self-contained page that loads nothing; `index` is the address of a list to lead back to.

    Raises `ConfigError` when Jinja2, of the extra `html`, is not installed.
    """
    analysis = report.analysis
    summary = summarize(report)
    score = analysis.scores.document
    return page(
        "report.html.jinja",
        style="page.css",
        script="report.js",
        report=report,
        index=index,
        summary=summary,
        points=rounded(score.points) if score.points is not None else None,
        quality=GRADES[score.grade] if score.grade is not None else None,
        figures=figures(summary),
        caps="; ".join(CAPS[cap] for cap in score.caps),
        charts=charts(analysis, summary),
        cards=cards(analysis),
        rows=rows(report),
        severities=tuple((severity, summary.findings[severity]) for severity in Severity),
    )
