"""What counts in a paragraph, from its text alone: attributions, stances, sentences that nobody stands behind."""

import pytest

from attribution.pipeline import analyze
from tests.case_files import Case, load_cases, parameters

LEAD = (
    "Rain fell on the harbour for the whole of the day and the boats stayed in, "
    "and nobody could cross to the island.\n\n"
)
CASES = tuple(case for case in load_cases("scoring") if case.file == "units")


@pytest.mark.parametrize("case", parameters(CASES))
def test_units_are_as_given(case: Case) -> None:
    paragraph = analyze(LEAD + case.text).scores.paragraphs[-1]
    assert [[unit.kind.value, unit.points] for unit in paragraph.units] == case.keys["units"]


def test_a_stance_has_points_in_its_paragraph_only() -> None:
    analysis = analyze(LEAD + "Senator Maud Perrin denounced the ruling on the eve of the vote in the harbour town.")
    assert [analysis.scores.attributions[unit.attribution or 0] for unit in analysis.scores.paragraphs[-1].units] == [
        None
    ]
