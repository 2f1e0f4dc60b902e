import pytest

from attribution.comparing.comparing import compare
from attribution.model.comparison import ChangeKind
from attribution.model.source import Detail
from attribution.renderers.comparisons.messages import CHANGES, DESCRIPTIONS, DETAILS, message
from tests.comparing.test_comparing import CASES

CLAIM = "said that the bridge would close in May."

EXAMPLES = [
    (
        "The bridge will shut, Ada Lind said.",
        "The bridge will shut.",
        "Attributed to Ada Lind before, and to nobody now.",
    ),
    (
        "The bridge will shut.",
        "The bridge will shut, Ada Lind said.",
        "Attributed to Ada Lind now, and to nobody before.",
    ),
    (
        "Some 4,000 people were killed, the ministry said.",
        "Some 4,000 people were killed.",
        "This figure was attributed to the ministry; nobody stands behind it now.",
    ),
    (
        f"Ada Lind, the engineer, {CLAIM}",
        f"An official {CLAIM}",
        "Vaguer source: Ada Lind (name and role) became an official (role, no name).",
    ),
    (f"A senior army officer {CLAIM}", f"An army officer {CLAIM}", "No longer told of an army officer: the rank."),
    (f"An army officer {CLAIM}", f"A senior army officer {CLAIM}", "Now told of a senior army officer: the rank."),
    (f"Ada Lind {CLAIM}", f"Rolf Tann {CLAIM}", "Attributed to Rolf Tann now, and to Ada Lind before."),
    (
        "Two officers told Reuters that it had failed.",
        "Two officers said that it had failed.",
        "No longer said to have come through Reuters: two officers.",
    ),
    (
        "It had failed, said an officer, who spoke on condition of anonymity because he feared for his job.",
        "It had failed, said an officer, who spoke on condition of anonymity because he was not authorised to speak.",
        "No longer told: why no name is given for an officer (fear for the job; only not authorised to speak).",
    ),
    (
        "It had failed, said an officer, who spoke on condition of anonymity.",
        "It had failed, said an officer.",
        "No longer told: on what terms an officer spoke (anonymity granted).",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), EXAMPLES, ids=[expected for _, _, expected in EXAMPLES])
def test_a_message_says_what_was_and_what_is(old, new, expected):
    comparison = compare(old, new)
    assert expected in [message(change, comparison) for change in comparison.changes]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_every_change_of_the_cases_has_a_message_both_ways(case):
    for comparison in (compare(case.keys["old"], case.text), compare(case.text, case.keys["old"])):
        for change in comparison.changes:
            assert "None" not in message(change, comparison)


def test_every_kind_is_described():
    assert set(DESCRIPTIONS) == set(ChangeKind)
    assert set(CHANGES) == {kind.code for kind in ChangeKind}
    assert set(DETAILS) == set(Detail)
