from hypothesis import given
from hypothesis import strategies as st

from attribution.marked import parse
from attribution.model.span import Span
from attribution.renderers.html.marks import Mark, MarkKind, by_stretch, marks_of, runs
from tests.hand_built import TEXT, report

KINDS = {"source": MarkKind.SOURCE, "cue": MarkKind.CUE, "content": MarkKind.CONTENT}


def cut(marked):
    """The runs of a text in which "[[source-S1|…]]" and the like are marked."""
    parsed = parse(marked)
    marks = []
    for label, span in parsed.spans:
        kind, _, source = label.partition("-")
        marks.append(Mark(span, KINDS[kind], source or None))
    return runs(parsed.text, Span(0, len(parsed.text)), marks)


def test_words_without_marks_are_one_piece():
    (run,) = cut("Rain fell.")
    assert [(piece.text, piece.marks) for piece in run.pieces] == [("Rain fell.", ())]


def test_a_mention_is_a_run_of_its_own_that_names_its_source():
    found = cut("So [[source-S1|she]] [[cue-S1|said]].")
    assert [(run.source, "".join(piece.text for piece in run.pieces)) for run in found] == [
        (None, "So "),
        ("S1", "she"),
        (None, " said."),
    ]


def test_nested_marks_are_cut_at_their_borders_and_the_innermost_comes_first():
    found = cut("[[source-S1|Ada]] said [[content-S1|that [[source-S2|he]] knew [[content-S2|it all]] then]].")
    pieces = {piece.text: piece for run in found for piece in run.pieces}
    assert pieces["it all"].sources == ("S2", "S1")
    assert pieces["it all"].classes == ("content", "inner")
    assert pieces[" then"].sources == ("S1",)
    assert pieces[" then"].classes == ("content",)
    assert pieces["he"].classes == ("source", "content")


def test_a_mention_inside_another_is_no_link_of_its_own():
    marks = [Mark(Span(0, 9), MarkKind.SOURCE, "S1"), Mark(Span(4, 9), MarkKind.SOURCE, "S2")]
    (run, rest) = runs("the mayor spoke", Span(0, 15), marks)
    assert (run.source, [piece.text for piece in run.pieces]) == ("S1", ["the ", "mayor"])
    assert rest.source is None


def test_crossing_marks_share_the_piece_where_they_cross():
    marks = [Mark(Span(0, 6), MarkKind.CUE), Mark(Span(4, 10), MarkKind.CONTENT)]
    (run,) = runs("0123456789", Span(0, 10), marks)
    assert [(piece.text, piece.classes) for piece in run.pieces] == [
        ("0123", ("cue",)),
        ("45", ("cue", "content")),
        ("6789", ("content",)),
    ]


def test_a_mark_over_a_border_is_in_both_stretches_and_a_target_in_the_first():
    mark = Mark(Span(2, 8), MarkKind.CONTENT, "S1", target="a0")
    found = by_stretch([mark], [Span(0, 4), Span(5, 10), Span(11, 12)])
    assert {place: [(item.span, item.target) for item in items] for place, items in found.items()} == {
        0: [(Span(2, 4), "a0")],
        1: [(Span(5, 8), None)],
    }


def test_findings_and_grants_are_marked_and_other_classes_are_not():
    marks = marks_of(report())
    assert {mark.kind for mark in marks} == {
        MarkKind.SOURCE,
        MarkKind.CUE,
        MarkKind.CONTENT,
        MarkKind.VIA,
        MarkKind.TERMS,
        MarkKind.FINDING,
    }
    assert [mark.span.of(TEXT) for mark in marks if mark.kind is MarkKind.VIA] == ["the Harbour Post"]
    assert "S2" not in {mark.source for mark in marks}
    assert [(mark.finding, mark.level, mark.target) for mark in marks if mark.finding] == [
        (1, "warning", "w1"),
        (2, "info", "w2"),
    ]


@st.composite
def marked_stretches(draw):
    text = draw(st.text(alphabet="ab \n<&\ud800é", min_size=1, max_size=60))
    edge = st.integers(0, len(text))
    span = st.tuples(edge, edge).map(lambda edges: Span(min(edges), max(edges)))
    mark = st.builds(Mark, span, st.sampled_from(MarkKind), st.sampled_from([None, "S1", "S2"]))
    marks = [item for item in draw(st.lists(mark, max_size=12)) if len(item.span)]
    return text, draw(span), marks


@given(marked_stretches())
def test_the_pieces_of_a_stretch_are_its_words_and_know_all_that_covers_them(given_case):
    text, stretch, marks = given_case
    if not len(stretch):
        return
    within = by_stretch(marks, [stretch]).get(0, ())
    position = stretch.start
    for run in runs(text, stretch, within):
        for piece in run.pieces:
            span = Span(position, position + len(piece.text))
            assert piece.text == span.of(text)
            assert len(piece.marks) == sum(mark.span.covers(span) for mark in marks)
            assert all(mark.span.covers(span) or not mark.span.overlaps(span) for mark in marks)
            position = span.end
    assert position == stretch.end
