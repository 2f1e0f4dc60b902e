import csv
import io
import json
import os
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from attribution.cli.diff import FORMATS
from attribution.model.comparison import CODES, SEVERITIES, ChangeKind
from tests.cli.conftest import BRIDGE, TALKS

ROOT = Path(__file__).parent.parent.parent
BARE = BRIDGE.replace(", Ada Lind, the county engineer, said at a meeting on Monday", "")
VAGUE = TALKS.replace("Two officials", "Sources")


@pytest.fixture(autouse=True)
def drafts(folder):
    """Two folders of drafts: an article that lost a source, one that is as it was, one that is new."""
    for name in ("was", "now"):
        (folder / name / "city").mkdir(parents=True)
        (folder / name / "talks.txt").write_text(TALKS, encoding="utf-8")
    (folder / "was" / "city" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "now" / "city" / "bridge.txt").write_text(BARE, encoding="utf-8")
    (folder / "now" / "new.txt").write_text("The ferry ran aground, Rolf Tann said.\n", encoding="utf-8")
    (folder / "bare.txt").write_text(BARE, encoding="utf-8")
    (folder / "vague.txt").write_text(VAGUE, encoding="utf-8")
    return folder


def test_a_lost_source_is_an_error_and_1(run):
    done = run("diff", "in/bridge.txt", "bare.txt")
    assert done.code == 1
    assert "bare.txt:1:1 DIFF701 Attributed to Ada Lind before, and to nobody now." in done.lines
    assert done.lines[-1].startswith("1 error, ")
    assert done.lines[-1].endswith("in 1 article")


def test_a_text_and_itself_differ_in_nothing(run):
    done = run("diff", "in/bridge.txt", "in/bridge.txt", "--min-level", "info", "--fail-on", "info")
    assert (done.code, done.lines[-1]) == (0, "0 errors, 0 warnings, 0 for information in 1 article")


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--fail-on", "never"), 0), (("--exit-zero",), 0)])
def test_the_exit_code_is_that_of_check(run, options, code):
    assert run("diff", "in/bridge.txt", "bare.txt", *options).code == code


def test_warnings_fail_when_asked(run, drafts):
    (drafts / "weaker.txt").write_text(
        BRIDGE.replace("Ada Lind, the county engineer, said", "Ada Lind said"), encoding="utf-8"
    )
    assert run("diff", "in/bridge.txt", "weaker.txt").code == 0
    assert run("diff", "in/bridge.txt", "weaker.txt", "--fail-on", "warning").code == 1


def test_the_least_level_says_what_is_shown(run):
    shown = {level: run("diff", "in/bridge.txt", "bare.txt", "--min-level", level) for level in ("error", "info")}
    assert "score fell" not in shown["error"].out
    assert "score fell" in shown["info"].out
    assert shown["error"].lines[-1] == shown["info"].lines[-1]


def test_folders_are_matched_by_relative_path(run):
    done = run("diff", "was", "now", "--format", "concise", "--min-level", "info")
    assert done.code == 1
    assert any(line.startswith("now/city/bridge.txt:1:1: DIFF701 ") for line in done.lines)
    assert any(line.startswith("now/new.txt:1:1: DIFF759 New: an attribution to Rolf Tann.") for line in done.lines)
    assert not any(line.startswith("now/talks.txt") for line in done.lines)
    assert done.lines[-1].endswith("in 3 articles")


def test_an_article_that_is_gone_is_compared_with_nothing(run):
    done = run("diff", "now", "was", "--format", "concise", "--min-level", "info")
    assert any(line.startswith("now/new.txt:1:1: DIFF709 ") for line in done.lines)


def test_one_side_may_be_standard_input(run):
    assert "-:1:1 DIFF701" in run("diff", "in/bridge.txt", "-", stdin=BARE.encode()).out
    assert "bare.txt:1:1 DIFF701" in run("diff", "-", "bare.txt", stdin=BRIDGE.encode()).out


def test_the_empty_device_stands_for_an_article_that_does_not_exist(run):
    done = run("diff", os.devnull, "in/bridge.txt", "--format", "concise", "--min-level", "info")
    assert any(" DIFF759 " in line for line in done.lines)


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        (("-", "-"), "attribution: diff: only one side can be standard input\n"),
        (
            ("was", "bare.txt"),
            "attribution: diff: was is a folder and bare.txt is none; two files or two folders are compared\n",
        ),
        (("missing.txt", "bare.txt"), "attribution: missing.txt: no such file or folder\n"),
    ],
)
def test_what_cannot_be_compared_is_one_line_and_2(run, sides, message):
    done = run("diff", *sides)
    assert (done.code, done.err, done.out) == (2, message, "")


