"""How many people speak, as bounds."""

import pytest

from attribution.model.source import Tally
from attribution.model.span import Span
from attribution.sources.counting import count_people
from attribution.sources.phrases import parse_phrase
from attribution.sources.vocabulary import vocabulary
from tests.case_files import Case, load_cases, parameters
from tests.sources.resolving import LEXICONS

CASES = [case for case in load_cases("sources") if case.file == "counting"]


@pytest.mark.parametrize("case", parameters(CASES))
def test_people_are_counted_as_the_text_counts_them(case: Case) -> None:
    for label, span in case.marked.spans:
        phrase = parse_phrase(case.text, span, vocabulary(LEXICONS))
        assert phrase is not None
        count = count_people(phrase, LEXICONS)
        assert (count.tally if count else None) == expected(label), span.of(case.text)


def expected(label: str) -> Tally | None:
    """The tally that a label writes: "2-3", "3-", "none"."""
    if label == "none":
        return None
    least, _, most = label.partition("-")
    return Tally(int(least), int(most) if most else None)


@pytest.mark.parametrize(("words", "exact"), [("about a dozen aides", False), ("two clerks", True), ("several", False)])
def test_only_an_exact_number_is_called_exact(words: str, exact: bool) -> None:
    phrase = parse_phrase(words, Span(0, len(words)), vocabulary(LEXICONS))
    assert phrase is not None
    count = count_people(phrase, LEXICONS)
    assert count is not None
    assert count.exact is exact
