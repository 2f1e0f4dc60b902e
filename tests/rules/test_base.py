"""How a rule is declared, and what is refused."""

from collections.abc import Iterator

import pytest

from attribution.errors import RuleError
from attribution.model.finding import Severity
from attribution.rules.base import Example, Hit, Rule, Scope, clean, flagged, rule
from attribution.rules.catalogue import find_rule
from attribution.rules.page import parse_page
from attribution.rules.reading import Reading

COMPLETE = [flagged("[[a]]"), flagged("[[b]]"), clean("c"), clean("d"), clean("e")]


def declare(examples: list[Example]) -> object:
    return rule(
        code="TEST1",
        name="test",
        severity=Severity.INFO,
        scope=Scope.DOCUMENT,
        message="So.",
        policies=("AP",),
        examples=examples,
    )


def test_a_rule_without_enough_examples_is_refused() -> None:
    with pytest.raises(RuleError, match="TEST1: a rule needs 2 flagged and 3 clean examples"):
        declare(COMPLETE[1:])


def test_a_flagged_example_without_a_mark_is_refused() -> None:
    with pytest.raises(RuleError, match="marks what is flagged"):
        flagged("nothing here")


def test_a_module_without_a_page_cannot_hold_a_rule() -> None:
    def look(reading: Reading, options: object) -> Iterator[Hit]:
        yield from ()

    decorate = declare(COMPLETE)
    with pytest.raises(RuleError, match="lacks the section 'What it does'"):
        decorate(look)  # type: ignore[operator]


def test_a_page_needs_its_first_sentence() -> None:
    with pytest.raises(RuleError, match="first sentence says the fault"):
        parse_page("TEST1", None)


def test_a_page_is_cut_at_its_headings() -> None:
    sections = "What it does\n---\nFlags it.\n\nWhy it matters\n---\nIt does.\n\nWhen to switch it off\n---\nNever."
    page = parse_page("TEST1", f"A fault.\n\n{sections}")
    assert page.summary == "A fault."
    assert list(page.sections.values()) == ["Flags it.", "It does.", "Never."]


def test_a_rule_is_frozen() -> None:
    found: Rule = find_rule("ANON103")
    with pytest.raises(AttributeError):
        found.code = "X"  # type: ignore[misc]
