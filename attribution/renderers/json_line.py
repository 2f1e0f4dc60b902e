"""The report as one line of JSON Lines."""

from attribution.model.report import Report
from attribution.renderers.json_report import render_json


def render_json_line(report: Report) -> str:
    """The report as one JSON object on one line, without a line break at its end."""
    return render_json(report, indent=None)
