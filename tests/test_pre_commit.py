"""The pre-commit hook, run by pre-commit itself on a scratch repository."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "how-to" / "pre-commit.md"
GOOD = "The bridge will close in May, Ada Lind, the county engineer, said at a meeting on Monday.\n"
BAD = "Sources said the bridge was unsafe.\n"
NEEDED = shutil.which("git") and find_spec("pre_commit") and (ROOT / ".git").exists()

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not NEEDED, reason="needs git, pre-commit and a checkout: pip install -e '.[test]'"),
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment of its own for git and pre-commit, in which only what the hook installs can be imported."""
    home = tmp_path_factory.mktemp("home")
    # What git and pre-commit set for hooks, and whoever runs these tests for Python, must not reach the scratch one.
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))}
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    return {**kept, **names, **committer, "HOME": str(home), "PRE_COMMIT_HOME": str(home / "cache")}


@pytest.fixture(scope="module")
def index(environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where no package can be had, since the hook's environment needs some."""
    folder = tmp_path_factory.mktemp("download")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, "attrs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(environment))
    if done.returncode != 0:
        pytest.skip(f"no package index can be reached: {done.stderr.strip().splitlines()[-1:]}")


@pytest.fixture
def repository(tmp_path: Path, environment: Mapping[str, str]) -> Path:
    """A repository with an article that has an error, one that has none, and a page that is no article."""
    folder = tmp_path / "newsroom"
    (folder / "articles").mkdir(parents=True)
    for name, text in {"articles/good.txt": GOOD, "articles/bad.txt": BAD, "notes.md": BAD}.items():
        (folder / name).write_text(text, encoding="utf-8")
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=folder, check=True, env=dict(environment))
    return folder


def pre_commit(repository: Path, environment: Mapping[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pre_commit", *arguments, "--color", "never"]
    return subprocess.run(
        command, cwd=repository, capture_output=True, text=True, check=False, env=dict(environment), timeout=600
    )


def test_try_repo_finds_what_is_wrong(repository: Path, environment: Mapping[str, str], index: None):
    done = pre_commit(repository, environment, "try-repo", str(ROOT), "attribution-check", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^attribution check\.+Failed$", done.stdout, re.MULTILINE)
    assert re.search(r"^articles/bad\.txt:1:1 ANON103 ", done.stdout, re.MULTILINE)
    assert "1 error" in done.stdout and "in 2 articles" in done.stdout


def test_the_how_to_stops_a_commit_until_the_article_is_mended(
    repository: Path, environment: Mapping[str, str], index: None, tmp_path: Path
):
    config = re.search(r"```yaml\n(repos:\n.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert config is not None
    published = _published(tmp_path / "published", environment)
    here = re.sub(r"repo: \S+", f"repo: {published.as_posix()}", config[1])
    (repository / ".pre-commit-config.yaml").write_text(here, encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=repository, check=True, env=dict(environment))
    assert "pre-commit installed" in pre_commit(repository, environment, "install").stdout
    commit = ["git", "commit", "--quiet", "--message", "Two articles"]
    refused = subprocess.run(commit, cwd=repository, capture_output=True, text=True, check=False, env=dict(environment))
    assert refused.returncode == 1, refused.stderr
    assert "articles/bad.txt:1:1 ANON103" in refused.stdout + refused.stderr
    (repository / "articles" / "bad.txt").write_text(GOOD, encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=repository, check=True, env=dict(environment))
    taken = subprocess.run(commit, cwd=repository, capture_output=True, text=True, check=False, env=dict(environment))
    assert taken.returncode == 0, taken.stdout + taken.stderr


def _published(folder: Path, environment: Mapping[str, str]) -> Path:
    """A repository with what this checkout would commit now, under the tag that the how-to names."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if not name.startswith(("tests/", "docs/")) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    tag = re.search(r"rev: (\S+)", PAGE.read_text(encoding="utf-8"))
    assert tag is not None
    commands = (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "Published"], ["tag", tag[1]])
    for command in commands:
        subprocess.run(["git", *command], cwd=folder, check=True, env=dict(environment))
    return folder
