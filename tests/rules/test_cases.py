"""What single rules flag and leave alone, beyond the examples on their pages, and what their fixes make of a text."""

import pytest

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.model.finding import Finding
from attribution.pipeline import analyze
from attribution.rules.catalogue import find_rule
from attribution.rules.checking import look
from attribution.rules.options import checked_options
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting
from tests.case_files import Case, load_cases, parameters

CASES = load_cases("rules", ["code", "options", "own_outlet", "fixed", "safe"])


def findings(case: Case) -> list[Finding]:
    """What the case's rule, switched on, objects to in its text."""
    rule = find_rule(case.keys["code"])
    checked = checked_options(rule.options, case.keys.get("options", {}), rule.code)
    assert checked.faults == ()
    analysis = analyze(case.text, config=Config(own_outlet=case.keys.get("own_outlet")))
    return list(look(Reading(analysis, load()), Setting(rule, rule.severity, checked.options)))


def fixed(text: str, found: list[Finding]) -> str:
    """The text after every fix, from the last to the first."""
    edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda item: item.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("case", parameters(CASES))
def test_a_rule_flags_what_is_marked(case: Case) -> None:
    assert sorted(item.span for item in findings(case)) == sorted(span for _, span in case.marked.spans)


@pytest.mark.parametrize("case", parameters(case for case in CASES if "fixed" in case.keys))
def test_a_fix_leaves_what_it_should(case: Case) -> None:
    found = findings(case)
    assert fixed(case.text, found) == case.keys["fixed"]
    assert {item.fix.safe for item in found if item.fix} <= {case.keys.get("safe", False)}
