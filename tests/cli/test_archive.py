"""`attribution archive`: in this process, and as a command that is interrupted and killed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archiving.inline import article, contents, lines, mapped, write_lines

ROOT = Path(__file__).parent.parent.parent
COMMAND = ("archive", "wire.jsonl", "--format", "jsonl", "--shard-size", "2", "--jobs", "2", "--output")


@pytest.fixture
def wire(tmp_path, monkeypatch):
    """An archive of thirty articles, in the working folder."""
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "wire.jsonl", map(article, range(30)))
    return tmp_path


def test_the_command_writes_tables_and_prints_sourcing(run, folder):
    done = run("archive", "in", "wire.jsonl", "--format", "jsonl", "--output", "out", "--jobs", "1")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "Outlet   Month  Documents  Unnamed  Relayed  Reasons  Points  A/B/C/D/E/F"
    assert done.lines[1].split()[:6] == ["Reuters", "–", "1", "100%", "100%", "0%"]
    assert done.lines[-1] == "4 documents read, 4 in the tables, 0 failed"
    assert [row["id"] for row in lines(folder / "out" / "documents" / "000000.jsonl")] == [
        "in/bridge.txt",
        "in/talks.txt",
        "w1",
        "w2",
    ]


def test_what_cannot_be_read_is_counted_and_gives_2(run, folder):
    (folder / "wire.jsonl").write_bytes((folder / "wire.jsonl").read_bytes() + b"broken\n")
    done = run("archive", "wire.jsonl", "--format", "jsonl", "--output", "out", "--jobs", "1", "--quiet")
    assert (done.code, done.err) == (2, "")
    assert done.out == "3 documents read, 2 in the tables, 1 failed (out/failed.jsonl)\n"
    assert lines(folder / "out" / "failed.jsonl")[0]["place"] == "wire.jsonl:3"


def test_columns_and_the_configuration_are_taken_from_the_command_line(run, folder):
    record = {"body": "Ada Lind told the Post that it fell.", "key": "k", "by": "Post", "day": "2026-03-04"}
    write_lines(folder / "other.jsonl", [record])
    columns = ("--text-column", "body", "--id-column", "key", "--publisher-column", "by", "--date-column", "day")
    select = ("--select", "ANON101", "--own-outlet-from-publisher", "--jobs", "1")
    assert run("archive", "other.jsonl", "--format", "jsonl", "--output", "out", *columns, *select).code == 0
    (row,) = lines(folder / "out" / "documents" / "000000.jsonl")
    assert (row["id"], row["publisher"], row["month"], row["relayed"]) == ("k", "Post", "2026-03", 0)
    begun = json.loads((folder / "out" / "run.json").read_bytes())
    assert begun["configuration"]["select"] == ["ANON101"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("in", "--output", "in"), "in is not empty: it is not an archive's; name another folder"),
        (("in", "in/bridge.txt", "--output", "out"), "in/bridge.txt is read twice: it is inside in"),
        (("in", "--output", "out", "--scheduler", "tcp://a:1"), "--scheduler: only --engine dask has one"),
        (("in", "--output", "out", "--jobs", "0"), "must be a whole number from 1 on, not '0'"),
        (("in", "--output", "out", "--select", "NOPE"), "NOPE"),
        (("in",), "the following arguments are required: --output"),
    ],
)
def test_wrong_usage_is_a_line_and_2(run, folder, options, message):
    done = run("archive", *options, "--format", "jsonl")
    assert done.code == 2
    assert message in done.err
    assert not (folder / "out").exists()


def start(*options):
    """Starts the command in a group of processes of its own, as a terminal does."""
    return subprocess.Popen(
        [sys.executable, "-m", "attribution", *COMMAND, *options],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for_shards(output, number):
    """Waits until so many shards are written."""
    limit = time.monotonic() + 120
    while time.monotonic() < limit:
        if (output / "shards").is_dir() and len(list((output / "shards").glob("*.json"))) >= number:
            return
        time.sleep(0.02)
    raise AssertionError("no shard was written")


@pytest.fixture
def whole(wire):
    """What the archive gives when nothing comes between."""
    mapped("wire.jsonl", output=wire / "whole", shard_documents=2)
    return contents(wire / "whole")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="groups of processes are a matter of POSIX")
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGKILL"])
def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(wire, whole, run, signal_name):
    process = start("out")
    wait_for_shards(wire / "out", 2)
    if signal_name == "SIGINT":
        os.killpg(process.pid, signal.SIGINT)  # every process of it, as Ctrl-C does
    else:
        process.kill()
    _, said = process.communicate(timeout=120)
    if signal_name == "SIGINT":
        assert process.returncode == 130
        assert said.startswith("attribution: interrupted; the same command with --resume goes on: ")
        assert len(said.splitlines()) == 1
        assert not list((wire / "out").rglob("*.unfinished"))
    assert len(list((wire / "out" / "shards").glob("*.json"))) < 15
    assert run(*COMMAND, "out", "--resume").code == 0
    assert contents(wire / "out") == whole


def test_a_dask_run_prints_what_a_local_one_prints_and_writes_the_same(wire, whole, run):
    pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    done = run(*COMMAND, "out", "--engine", "dask")
    assert (done.code, done.err) == (0, "")
    assert contents(wire / "out") == whole


def test_help_and_version_load_nothing_of_an_archive():
    code = "import sys; from attribution.cli.main import _parser; _parser(); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert not {"pyarrow", "distributed", "sqlite3", "attribution.archiving"} & set(loaded.stdout.split())


def test_defaults_are_those_of_the_library():
    from attribution.archiving.settings import LONGEST
    from attribution.archiving.sharding import DOCUMENTS
    from attribution.cli import archive

    assert (archive._SHARD, archive._LONGEST) == (DOCUMENTS, LONGEST)
