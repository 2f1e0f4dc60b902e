"""Every format in which findings are written, by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attribution.errors import ConfigError, suggestion
from attribution.model.report import Report
from attribution.renderers.deferred import Deferred
from attribution.renderers.findings_text import render_findings
from attribution.renderers.plugged import find_plugged, plugged_renderers

Format = Callable[[Iterable[Report]], Iterator[str]]


def full(reports: Iterable[Report], *, width: int = 80, color: bool = False) -> Iterator[str]:
    """Each finding with the line that it stands in and its words underlined."""
    for report in reports:
        text = render_findings(report, width=width, color=color)
        if text:
            yield text + "\n"


FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": Deferred("checks.lines", "concise"),
    "grouped": Deferred("checks.lines", "grouped"),
    "json": Deferred("checks.records", "json_list"),
    "jsonl": Deferred("checks.records", "json_lines"),
    "sarif": Deferred("checks.sarif", "sarif"),
    "github": Deferred("checks.lines", "github"),
    "gitlab": Deferred("checks.records", "gitlab"),
    "junit": Deferred("checks.markup", "junit"),
    "checkstyle": Deferred("checks.markup", "checkstyle"),
    "rdjson": Deferred("checks.records", "rdjson"),
    "csv": Deferred("checks.records", "csv_table"),
}
"""The formats of `attribution check`: each turns reports into pieces of text, in order."""


def find_format(name: str) -> Format:
    """The format called `name`, ours or a plugin's; raises `ConfigError` for one that does not exist."""
    found = FORMATS.get(name) or find_plugged(name)
    if found is None:
        known = (*FORMATS, *plugged_renderers())
        raise ConfigError([f"format: {name!r} is not known{suggestion(name, known)}; accepted are {', '.join(known)}"])
    return found
