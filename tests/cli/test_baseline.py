"""Baselines on the command line."""

import json
from pathlib import Path

import pytest

BARE = "Sources said the pier had sunk.\n"
NAME = "attribution-baseline.json"
WARN = ("--fail-on", "warning")


@pytest.fixture
def pier(folder: Path) -> Path:
    """An article with findings, alone in its folder."""
    (folder / "desk").mkdir()
    path = folder / "desk" / "pier.txt"
    path.write_text(f"Rain fell.\n\n{BARE}")
    return path


def entries(folder: Path, name: str = NAME) -> list[dict[str, object]]:
    return json.loads((folder / name).read_text(encoding="utf-8"))["entries"]


def test_a_baseline_written_then_checked_gives_0_and_a_new_anonymous_source_after_it_1(run, folder, pier):
    assert run("check", "desk", *WARN).code == 1
    assert run("baseline", "write", "desk").code == 0
    done = run("check", "desk", *WARN, "--baseline", NAME)
    assert (done.code, len(done.lines)) == (0, 1)
    pier.write_text(pier.read_text() + "\nA person close to the mayor said the bridge would fall.\n")
    done = run("check", "desk", *WARN, "--baseline", NAME)
    assert done.code == 1
    assert "desk/pier.txt:5:" in done.out
    assert "desk/pier.txt:3:" not in done.out


def test_edits_elsewhere_move_nothing(run, folder, pier):
    run("baseline", "write", "desk")
    before = (folder / NAME).read_bytes()
    pier.write_text("A new lead, with more rain.\n\n[attribution: off BAL605 so]\n\n" + pier.read_text())
    done = run("check", "desk", "--fail-on", "info", "--min-level", "info", "--baseline", NAME, "--ignore", "META")
    assert (done.code, len(done.lines)) == (0, 1)
    assert run("baseline", "update", "desk", "--ignore", "META").code == 0
    assert (folder / NAME).read_bytes() == before
    pier.write_text(pier.read_text().replace("sunk", "gone down"))
    assert run("check", "desk", *WARN, "--baseline", NAME).code == 1


def test_entries_are_sorted_named_from_the_project_and_readable(run, folder, pier, monkeypatch):
    run("baseline", "write", "desk", "in")
    found = entries(folder)
    assert [(item["file"], item["rule"]) for item in found] == sorted((item["file"], item["rule"]) for item in found)
    assert {item["file"] for item in found} == {"desk/pier.txt", "in/bridge.txt", "in/talks.txt"}
    assert all(item["count"] == 1 and item["message"] and item["words"] for item in found)
    before = (folder / NAME).read_bytes()
    monkeypatch.chdir(folder / "desk")
    assert run("check", "pier.txt", "../in", *WARN, "--baseline", f"../{NAME}").code == 0
    assert run("baseline", "write", "../in", ".", "--baseline", f"../{NAME}").code == 0
    assert (folder / NAME).read_bytes() == before


def test_the_configuration_names_the_baseline(run, folder, pier):
    (folder / "attribution.toml").write_text('baseline = "ci/accepted.json"\n')
    (folder / "ci").mkdir()
    done = run("check", "desk")
    assert (done.code, done.err) == (
        2,
        "attribution: ci/accepted.json: no such baseline; 'attribution baseline write PATH' makes one\n",
    )
    assert run("baseline", "write", "desk").lines[0].startswith("ci/accepted.json: ")
    assert {item["file"] for item in entries(folder, "ci/accepted.json")} == {"desk/pier.txt"}
    assert run("check", "desk", *WARN).code == 0
    assert run("check", "desk", *WARN, "--no-baseline").code == 1
    assert run("check", "desk", *WARN, "--isolated").code == 1


def test_what_no_longer_occurs_is_said_and_pruned(run, folder, pier):
    run("baseline", "write", "desk", "in")
    all_of_them = entries(folder)
    pier.write_text("Rain fell.\n")
    gone = [item for item in all_of_them if item["file"] == "desk/pier.txt"]
    last = run("check", "desk", "--baseline", NAME).lines[-1]
    assert last.endswith(f"; 0 accepted by the baseline, {len(gone)} entries of which no longer occur")
    assert run("baseline", "update", "desk").code == 0
    assert entries(folder) == all_of_them
    assert run("baseline", "prune", "in").code == 0
    assert entries(folder) == all_of_them
    done = run("baseline", "prune", "desk")
    assert done.out == f"{NAME}: {len(gone)} entries dropped or lowered, {len(all_of_them) - len(gone)} left\n"
    assert entries(folder) == [item for item in all_of_them if item["file"] != "desk/pier.txt"]


