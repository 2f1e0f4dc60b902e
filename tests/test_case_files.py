"""The reader of case tables refuses what would make a case silently test nothing."""

from pathlib import Path

import pytest

from tests import case_files
from tests.case_files import load_cases, parameters


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of cases in an area called "area"."""
    monkeypatch.setattr(case_files, "CASES", tmp_path)
    (tmp_path / "area").mkdir()
    return tmp_path / "area" / "shape.toml"


def test_a_case_is_named_after_its_file_and_label(table: Path) -> None:
    table.write_text('[[case]]\nlabel = "plain"\ntext = "[[cue|Said]] who?"\nparent2 = 1\n')
    (case,) = load_cases("area")
    assert (case.id, case.text, case.keys["parent2"], case.fails) == ("shape:plain", "Said who?", 1, False)


def test_a_known_failure_is_a_strict_xfail(table: Path) -> None:
    table.write_text('[[case]]\nlabel = "hard"\ntext = "x"\nexpect = "fail"\nwhy = "not yet"\n')
    (parameter,) = parameters(load_cases("area"))
    (mark,) = parameter.marks
    assert (mark.name, mark.kwargs) == ("xfail", {"strict": True, "reason": "not yet"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[case]]\ntext = "x"', "shape: a case without a label"),
        ('[[case]]\nlabel = "a"', "shape:a: 'text'"),
        ('[[case]]\nlabel = "a"\ntext = "[[cue|x"', "shape:a: .* never closed"),
        ('[[case]]\nlabel = "a"\ntext = "x"\nexpect = "pass"', "shape:a: expect is"),
        ('[[case]]\nlabel = "a"\ntext = "x"\nclas = "speech"', r"shape:a: unknown keys \['clas'\]"),
        ('[[case]]\nlabel = "a"\ntext = "x"\n[[case]]\nlabel = "a"\ntext = "y"', "shape:a: the label stands twice"),
    ],
)
def test_a_faulty_table_is_refused(table: Path, text: str, message: str) -> None:
    table.write_text(text)
    with pytest.raises(ValueError, match=message):
        load_cases("area", known_keys=["class"])
