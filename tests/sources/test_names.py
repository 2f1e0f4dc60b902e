"""Names in running text: where they stand, what they name, which pronoun agrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.text.names import find_names
from tests.case_files import Case, load_cases, parameters
from tests.sources.resolving import LEXICONS, document_of

CASES = [case for case in load_cases("sources") if case.file == "names"]


@pytest.mark.parametrize("case", parameters(CASES))
def test_names_are_found_and_told_apart(case: Case) -> None:
    found = {name.core: name for name in find_names(document_of(case.text), LEXICONS)}
    for label, span in case.marked.spans:
        assert span in found, f"{span.of(case.text)!r} is not among {[name.of(case.text) for name in found]}"
        assert found[span].kind == label
    genders = [found[span].gender.value for _, span in case.marked.spans]
    assert case.keys.get("genders", genders) == genders


@given(st.text(alphabet=st.sampled_from("Aa bÉé.-'’,\n“”()U.S0İ\ud800\x00"), max_size=80))
def test_any_text_gives_names_inside_it(text: str) -> None:
    for name in find_names(document_of(text), LEXICONS):
        assert name.span.covers(name.core)
        assert name.span.end <= len(text)
        assert name.words
