"""The seed article scores to the digit what the policy works out by hand (section 6.2)."""

import pytest
from attrs import evolve

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.model.attribution import CueClass
from attribution.model.score import Grade, UnitKind
from attribution.scoring.points import replay
from attribution.scoring.scoring import outermost, score
from tests.scoring.seed_article import seed_analysis

EXPECTED = [
    (1, 28.08, "E"),
    (2, 38.56, "D"),
    (3, None, None),
    (4, 39.2, "D"),
    (5, 34.32, "E"),
    (6, 75.0, "B"),
    (7, 10.0, "F"),
    (8, 43.5, "D"),
    (9, 29.6, "E"),
    (10, 52.3, "C"),
]


@pytest.mark.parametrize(("paragraph", "points", "grade"), EXPECTED)
def test_each_paragraph_of_the_seed(paragraph: int, points: float | None, grade: str | None) -> None:
    scored = seed_analysis().scores.paragraphs[paragraph - 1]
    assert scored.paragraph == paragraph
    assert (None if scored.points is None else round(scored.points, 2)) == points
    assert scored.grade == grade


def test_the_seed_as_a_whole_is_thin_and_no_cap_binds() -> None:
    overall = seed_analysis().scores.document
    assert overall.points == pytest.approx(37.90, abs=0.005)
    assert (overall.grade, overall.caps, overall.table_version) == (Grade.D, (), "1")


def test_the_strengths_of_the_fifth_paragraph() -> None:
    points = seed_analysis().scores.attributions
    assert [round(value or 0, 2) for value in points[3:5]] == [35.2, 33.44]


def test_every_unit_of_the_seed_replays_to_its_points() -> None:
    for paragraph in seed_analysis().scores.paragraphs:
        for unit in paragraph.units:
            assert replay(unit.steps) == unit.points


def test_sentences_without_a_source_say_what_they_need_one_for() -> None:
    units = [unit for paragraph in seed_analysis().scores.paragraphs for unit in paragraph.units]
    text = seed_analysis().document.text
    hard = [unit for unit in units if unit.kind is UnitKind.HARD]
    found = [(item.code, item.span.of(text)) for unit in hard for item in unit.evidence if item.span]
    assert found == [
        ("claims.statistic", "nearly 60,000"),
        ("claims.statistic", "approximately 12,000"),
        ("claims.harm", "heavy casualties"),
    ]


def test_what_stands_inside_an_audited_attribution_has_no_points_of_its_own() -> None:
    seed = seed_analysis()
    nested = evolve(seed.attributions[4], index=4, parent=3, depth=1)
    attributions = (*seed.attributions[:4], nested, *seed.attributions[5:])
    scores = score(seed.document, attributions, seed.mentions, seed.sources, seed.grants, load(), Config())
    assert scores.attributions[4] is None
    assert scores.paragraphs[4].points == pytest.approx(35.2)


def test_what_stands_inside_a_belief_counts_as_outermost() -> None:
    seed = seed_analysis()
    believed = evolve(seed.attributions[3], cue=evolve(seed.attributions[3].cue, cls=CueClass.BELIEF))
    nested = evolve(seed.attributions[4], parent=3, depth=1)
    assert [item.index for item in outermost([believed, nested])] == [4]


def test_who_declines_to_comment_claims_nothing() -> None:
    seed = seed_analysis()
    silent = evolve(seed.attributions[5], cue=evolve(seed.attributions[5].cue, cls=CueClass.NONRESPONSE))
    attributions = (*seed.attributions[:5], silent, *seed.attributions[6:])
    scores = score(seed.document, attributions, seed.mentions, seed.sources, seed.grants, load(), Config())
    assert scores.paragraphs[5].points is None
    assert scores.attributions[5] is None
