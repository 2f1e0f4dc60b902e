"""The score table is complete and consistent with itself."""

from attribution.model.attribution import Stance
from attribution.model.score import Grade
from attribution.model.source import Detail, SourceStatus
from attribution.scoring.table import load_table

TABLE = load_table()
DERIVED = {"terms", "reason_rote", "reason_specific", "told_outlet", "medium_beyond_outlet"}


def test_every_status_has_a_base_and_a_group() -> None:
    assert set(TABLE.base) == set(TABLE.groups) == set(SourceStatus)


def test_additions_ask_for_details_and_groups_that_exist() -> None:
    for addition in TABLE.additions:
        assert addition.any <= {detail.value for detail in Detail} | DERIVED
        assert addition.groups <= set(TABLE.groups.values())


def test_every_stance_but_the_neutral_one_has_a_factor() -> None:
    assert set(TABLE.stance) == set(Stance) - {Stance.ASSERTED}


def test_grades_come_from_the_best_down_and_reach_zero() -> None:
    assert [grade for grade, _ in TABLE.grades] == list(Grade)
    bounds = [least for _, least in TABLE.grades]
    assert bounds == sorted(bounds, reverse=True) and bounds[-1] == 0


def test_the_order_of_bases_is_reuters_order() -> None:
    s = SourceStatus
    order = [s.OBSERVATION, s.DOCUMENT, s.NAMED_ROLE, s.NAMED, s.OUTLET, s.ROLE_UNNAMED, s.COLLECTIVE, s.VAGUE_UNNAMED]
    bases = [TABLE.base[status] for status in order]
    assert bases == sorted(bases, reverse=True)
