"""Which mentions are one source."""

import time

import pytest

from attribution.config import Config
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


def test_many_sources_cost_no_more_each_than_few() -> None:
    """A thousand speakers, then four thousand: the time grows with them, not with their square."""
    small, large = (measured(count) for count in (1000, 4000))
    assert large < 10 * small + 0.5


def measured(count: int) -> float:
    """Seconds that an article with so many officials and residents takes."""
    speech = "[[a|{}lund Marsh]] said no. [[a|A resident]] said yes. [[a|He]] said why."
    sentences = (speech.format("".join(chr(65 + int(digit)) for digit in str(i)).title()) for i in range(count // 3))
    marked = parse("\n".join(sentences))
    started = time.perf_counter()
    resolved(marked, config=Config())
    return time.perf_counter() - started
