"""The score of a whole article: weights and caps."""

import pytest
from attrs import evolve

from attribution.model.attribution import Attribution, Cue, CueClass, Stance
from attribution.model.document import Article, Document, Paragraph, Sentence
from attribution.model.score import ParagraphScore
from attribution.model.source import Mention, Proximity, SourceStatus, Tally
from attribution.model.span import Span
from attribution.scoring.corroboration import Voice
from attribution.scoring.overall import document_score
from attribution.scoring.points import strength
from attribution.scoring.table import load_table

TABLE = load_table()


def document(count: int, *, heading: bool = False) -> Document:
    paragraphs = []
    for index in range(count):
        span = Span(index * 10, index * 10 + 9)
        sentence = Sentence(index, index + 1, span)
        paragraphs.append(Paragraph(index + 1, span, (sentence,), heading=heading and index == 0))
    return Document(Article("x" * count * 10), tuple(paragraphs), ())


def voice(paragraph: int, status: SourceStatus, source: str, relay: tuple[str, ...] = ()) -> Voice:
    cue = Span((paragraph - 1) * 10, (paragraph - 1) * 10 + 3)
    proximity = Proximity.SECOND_HAND if relay else Proximity.UNSTATED
    number = Tally(1, 1) if status.unnamed_person else None
    mention = Mention(0, cue, cue, status, proximity, (), number, relay, source=source)
    attribution = Attribution(0, Cue((cue,), "say", CueClass.SPEECH, "that"), cue, (cue,), "hand")
    return Voice(attribution, mention, None, strength(mention, Stance.ASSERTED, TABLE))


def scores(*points: float | None) -> list[ParagraphScore]:
    return [ParagraphScore(index, value, None) for index, value in enumerate(points, start=1)]


def test_the_lead_counts_twice_and_the_next_two_one_and_a_half_times() -> None:
    overall = document_score(document(4), [], scores(80, 40, 40, 20), TABLE)
    assert overall.points == pytest.approx((80 * 2 + 40 * 1.5 * 2 + 20) / 6)


def test_a_heading_is_no_lead() -> None:
    overall = document_score(document(3, heading=True), [], scores(None, 80, 20), TABLE)
    assert overall.points == pytest.approx((80 * 2 + 20 * 1.5) / 3.5)


def test_nothing_to_score_is_no_score() -> None:
    overall = document_score(document(2), [], scores(None, None), TABLE)
    assert (overall.points, overall.grade, overall.caps) == (None, None, ())


S = SourceStatus


@pytest.mark.parametrize(
    ("voices", "cap", "points"),
    [
        ([voice(2, S.COLLECTIVE, "S1"), voice(3, S.PASSIVE, "S2"), voice(4, S.OUTLET, "S3")], "no_named_source", 40),
        ([voice(1, S.ROLE_UNNAMED, "S1"), voice(2, S.NAMED, "S2"), voice(3, S.NAMED, "S3")], "lead_on_one_unnamed", 45),
        (
            [
                voice(1, S.COLLECTIVE, "S1", ("X",)),
                voice(1, S.ROLE_UNNAMED, "S2", ("X",)),
                *[voice(2, S.NAMED, "S3")] * 2,
            ],
            "lead_through_one_outlet",
            60,
        ),
        ([voice(2, S.COLLECTIVE, "S1")] * 3 + [voice(3, S.NAMED, "S2")] * 2, "mostly_unnamed", 65),
    ],
)
def test_each_cap_binds_and_is_named(voices: list[Voice], cap: str, points: float) -> None:
    overall = document_score(document(4), voices, scores(90, 90, 90, 90), TABLE)
    assert (overall.points, overall.caps) == (points, (cap,))


def test_a_cap_that_does_not_bind_is_not_named() -> None:
    overall = document_score(document(4), [voice(2, S.COLLECTIVE, "S1")] * 3, scores(20, 20, 20, 20), TABLE)
    assert (overall.points, overall.caps) == (20, ())


def test_refusals_to_comment_are_no_named_sources() -> None:
    named = voice(1, S.NAMED_ROLE, "S9")
    silent = evolve(named.attribution, cue=evolve(named.attribution.cue, cls=CueClass.NONRESPONSE))
    voices = [voice(2, S.COLLECTIVE_VAGUE, "S1"), voice(2, S.PASSIVE, "S2"), voice(3, S.OUTLET, "S3")]
    overall = document_score(document(4), [evolve(named, attribution=silent), *voices], scores(90, 90, 90, 90), TABLE)
    assert overall.caps == ("no_named_source",)
