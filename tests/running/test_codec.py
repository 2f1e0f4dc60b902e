import json

import pytest

from attribution import audit
from attribution.model.document import Article
from attribution.model.finding import Edit, Finding, Fix, Severity
from attribution.model.span import Span
from attribution.running.codec import flatten, restore
from attribution.running.verdicts import Verdict, report_of, verdict_of

FINDING = Finding(
    code="WORD501",
    name="loaded-verb",
    severity=Severity.WARNING,
    paragraph=1,
    span=Span(0, 4),
    message="“\ud800” is no character.",
    related=(Span(5, 6),),
    fix=Fix("Write it out.", (Edit(Span(0, 4), "four"),), safe=True),
)


def test_what_was_flattened_is_restored():
    data = json.loads(json.dumps(flatten(FINDING)))
    assert restore(Finding, data) == FINDING


@pytest.mark.parametrize(
    "data",
    [None, "text", {}, [], flatten(FINDING)[:-1], [*flatten(FINDING), 1], ["x", "y", "fatal", *flatten(FINDING)[3:]]],
)
def test_other_data_are_an_error(data):
    with pytest.raises((TypeError, ValueError)):
        restore(Finding, data)


def test_a_verdict_says_of_findings_and_places_what_the_report_said():
    article = Article(
        "“It fell,” said a source.\n\nAda Lind, he said, was allegedly accused of theft.", name="a", publisher="Post"
    )
    whole = audit(article)
    data = json.loads(json.dumps(flatten(verdict_of(whole))))
    bare = report_of(restore(Verdict, data), article)
    assert bare.findings == whole.findings
    assert whole.findings
    assert (bare.policy, bare.version) == (whole.policy, whole.version)
    document, full = bare.analysis.document, whole.analysis.document
    assert (document.article, document.quotations) == (full.article, full.quotations)
    assert [paragraph.span for paragraph in document.paragraphs] == [paragraph.span for paragraph in full.paragraphs]
    assert document.paragraph_at(30).index == 2
