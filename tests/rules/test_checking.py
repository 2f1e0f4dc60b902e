"""Scopes, order and fingerprints of findings."""

from collections.abc import Iterator

import pytest
from attrs import evolve

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.model.finding import Finding, Severity
from attribution.model.report import Analysis
from attribution.model.span import Span
from attribution.rules.base import Hit, Rule, Scope
from attribution.rules.catalogue import find_rule
from attribution.rules.checking import check, look
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting
from tests.scoring.seed_article import TEXT, seed_analysis


def everything(reading: Reading, options: object) -> Iterator[Hit]:
    """Objects to the first word of every attribution's content, twice."""
    for attribution in reversed(reading.audited):
        start = attribution.content[0].start
        for length in (4, 3):
            yield Hit(Span(start, start + length), reading.source(attribution), attribution)


def found(scope: Scope) -> list[Finding]:
    rule: Rule = evolve(find_rule("ANON103"), scope=scope, check=everything)
    return list(look(Reading(seed_analysis(), load()), Setting(rule, Severity.INFO, None)))


@pytest.mark.parametrize(
    ("scope", "count"),
    [(Scope.ATTRIBUTION, 10), (Scope.SENTENCE, 9), (Scope.PARAGRAPH, 8), (Scope.SOURCE, 5), (Scope.DOCUMENT, 1)],
)
def test_a_rule_objects_once_for_each_thing_of_its_scope(scope: Scope, count: int) -> None:
    assert len(found(scope)) == count


def test_the_first_of_several_hits_is_kept() -> None:
    assert found(Scope.DOCUMENT)[0].span == Span(41, 44)


def test_findings_come_in_order_of_position_then_code() -> None:
    findings = check(seed_analysis(), load(), Config())
    keys = [(item.span.start, item.code) for item in findings]
    assert keys == sorted(keys)


def test_two_runs_find_the_same() -> None:
    assert check(seed_analysis(), load(), Config()) == check(seed_analysis(), load(), Config())


def test_fingerprints_differ_and_have_sixteen_hexadecimal_digits() -> None:
    prints = [item.fingerprint for item in check(seed_analysis(), load(), Config())]
    assert len(set(prints)) == len(prints)
    assert all(len(item) == 16 and int(item, 16) >= 0 for item in prints)


def test_a_fingerprint_stays_when_another_paragraph_changes() -> None:
    seed = seed_analysis()
    changed = TEXT.replace("first gained", "early gained")
    assert len(changed) == len(TEXT)
    article = evolve(seed.document.article, text=changed)
    other: Analysis = evolve(seed, document=evolve(seed.document, article=article))
    before = {(item.code, item.paragraph, item.fingerprint) for item in check(seed, load(), Config())}
    after = {(item.code, item.paragraph, item.fingerprint) for item in check(other, load(), Config())}
    assert before == after
