"""Reads the tables of behaviour in `tests/cases/<area>/*.toml`: one `[[case]]` each, with label, text and expectations.

Keys every area shares: `label` (unique in its file), `text` (with spans marked in it, see `attribution.marked`), `why`
(what makes the case worth having, or what decides it) and `expect = "fail"` (known to be wrong: a strict `xfail`, so
that mending it makes the test fail until the key is taken away). All other keys belong to the area.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

from attribution.marked import Marked, parse

CASES = Path(__file__).parent / "cases"

_SHARED_KEYS = frozenset({"label", "text", "why", "expect"})


@frozen
class Case:
    """One case: the file (without ".toml") and label that name it, its text with spans, and the area's own keys."""

    file: str
    label: str
    marked: Marked
    fails: bool = False
    why: str = ""
    keys: Mapping[str, Any] = field(factory=dict)

    @property
    def id(self) -> str:
        """How pytest names it: "file:label"."""
        return f"{self.file}:{self.label}"

    @property
    def text(self) -> str:
        """The text without its marks."""
        return self.marked.text


def load_cases(area: str, known_keys: Iterable[str] | None = None) -> tuple[Case, ...]:
    """Every case of an area, in order of file name and position.

    Raises `ValueError`, naming file and case, for a missing or repeated label, marks that do not pair, a value of
    `expect` other than "fail" and, where `known_keys` is given, a key that is not among them.
    """
    known = None if known_keys is None else _SHARED_KEYS | frozenset(known_keys)
    cases: list[Case] = []
    for path in sorted((CASES / area).glob("*.toml")):
        seen: set[str] = set()
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            case = _case(path.stem, table)
            if case.label in seen:
                raise ValueError(f"{case.id}: the label stands twice")
            if known is not None and (unknown := sorted(table.keys() - known)):
                raise ValueError(f"{case.id}: unknown keys {unknown}")
            seen.add(case.label)
            cases.append(case)
    return tuple(cases)


def parameters(cases: Iterable[Case]) -> list[Any]:
    """The cases for `pytest.mark.parametrize`, each under its own id; known failures as strict xfails."""
    return [
        pytest.param(case, id=case.id, marks=[pytest.mark.xfail(strict=True, reason=case.why)] if case.fails else [])
        for case in cases
    ]


def _case(file: str, table: Mapping[str, Any]) -> Case:
    label = table.get("label")
    if not label:
        raise ValueError(f"{file}: a case without a label")
    if table.get("expect", "fail") != "fail":
        raise ValueError(f'{file}:{label}: expect is "fail" or left out, not {table["expect"]!r}')
    try:
        marked = parse(table["text"])
    except (KeyError, ValueError) as error:
        raise ValueError(f"{file}:{label}: {error}") from error
    keys = {key: value for key, value in table.items() if key not in _SHARED_KEYS}
    return Case(file, label, marked, "expect" in table, table.get("why", ""), keys)
