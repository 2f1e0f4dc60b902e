"""A baseline's file: what is written is read back, and everything else is a clear error."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.baseline.entries import Baseline, Entry
from attribution.baseline.files import dump_baseline, load_baseline, named_from, root_of, save_baseline
from attribution.errors import ReadError

ENTRY = '{"file": "a.txt", "rule": "ANON101", "fingerprint": "0f"}'


def wrapped(entries: str, schema: str = "attribution-baseline/1") -> str:
    return f'{{"schema": "{schema}", "entries": {entries}}}'


BROKEN = {
    "": "not valid JSON",
    "<<<<<<< HEAD": "not valid JSON",
    "[]": "'schema' is None, 'attribution-baseline/1' is read",
    '{"schema": 1}': "'schema' is 1",
    wrapped("[]", "attribution-report/1"): "not a baseline: 'schema' is 'attribution-report/1'",
    wrapped("[]", "attribution-baseline/2"): "made by another version of attribution",
    wrapped("{}"): "'entries' is no list",
    wrapped("[1]"): r"entries\[0\] is no object",
    wrapped('[{"file": "a.txt", "rule": "X"}]'): r"entries\[0\] has no 'fingerprint'",
    wrapped(f"[{ENTRY}, {ENTRY[:-1]}, " + '"count": 0}]'): r"entries\[1\].count must be a number from 1, not 0",
    wrapped(f"[{ENTRY[:-1]}, " + '"count": true}]'): r"entries\[0\].count must be a number from 1, not True",
    wrapped(f"[{ENTRY[:-1]}, " + '"words": 1}]'): r"entries\[0\].words must be a string, not 1",
    "[" * 100_000: "not valid JSON",
}


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_or_newer_baseline_is_a_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(ReadError, match=f"^b.json: .*{BROKEN[text]}"):
        load_baseline(path, "b.json")


def test_a_missing_baseline_is_an_error_that_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such baseline; 'attribution baseline write PATH' makes one"):
        load_baseline(tmp_path / "b.json", "b.json")


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
ENTRIES = st.builds(Entry, file=TEXT, rule=TEXT, fingerprint=TEXT, count=st.integers(1), message=TEXT, words=TEXT)


@given(st.lists(ENTRIES, max_size=6))
def test_what_is_written_is_read_back_and_sorted(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    baseline = Baseline.of({entry.key: entry for entry in entries})
    save_baseline(baseline, path, "b.json")
    assert load_baseline(path, "b.json").entries == baseline.entries
    assert dump_baseline(load_baseline(path, "b.json")) == path.read_text(encoding="utf-8")
    assert list(baseline.entries) == sorted(baseline.entries)


def test_another_entry_is_another_line(tmp_path: Path) -> None:
    entries = {entry.key: entry for entry in (Entry("a.txt", "ANON101", "1"), Entry("c.txt", "ANON101", "2"))}
    more = Entry("b.txt", "ANON101", "3")
    before = dump_baseline(Baseline.of(entries)).splitlines()
    after = dump_baseline(Baseline.of({**entries, more.key: more})).splitlines()
    assert len(set(after) - set(before)) == 1
    assert set(before) <= set(after)


def test_the_same_entry_twice_counts_as_often_as_the_more_frequent(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(wrapped(f"[{ENTRY}, {ENTRY[:-1]}, " + '"count": 3}, ' + ENTRY + "]"))
    assert [entry.count for entry in load_baseline(path, "b.json").entries.values()] == [3]


def test_files_are_named_from_the_folder_of_the_nearest_configuration(tmp_path: Path) -> None:
    (tmp_path / "ci").mkdir()
    assert root_of(tmp_path / "ci" / "b.json") == (tmp_path / "ci").resolve()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "attribution.toml").write_text("")
    (tmp_path / "desk" / "ci").mkdir()
    root = root_of(tmp_path / "desk" / "ci" / "b.json")
    assert root == (tmp_path / "desk").resolve()
    assert named_from(root, str(tmp_path / "desk" / "in" / "a.txt")) == "in/a.txt"
    assert named_from(root, str(tmp_path / "a.txt")) == "../a.txt"
    assert named_from(root, "-") == "-"
