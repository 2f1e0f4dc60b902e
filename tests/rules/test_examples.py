"""Every example on every rule's page holds when the whole pipeline reads it."""

import pytest

from attribution.rules.base import Example, FixKind, Rule
from attribution.rules.catalogue import catalogue
from attribution.testing import example_faults, example_findings

CASES = [(rule, example) for rule in catalogue().values() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.code}-{example.marked[:60]}" for rule, example in CASES]
)
def test_an_example_holds(rule: Rule, example: Example) -> None:
    assert example_faults(rule, example) == ()


@pytest.mark.parametrize("rule", catalogue().values(), ids=catalogue())
def test_a_rule_mends_what_it_says_that_it_mends(rule: Rule) -> None:
    flagged = [example for example in rule.examples if example.flagged]
    fixes = [finding.fix for example in flagged for finding in example_findings(rule, example)]
    assert {FixKind.SAFE if fix.safe else FixKind.SUGGESTED for fix in fixes if fix} == {rule.fix} - {FixKind.NONE}
