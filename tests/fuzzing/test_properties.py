"""What holds for every text whatever, tried on many."""

import pytest
from hypothesis import given, settings

from attribution import audit, render
from attribution.model.document import Article
from attribution.model.report import Report
from tests.fuzzing.properties import check, holds_together, spans_of, steps_replay
from tests.fuzzing.strategies import DAMAGED, SEEDS, TEXTS

HOSTILE = {
    "nothing": "",
    "blank": " \n\t\r\n ",
    "NUL": "\x00" * 50,
    "half a pair": "\ud800 said \udfff.",
    "marks": '"' * 3000,
    "curly": "“" * 3000,
    "apostrophes": "'" * 3000,
    "one word": "x" * 20_000,
    "one sentence": "said the man who said " * 1000,
    "commas": "he said, " * 2000,
    "brackets": "(" * 3000,
    "dotted": "." * 5000,
    "numbers": "1,000 " * 2000,
    "capitals": "A. B. " * 1500,
    "long İ": "İ said İİİ told Reuters that İ. " * 50,
}


@given(TEXTS)
@settings(max_examples=200)
def test_any_text_gives_a_report_that_holds_together(text):
    holds_together(audit(text), text)


@given(DAMAGED)
@settings(max_examples=25)
def test_a_damaged_article_gives_a_report_that_holds_together(text):
    holds_together(audit(text), text)


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_gives_a_report_that_holds_together(label):
    check(HOSTILE[label])


@given(TEXTS)
@settings(max_examples=40)
def test_two_runs_give_the_same_bytes(text):
    assert render(audit(text), "json") == render(audit(text), "json")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_steps_of_a_score_replay_to_its_points(path):
    for paragraph in audit(path.read_text(encoding="utf-8")).analysis.scores.paragraphs:
        for unit in paragraph.units:
            steps_replay(unit)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_paragraph_in_front_moves_every_attribution_and_changes_none(path):
    text = path.read_text(encoding="utf-8")
    front = "Rain fell in the valley for a week.\n"

    def moved(report: Report, by: int) -> list[tuple[object, ...]]:
        return [
            (
                item.cue.cls,
                item.shape,
                item.stance,
                [(span.start + by, span.end + by) for span in spans_of((item.cue.spans, item.source, item.content))],
            )
            for item in report.analysis.attributions
        ]

    before, after = audit(text), audit(Article(front + text))
    assert moved(before, len(front)) == moved(after, 0)
    assert [source.label for source in before.analysis.sources] == [source.label for source in after.analysis.sources]
