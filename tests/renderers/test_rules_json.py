"""Rules as JSON."""

import json

import pytest

from attribution.renderers.rules_json import rule_page_to_dict, rule_to_dict
from attribution.rules.base import Rule
from attribution.rules.catalogue import find_rule, own_rules
from attribution.rules.page import SECTIONS
from tests.made_rules import rule_module


@pytest.mark.parametrize("rule", own_rules().values(), ids=own_rules())
def test_every_rule_can_be_written(rule: Rule):
    data = json.loads(json.dumps(rule_page_to_dict(rule)))
    assert list(data["sections"]) == list(SECTIONS)
    assert [example["text"] for example in data["examples"]] == [example.marked for example in rule.examples]
    types = {"boolean": bool, "integer": int, "number": int | float, "string": str, "array": list, "null": None}
    for option in data["options"].values():
        allowed = option["type"] if isinstance(option["type"], list) else [option["type"]]
        assert any(
            option["default"] is None if name == "null" else isinstance(option["default"], types[name])
            for name in allowed
        )


def test_a_rule_of_ours():
    rule = find_rule("ANON111")
    assert rule_to_dict(rule) == {
        "code": "ANON111",
        "name": "anonymous-share",
        "family": "anonymity",
        "severity": str(rule.severity),
        "enabled": True,
        "scope": "document",
        "fixable": False,
        "fix": "none",
        "summary": rule.page.summary,
        "message": rule.message,
        "policies": list(rule.policies),
        "options": rule_to_dict(rule)["options"],
        "plugin": None,
    }
    share = rule_to_dict(rule)["options"]["max_share"]
    assert (share["type"], share["default"]) == ("number", 0.5)
    assert share["meaning"]


def test_a_rule_of_a_plugin_names_it(install):
    install("added", {"attribution.rules": {"x": "made"}}, {"made.py": rule_module()})
    data = rule_to_dict(find_rule("TEST101"))
    assert data["family"] == "added"
    assert data["plugin"] == {"distribution": "added", "version": "1.0", "entry_point": "x"}
