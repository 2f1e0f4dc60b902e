"""What the how-tos about CI, rules and plugins tell a reader to save, is sound; what they tell to run, runs."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
HOW_TO = ROOT / "docs" / "how-to"
EXAMPLE = ROOT / "tests" / "plugin_example"
CI_PAGES = ("pre-commit", "github-actions", "gitlab-ci", "reviewdog")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SAVED = re.compile(r"Save this as `([\w/.-]+)`[^\n]*:\n\n```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def page(name: str) -> str:
    return (HOW_TO / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(page(name)) if kind == language]


def commands(name: str) -> Iterator[str]:
    """Every `attribution` command that a page shows, up to a pipe."""
    for line in "".join((*blocks(name, "sh"), *blocks(name, "yaml"))).splitlines():
        shown = line.strip().removeprefix("- ").removeprefix("run: ")
        if shown.startswith("attribution "):
            yield shown.split(" | ")[0]


def run(command: str, folder: Path, *paths: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a command that starts with `attribution` or `python`."""
    program, *arguments = shlex.split(command)
    start = ["-m", "attribution"] if program == "attribution" else []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*paths, ROOT))), "COLUMNS": "80"}
    whole = [sys.executable, *start, *arguments]
    return subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with two articles, one of them with an error."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "good.txt").write_text(
        "The bridge is safe, Ada Lind, the county engineer, said on Monday.\n"
    )
    (tmp_path / "articles" / "bad.txt").write_text("Sources said the bridge was unsafe.\n")
    return tmp_path


@pytest.mark.parametrize("command", sorted({command for name in CI_PAGES for command in commands(name)}))
def test_a_command_of_a_page_about_ci_runs(command: str, newsroom: Path):
    done = run(command, newsroom)
    assert (done.returncode, done.stderr) == (0 if "--exit-zero" in command else 1, "")
    written = [newsroom / word for word in shlex.split(command) if word.endswith((".json", ".xml"))]
    output = written[0].read_text(encoding="utf-8") if written else done.stdout
    assert "ANON103" in output
    if "json" in command or "gitlab" in command:
        assert json.loads(output)


@pytest.mark.parametrize("name", CI_PAGES)
def test_configurations_are_yaml_and_name_what_there_is(name: str):
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit: pip install -e '.[test]'")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    parsed = [yaml.safe_load(block) for block in blocks(name, "yaml")]
    assert parsed
    for mapping in mappings(parsed):
        if str(mapping.get("uses", "")).startswith("OWNER/attribution@"):
            assert set(mapping["with"]) <= set(action["inputs"])
        if "hooks" in mapping:
            assert {hook["id"] for hook in mapping["hooks"]} <= hooks


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in parsed YAML."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(inner)


@pytest.mark.parametrize("name", ["write-a-rule", "write-a-plugin"])
def test_the_files_shown_are_those_of_the_example(name: str):
    saved = dict(SAVED.findall(page(name)))
    assert saved
    for path, text in saved.items():
        if path.endswith((".py", ".toml")):
            folder = EXAMPLE if "/" in path or path.endswith(".toml") else EXAMPLE / "harbour_style"
            assert text == (folder / path).read_text(encoding="utf-8")


def test_the_examples_of_a_rule_are_run_as_shown(tmp_path: Path):
    for path, text in SAVED.findall(page("write-a-rule")):
        (tmp_path / path).write_text(text, encoding="utf-8")
    (command,) = blocks("write-a-rule", "sh")
    done = run(command, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_commands_of_a_plugin_run_as_shown(tmp_path: Path):
    for path, text in SAVED.findall(page("write-a-plugin")):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "harbour_style" / "__init__.py").touch()
    (rule,) = [text for path, text in SAVED.findall(page("write-a-rule")) if path == "chatbot_source.py"]
    (tmp_path / "harbour_style" / "chatbot_source.py").write_text(rule, encoding="utf-8")
    (install, *lines) = "".join(blocks("write-a-plugin", "sh")).splitlines()
    options = "--quiet --no-deps --disable-pip-version-check --target site"
    run(f"python -m {install} {options}", tmp_path).check_returncode()
    for line in lines:
        done = run(line, tmp_path, tmp_path / "site")
        assert (done.returncode, done.stderr) == (0, ""), line


def test_an_archive_becomes_tables_that_other_tools_read(tmp_path: Path, request: pytest.FixtureRequest):
    pytest.importorskip("pyarrow", reason="the extra 'archive' is not installed")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    shown = re.compile(r"(?<=```sh\n)(attribution [^\n]*)(\n```\n\n```\n)(.*?)(?=```)", re.DOTALL)

    def output(found: re.Match[str]) -> str:
        done = run(found[1], tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        return found[1] + found[2] + done.stdout

    expected = shown.sub(output, page("archive"))
    if request.config.getoption("--update-golden"):
        (HOW_TO / "archive.md").write_text(expected, encoding="utf-8")
    assert len(shown.findall(expected)) == 2
    assert page("archive") == expected
    for library, code in zip(("pandas", "duckdb"), blocks("archive", "python"), strict=True):
        pytest.importorskip(library, reason=f"{library} is not installed")
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "Bloomberg" in done.stdout or "ANON101" in done.stdout
