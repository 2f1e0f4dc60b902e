"""The example plugin, installed as a user installs one, and used through the command."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from attribution.testing import assert_examples_hold
from tests.plugin_example.harbour_style.chatbot_source import chatbot_source

ROOT = Path(__file__).parent.parent
WIRE = "Reuters\n\nChatGPT said the pier was built in 1902, and two officials said it was not.\n"
Attribution = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin in it."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(ROOT / "tests" / "plugin_example", folder / "source")
    isolation = ["--no-build-isolation"] if find_spec("setuptools") and find_spec("wheel") else []
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", *isolation]
    done = subprocess.run(
        [*command, "--target", folder / "site", folder / "source"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture
def attribution(site: Path, tmp_path: Path) -> Attribution:
    """Runs the command where the plugin is installed."""
    (tmp_path / "pier.wire").write_text(WIRE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT))), "COLUMNS": "100"}

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "attribution", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)

    return run


def test_its_rule_is_listed_and_has_a_page(attribution: Attribution):
    listed = json.loads(attribution("rules", "--format", "json").stdout)
    (rule,) = [rule for rule in listed if rule["plugin"] is not None]
    assert (rule["code"], rule["family"]) == ("HARB101", "attribution-harbour-style")
    assert rule["options"]["chatbots"] == {
        "type": "array",
        "default": ["chatbot", "ChatGPT", "Gemini"],
        "meaning": "names, in any case, that make a source a chatbot",
    }
    assert "A chatbot is quoted as if it knew something." in attribution("rule", "HARB101").stdout


def test_its_reader_and_its_rule_work_together(attribution: Attribution):
    done = attribution("check", ".", "--format", "concise", "--select", "HARB")
    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == "pier.wire:3:1: HARB101 ChatGPT is no source."
    report = json.loads(attribution("report", "pier.wire", "--format", "json").stdout)
    assert report["article"]["publisher"] == "Reuters"


def test_its_renderer_works(attribution: Attribution):
    assert attribution("report", "pier.wire", "--format", "tally").stdout.startswith("pier.wire: 2 sources, ")
    done = attribution("check", ".", "--format", "tally", "--select", "HARB")
    assert (done.returncode, done.stdout) == (0, "pier.wire: 2 sources, 1 findings\n")


def test_its_own_errors_are_read_errors(attribution: Attribution, tmp_path: Path):
    (tmp_path / "broken.wire").write_text("Reuters", encoding="utf-8")
    done = attribution("check", "broken.wire")
    assert done.returncode == 2
    assert done.stderr == "attribution: broken.wire: has no empty line between the agency's name and the article\n"


def test_its_author_can_run_its_examples():
    assert_examples_hold(chatbot_source)
