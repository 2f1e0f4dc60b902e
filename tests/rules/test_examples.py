"""Every example on every rule's page holds when the whole pipeline reads it."""

import pytest

from attribution.rules.base import Example, Rule
from attribution.rules.catalogue import catalogue
from attribution.testing import example_faults

CASES = [(rule, example) for rule in catalogue().values() for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.code}-{example.marked[:60]}" for rule, example in CASES]
)
def test_an_example_holds(rule: Rule, example: Example) -> None:
    assert example_faults(rule, example) == ()
