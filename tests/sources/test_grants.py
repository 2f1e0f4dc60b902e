"""Grants of anonymity: how they are worded, why they were given, to whom, and what only looks like one."""

import pytest

from attribution import analyze
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.model.source import AnonymityTerms, ReasonKind
from attribution.sources.grants import find_grants
from attribution.sources.terms import find_terms
from attribution.text.segmenting import segment
from tests.case_files import load_cases, parameters
from tests.marked_attributions import document_of, mentions_of

LEXICONS = load()
KEYS = ("terms", "kind", "to", "status", "people", "reason_is_grant")


def grants_of(case):
    attributions, mentions = mentions_of(case.marked, case.keys.get("status", {}), case.keys.get("people", {}))
    return find_grants(document_of(case.marked, LEXICONS), attributions, mentions, (), LEXICONS)


@pytest.mark.parametrize("case", parameters(load_cases("grants", KEYS)))
def test_grants_are_found_as_marked(case):
    found = grants_of(case)
    spans = case.marked.labelled("grant")
    if not spans:
        assert [grant.span.of(case.text) for grant in found] == []
        return
    assert {grant.span.of(case.text) for grant in found} == {span.of(case.text) for span in spans}
    grant = found[0]
    reason = spans[0] if case.keys.get("reason_is_grant") else next(iter(case.marked.labelled("reason")), None)
    assert (grant.reason and grant.reason.of(case.text)) == (reason and reason.of(case.text))
    assert grant.terms is AnonymityTerms(case.keys.get("terms", "anonymity_granted"))
    assert grant.reason_kind is ReasonKind(case.keys.get("kind", "none"))
    assert [grant.source for grant in found if grant.source] == case.keys.get("to", ["S1"])


def test_a_text_without_terms_is_not_looked_at_twice(monkeypatch):
    """No sentence of it is searched for phrases."""
    document = segment(Article("The bridge closed on Monday. Nobody was hurt."), LEXICONS)
    monkeypatch.setattr("attribution.sources.terms._in_sentence", None)
    assert find_terms(document, LEXICONS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00anonymity\ud800",
        "İ spoke on condition of anonymity because İ",
        "asked not to be named because ",
        "on the condition of anonymity" * 3,
    ],
)
def test_odd_texts_do_no_harm(text):
    document = segment(Article(text), LEXICONS)
    for grant in find_grants(document, (), (), (), LEXICONS):
        assert 0 <= grant.span.start < grant.span.end <= len(text)


def test_a_source_has_the_terms_and_the_reason_that_follow_its_last_words():
    """“He asked not to be named” comes after all that he says; what is known of the source holds it all the same."""
    text = (
        "“We told them twice,” one engineer said. He asked not to be named because he feared being blacklisted.\n\n"
        "“It held,” the foreman said."
    )
    engineer, foreman = analyze(text).sources
    assert (engineer.terms, engineer.reason) == (AnonymityTerms.ANONYMITY_GRANTED, ReasonKind.REPRISAL_JOB)
    assert (foreman.terms, foreman.reason) == (AnonymityTerms.UNSTATED, ReasonKind.NONE)
