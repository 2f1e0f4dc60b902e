"""The tree of rules as a whole: codes, names, files, folders and pages agree."""

import string
from pathlib import Path

import pytest

from attribution.config import Config, load_policy, policy_names
from attribution.errors import RuleError
from attribution.rules.base import Rule
from attribution.rules.catalogue import FAMILIES, catalogue, find_rule
from attribution.rules.page import SECTIONS
from attribution.rules.settings import settings

RULES = list(catalogue().values())
IDS = list(catalogue())
FAMILY_OF = {
    "ANON": "anonymity",
    "ATTR": "claims",
    "QUOT": "quotation",
    "RELAY": "relay",
    "WORD": "wording",
    "BAL": "balance",
}
FIRST_ISSUE = (
    "ANON101 ANON103 ANON104 ANON107 ANON108 ANON111 ANON112 ANON114 ATTR203 ATTR204 ATTR206 ATTR208 ATTR209 "
    "QUOT303 QUOT304 RELAY401 RELAY402 RELAY405 RELAY406 BAL601 BAL604 BAL605"
)


def test_the_rules_of_the_first_issue_are_there() -> None:
    assert set(FIRST_ISSUE.split()) <= set(IDS)


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["X"] = RULES[0]  # type: ignore[index]


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_code_name_file_and_folder_agree(rule: Rule) -> None:
    path = Path(rule.check.__code__.co_filename)
    assert path.stem == rule.name.replace("-", "_") == rule.check.__name__
    assert path.parent.name == FAMILY_OF[rule.code.rstrip(string.digits)]
    assert path.parent.name in FAMILIES


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_every_page_is_complete(rule: Rule) -> None:
    assert tuple(rule.page.sections) == SECTIONS
    assert rule.page.summary.endswith(".")
    assert "\n" not in rule.message and rule.message.endswith((".", "?"))


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_every_rule_says_whom_it_follows(rule: Rule) -> None:
    assert rule.policies


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_examples_differ_and_flagged_ones_are_marked(rule: Rule) -> None:
    assert len({example.marked for example in rule.examples} | {example.own_outlet for example in rule.examples}) > 4
    assert all(bool(example.parsed().spans) == example.flagged for example in rule.examples)


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("anon103") is find_rule("bare-source")


def test_an_unknown_code_names_those_there_are() -> None:
    with pytest.raises(RuleError, match="NOPE: no such rule; there are ANON101, "):
        find_rule("NOPE")


@pytest.mark.parametrize("name", policy_names())
def test_shipped_policies_fit_the_rules(name: str) -> None:
    assert set(load_policy(name).rules) <= set(IDS)
    assert settings(Config(policy=name))
