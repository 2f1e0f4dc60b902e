"""A sentence is carried only where it plainly goes on with the source before it."""

from pathlib import Path

import pytest

from attribution.cues.finding import find_cues
from attribution.extraction.circumstances.carrying import carry
from attribution.extraction.extracting import extract
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.text.segmenting import segment
from tests.case_files import load_cases, parameters

LEXICONS = load()
SEED = Path(__file__).parents[2] / "seeds" / "000_6d68238167d8b4ad.txt"


def attributions(text):
    document = segment(Article(text), LEXICONS)
    return carry(document, extract(document, find_cues(document, LEXICONS), LEXICONS), LEXICONS)


def carried(text):
    return [span.of(text) for attribution in attributions(text) for span in attribution.carried]


@pytest.mark.parametrize("case", parameters(load_cases("carrying", ())))
def test_sentences_are_carried_as_marked(case):
    assert carried(case.text) == [span.of(case.text) for _, span in case.marked.spans]


def test_the_seed_carries_nothing():
    """Its bare figures and its heavy casualties stand unattributed between attributed sentences."""
    assert carried(SEED.read_text(encoding="utf-8")) == []


def test_all_else_stays_as_it_was():
    text = "A poll found that 40 percent had moved. Only 12 percent had stayed."
    (attribution,) = attributions(text)
    assert (attribution.index, len(attribution.carried), attribution.audited) == (0, 1, True)
