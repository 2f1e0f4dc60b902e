import os
import subprocess
import sys

import pytest

from attribution.readers.formats import read_endings
from attribution.version import VERSION

COMMAND = [sys.executable, "-m", "attribution"]
READ = " and ".join((", ".join(read_endings()[:-1]), read_endings()[-1]))


def test_the_version(run):
    assert run("--version").out == f"attribution {VERSION}\n"


@pytest.mark.parametrize("command", [(), ("report",), ("check",), ("rules",), ("rule",)])
def test_help_is_there_for_every_command(run, command):
    done = run(*command, "--help")
    assert (done.code, done.out.startswith("usage: attribution")) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "COMMAND"),
        (("reprot", "x"), "'report', 'check', 'diff', 'rules', 'rule'"),
        (("report",), "PATH"),
        (("report", "x", "--format", "xml"), "'plain', 'json', 'jsonl', 'spans'"),
        (("report", "x", "--form", "json"), "--form"),
        (("check", "x", "--min-level", "fatal"), "'error', 'warning', 'info'"),
        (("check", "x", "--fail-on", "always"), "'error', 'warning', 'info', 'never'"),
        (("check", "x", "--format", "xml"), "'full', 'concise', 'grouped'"),
        (("rule",), "CODE"),
        (("rule", "ANON999"), "there are ANON101"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_one_line_that_says_what_is_accepted_and_2(run, arguments, said):
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("attribution")
    assert said.replace("'", "") in done.err.replace("'", "")


@pytest.mark.parametrize("command", ["report", "check"])
def test_every_unreadable_input_is_a_line_and_every_readable_one_is_reported(run, folder, command):
    (folder / "latin.txt").write_bytes(b"Caf\xe9 owners said no.")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "bare").mkdir()
    (folder / "broken.jsonl").write_text('{"id": "good", "text": "A source said no."}\n{"id":\n')
    done = run(command, "missing.txt", "latin.txt", "empty.txt", "bare", "broken.jsonl", "in/talks.txt")
    assert done.code == 2
    assert done.err.splitlines() == [
        "attribution: missing.txt: no such file or folder",
        "attribution: latin.txt: not UTF-8: byte 0xe9 at offset 3 (invalid continuation byte); save it as UTF-8",
        "attribution: empty.txt: holds no text",
        f"attribution: bare: the folder holds no file that is read; these are {READ}",
        "attribution: broken.jsonl: line 2: not valid JSON: Expecting value at column 7",
    ]
    assert "good" in done.out
    assert "in/talks.txt" in done.out


def test_output_is_plain_when_it_is_no_terminal(run, folder):
    assert "\x1b" not in run("report", "in").out + run("check", "in").out + run("rules").out


@pytest.mark.parametrize(
    ("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_and_can_be_refused(run, folder, monkeypatch, environment, colored):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert ("\x1b[" in run("report", "in/talks.txt").out) is colored


@pytest.mark.parametrize("width", [60, 120])
def test_lines_keep_to_the_width(run, folder, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, run("report", "in").lines)) <= width


def test_a_closed_pipe_ends_the_run_without_complaint(folder):
    (folder / "long.txt").write_text("A source said that the talks had failed.\n" * 3000)
    # Unbuffered, Python itself keeps a short write from us.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    arguments = [*COMMAND, "report", "long.txt"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 141


def test_output_is_utf_8_whatever_the_locale(folder):
    environment = {"PYTHONIOENCODING": "latin-1", "PATH": ""}
    (folder / "quoted.txt").write_text("“No,” said Ada Lind 🙂.\n", encoding="utf-8")
    done = subprocess.run([*COMMAND, "report", "quoted.txt"], capture_output=True, env=environment, check=True)
    assert "░" in done.stdout.decode("utf-8")
