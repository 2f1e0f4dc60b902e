"""Plugins on the command line: they are listed and used, and a broken one costs nothing but its own work."""

import pytest

from attribution.rules.catalogue import own_rules
from tests.made_rules import rule_module

RULES, READERS, RENDERERS = "attribution.rules", "attribution.readers", "attribution.renderers"
BROKEN = "attribution: plugin broken 1.0 (entry point 'x' of attribution.rules): ModuleNotFoundError"


def test_without_plugins_exactly_our_rules_are_listed(run):
    listed = run("rules", "--format", "json").json()
    assert [rule["code"] for rule in listed] == list(own_rules())
    assert all(rule["plugin"] is None for rule in listed)


def test_rules_of_plugins_are_listed_and_marked(run, install):
    install("added", {RULES: {"x": "made"}}, {"made.py": rule_module("LONGCODE1234")})
    (line,) = [line for line in run("rules").lines if line.startswith("LONGCODE1234  warning  made-up ")]
    assert "[added]" in line
    assert "From the plugin added 1.0." in run("rule", "longcode1234").lines
    assert run("rule", "made-up", "--format", "json").json()["plugin"]["distribution"] == "added"


def test_a_broken_rule_is_one_line_and_the_other_rules_look(run, folder, install):
    install("broken", {RULES: {"x": "no_such_module"}}, {})
    done = run("check", "in", "--format", "concise", "--min-level", "info")
    assert done.code == 2
    assert done.err.startswith(BROKEN)
    assert len(done.err.splitlines()) == 1
    assert "in/talks.txt:1:1: ANON" in done.out


@pytest.mark.parametrize("arguments", [("rules",), ("rule", "ANON101")])
def test_a_broken_rule_does_not_fail_the_commands_that_tell_of_rules(run, install, arguments):
    install("broken", {RULES: {"x": "no_such_module"}}, {})
    done = run(*arguments)
    assert (done.code, len(done.err.splitlines())) == (0, 1)
    assert "ANON101" in done.out


def test_a_rule_that_fails_in_an_article_is_left_out_of_it(run, folder, install):
    body = "yield Hit(Span(0, 1)) if 'Reuters' in reading.text else 1 / 0"
    install("added", {RULES: {"x": "made"}}, {"made.py": rule_module(body=body)})
    done = run("check", "in", "--format", "concise", "--select", "TEST101,ATTR203")
    assert done.code == 2
    assert [line.split(" ")[1] for line in done.lines if ": " in line] == ["ATTR203", "TEST101"]
    where = "attribution: in/bridge.txt: plugin added 1.0 (entry point 'x' of attribution.rules, rule TEST101): "
    assert done.err == where + "ZeroDivisionError: division by zero\n"


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_format_of_a_plugin_is_used(run, folder, install, command):
    source = (
        "def tally(reports):\n    yield from (report.analysis.document.article.name + '\\n' for report in reports)\n"
    )
    install("added", {RENDERERS: {"tally": "made:tally"}}, {"made.py": source})
    done = run(command, "in", "--format", "tally", *(["--exit-zero"] if command == "check" else []))
    assert (done.code, done.out, done.err) == (0, "in/bridge.txt\nin/talks.txt\n", "")
    assert "tally" in run(command, "--help").out


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_format_of_a_plugin_writes_about_all_articles_at_once_and_gets_all_of_each(run, folder, install, command):
    source = """\
        def tally(reports):
            yield "sources\\n"
            for report in reports:
                yield f"{len(report.analysis.sources)}\\n"
        """
    install("added", {RENDERERS: {"tally": "made:tally"}}, {"made.py": source})
    assert run(command, "in", "--format", "tally").out == "sources\n1\n1\n"


def test_a_format_that_nobody_has_names_those_there_are(run, folder, install):
    install("added", {RENDERERS: {"tally": "math:pi"}}, {})
    assert "invalid choice: 'taly'" in (done := run("check", "in", "--format", "taly")).err
    assert "tally" in done.err


def test_a_format_that_fails_is_one_line(run, folder, install):
    install("added", {RENDERERS: {"tally": "made:tally"}}, {"made.py": "def tally(reports):\n    1 / 0\n"})
    done = run("check", "in", "--format", "tally")
    where = "attribution: plugin added 1.0 (entry point 'tally' of attribution.renderers): "
    assert (done.code, done.err) == (2, where + "ZeroDivisionError: division by zero\n")


def test_names_of_ours_are_said_to_be_taken_and_cost_nothing(run, folder, install):
    install("added", {RENDERERS: {"full": "math:pi"}, READERS: {"txt": "math:pi"}}, {})
    done = run("check", "in/bridge.txt", "--fail-on", "never")
    assert done.code == 0
    assert [line.rsplit(": ", 1)[1] for line in done.err.splitlines()] == [
        "'txt' is built in; ours is used",
        "'full' is built in; ours is used",
    ]


def test_files_that_a_plugin_reads_are_checked(run, folder, install):
    source = (
        "from attribution.model.document import Article\n\ndef parse(data, name):\n    return Article(data.decode())\n"
    )
    install("added", {READERS: {"wire": "made:parse"}}, {"made.py": source})
    (folder / "in" / "talks.txt").rename(folder / "in" / "talks.wire")
    assert "in/talks.wire:1:1: ANON" in run("check", "in", "--format", "concise", "--min-level", "info").out
