"""Findings about directives: their codes, and that selection knows them."""

import pytest

from attribution.config import Config, Phrase
from attribution.errors import ConfigError
from attribution.model.finding import Severity
from attribution.rules.catalogue import catalogue
from attribution.rules.settings import codes_looking, settings
from attribution.rules.upkeep import UPKEEP, upkeep_looking, upkeep_severity


def test_the_codes_are_outside_the_catalogue() -> None:
    assert not set(UPKEEP) & set(catalogue())
    assert not {item.name for item in UPKEEP.values()} & {rule.name for rule in catalogue().values()}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, set(UPKEEP)),
        ({"select": ("ANON",)}, set(UPKEEP)),
        ({"ignore": ("META",)}, set()),
        ({"ignore": ("META901", "unknown-suppressed-rule")}, {"META903", "META904", "META905"}),
        ({"ignore": ("ALL",)}, set()),
        ({"ignore": ("META",), "select": ("META901",)}, {"META901"}),
        ({"ignore": ("META",), "select": ("ALL",)}, set()),
    ],
)
def test_they_are_made_unless_ignored(given, expected) -> None:
    config = Config(**given)
    settings(config)  # no selector is a fault
    assert upkeep_looking(config) == expected


def test_no_rule_of_a_newsroom_takes_their_codes() -> None:
    with pytest.raises(ConfigError, match="another rule has this code"):
        settings(Config(phrases=(Phrase("META901", "No.", phrases=("so",)),)))


def test_the_rules_that_look_include_a_newsroom_s_own() -> None:
    config = Config(phrases=(Phrase("HOUSE001", "No.", phrases=("so",)),), select=("ANON103", "HOUSE"))
    assert codes_looking(config) == {"ANON103", "HOUSE001"}


def test_their_severity_is_set_as_a_rule_s_is() -> None:
    config = Config(rules={"META902": {"severity": "info"}})
    settings(config)  # no fault
    assert upkeep_severity(config, UPKEEP["META902"]) is Severity.INFO
    assert upkeep_severity(config, UPKEEP["META903"]) is Severity.ERROR


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"META902": {"severity": "fatal"}}, "rules.META902.severity: expected error, warning or info, not 'fatal'"),
        ({"META901": {"enabled": False}}, "rules.META901.enabled: META findings have only a severity"),
        ({"META911": {}}, "rules.META911: no rule has this code; did you mean META901?"),
    ],
)
def test_nothing_else_of_them_is_set(given, fault: str) -> None:
    with pytest.raises(ConfigError) as raised:
        settings(Config(rules=given))
    assert str(raised.value).startswith(fault)
