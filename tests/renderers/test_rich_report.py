import re
import sys

import pytest

from attribution import audit
from attribution.errors import ConfigError
from attribution.renderers.display import columns
from attribution.renderers.plain import render_plain
from attribution.renderers.rich_report import render_rich
from tests.hand_built import empty_report, report
from tests.renderers.html.seeds import SEEDS

CODES = re.compile("\x1b\\[[0-9;]*m")


def bare(text):
    return CODES.sub("", text)


@pytest.mark.parametrize("made", [report(), empty_report("Rain fell."), *map(audit, SEEDS.values())])
def test_it_says_what_the_plain_report_says(made):
    # So wide that nothing wraps: each cell is then one run of words in either.
    assert bare(render_rich(made, width=2000)).split() == render_plain(made, width=2000).split()


def test_grades_and_severities_are_in_colour():
    text = render_rich(report(), width=100)
    assert "\x1b[1;7;31m E 25 \x1b[0m of 100" in text
    assert "\x1b[1;33mANON101\x1b[0m" in text


@pytest.mark.parametrize("width", [56, 80, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(columns(line) for line in bare(render_rich(report(), width=width)).splitlines()) <= width


@pytest.mark.parametrize("setting", ["NO_COLOR", "TERM", "COLUMNS", "FORCE_COLOR"])
def test_the_surroundings_change_nothing(monkeypatch, setting):
    before = render_rich(report())
    monkeypatch.setenv(setting, "dumb" if setting == "TERM" else "1")
    assert render_rich(report()) == before


def test_words_of_an_article_command_nothing():
    text = "[bold red]Sources[/] :smile: said \x1b[2Jso, [link=file:x]Ada Lind[/link] said."
    shown = bare(render_rich(audit(text), width=400))
    assert "\x1b" not in shown
    assert ":smile:" in render_rich(empty_report("", name=":smile: [bold]x[/]"))
    assert "[bold]x[/]" in render_rich(empty_report("", name=":smile: [bold]x[/]"))


def test_without_rich_the_error_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with pytest.raises(ConfigError, match=r"pip install 'attribution-audit\[rich\]'"):
        render_rich(report())
