import json
import os
import signal
import subprocess
import sys
import time

import pytest

from attribution import pipeline
from attribution.running import keys, parallel
from tests.cli.conftest import BRIDGE, TALKS

CACHE = ".attribution_cache"


@pytest.fixture
def audited(monkeypatch):
    """The names of the articles that were audited in this process."""
    names = []
    true = pipeline.audit

    def counted(article, *, config=None):
        names.append(article.name)
        return true(article, config=config)

    monkeypatch.setattr(pipeline, "audit", counted)
    return names


@pytest.fixture
def many(folder):
    """A folder of forty articles, some of which cannot be read."""
    (folder / "many").mkdir()
    for number in range(40):
        path = folder / "many" / f"{number:02}.txt"
        path.write_text((TALKS, BRIDGE)[number % 2] * (1 + number % 7), encoding="utf-8")
    (folder / "many" / "05.txt").write_bytes(b"Caf\xe9 owners said no.")
    (folder / "many" / "21.txt").write_bytes(b"")
    return folder


FORMATS = ["full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv"]


@pytest.mark.parametrize("format", FORMATS)
def test_several_processes_a_warm_cache_and_one_process_give_the_same_bytes(run, many, format):
    command = ("check", "many", "wire.jsonl", "--format", format, "--min-level", "info")
    alone = run(*command, "--jobs", "1", "--no-cache")
    assert alone.code == 2
    assert len(alone.err.splitlines()) == 2
    assert run(*command, "--jobs", "3", "--no-cache") == alone
    assert not (many / CACHE).exists()
    assert [run(*command), run(*command)] == [alone, alone]


@pytest.mark.parametrize("format", ["plain", "json", "jsonl", "spans"])
def test_reports_are_the_same_from_several_processes_and_from_the_cache(run, many, format):
    command = ("report", "many", "wire.jsonl", "--format", format)
    alone = run(*command, "--jobs", "1", "--no-cache")
    assert alone.code == 2
    assert run(*command, "--jobs", "2", "--no-cache") == alone
    assert [run(*command), run(*command)] == [alone, alone]


def test_processes_that_start_anew_give_the_same_bytes(run, many, monkeypatch):
    import multiprocessing

    command = ("check", "many", "--no-cache", "--jobs")
    alone = run(*command, "1")
    monkeypatch.setattr(parallel, "_context", lambda: multiprocessing.get_context("spawn"))
    assert run(*command, "2") == alone


def test_what_was_audited_once_is_not_audited_again(run, folder, audited):
    first = run("check", "in")
    assert audited == ["in/bridge.txt", "in/talks.txt"]
    assert run("check", "in") == first
    assert len(audited) == 2
    run("check", "in", "--no-cache")
    assert len(audited) == 4
    assert (folder / CACHE / "CACHEDIR.TAG").is_file()


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda folder: (folder / "in/talks.txt").write_text(TALKS + "It rained.\n"), 1),
        (lambda folder: (folder / "in/talks.txt").rename(folder / "in/walks.txt"), 1),
        (lambda folder: (folder / "attribution.toml").write_text('ignore = ["ANON"]'), 2),
        (lambda folder: (folder / "attribution.toml").write_text('per_file_ignores = {"talks*" = ["ANON"]}'), 2),
        (lambda folder: (folder / "in/talks.txt").touch(), 0),
    ],
    ids=["text", "name", "configuration", "configuration of one file", "time"],
)
def test_what_changed_is_audited_again(run, folder, audited, change, again):
    from attribution.configuring import files, project

    (folder / "attribution.toml").write_text("")
    run("check", "in")
    change(folder)
    for remembered in (files.nearest, files.load_chain, project.project_of):
        remembered.cache_clear()
    del audited[:]
    run("check", "in")
    if "per_file" in (folder / "attribution.toml").read_text():
        assert audited == ["in/talks.txt"]
    else:
        assert len(audited) == again


def test_options_of_the_command_line_are_part_of_what_is_kept(run, folder, audited):
    for options in (
        (),
        ("--own-outlet", "Reuters"),
        ("--profile", "strict"),
        ("--ignore", "ANON"),
        ("--select", "ANON"),
    ):
        del audited[:]
        run("check", "in/talks.txt", *options)
        assert len(audited) == 1
    del audited[:]
    run("check", "in/talks.txt", "--format", "json", "--min-level", "info", "--fail-on", "never")
    assert not audited


def test_another_version_audits_again(run, folder, audited, monkeypatch):
    run("check", "in")
    monkeypatch.setattr(keys, "library_digest", lambda: "edited")
    run("check", "in")
    assert len(audited) == 4


def test_reports_of_another_shape_are_kept_apart(run, folder, audited, monkeypatch):
    run("report", "in/talks.txt", "--format", "spans")
    run("report", "in/talks.txt", "--format", "spans", "--all-classes")
    run("report", "in/talks.txt")
    monkeypatch.setenv("COLUMNS", "60")
    narrow = run("report", "in/talks.txt")
    assert len(audited) == 4
    assert run("report", "in/talks.txt") == narrow
    assert len(audited) == 4


