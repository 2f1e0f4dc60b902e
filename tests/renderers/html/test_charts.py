from itertools import pairwise

import pytest

from attribution import audit
from attribution.model.source import SourceStatus
from attribution.renderers.html.charts import BODY, NAMED, NOBODY, UNNAMED, charts, voice_of
from attribution.renderers.summary import summarize
from tests.hand_built import empty_report, report

TEXT = (
    "Two officials told Reuters that the pier had sunk.\n"
    "Ada Lind, the mayor, said on Monday that it stood. Rolf Tann, a diver, said on Monday that it leant.\n"
    "A report by the Harbour Board showed cracks. It was reported that a crane fell.\n"
)


def charts_of(made):
    return charts(made.analysis, summarize(made))


def test_each_status_belongs_to_one_group_of_voices():
    assert {voice_of(status) for status in SourceStatus} == {NAMED, BODY, UNNAMED, NOBODY}
    assert voice_of(SourceStatus.COLLECTIVE) == voice_of(SourceStatus.ROLE_UNNAMED) == UNNAMED


def test_the_parts_of_a_bar_fill_it_and_count_every_attribution():
    made = audit(TEXT)
    summary, found = summarize(made), charts_of(made)
    for segments in (found.voices, found.distances):
        assert sum(segment.count for segment in segments) == summary.attributions
        assert segments[0].start == 0
        for before, after in pairwise(segments):
            assert after.start == pytest.approx(before.start + before.width, abs=0.02)
        assert segments[-1].start + segments[-1].width == pytest.approx(100, abs=0.02)


def test_the_shares_are_those_of_the_summary():
    made = audit(TEXT)
    summary, found = summarize(made), charts_of(made)
    unnamed = sum(segment.count for segment in found.voices if segment.kind == UNNAMED)
    assert unnamed / summary.attributions == summary.unnamed_share
    assert sum(segment.count for segment in found.distances if segment.kind == "relayed") == summary.second_hand


def test_every_chart_has_a_sentence():
    found = charts_of(report())
    assert found.voices_text == "Of 1 attribution: 1 people without a name, groups included"
    assert found.distances_text == "Of 1 attribution: 1 passed on by others"
    assert found.origins_text == "1 independent origin among 1 source"


def test_there_is_a_dot_for_each_source_and_a_column_for_each_paragraph():
    made = audit(TEXT)
    summary, found = summarize(made), charts_of(made)
    assert len(found.origins) == summary.sources
    assert sum(dot.filled for dot in found.origins) == summary.independent_origins
    assert [column.grade for column in charts_of(report()).columns] == ["E", "none", "F", "none"]


@pytest.mark.parametrize("count", [1, 30, 2000])
def test_no_chart_is_wider_than_its_room(count):
    found = charts_of(empty_report("\n".join(["Rain fell."] * count)))
    assert found.columns[-1].x + found.columns[-1].width <= 240


def test_an_article_without_attributions_has_empty_charts():
    found = charts_of(empty_report("Rain fell."))
    assert (found.voices, found.distances, found.origins) == ((), (), ())
    assert found.voices_text == "Nothing is attributed"
