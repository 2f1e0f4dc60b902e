"""Selectors: which rules look when codes, families and names are selected and ignored."""

import pytest

from attribution.config import Config
from attribution.errors import ConfigError
from attribution.rules.settings import settings

ANONYMITY = {f"ANON{number}" for number in range(101, 115)}


def looking(**given) -> set[str]:
    return {setting.rule.code for setting in settings(Config(**given))}


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (("ANON101",), {"ANON101"}),
        (("anon101",), {"ANON101"}),
        (("no-anonymity-reason",), {"ANON101"}),
        (("ANON10",), {f"ANON{number}" for number in range(101, 110)}),
        (("ANON",), ANONYMITY),
        (("anonymity",), ANONYMITY),
        ((), set()),
    ],
)
def test_a_selection_takes_the_place_of_the_profile(select, expected) -> None:
    assert looking(select=select) == expected


def test_all_selects_rules_that_are_off_too() -> None:
    assert "QUOT305" not in looking() and len(looking(select=("ALL",))) == 50


def test_more_rules_can_be_added() -> None:
    assert looking(extend_select=("QUOT305",)) - looking() == {"QUOT305"}


def test_the_more_specific_selector_decides() -> None:
    assert looking(select=("ANON", "RELAY401"), ignore=("ANON10",), extend_select=("ANON101",)) == (
        ANONYMITY - {f"ANON{number}" for number in range(102, 110)} | {"RELAY401"}
    )


def test_equally_specific_selectors_ignore() -> None:
    assert looking(select=("ANON101",), ignore=("ANON101",)) == set()


def test_ignoring_takes_from_the_profile() -> None:
    assert looking() - looking(ignore=("anonymity",)) <= ANONYMITY
    assert not looking(ignore=("ANON",)) & ANONYMITY


def test_a_selector_that_means_nothing_is_a_fault_with_the_nearest_that_does() -> None:
    with pytest.raises(ConfigError) as caught:
        settings(Config(select=("ANNON",), ignore=("bare-sources",)))
    assert caught.value.faults == (
        "select: no rule or family answers to 'ANNON'; did you mean ANON?",
        "ignore: no rule or family answers to 'bare-sources'; did you mean bare-source?",
    )
