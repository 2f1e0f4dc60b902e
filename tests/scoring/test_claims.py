"""Unattributed sentences: which need a source, what for, and what a policy can change about it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from attribution.lexicons.loading import load
from attribution.marked import parse
from attribution.model.attribution import Attribution, Cue, CueClass
from attribution.model.document import Article
from attribution.model.score import UnitKind
from attribution.model.span import Span
from attribution.scoring.claims import Claim, ClaimOptions, unattributed
from attribution.text.segmenting import segment

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "scoring" / "claims.toml").read_text(encoding="utf-8"))[
    "case"
]

# A first paragraph of prose, so that a short case is not taken for a headline.
LEAD = (
    "Rain fell on the harbour for the whole of the day and the boats stayed in, "
    "and nobody could cross to the island.\n\n"
)


def claims(text: str, *attributions: Attribution, **options: Any) -> list[Claim]:
    document = segment(Article(LEAD + text), load())
    found = unattributed(document, attributions, load(), ClaimOptions(**options))
    return [claim for claim in found if claim.sentence.span.start >= len(LEAD)]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, str]) -> None:
    marked = parse(case["text"])
    found = claims(marked.text)
    wanted = [(f"claims.{label}", span) for label, span in marked.spans]
    evidence = [item for claim in found for item in claim.evidence if item.span]
    got = [(item.code, Span(item.span.start - len(LEAD), item.span.end - len(LEAD))) for item in evidence if item.span]
    assert got == wanted
    last = found[-1].kind.value if found else "none"
    assert last == case["kind"]


def test_background_can_be_kept() -> None:
    text = "The army first entered the valley in early August."
    assert [claim.kind for claim in claims(text, background="soft")] == [UnitKind.SOFT]


def test_settled_facts_need_no_source() -> None:
    assert claims("The war has cost 2,000 lives.", settled_facts=("war has cost 2,000 lives",)) == []


def test_the_least_value_of_a_statistic_is_an_option() -> None:
    assert claims("The bank has lost 40 clients.", min_value=100) != claims("The bank has lost 40 clients.")


def test_a_sentence_that_an_audited_attribution_touches_is_left_out() -> None:
    text = "The bank has lost 40,000 clients, she said."
    start = len(LEAD)
    content, said = Span(start, start + 33), Span(start + 39, start + 43)
    attribution = Attribution(0, Cue((said,), "say", CueClass.SPEECH, "trailing"), None, (content,), "hand")
    assert claims(text) and not claims(text, attribution)


def test_a_sentence_that_only_a_belief_touches_still_needs_a_source() -> None:
    text = "The minister believed in May that the bank was safe."
    start = len(LEAD)
    believed = Cue((Span(start + 13, start + 21),), "believe", CueClass.BELIEF, "that")
    attribution = Attribution(0, believed, Span(start, start + 12), (Span(start + 29, start + 51),), "hand")
    assert claims(text) == []
    assert [claim.kind for claim in claims(text, attribution)] == [UnitKind.SOFT]


def test_headlines_and_decks_above_the_first_paragraph_are_left_out() -> None:
    document = segment(Article("Dam serves three valleys and a refinery now.\n\n" + LEAD), load())
    assert {claim.sentence.paragraph for claim in unattributed(document, (), load(), ClaimOptions())} == {2}


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800 lost 40,000 clients", "“" * 500, "İ" * 40 + " lost 40,000 clients."]
)
def test_any_text_will_do(text: str) -> None:
    document = segment(Article(text), load())
    unattributed(document, (), load(), ClaimOptions())
