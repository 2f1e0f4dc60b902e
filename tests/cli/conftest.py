"""The command line, run in this process."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from attribution.cli.main import main

BRIDGE = (
    "The bridge will close in May, Ada Lind, the county engineer, said at a meeting on Monday.\n"
    "Some 4,000 people were killed when it last fell.\n"
)
TALKS = "Two officials told Reuters on condition of anonymity that the talks had failed.\n"


@frozen
class Run:
    """What a run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Runs the command with arguments, and bytes for standard input."""
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capfd.readouterr()
        return Run(code, captured.out, captured.err)

    return command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working folder, with two articles in `in/` and a wire of two in `wire.jsonl`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "in" / "talks.txt").write_text(TALKS, encoding="utf-8")
    wire = [{"id": "w1", "text": TALKS, "publisher": "Reuters"}, {"id": "w2", "text": BRIDGE}]
    (tmp_path / "wire.jsonl").write_text("".join(json.dumps(line) + "\n" for line in wire), encoding="utf-8")
    yield tmp_path
