"""What holds for every text whatever, tried on many."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import audit, render
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.model.score import Operation
from attribution.model.span import Span
from attribution.renderers.json_loading import report_from_dict
from attribution.renderers.rendering import RENDERERS
from tests.test_golden import SEEDS

PIECES = st.sampled_from(
    [
        "officials",
        "two U.S. officials",
        "Mayor Ada Lind",
        "she",
        "who",
        "told",
        "told Reuters",
        "said",
        "according to",
        "reportedly",
        "citing a source",
        "that",
        "on condition of anonymity",
        "because they feared for their jobs",
        "declined to comment",
        "the bridge would close",
        "40 per cent",
        "3,000 people were killed",
        ",",
        ".",
        ". ",
        "\n",
        "\r\n",
        "\n[attribution: ignore ANON101 as “officials” said so]\n",
        "\n<!-- attribution: off[ANON] 40 per cent -->\r\n",
        "“",
        "”",
        '"',
        "''",
        "'",
        "’s",
        "—",
        ":",
        "(",
        ")",
        "İ",
        "\x00",
        "\ud800",
        "🙂",
    ]
)
"""Words and marks that stages look for, so that random texts reach them."""

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=200),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)

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


def spans_of(value: Any) -> Iterator[Span]:
    """Every span in a report, at whatever depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(type(value), "__attrs_attrs__"):
        for attribute in type(value).__attrs_attrs__:
            if attribute.name != "tokens":
                yield from spans_of(getattr(value, attribute.name))


def holds_together(report: Report, text: str) -> None:
    """Asserts what is true of every report."""
    analysis = report.analysis
    assert all(span.end <= len(text) for span in spans_of(report))
    assert [item.index for item in analysis.attributions] == list(range(len(analysis.attributions)))
    assert [item.attribution for item in analysis.mentions] == list(range(len(analysis.mentions)))
    assert {item.source for item in analysis.mentions} <= {None, *(source.id for source in analysis.sources)}
    data = json.loads(render(report, "json"))
    assert report_from_dict(data, analysis.document.article, load()) == report
    for format in RENDERERS:
        render(report, format)


@given(TEXTS)
@settings(max_examples=150)
def test_any_text_gives_a_report_that_holds_together(text):
    holds_together(audit(text), text)


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_gives_a_report_that_holds_together(label):
    holds_together(audit(HOSTILE[label]), HOSTILE[label])


@given(TEXTS)
@settings(max_examples=40)
def test_two_runs_give_the_same_bytes(text):
    assert render(audit(text), "json") == render(audit(text), "json")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_steps_of_a_score_replay_to_its_points(path):
    for paragraph in audit(path.read_text(encoding="utf-8")).analysis.scores.paragraphs:
        for unit in paragraph.units:
            points = 0.0
            for step in unit.steps:
                match step.operation:
                    case Operation.BASE:
                        points = step.value
                    case Operation.ADD:
                        points += step.value
                    case Operation.MULTIPLY:
                        points *= step.value
                    case Operation.CAP:
                        points = min(points, step.value)
                    case Operation.CORROBORATE:
                        points = step.result
                assert points == pytest.approx(step.result)
            assert points == pytest.approx(unit.points)


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
