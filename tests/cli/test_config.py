"""`attribution config`: what holds and why, a file to start from, and the schema."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from attribution.configuring.files import load_chain, nearest
from attribution.configuring.project import project_of
from attribution.rules.catalogue import catalogue


@pytest.fixture(autouse=True)
def fresh() -> None:
    """No file is remembered from another test."""
    for remembered in (nearest, load_chain, project_of):
        remembered.cache_clear()


def files(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


HOUSE = 'profile = "relay"\nown_outlet = "House"\nignore = ["WORD501"]\n[rules.ANON111]\nmax_share = 0.3\n'
NEAR = """\
extend = "house.toml"
own_outlet = "Harbour Post"
extend_select = ["QUOT305"]
well_known = ["Ada Lind"]
per_file_ignores = { "opinion/**" = ["ATTR", "HOUSE"] }
[rules.ANON101]
severity = "info"
[parties.northland]
words = ["Northland"]
[[phrase]]
code = "HOUSE001"
message = "Say “who”."
pattern = '\\bsources\\b'
"""


def shown(run, *arguments: str) -> dict[str, object]:
    done = run("config", "show", *arguments, "--format", "json")
    assert done.code == 0, done.err
    return done.json()


def test_show_says_what_holds_and_where_it_comes_from(run, folder: Path) -> None:
    files(folder, house=HOUSE, attribution=NEAR)
    found = shown(run, "opinion/a.txt", "--ignore", "BAL601")
    assert found["files"] == ["attribution.toml", "house.toml"]
    assert {item["key"]: (item["value"], item["origins"]) for item in found["values"]} == {
        "profile": ("relay", ["house.toml"]),
        "own_outlet": ("Harbour Post", ["attribution.toml"]),
        "extend_select": (["QUOT305"], ["attribution.toml"]),
        "ignore": (["WORD501", "BAL601", "ATTR", "HOUSE"], ["command line", "house.toml", "per_file_ignores"]),
        "well_known": (["Ada Lind"], ["attribution.toml"]),
        "parties": ({"northland": {"words": ["Northland"]}}, ["attribution.toml"]),
        "phrase": (
            [{"code": "HOUSE001", "message": "Say “who”.", "pattern": "\\bsources\\b"}],
            ["attribution.toml"],
        ),
    }
    rules = {item["code"]: item for item in found["rules"]}
    assert list(rules) == [*catalogue(), "HOUSE001"]
    states = {code: (rules[code]["looks"], rules[code]["severity"], rules[code]["origins"]) for code in rules}
    assert states["ANON101"] == (True, "info", ["attribution.toml"])
    assert states["ANON111"] == (True, "warning", ["house.toml"])
    assert rules["ANON111"]["options"]["max_share"] == 0.3
    assert states["RELAY401"] == (True, "error", ["profile relay"])
    assert states["RELAY403"] == (True, "info", ["profile relay"])
    assert states["QUOT305"] == (True, "info", ["selected"])
    assert states["BAL601"] == (False, "warning", ["ignored"])
    assert states["ANON102"] == (True, "info", [])
    assert states["HOUSE001"] == (False, "warning", ["attribution.toml", "ignored"])
    assert "# HOUSE001: warning".ljust(60) + "  # house-phrase, attribution.toml" in run("config", "show").lines


def test_show_of_a_folder_keeps_what_is_for_single_files(run, folder: Path) -> None:
    files(folder, house=HOUSE, attribution=NEAR)
    values = {item["key"]: item["value"] for item in shown(run)["values"]}
    assert values["per_file_ignores"] == {"opinion/**": ["ATTR", "HOUSE"]}
    assert values["ignore"] == ["WORD501"]


def test_without_a_file_the_defaults_are_shown(run, folder: Path) -> None:
    done = run("config", "show", "--isolated")
    assert done.lines[:2] == ["# no configuration file", 'profile = "default"'.ljust(60) + "  # default"]
    assert f"# {sum(rule.enabled for rule in catalogue().values())} of {len(catalogue())} rules look." in done.lines


@pytest.mark.parametrize("selection", [(), ("--select", "ANON,QUOT305"), ("--profile", "strict")], ids=str)
def test_what_is_shown_brings_about_the_same(run, folder: Path, selection: tuple[str, ...]) -> None:
    files(folder, house=HOUSE, attribution=NEAR)
    done = run("config", "show", "opinion/a.txt", *selection)
    (folder / "shown.toml").write_text(done.out, encoding="utf-8")
    states = [shown(run, "--config", "shown.toml"), shown(run, "opinion/a.txt", *selection)]
    again, first = (
        [{key: rule[key] for key in ("code", "looks", "severity", "options")} for rule in state["rules"]]
        for state in states
    )
    assert again == first


def test_no_rule_looks_where_none_is_selected(run, folder: Path) -> None:
    files(folder, attribution="select = []")
    found = shown(run)
    assert {item["key"]: item["value"] for item in found["values"]}["select"] == []
    assert {item["origins"][-1] for item in found["rules"] if not item["looks"] and item["origins"]} == {"not selected"}
    assert not any(item["looks"] for item in found["rules"])


def test_every_fault_is_said_at_once(run, folder: Path) -> None:
    files(folder, attribution='profiles = "wire"\n[rules.ANON1O1]\nseverity = "error"\n')
    done = run("config", "show")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "attribution: attribution.toml: profiles: no such key; did you mean profile?",
        "attribution: attribution.toml: rules.ANON1O1: no rule has this code; did you mean ANON101?",
    ]


def test_init_writes_a_file_that_sets_nothing_and_names_every_key(run, folder: Path) -> None:
    done = run("config", "init")
    assert (done.code, done.out) == (0, "attribution.toml written\n")
    text = (folder / "attribution.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {"profile": "default"}
    assert shown(run)["files"] == ["attribution.toml"]
    uncommented = tomllib.loads(re.sub(r"^#(?! )", "", text, flags=re.MULTILINE))
    assert set(uncommented) == set(run("config", "schema").json()["properties"])


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("attribution.toml", "", "attribution.toml: holds for this folder already; it is left alone"),
        (".attribution.toml", "", ".attribution.toml: holds for this folder already; it is left alone"),
        ("pyproject.toml", "[tool.attribution]", "pyproject.toml: holds for this folder already; it is left alone"),
        ("other.toml", "", "other.toml: is there already; it is left alone"),
    ],
)
def test_init_leaves_alone_what_is_there(run, folder: Path, name: str, text: str, complaint: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    done = run("config", "init", *(["other.toml"] if name == "other.toml" else []))
    assert (done.code, done.err) == (2, f"attribution: {complaint}\n")
    assert (folder / name).read_text(encoding="utf-8") == text


def test_init_takes_a_folder(run, folder: Path) -> None:
    assert run("config", "init", "in").out == "in/attribution.toml written\n"
    assert (folder / "in" / "attribution.toml").is_file()


def test_init_says_when_it_cannot_write(run, folder: Path) -> None:
    done = run("config", "init", "nowhere/attribution.toml")
    assert done.code == 2
    assert done.err.startswith("attribution: nowhere/attribution.toml: cannot be written: ")


def test_schema_is_printed_as_json(run) -> None:
    done = run("config", "schema")
    assert done.code == 0
    assert json.loads(done.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
