"""What kind of source words are, by themselves and with what the text told before."""

import pytest

from attribution.config import Config
from attribution.marked import parse
from attribution.sources.kinds import reader_of
from attribution.sources.register import register_names
from tests.case_files import Case, load_cases, parameters
from tests.sources.resolving import LEXICONS, attributions_of, document_of

CASES = [case for case in load_cases("sources") if case.file.startswith("status")]


@pytest.mark.parametrize("case", parameters(CASES))
def test_words_have_the_status_that_the_policy_gives_them(case: Case) -> None:
    document = document_of(case.text)
    config = Config(own_outlet=case.keys.get("own_outlet"))
    reader = reader_of(document, register_names(document, LEXICONS), LEXICONS, config)
    attributions = attributions_of(case.marked, lemma=case.keys.get("cue", "say"))
    readings = [reader.read(attribution, attribution.source) for attribution in attributions]
    assert [reading.status.value for reading in readings] == [label for label, _ in case.marked.spans]
    details = [[detail.value for detail in reading.details] for reading in readings]
    assert case.keys.get("details", details) == details


def test_no_source_is_agentless_reporting() -> None:
    document = document_of("It was reported that the dam held.")
    reader = reader_of(document, register_names(document, LEXICONS), LEXICONS, Config())
    attribution = attributions_of(parse("[[source|It]] was reported that the dam held."))[0]
    assert reader.read(attribution, None).status == "passive"