def test_a_damaged_entry_is_audited_again_and_mended(run, folder, audited):
    first = run("check", "in")
    for path in (folder / CACHE).glob("*/*.json"):
        path.write_bytes(path.read_bytes()[:-9])
    assert run("check", "in") == first
    assert run("check", "in") == first
    assert len(audited) == 4


def test_standard_input_and_fixes_are_not_kept(run, folder):
    run("check", "-", stdin=TALKS.encode())
    run("check", "in", "--diff")
    assert not (folder / CACHE).exists()


def test_a_cache_that_cannot_be_written_is_one_warning_and_changes_nothing(run, folder):
    (folder / CACHE).write_text("a file where the folder should be")
    done, plain = run("check", "in"), run("check", "in", "--no-cache")
    assert (done.code, done.out) == (plain.code, plain.out)
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("attribution: warning: the cache cannot be written: ")


def test_the_cache_stands_beside_the_configuration(run, folder):
    (folder / "in" / "attribution.toml").write_text("")
    run("check", "in")
    assert (folder / "in" / CACHE).is_dir()
    assert not (folder / CACHE).exists()


def test_cleaning_deletes_it(run, folder):
    assert run("cache", "clean").out == "there was no cache\n"
    run("check", "in")
    assert run("cache", "clean").out == f"deleted {CACHE}\n"
    assert not (folder / CACHE).exists()
    assert run("cache", "clean", "nowhere").code == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_wrong_configuration_is_said_once(run, many, jobs):
    (many / "attribution.toml").write_text('select = ["NOPE1"]\n[rules.ANON101]\nseverity = "fatal"\n')
    done = run("check", "many", "--jobs", jobs)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 2)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_pattern_that_does_not_end_is_said_once(run, many, jobs, monkeypatch):
    monkeypatch.setattr("attribution.rules.house.SECONDS", 0.05)
    (many / "many" / "00.txt").write_text("a" * 60 + "!")
    (many / "attribution.toml").write_text(
        "[[phrase]]\ncode = 'HOUSE001'\nmessage = 'No.'\npattern = '(?:a|aa|a?a)+$'\n"
    )
    done = run("check", "many", "--jobs", jobs)
    assert done.code == 2
    # A process that starts anew knows nothing of the shorter limit.
    (said,) = (line for line in done.err.splitlines() if "HOUSE001" in line)
    limit = said.removeprefix("attribution: many/00.txt: phrase HOUSE001: its pattern did not finish within ")
    assert limit in ("0.05 s; bound its repeats", "2 s; bound its repeats")
    assert "many/01.txt" in done.out, "the other articles are checked all the same"


@pytest.mark.parametrize("jobs", ["0", "-1", "two", ""])
def test_the_number_of_processes_is_a_number_from_1_on(run, folder, jobs):
    done = run("check", "in", f"--jobs={jobs}")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "whole number from 1 on" in done.err


def loaded(*arguments, cwd):
    """The modules that a run of the command loads."""
    program = (
        "import sys; from attribution.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=cwd,
        env=environment,
    )
    return set(done.stderr.split())


def test_one_short_article_starts_no_machinery(folder):
    modules = loaded("check", "in/talks.txt", cwd=folder)
    assert not modules & {"multiprocessing", "concurrent.futures", "subprocess", "urllib.request", "nltk"}


def test_an_article_that_is_kept_loads_no_stage(folder):
    loaded("check", "in/talks.txt", cwd=folder)
    stages = {"attribution.pipeline", "attribution.extraction.extracting", "attribution.sources.resolution"}
    assert not loaded("check", "in/talks.txt", cwd=folder) & stages


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes")
def test_an_interruption_ends_every_process_at_once(folder):
    line = json.dumps({"text": BRIDGE * 20}) + "\n"
    (folder / "long.jsonl").write_text(line * 2_000)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "attribution", "check", "long.jsonl", "--jobs", "2", "--no-cache"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    with pytest.raises(ProcessLookupError):
        for _ in range(100):  # a process that has ended is there until somebody took note of it
            os.killpg(process.pid, 0)
            time.sleep(0.1)


STAGES = ("text.segmenting", "cues", "extraction", "sources", "scoring", "rules", "pipeline", "lexicons.matching")


def test_what_was_audited_before_loads_no_stage_no_rule_and_no_other_format(folder):
    first, again = (loaded("check", "in/talks.txt", cwd=folder) for _ in range(2))
    stages = {f"attribution.{stage}" for stage in STAGES}
    others = {"attribution.cli.report", "attribution.renderers.html", "attribution.renderers.checks.sarif"}
    assert first >= stages
    assert not again & (stages | others)
    assert not first & others
