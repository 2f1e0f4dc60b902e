"""`attribution check --fix`: what it writes, and what it leaves."""

import stat

import pytest

BEFORE = "He was allegedly accused of theft.\r\nShe left. 🙂\r\n"
AFTER = BEFORE.replace("allegedly ", "")


@pytest.fixture
def draft(folder):
    path = folder / "draft.txt"
    path.write_bytes(BEFORE.encode("utf-8-sig"))
    path.chmod(0o640)
    return path


def test_a_file_is_mended_in_place_and_keeps_what_it_is(run, draft) -> None:
    done = run("check", "draft.txt", "--fix", "--format", "concise")
    assert "WORD503" not in done.out
    assert draft.read_bytes() == AFTER.encode("utf-8-sig")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert [path.name for path in draft.parent.iterdir() if path.name.startswith(".draft")] == []


def test_a_second_run_changes_nothing(run, draft) -> None:
    run("check", "draft.txt", "--fix")
    before = draft.stat().st_mtime_ns
    run("check", "draft.txt", "--fix")
    assert draft.stat().st_mtime_ns == before


def test_a_difference_writes_nothing(run, draft) -> None:
    done = run("check", "draft.txt", "--diff")
    assert (done.code, draft.read_bytes()) == (1, BEFORE.encode("utf-8-sig"))
    assert done.lines[:2] == ["--- draft.txt", "+++ draft.txt"]
    assert "-He was allegedly accused of theft." in done.out and "+He was accused of theft." in done.out
    assert run("check", "draft.txt", "--diff", "--exit-zero").code == 0


def test_suggestions_are_applied_when_asked_for(run, folder) -> None:
    (folder / "attribution.toml").write_text(
        '[[phrase]]\ncode = "HOUSE001"\nmessage = "No."\nphrases = ["kids"]\nreplacement = "children"\n'
    )
    path = folder / "draft.txt"
    path.write_text("The kids left. “Kids,” she said.")
    run("check", "draft.txt", "--fix")
    assert path.read_text() == "The kids left. “Kids,” she said."
    run("check", "draft.txt", "--unsafe-fixes")
    assert path.read_text() == "The children left. “Kids,” she said."


def test_files_of_many_articles_and_standard_input_are_left_alone(run, folder) -> None:
    wire = (folder / "wire.jsonl").read_bytes()
    assert run("check", "wire.jsonl", "--fix", "--diff").out == ""
    assert (folder / "wire.jsonl").read_bytes() == wire
    assert run("check", "-", "--diff", stdin=BEFORE.encode()).out == ""
