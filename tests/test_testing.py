"""What authors of rules run their examples with."""

import pytest
from attrs import evolve

from attribution.errors import RuleError
from attribution.rules.base import clean, flagged
from attribution.rules.catalogue import find_rule
from attribution.testing import assert_examples_hold, example_faults


def test_examples_that_do_not_hold_are_listed_for_all_rules():
    rule = evolve(
        find_rule("ANON103"), examples=(flagged("[[Ada Lind]] said the pier had sunk."), clean("Sources said it sank."))
    )
    with pytest.raises(AssertionError) as caught:
        assert_examples_hold(find_rule("ANON101"), rule)
    assert str(caught.value).splitlines() == [
        "ANON103 misses 'Ada Lind' in 'Ada Lind said the pier had sunk.'",
        "ANON103 flags 'Sources' in 'Sources said it sank.'",
    ]


def test_an_option_that_does_not_exist_is_an_error():
    with pytest.raises(RuleError, match=r"ANON103: rules.ANON103.depth: no such option"):
        example_faults(find_rule("ANON103"), clean("Rain fell.", depth=2))
