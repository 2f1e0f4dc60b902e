import os
from itertools import islice
from pathlib import Path

from attribution.running.watching import changes, stamps


def told(*looks):
    """What is told of a series of looks, each a text of file names and their states."""
    states = iter([dict(item.split("=") for item in look.split()) for look in looks])
    found = []
    try:
        for changed in changes(lambda: next(states), lambda: None):
            found.append(changed)
    except RuntimeError:
        pass
    return found


def test_the_first_look_is_nothing_new_and_a_change_is_told_once_it_has_settled():
    assert told("a=1 b=1", "a=1 b=1", "a=2 b=1", "a=2 b=1", "a=2 b=1") == [(), ("a",)]


def test_a_file_that_is_being_written_is_waited_for():
    assert told("a=1", "a=2", "a=3", "a=4", "a=4") == [(), ("a",)]
    assert told("a=1", "", "a=2", "a=2") == [(), ("a",)]


def test_files_that_come_and_go_are_changes():
    assert told("a=1 b=1", "b=1 c=1", "b=1 c=1") == [(), ("a", "c")]


def test_what_was_written_back_as_it_was_is_no_change():
    assert told("a=1", "a=2", "a=1", "a=1", "a=1") == [()]


def test_a_change_while_the_last_one_is_dealt_with_is_not_missed():
    states = {"a": (1, 1, 1)}
    events = changes(lambda: dict(states), lambda: None)
    assert next(events) == ()
    states["a"] = (2, 1, 1)
    assert next(events) == ("a",)
    states["b"] = (1, 1, 1)
    assert list(islice(events, 1)) == [("b",)]


def test_stamps_tell_times_lengths_and_files_apart(tmp_path):
    path, missing = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("one")
    first = stamps([path, missing, Path("nul\0")])
    assert list(first) == [path.as_posix()]
    os.utime(path, ns=(1, 1))
    assert stamps([path]) != first
