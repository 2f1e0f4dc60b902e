"""The how-to's example gives the output that it shows. `pytest --update-golden` rewrites it."""

import re
from pathlib import Path

import pytest

from attribution.cli.main import main

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "evaluate.md"


def example(name):
    """The file that the page has its reader save."""
    found = re.search(rf"as `{name}`:\n\n```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found, f"the page has no {name}"
    return found[1]


def test_the_example_gives_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
):
    monkeypatch.chdir(tmp_path)
    for name in ("gold.jsonl", "spans.jsonl"):
        Path(name).write_text(example(name), encoding="utf-8")
    assert main(["evaluate", "gold.jsonl", "spans.jsonl", "--errors", "errors.txt"]) == 0
    shown = {"figures": capsys.readouterr().out, "errors": Path("errors.txt").read_text(encoding="utf-8")}
    expected = PAGE.read_text(encoding="utf-8")
    for name, output in shown.items():
        block = f"<!-- {name} -->\n```\n{output}```\n<!-- end of {name} -->"
        expected = re.sub(
            rf"<!-- {name} -->.*?<!-- end of {name} -->", lambda _, block=block: block, expected, flags=re.DOTALL
        )
    if request.config.getoption("--update-golden"):
        PAGE.write_text(expected, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == expected
