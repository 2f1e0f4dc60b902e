import pytest
from attrs import evolve

from attribution import Config, audit
from attribution.model.document import Article
from attribution.rules.upkeep import NOT_CREDITED

TEXT = (
    "The dam will close, two officials told Reuters.\nThe Associated Press and Vesti Taiga saw the order. AFP did not."
)


def said(credited, **settings):
    found = audit(Article(TEXT, credited=credited), config=Config(**settings)).findings
    return [finding for finding in found if finding.code == NOT_CREDITED.code]


@pytest.mark.parametrize(
    "name", ["Reuters", "AP", "Associated Press", "The Associated Press", "Vesti Taiga", "vesti taiga", "AFP"]
)
def test_a_source_that_the_text_names_needs_no_word(name):
    assert said((name,)) == []


@pytest.mark.parametrize("name", ["Bloomberg", "Tass", "Reut"])
def test_a_source_that_the_text_does_not_name_is_found(name):
    (finding,) = said((name,))
    assert finding.message == f"The file credits {name} as a source of information, and the text does not name it."
    assert finding.span.of(TEXT) == "The dam will close, two officials told Reuters."


def test_each_is_said_once_and_none_where_metadata_are_silent():
    assert len(said(("Bloomberg", "Tass"))) == 2
    assert said(()) == []


def test_it_can_be_left_out_and_weighed():
    assert said(("Tass",), ignore=("META905",)) == []
    assert said(("Tass",), rules={"META905": {"severity": "error"}})[0].severity == "error"


def test_an_empty_text_has_no_place_for_it():
    assert audit(evolve(Article(""), credited=("Tass",))).findings == ()
