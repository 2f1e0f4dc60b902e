"""How sources are described: name, role, affiliation, and why they are heard."""

import pytest

from tests.case_files import Case, load_cases, parameters
from tests.sources.resolving import resolved

CASES = [case for case in load_cases("sources") if case.file == "describing"]


@pytest.mark.parametrize("case", parameters(CASES))
def test_a_source_is_described_as_the_text_tells_it(case: Case) -> None:
    found = resolved(case.marked, frozenset({"source", "other"}))
    source = found.sources[0]
    text = case.text
    role = source.role.of(text) if source.role else None
    affiliation = source.affiliation.of(text) if source.affiliation else None
    parts = ("role", "affiliation", "character")
    marked = {label: [span.of(text) for span in case.marked.labelled(label)] for label in parts}
    assert role == next(iter(case.keys.get("roles", marked["role"])), None)
    assert affiliation == next(iter(marked["affiliation"]), None)
    assert [span.of(text) for span in source.characterization] == case.keys.get("characters", marked["character"])
    assert source.name == case.keys.get("name", source.name)
    assert source.label == case.keys.get("source_label", source.label)
