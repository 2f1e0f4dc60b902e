"""Twice the text makes at most about twice the calls, in every stage, rule and format: counted, so that no clock is
needed. What one call of a built-in function costs is for `growth.py` to time."""

import pytest

from tests.benchmarks.growth import WORST_RATIO, worst_doubling
from tests.benchmarks.hostile import HOSTILE
from tests.benchmarks.parts import Clock, calls, measure_audit, measure_text

# Longer than two sentences may be (`text.sentences.LONGEST`), so that what grows within one has grown.
LONG, SHORT = 10_000, 2_000

# Thousands of calls: where a word stands is listed once a text, by whichever part asks first.
FEW_CALLS = 20.0

AUDITED = (
    "alternating quotes",
    "names with of",
    "told an outlet",
    "figures",
    "sources that may link",
    "according to a name",
    "agreed to talk if",
    "two officials",
    "new names",
    "new roles",
    "directives",
)
WRITTEN = ("many speakers", "claims without a source")


@pytest.mark.parametrize("name", AUDITED)
def test_an_audit_of_twice_the_text_makes_twice_the_calls(name):
    measured = []
    measure_audit(HOSTILE[name](SHORT), Clock())
    for length in (LONG, 2 * LONG):
        measured.append(measure_audit(HOSTILE[name](length), Clock(calls)).costs)
    part, ratio = worst_doubling(measured, FEW_CALLS)
    assert 0 < ratio <= WORST_RATIO, part


@pytest.mark.parametrize("name", WRITTEN)
def test_every_use_of_a_report_twice_as_long_makes_twice_the_calls(name):
    measured = []
    earlier = measure_text(HOSTILE[name](SHORT // 2), None, Clock()).report
    for length in (SHORT, 2 * SHORT):
        found = measure_text(HOSTILE[name](length), earlier, Clock(calls))
        measured.append(found.costs)
        earlier = found.report
    part, ratio = worst_doubling(measured, FEW_CALLS)
    assert 0 < ratio <= WORST_RATIO, part
