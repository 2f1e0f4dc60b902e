"""What all tests share."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from attribution import plugins
from attribution.rules import catalogue
from attribution.rules.settings import settings as settings_of_rules

Install = Callable[[str, Mapping[str, Mapping[str, str]], Mapping[str, str]], Path]

# Every run tries the same examples: a failure on one machine is a failure on all.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/ from what the code does now")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a plugin for one test: `install(name, {group: {entry point: value}}, {file: source})`."""

    def installed(name: str, groups: Mapping[str, Mapping[str, str]], files: Mapping[str, str]) -> Path:
        site = tmp_path / "site" / name
        folder = site / f"{name.replace('-', '_')}-1.0.dist-info"
        sections = ("".join((f"[{group}]\n", *lines(points))) for group, points in groups.items())
        written = {f"{folder.name}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"}
        written[f"{folder.name}/entry_points.txt"] = "\n".join(sections)
        for path, source in {**written, **files}.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(dedent(source), encoding="utf-8")
        monkeypatch.syspath_prepend(site)
        forget_plugins()
        return folder

    def lines(points: Mapping[str, str]) -> Iterator[str]:
        return (f"{name} = {value}\n" for name, value in points.items())

    yield installed
    monkeypatch.undo()
    forget_plugins()
    for name, module in list(sys.modules.items()):
        if str(tmp_path / "site") in (getattr(module, "__file__", None) or ""):
            del sys.modules[name]


def forget_plugins() -> None:
    """Lets the next question about plugins search again."""
    for remembered in (plugins._searched, catalogue._plugged, catalogue.catalogue, settings_of_rules):
        remembered.cache_clear()
