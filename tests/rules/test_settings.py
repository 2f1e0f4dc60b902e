"""Policies and configurations: what they make of the rules, and every fault at once."""

import pytest

from attribution.config import Config
from attribution.errors import ConfigError
from attribution.model.finding import Severity
from attribution.rules.settings import Setting, settings


def setting(code: str, config: Config) -> Setting:
    return next(item for item in settings(config) if item.rule.code == code)


def test_every_fault_is_listed_with_its_path() -> None:
    rules = {
        "ANON999": {},
        "ANON101": {"severity": "fatal", "relayed": 3},
        "ANON111": {"max_share": "half", "depth": 1},
        "ANON103": {"enabled": "no", "heads": "source"},
    }
    with pytest.raises(ConfigError) as caught:
        settings(Config(rules=rules))
    assert caught.value.faults == (
        "rules.ANON999: no rule has this code; did you mean ANON109?",
        "rules.ANON101.severity: expected error, warning or info, not 'fatal'",
        "rules.ANON101.relayed: expected a string, not 3",
        "rules.ANON103.enabled: expected true or false, not 'no'",
        "rules.ANON103.heads: expected a list of strings, not 'source'",
        "rules.ANON111.max_share: expected a number, not 'half'",
        "rules.ANON111.depth: no such option; there is count_collectives, max_share, min_attributions",
    )


def test_a_configuration_overrides_severity_and_options() -> None:
    found = setting("ANON111", Config(rules={"ANON111": {"severity": "info", "max_share": 1}}))
    assert (found.severity, found.options.max_share) == (Severity.INFO, 1)
    assert found.options.min_attributions == 4


def test_a_rule_can_be_switched_off() -> None:
    codes = [item.rule.code for item in settings(Config(rules={"ANON111": {"enabled": False}}))]
    assert "ANON111" not in codes and "ANON112" in codes


def test_the_strict_policy_raises_infos() -> None:
    assert {item.severity for item in settings(Config(policy="strict"))} == {Severity.WARNING, Severity.ERROR}


def test_a_configuration_has_the_last_word_over_a_policy() -> None:
    assert setting("ATTR208", Config(policy="wire")).severity is Severity.ERROR
    assert setting("ATTR208", Config(policy="wire", rules={"ATTR208": {"severity": "info"}})).severity is Severity.INFO


def test_the_relay_policy_raises_relay_rules_by_one_step() -> None:
    found = {item.rule.code: item.severity.value for item in settings(Config(policy="relay"))}
    assert [found[code] for code in ("RELAY401", "RELAY402", "RELAY405", "RELAY406")] == ["error"] * 3 + ["warning"]
