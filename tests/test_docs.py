"""What the documentation shows is what the command prints. `pytest --update-golden` rewrites it.

A block `<!-- output of 9 lines: attribution check … -->` shows the first 9 lines of what that command prints in the
project's folder; without "of 9 lines", all. `crane.txt` is the article that the tutorial has the reader save.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution.cli.main import _parser
from attribution.renderers.rule_pages import rule_pages

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "docs/tutorial.md"]
BLOCK = re.compile(r"<!-- output(?: of (\d+) lines)?: attribution (.*?) -->\n(.*?)<!-- end of output -->", re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the seeds and the article of the tutorial."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    tutorial = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    article = re.search(r"Save this as `crane.txt`:\n\n```\n(.*?)```", tutorial, re.DOTALL)
    assert article is not None
    (tmp_path / "crane.txt").write_text(article[1], encoding="utf-8")


def shown(block: re.Match[str]) -> str:
    """The block as it should be."""
    environment = {**os.environ, "COLUMNS": "80"}
    command = [sys.executable, "-m", "attribution", *shlex.split(block[2])]
    output = subprocess.run(command, capture_output=True, env=environment, check=False).stdout.decode("utf-8")
    if block[1]:
        output = "".join(output.splitlines(keepends=True)[: int(block[1])]) + "…\n"
    head = block[0].split("\n", 1)[0]
    return f"{head}\n```\n{output}```\n<!-- end of output -->"


@pytest.mark.parametrize("page", PAGES)
def test_the_output_shown_is_the_output_there_is(page: str, request: pytest.FixtureRequest):
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    expected = BLOCK.sub(shown, text)
    if request.config.getoption("--update-golden"):
        path.write_text(expected, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == expected


def test_the_pages_of_rules_are_those_that_the_rules_make(request: pytest.FixtureRequest):
    folder = ROOT / "docs" / "rules"
    if request.config.getoption("--update-golden"):
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.md"):
            path.unlink()
        for name, text in rule_pages().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert there.keys() == rule_pages().keys()
    stale = [name for name, text in rule_pages().items() if there[name] != text]
    assert not stale, "`pytest --update-golden tests/test_docs.py` makes them anew"


@pytest.mark.parametrize(
    "page", sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
)
def test_every_link_leads_to_a_file(page: str):
    links = LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (ROOT / page).parent.joinpath(link).exists()]
    assert not missing


def test_every_page_of_the_site_stands_in_its_navigation_once():
    listed = re.findall(
        r"- (?:[\w-]+: )?([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    docs = ROOT / "docs"
    pages = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.parent != docs / "changes"]
    assert sorted(listed) == sorted([*pages, "changes.md"])


def test_the_site_builds_without_a_warning(tmp_path: Path):
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Not released yet" in (tmp_path / "site" / "changes" / "index.html").read_text(encoding="utf-8")


def test_the_readme_has_the_two_set_up_commands_that_ci_runs():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3 -m venv .venv && ")] == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/attribution report seeds/",
        'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
    ]


def test_every_option_of_the_command_line_is_documented():
    reference = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    for name, parser in subcommands("attribution", _parser()):
        assert name in reference
        options = [option for action in parser._actions for option in action.option_strings]
        assert not [option for option in options if option not in ("-h", "--help") and f"`{option}" not in reference]


def subcommands(name: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every subcommand below a parser, and theirs, with its full name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield f"{name} {word}", below
                yield from subcommands(f"{name} {word}", below)
