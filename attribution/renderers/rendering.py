"""One function for all formats."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from attribution.errors import ConfigError
from attribution.model.report import Report
from attribution.renderers.annotations.brat import render_brat
from attribution.renderers.annotations.label_studio import render_label_studio
from attribution.renderers.annotations.web_annotation import render_web_annotation
from attribution.renderers.explanation import render_explanation
from attribution.renderers.findings_text import render_findings
from attribution.renderers.html.report_page import render_html
from attribution.renderers.json_report import render_json
from attribution.renderers.markdown_summary import render_markdown
from attribution.renderers.plain import render_plain
from attribution.renderers.plugged import find_plugged, plugged_renderers
from attribution.renderers.rich_report import render_rich
from attribution.renderers.source_table import render_source_table
from attribution.renderers.spans import render_spans


def render(report: Report, format: str = "plain", **options: Any) -> str:
    """The report in one of the `RENDERERS` or a plugin's format, without a line break at its end.

    Options: `width` and `color` for plain and findings, `width` for rich, `min_level` for findings and markdown,
    `indent` for json and web-annotation, `all_classes` and `top_level` for spans, brat, label-studio and
    web-annotation, `paragraph` (counted from 1) and `width` for explanation, `index` for html, none for plugins. Raises
    `ConfigError` for a format or an option that does not exist, `PluginError` when a plugin's function fails.
    """
    renderer = RENDERERS.get(format) or _plugged(format)
    accepted = [name for name in inspect.signature(renderer).parameters if name != "report"]
    unknown = sorted(set(options) - set(accepted))
    if unknown:
        known = ", ".join(accepted) or "none"
        raise ConfigError([f"{format}.{name}: no such option; accepted are {known}" for name in unknown])
    return renderer(report, **options)


def _plugged(format: str) -> Callable[..., str]:
    found = find_plugged(format)
    if found is None:
        known = ", ".join((*RENDERERS, *plugged_renderers()))
        raise ConfigError([f"format: {format!r} is not known; accepted are {known}"])
    pieces = found
    return lambda report: "".join(pieces([report])).removesuffix("\n")


def _render_json_line(report: Report) -> str:
    return render_json(report, indent=None)


RENDERERS: Mapping[str, Callable[..., str]] = {
    "plain": render_plain,
    "json": render_json,
    "jsonl": _render_json_line,
    "spans": render_spans,
    "findings": render_findings,
    "explanation": render_explanation,
    "rich": render_rich,
    "html": render_html,
    "markdown": render_markdown,
    "sources-csv": render_source_table,
    "brat": render_brat,
    "label-studio": render_label_studio,
    "web-annotation": render_web_annotation,
}
"""Each format's name and the function that writes it."""
