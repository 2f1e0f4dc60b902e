"""The scripts run at tiny sizes and print what they promise. No time is asserted: machines are noisy."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import archive, growth, hostile, memory, peers, processes, speed

LENGTH = 400


def run(monkeypatch: pytest.MonkeyPatch, script: object, *arguments: str) -> None:
    """A script as from the command line."""
    monkeypatch.setattr("sys.argv", ["script", *arguments])
    script.main()


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_hostile_text_has_the_length_that_is_asked_for(name: str):
    assert [len(hostile.HOSTILE[name](length)) for length in (LENGTH, 2 * LENGTH)] == [LENGTH, 2 * LENGTH]


def test_varied_prose_differs_from_number_to_number():
    assert len({hostile.varied_prose(LENGTH, number) for number in range(20)}) == 20


def test_growth_prints_a_row_for_each_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    run(monkeypatch, growth, str(LENGTH), "said", "many speakers")
    rows = capsys.readouterr().out.splitlines()
    assert [row[:24].strip() for row in rows[1:3]] == ["said", "many speakers"]
    assert rows[3].startswith("over 2.4: ")
    assert rows[4].startswith("prose ")


def test_growth_names_the_part_that_grows_most_and_leaves_noise_out():
    measured = [{"analysis": 1.0, "json": 0.1, "ANON101": 0.001}, {"analysis": 2.0, "json": 0.5, "ANON101": 0.04}]
    assert growth.worst_doubling(measured) == ("json", 5.0)


def test_memory_prints_both_tables(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(processes, "run", lambda arguments: processes.Cost(1.0, 1_000_000 + int(arguments[-3])))
    run(monkeypatch, memory, "100000", "8")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[-3:]] == [["2", "documents"], ["4", "documents"], ["8", "documents"]]
    assert lines[4].split()[:4] == ["100,000", "characters", "0.9", "audited"]


def test_speed_prints_words_a_second_and_starts_with_ratios(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": hostile.PROSE}) + "\n", encoding="utf-8")
    monkeypatch.setattr(processes, "run", lambda arguments: processes.Cost(0.5, 0))
    run(monkeypatch, speed, str(corpus), "1", "1")
    printed = capsys.readouterr().out
    for name in ("analyze", "audit, all default rules", "audit and render JSON", "NLTK Punkt", "import attribution"):
        assert name in printed
    assert printed.startswith(f"1 articles, {len(hostile.PROSE.split())} words")


def test_speed_without_a_corpus_says_what_it_needs(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(SystemExit, match="JSON Lines"):
        run(monkeypatch, speed)


def test_peers_that_are_not_installed_are_said_to_be_absent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setattr(peers, "find_spec", lambda module: None)
    assert set(peers.tools()) == {"bare regular expression", "NLTK Punkt, untrained"}
    assert "proselint check" not in peers.commands(tmp_path / "article.txt")
    assert capsys.readouterr().err.startswith("spaCy is not installed: left out\nproselint is not installed")


def test_a_process_that_fails_says_why():
    with pytest.raises(RuntimeError, match="ended with 3: no"):
        processes.run(["-c", "import sys; print('no', file=sys.stderr); sys.exit(3)"])


def test_a_process_costs_time_and_memory():
    cost = processes.run(["-c", "pass"])
    assert cost.seconds > 0
    assert cost.bytes > 1_000_000


def test_archive_prints_a_row_for_each_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(2 * (json.dumps({"text": hostile.PROSE}) + "\n"), encoding="utf-8")

    def archived(path: str, output: Path, *options: str) -> float:
        output.mkdir(parents=True)
        return 2.0

    monkeypatch.setattr(archive, "_archive", archived)
    run(monkeypatch, archive, str(corpus), "2", "1")
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"2 articles, {2 * len(hostile.PROSE):,} characters, median of 1"
    rows = {line[:24].strip(): line.split() for line in printed if line.startswith(("one", "two", "Dask,"))}
    assert rows["one process"][-2:] == ["1.00", "1.00"]
    assert rows["two commands"][-1] == "2.00"
    assert printed[-1].startswith("reading and cutting alone: ")
