"""The GitHub Action: its steps are sound shell, and the step that checks does what it says on a runner's terms."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit: pip install -e '.[test]'")

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(BASH is None, reason="needs bash")


def test_it_is_a_composite_action_whose_inputs_say_what_they_are():
    assert ACTION["runs"]["using"] == "composite"
    assert list(ACTION["inputs"]) == ["paths", "version", "args", "format"]
    assert ACTION["inputs"]["format"]["default"] == "github"
    assert all(item["description"] for item in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_a_step_is_sound_shell_and_gets_its_inputs_through_the_environment(step: dict[str, Any]):
    assert step["shell"] == "bash"
    assert "${{" not in step["run"], "what a user writes must not become part of a script"
    done = subprocess.run([str(BASH), "-n"], input=step["run"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner's folders with the command installed, and two articles in the workspace."""
    python = tmp_path / "temp" / "attribution" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    articles = tmp_path / "work" / "new articles"
    articles.mkdir(parents=True)
    (articles / "good.txt").write_text("The bridge is safe, Ada Lind, the county engineer, said on Monday.\n")
    (articles / "bad.txt").write_text("Sources said the bridge was unsafe.\n")
    return tmp_path


def check(runner: Path, **inputs: str) -> tuple[int, str, str]:
    """Exit code, standard output and the step's outputs."""
    (step,) = [step for step in STEPS if step.get("id") == "check"]
    given = {name: item["default"] for name, item in ACTION["inputs"].items()} | inputs
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RUNNER_OS": "Linux",
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_OUTPUT": str(runner / "outputs"),
        **{name: given[name.lower()] for name in ("PATHS", "ARGS", "FORMAT")},
    }
    (runner / "outputs").write_text("")
    command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=runner / "work", env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout, (runner / "outputs").read_text()


def test_findings_are_annotations_and_an_error_fails_the_step(runner: Path):
    code, output, outputs = check(runner)
    assert (code, outputs) == (1, "")
    assert "::error file=new articles/bad.txt,line=1,endLine=1,title=ANON103 bare-source" in output


def test_paths_stand_one_a_line_and_may_hold_spaces(runner: Path):
    code, output, _ = check(runner, paths="new articles/good.txt\nnew articles/bad.txt\n", format="concise")
    assert code == 1
    assert "in 2 articles" in output


def test_arguments_are_split_as_in_a_shell_and_not_carried_out(runner: Path):
    code, output, _ = check(runner, args='--fail-on never --own-outlet "Harbour $(touch x) Post"', format="concise")
    assert (code, output.count("bad.txt:1:1: ANON103")) == (0, 1)
    assert not (runner / "work" / "x").exists()


def test_sarif_is_a_file_and_an_output(runner: Path):
    code, output, outputs = check(runner, format="sarif")
    assert (code, output) == (1, "")
    path = Path(outputs.removeprefix("sarif=").strip())
    assert path == runner / "temp" / "attribution.sarif"
    results = json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "ANON103" in {result["ruleId"] for result in results}
