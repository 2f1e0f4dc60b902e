"""Runs the examples of rules through the whole pipeline; for our own tests and for authors of plugins."""

from attribution.config import Config
from attribution.errors import RuleError
from attribution.lexicons.loading import load
from attribution.model.finding import Finding
from attribution.model.span import Span
from attribution.pipeline import analyze
from attribution.rules.base import Example, Rule
from attribution.rules.checking import look
from attribution.rules.options import checked_options
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting


def example_findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """What `rule` objects to in the text of `example`, under the outlet and options that it states.

    The rule need not be one of ours, nor switched on. Raises `RuleError` when the example's options do not fit it.
    """
    checked = checked_options(rule.options, example.options, f"rules.{rule.code}")
    if checked.faults:
        raise RuleError(rule.code, "; ".join(checked.faults))
    analysis = analyze(example.parsed().text, config=Config(own_outlet=example.own_outlet))
    return tuple(look(Reading(analysis, load()), Setting(rule, rule.severity, checked.options)))


def example_faults(rule: Rule, example: Example) -> tuple[str, ...]:
    """One line for each way in which `rule` and `example` disagree; empty when the rule flags exactly what is marked.

    >>> from attribution.rules.catalogue import find_rule
    >>> bare = find_rule("ANON103")
    >>> [fault for example in bare.examples for fault in example_faults(bare, example)]
    []
    """
    marked = example.parsed()
    wanted = {span for _, span in marked.spans}
    found = {finding.span for finding in example_findings(rule, example)}
    missed = [f"{rule.code} misses {_shown(span, marked.text)}" for span in sorted(wanted - found)]
    wrong = [f"{rule.code} flags {_shown(span, marked.text)}" for span in sorted(found - wanted)]
    return (*missed, *wrong)


def assert_examples_hold(*rules: Rule) -> None:
    """Raises `AssertionError` that lists every example of `rules` that does not hold, a line for each disagreement.

    The rules may be those of a plugin, installed or not: a test of three lines is all that a new rule needs. An example
    runs through everything that an article runs through; its `own_outlet` and options hold, no configuration does.

    >>> from attribution.rules.catalogue import find_rule
    >>> assert_examples_hold(find_rule("bare-source"), find_rule("ANON101"))
    """
    faults = [fault for rule in rules for example in rule.examples for fault in example_faults(rule, example)]
    if faults:
        raise AssertionError("\n".join(faults))


def _shown(span: Span, text: str) -> str:
    return f"{span.of(text)!r} in {text!r}"