def test_a_file_that_is_gone_is_pruned_with_its_folder_alone(run, folder, pier):
    (folder / "desk" / "rain.txt").write_text("Rain fell.\n")
    run("baseline", "write", "desk")
    pier.unlink()
    run("baseline", "prune", "desk/rain.txt")
    assert entries(folder)
    run("baseline", "prune", ".")
    assert entries(folder) == []


def test_rules_that_did_not_look_keep_their_entries(run, folder, pier):
    run("baseline", "write", "desk")
    kept = [item for item in entries(folder) if item["rule"] != "ANON103"]
    pier.write_text("Rain fell.\n")
    last = run("check", "desk", "--baseline", NAME, "--select", "ANON103").lines[-1]
    assert last.endswith(", 1 entry of which no longer occurs")
    run("baseline", "prune", "desk", "--select", "ANON103")
    assert entries(folder) == kept


def test_what_is_suppressed_needs_no_baseline(run, folder, pier):
    pier.write_text(f"[attribution: ignore-file known]\n{BARE}")
    run("baseline", "write", "desk")
    assert entries(folder) == []


def test_the_same_paragraph_twice_is_counted(run, folder, pier):
    (folder / "twice.jsonl").write_text(f"{json.dumps({'text': BARE})}\n" * 2)
    select = ("--select", "ANON103")
    run("baseline", "write", "twice.jsonl", *select)
    assert [item["count"] for item in entries(folder)] == [2]
    assert run("check", "twice.jsonl", *select, "--baseline", NAME).code == 0
    (folder / "twice.jsonl").write_text(f"{json.dumps({'text': BARE})}\n" * 3)
    done = run("check", "twice.jsonl", *select, "--baseline", NAME)
    assert (done.code, done.lines[-1]) == (
        1,
        "1 error, 0 warnings, 0 for information in 3 articles; 2 accepted by the baseline",
    )
    (folder / "twice.jsonl").write_text(f"{json.dumps({'text': BARE})}\n")
    assert run("baseline", "prune", "twice.jsonl", *select).code == 0
    assert [item["count"] for item in entries(folder)] == [1]


def test_nothing_is_written_when_an_input_cannot_be_read(run, folder, pier):
    done = run("baseline", "write", "desk", "missing.txt")
    assert (done.code, done.err) == (2, "attribution: missing.txt: no such file or folder\n")
    assert not (folder / NAME).exists()


@pytest.mark.parametrize("action", ["update", "prune"])
def test_what_is_not_there_cannot_be_updated(run, folder, pier, action):
    done = run("baseline", action, "desk")
    assert (done.code, done.err) == (
        2,
        f"attribution: {NAME}: no such baseline; 'attribution baseline write PATH' makes one\n",
    )


def test_a_baseline_that_cannot_be_written_is_one_line_and_2(run, folder, pier):
    done = run("baseline", "write", "desk", "--baseline", "missing/b.json")
    assert (done.code, done.err) == (
        2,
        "attribution: missing/b.json: cannot be written: No such file or directory\n",
    )


def test_the_commands_of_the_page_about_adopting_do_what_it_says(run, folder):
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "adopt-in-a-newsroom.md").read_text(encoding="utf-8")
    (folder / "articles").mkdir()
    pier = folder / "articles" / "pier.txt"
    pier.write_text(f"{BARE}\nTwo officials said on condition of anonymity that the talks had failed.\n")
    (folder / "attribution.toml").write_text(f'baseline = "{NAME}"\n')

    def shown(start: str) -> list[str]:
        command = page[page.index(f"attribution {start}") :].splitlines()[0].split("`")[0].split("#")[0]
        return [word.strip('"') for word in command.replace('"cleared by legal"', "cleared_by_legal").split()[1:]]

    assert run(*shown("baseline write")).code == 0
    assert run(*shown("check articles/ --fail-on")).code == 0
    (folder / NAME).write_text('{"schema": "attribution-baseline/1", "entries": []}')
    assert run(*shown("check articles/pier.txt --add-ignore")).code == 0
    assert pier.read_text().startswith("[attribution: ignore ANON101 cleared_by_legal]\n")
    assert run(*shown("baseline update")).code == 0
    assert run(*shown("check articles/ --fail-on")).code == 0
    assert run(*shown("baseline prune")).lines == [f"{NAME}: 0 entries dropped or lowered, {len(entries(folder))} left"]
