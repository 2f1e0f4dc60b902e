"""One function for all formats."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from attribution.errors import ConfigError
from attribution.model.report import Report
from attribution.renderers.deferred import Deferred
from attribution.renderers.plugged import find_plugged, plugged_renderers


def render(report: Report, format: str = "plain", **options: Any) -> str:
    """The report in one of the `RENDERERS` or a plugin's format, without a line break at its end.

    Options: `width` and `color` for plain and findings, `width` for rich, `min_level` for findings and markdown,
    `indent` for json and web-annotation, `all_classes` and `top_level` for spans, brat, label-studio and
    web-annotation, `paragraph` (counted from 1) and `width` for explanation, `index` for html, none for plugins. Raises
    `ConfigError` for a format or an option that does not exist, `PluginError` when a plugin's function fails.
    """
    ours = RENDERERS.get(format)
    renderer: Callable[..., str] = ours.load() if ours is not None else _plugged(format)
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


RENDERERS: Mapping[str, Deferred] = {
    "plain": Deferred("plain", "render_plain"),
    "json": Deferred("json_report", "render_json"),
    "jsonl": Deferred("json_line", "render_json_line"),
    "spans": Deferred("spans", "render_spans"),
    "findings": Deferred("findings_text", "render_findings"),
    "explanation": Deferred("explanation", "render_explanation"),
    "rich": Deferred("rich_report", "render_rich"),
    "html": Deferred("html.report_page", "render_html"),
    "markdown": Deferred("markdown_summary", "render_markdown"),
    "sources-csv": Deferred("source_table", "render_source_table"),
    "brat": Deferred("annotations.brat", "render_brat"),
    "label-studio": Deferred("annotations.label_studio", "render_label_studio"),
    "web-annotation": Deferred("annotations.web_annotation", "render_web_annotation"),
}
"""Each format's name and the function that writes it, loaded when it is asked for."""