def test_what_cannot_be_read_holds_up_nothing_else(run, drafts):
    (drafts / "was" / "new.txt").write_bytes(b"caf\xe9")
    done = run("diff", "was", "now", "--format", "concise", "--min-level", "info")
    assert done.code == 2
    assert done.err.startswith("attribution: was/new.txt: not UTF-8")
    assert "now/city/bridge.txt:1:1: DIFF701" in done.out
    assert "now/new.txt" not in done.out


def test_the_guide_shows_what_is_printed(run, drafts):
    guide = (ROOT / "docs" / "how-to" / "review-an-edit.md").read_text(encoding="utf-8")
    before, after, printed = re.findall(r"^```\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)[:3]
    (drafts / "before.txt").write_text(before, encoding="utf-8")
    (drafts / "after.txt").write_text(after, encoding="utf-8")
    assert run("diff", "before.txt", "after.txt").out == printed


def test_the_guide_lists_every_change():
    guide = (ROOT / "docs" / "how-to" / "review-an-edit.md").read_text(encoding="utf-8")
    for kind in ChangeKind:
        assert f"`{kind.value}`" in guide
        severity = SEVERITIES.get(kind, "info")
        lost = CODES[kind] < "DIFF711"
        assert not lost or f"| `{CODES[kind]}` | `{kind.value}` | {severity} |" in guide


def test_articles_of_one_file_are_matched_by_id(run, drafts):
    lines = [{"id": "w2", "text": BARE}, {"id": "w1", "text": TALKS}]
    (drafts / "now.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = run("diff", "wire.jsonl", "now.jsonl", "--format", "jsonl")
    found = [json.loads(line) for line in done.lines]
    assert [(item["old"]["name"], item["new"]["name"]) for item in found] == [("w2", "w2"), ("w1", "w1")]
    assert [bool(item["changes"]) for item in found] == [True, False]


def test_the_new_file_s_configuration_holds_for_both(run, drafts):
    (drafts / "now" / "attribution.toml").write_text('ignore = ["ALL"]\n', encoding="utf-8")
    (drafts / "now" / "talks.txt").write_text(VAGUE, encoding="utf-8")
    done = run("diff", "was/talks.txt", "now/talks.txt", "--format", "concise")
    assert "ANON103" not in done.out
    assert "DIFF703" in done.out
    assert "ANON103" in run("diff", "was/talks.txt", "now/talks.txt", "--format", "concise", "--isolated").out


def test_the_own_outlet_holds(run, drafts):
    (drafts / "said.txt").write_text(TALKS.replace("told Reuters", "said"), encoding="utf-8")
    assert "RELAY" not in run("diff", "said.txt", "in/talks.txt", "--own-outlet", "Reuters", "--format", "concise").out
    assert "DIFF757" in run("diff", "said.txt", "in/talks.txt", "--format", "concise", "--min-level", "info").out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_the_lost_source(run, name):
    done = run("diff", "in/bridge.txt", "bare.txt", "--format", name)
    assert done.code == 1
    assert "DIFF701" in done.out or name == "gitlab"
    match name:
        case "json" | "sarif" | "gitlab":
            assert done.json()
        case "jsonl" | "rdjson":
            assert all(json.loads(line) for line in done.lines)
        case "junit" | "checkstyle":
            ElementTree.fromstring(done.out)
        case "csv":
            assert next(csv.DictReader(io.StringIO(done.out)))["path"] == "bare.txt"


def test_sarif_describes_a_kind_of_change(run):
    (driver,) = [
        item["tool"]["driver"] for item in run("diff", "in/bridge.txt", "bare.txt", "--format", "sarif").json()["runs"]
    ]
    described = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert described["DIFF701"] == "A claim that was attributed stands without a source."


def test_json_is_one_object_for_a_pair_and_a_list_for_several(run):
    assert run("diff", "in/bridge.txt", "bare.txt", "--format", "json").json()["new"]["name"] == "bare.txt"
    assert len(run("diff", "was", "now", "--format", "json").json()) == 3


def test_output_goes_to_a_file_and_quiet_leaves_out_the_count(run, drafts):
    done = run("diff", "in/bridge.txt", "bare.txt", "--quiet", "--output", "changes.txt")
    assert (done.code, done.out) == (1, "")
    assert "in 1 article" not in (drafts / "changes.txt").read_text(encoding="utf-8")


def test_git_s_version_can_be_compared_as_the_guide_says(drafts):
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    try:
        subprocess.run([*git, "init", "-q", "."], check=True)
    except FileNotFoundError:
        pytest.skip("there is no git here")
    subprocess.run([*git, "add", "in"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "drafts"], check=True)
    (drafts / "in" / "bridge.txt").write_text(BARE, encoding="utf-8")
    command = "git difftool --no-prompt --extcmd 'python -m attribution diff' HEAD -- in"
    from sys import executable

    shown = subprocess.run(
        command.replace("python", executable), shell=True, capture_output=True, text=True, check=False
    )
    assert "in/bridge.txt:1:1 DIFF701" in shown.stdout
