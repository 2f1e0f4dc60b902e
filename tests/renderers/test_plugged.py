"""Formats of plugins: used under their names, and named when they fail."""

import pytest

from attribution import audit, render
from attribution.errors import ConfigError, PluginError
from attribution.renderers.checks.formats import FORMATS, find_format

GROUP = "attribution.renderers"


def renderer(install, body: str) -> None:
    install("added", {GROUP: {"tally": "made:tally"}}, {"made.py": f"def tally(reports):\n    {body}\n"})


def test_a_format_gets_all_reports_and_gives_pieces(install):
    renderer(install, "yield 'head\\n'; yield from (f'{len(report.findings)}\\n' for report in reports)")
    report = audit("Rain fell.")
    assert "".join(find_format("tally")([report, report])) == "head\n0\n0\n"
    assert render(report, "tally") == "head\n0"


def test_a_format_may_give_one_string(install):
    renderer(install, "return 'all\\n'")
    assert list(find_format("tally")([])) == ["all\n"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("yield 1", "a renderer gives strings, not a int"),
        ("return None", "a renderer gives strings, not a NoneType"),
        ("yield str(1 / 0)", "ZeroDivisionError: division by zero"),
    ],
)
def test_a_format_that_fails_is_an_error_that_names_it(install, body, problem):
    renderer(install, body)
    with pytest.raises(PluginError, match="entry point 'tally'") as caught:
        list(find_format("tally")([audit("Rain fell.")]))
    assert caught.value.problem == problem


def test_what_fails_elsewhere_passes_through_a_format(install):
    renderer(install, "yield from (report.version for report in reports)")

    def failing():
        yield audit("Rain fell.")
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        list(find_format("tally")(failing()))


def test_names_of_ours_stay_ours(install):
    install("added", {GROUP: {"full": "no_such_module:x", "json": "no_such_module:x"}}, {})
    assert find_format("full") is FORMATS["full"]
    assert render(audit("Rain fell."), "json").startswith("{")


def test_an_unknown_format_names_those_of_plugins_too(install):
    renderer(install, "yield ''")
    with pytest.raises(ConfigError, match=r"'taly' is not known; did you mean tally.*csv, tally"):
        find_format("taly")
    with pytest.raises(ConfigError, match=r"'taly' is not known; .*web-annotation, tally"):
        render(audit("Rain fell."), "taly")
