"""Which mentions are one source."""

import pytest

from attribution.marked import parse
from tests.case_files import Case, load_cases, parameters
from tests.sources.resolving import resolved

CASES = [case for case in load_cases("sources") if case.file.startswith("linking")]


@pytest.mark.parametrize("case", parameters(CASES))
def test_mentions_of_one_source_are_linked_and_no_others(case: Case) -> None:
    found = resolved(case.marked)
    labels = [label for label, _ in case.marked.spans]
    sources = [mention.source for mention in found.mentions]
    assert [sources[labels.index(label)] for label in labels] == sources, sources
    assert len(set(sources)) == len(set(labels)), sources
    statuses = [mention.status.value for mention in found.mentions]
    assert case.keys.get("statuses", statuses) == statuses


def test_sources_are_numbered_in_order_of_appearance() -> None:
    found = resolved(parse("[[a|Edda Kral]] said no. [[b|Omar Haddad]] said yes. [[a|Kral]] said why."))
    assert [source.id for source in found.sources] == ["S1", "S2"]
    assert [source.attributions for source in found.sources] == [(0, 2), (1,)]


def test_every_link_says_why() -> None:
    found = resolved(parse("[[a|Edda Kral]] said no. [[a|She]] said why."))
    assert found.mentions[1].evidence[-1].code == "linking.pronoun"
    assert found.sources[0].confidence == "medium"
