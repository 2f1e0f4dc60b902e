"""The strength of one attribution: the policy's ladder to the digit, and what must never happen to it."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from attribution.model.attribution import Stance
from attribution.model.score import Operation
from attribution.model.source import AnonymityTerms, Detail, Mention, Proximity, ReasonKind, SourceStatus, Tally
from attribution.scoring.points import apply, replay, strength
from attribution.scoring.table import load_table

TABLE = load_table()

GRANTED = AnonymityTerms.ANONYMITY_GRANTED


def mention(
    status: SourceStatus,
    proximity: Proximity = Proximity.UNSTATED,
    *details: Detail,
    count: int = 0,
    relay: tuple[str, ...] = (),
    terms: AnonymityTerms = AnonymityTerms.UNSTATED,
    reason: ReasonKind = ReasonKind.NONE,
) -> Mention:
    number = Tally(count, count) if count else None
    return Mention(0, None, None, status, proximity, details, number, relay, terms, reason)


def points(described: Mention, stance: Stance = Stance.ASSERTED) -> float:
    return strength(described, stance, TABLE)[-1].result


S, P, D = SourceStatus, Proximity, Detail

TWO_BRIEFED = (D.NATIONALITY, D.INSTITUTION, D.BRIEFED)
SPECIFIC = ReasonKind.REPRISAL_JOB
ROTE = ReasonKind.NOT_AUTHORISED

LADDER = [
    ("own reporter saw", 90, mention(S.OBSERVATION, P.FIRST_HAND)),
    ("dated court filing", 87, mention(S.DOCUMENT, P.PUBLIC, D.DATE_DAY)),
    ("name and role, at a briefing, dated", 82, mention(S.NAMED_ROLE, P.PUBLIC, D.VENUE, D.DATE_DAY)),
    ("name and role, told an outlet on a day", 77.9, mention(S.NAMED_ROLE, P.SECOND_HAND, D.DATE_DAY, relay=("NBC",))),
    ("name and role, no occasion", 75, mention(S.NAMED_ROLE)),
    ("institution's dated statement", 75, mention(S.INSTITUTION, P.UNSTATED, D.MEDIUM, D.DATE_DAY)),
    ("name only", 65, mention(S.NAMED)),
    (
        "two officials of an agency, briefed, with a reason, capped",
        64,
        mention(S.ROLE_UNNAMED, P.FIRST_HAND, *TWO_BRIEFED, count=2, terms=GRANTED, reason=SPECIFIC),
    ),
    (
        "the same two, relayed",
        51.2,
        mention(S.ROLE_UNNAMED, P.SECOND_HAND, *TWO_BRIEFED, count=2, relay=("X",), terms=GRANTED, reason=SPECIFIC),
    ),
    ("outlet, nobody behind it", 50, mention(S.OUTLET, P.SECOND_HAND, relay=("X",))),
    (
        "senior official, rote reason",
        49,
        mention(S.ROLE_UNNAMED, P.FIRST_HAND, D.RANK, count=1, terms=GRANTED, reason=ROTE),
    ),
    ("two people familiar", 34.2085, mention(S.VAGUE_UNNAMED, P.UNSTATED, D.FAMILIAR, count=2)),
    ("media reports", 27.5, mention(S.OUTLET, P.OUTLET_UNNAMED)),
    ("a source", 25, mention(S.VAGUE_UNNAMED, P.UNSTATED, count=1)),
    ("third-hand official", 24, mention(S.ROLE_UNNAMED, P.THIRD_HAND, count=1)),
    ("critics say", 12, mention(S.COLLECTIVE_VAGUE)),
    ("reportedly", 8, mention(S.PASSIVE)),
]


@pytest.mark.parametrize(("expected", "described"), [row[1:] for row in LADDER], ids=[row[0] for row in LADDER])
def test_the_ladder(expected: float, described: Mention) -> None:
    assert points(described) == pytest.approx(expected)


def test_the_ladder_goes_down() -> None:
    found = [points(described) for _, _, described in LADDER]
    assert found == sorted(found, reverse=True)


def test_a_relayed_belief_of_a_source_that_is_only_a_source() -> None:
    assert points(mention(S.VAGUE_UNNAMED, P.SECOND_HAND, relay=("X",)), Stance.BELIEF) == pytest.approx(19)


def test_the_cap_for_unnamed_people_binds_before_distance() -> None:
    steps = strength(LADDER[8][2], Stance.ASSERTED, TABLE)
    assert [step.operation for step in steps[-2:]] == [Operation.CAP, Operation.MULTIPLY]
    assert steps[-3].result == pytest.approx(69.366)


def test_each_outlet_beyond_the_second_takes_a_quarter() -> None:
    two = points(mention(S.NAMED, P.THIRD_HAND, relay=("A", "B")))
    assert points(mention(S.NAMED, P.THIRD_HAND, relay=("A", "B", "C"))) == pytest.approx(0.75 * two)


def test_opinions_with_a_name_are_not_discounted() -> None:
    assert points(mention(S.NAMED_ROLE), Stance.BELIEF_MODAL) == 75


def test_an_official_account_speaks_for_its_owner() -> None:
    assert points(mention(S.SOCIAL, P.PUBLIC, D.OFFICIAL_ACCOUNT)) == 75


@pytest.mark.parametrize("status", [S.NAMED, S.NAMED_ROLE, S.INSTITUTION, S.COLLECTIVE])
def test_naming_the_outlet_never_scores_below_leaving_it_unstated(status: SourceStatus) -> None:
    assert points(mention(status, P.SECOND_HAND, relay=("X",))) >= points(mention(status))


def test_an_operation_never_leaves_the_scale() -> None:
    assert apply(Operation.ADD, 95, 10) == 100
    assert apply(Operation.ADD, 5, -25) == 0


MENTIONS = st.builds(
    mention,
    st.sampled_from(SourceStatus),
    st.sampled_from(Proximity),
    count=st.integers(0, 2_000_000),
    relay=st.lists(st.sampled_from(["A", "B", "C"]), max_size=4).map(tuple),
    terms=st.sampled_from(AnonymityTerms),
    reason=st.sampled_from(ReasonKind),
)
DETAILS = st.frozensets(st.sampled_from([detail for detail in Detail if detail is not Detail.UNIDENTIFIED]))


@given(MENTIONS, st.sampled_from(Stance))
def test_steps_replay_to_the_points_and_stay_on_the_scale(described: Mention, stance: Stance) -> None:
    steps = strength(described, stance, TABLE)
    assert replay(steps) == steps[-1].result
    assert all(0 <= step.result <= 100 for step in steps)


@given(MENTIONS, st.sampled_from(Stance), DETAILS, st.sampled_from(sorted(Detail)))
def test_adding_a_detail_never_lowers_a_score(
    described: Mention, stance: Stance, details: frozenset[Detail], added: Detail
) -> None:
    if added is Detail.UNIDENTIFIED:
        return
    fewer = evolve(described, details=tuple(sorted(details - {added})))
    more = evolve(described, details=tuple(sorted(details | {added})))
    assert points(more, stance) >= points(fewer, stance)


@given(MENTIONS, st.sampled_from(Stance), DETAILS)
def test_people_without_a_name_never_exceed_the_cap(
    described: Mention, stance: Stance, details: frozenset[Detail]
) -> None:
    if TABLE.unnamed(described.status):
        assert points(evolve(described, details=tuple(sorted(details))), stance) <= 64
