import pytest

from attribution.errors import ReadError
from attribution.evaluation.brat import attributions_of, read_brat
from attribution.evaluation.brat_lines import parse_annotations
from attribution.evaluation.labelled import Labelled
from attribution.model.span import Span

#       0   4    9     15     21  25   30    36
TEXT = "Ida said rents rise. Una and Rolf denied it."

IDA, SAID, RENTS, RISE = Span(0, 3), Span(4, 8), Span(9, 14), Span(15, 19)
UNA, ROLF, DENIED, IT = Span(21, 24), Span(29, 33), Span(34, 40), Span(41, 43)

SPANS = (
    "T1\tSource 0 3\tIda\n"
    "T2\tCue 4 8\tsaid\n"
    "T3\tContent 9 14;15 19\trents rise\n"
    "T4\tSource 21 24\tUna\n"
    "T5\tsource2 29 33\tRolf\n"
    "T6\tCUE 34 40\tdenied\n"
    "T7\tContent_2 41 43\tit\n"
)
FIRST = ((IDA,), (SAID,), (RENTS, RISE))
SECOND = ((UNA, ROLF), (DENIED,), (IT,))


def found(lines):
    """Source, cue and content of each attribution."""
    labelled = attributions_of(parse_annotations(lines, "a.ann", TEXT))
    return [(each.source, each.cue, each.content) for each in labelled]


@pytest.mark.parametrize(
    "lines",
    [
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\nE2\tAttribution:T6 Source:T4 Source2:T5 Content:T7\n",
        "E2\tClaim:T6 Content:T7 Source:T4 Source2:T5 Recipient:T1\nE1\tClaim:T2 Source:T1 Content:T3 \n",
        "R1\tBy Arg1:T2 Arg2:T1\nR2\tOf Arg1:T2 Arg2:T3\n"
        "R3\tBy Arg1:T4 Arg2:T6\nR4\tBy Arg1:T6 Arg2:T5\nR5\tOf Arg1:T7 Arg2:T6\t\n",
        "R1\tSays Arg1:T1 Arg2:T3\nR2\tBy Arg1:T3 Arg2:T2\n"
        "R3\tOf Arg1:T6 Arg2:T7\nR4\tSays Arg1:T4 Arg2:T7\nR5\tSays Arg1:T5 Arg2:T7\n",
        "E1\tClaim:T2 Source:T1 Content:T3\nR3\tBy Arg1:T4 Arg2:T6\nR4\tBy Arg1:T5 Arg2:T6\nR5\tOf Arg1:T7 Arg2:T6\n",
    ],
    ids=["events", "events without an argument Cue", "relations with the cue", "relations with the content", "both"],
)
def test_events_and_relations_say_the_same(lines):
    assert found(SPANS + lines) == [FIRST, SECOND]
    assert found(lines + SPANS) == [FIRST, SECOND], "the order of lines makes no difference"


def test_one_source_may_serve_two_attributions():
    lines = "E1\tClaim:T2 Source:T1 Content:T3\nE2\tClaim:T6 Source:T1 Content:T7\n"
    assert found(SPANS + lines)[1] == ((IDA,), (DENIED,), (IT,))


def test_a_lone_cue_is_an_attribution_and_other_lone_spans_are_not():
    assert found(SPANS) == [((), (SAID,), ()), ((), (DENIED,), ())]


def test_a_content_and_its_source_need_no_cue():
    lines = "T1\tSource 0 3\tIda\nT3\tContent 9 14\trents\nR1\tSays Arg1:T3 Arg2:T1\n"
    assert found(lines) == [((IDA,), (), (RENTS,))]


def test_an_event_names_the_roles_whatever_the_labels_of_its_spans():
    lines = "T1\tPerson 0 3\tIda\nT2\tVerb 4 8\tsaid\nE1\tClaim:T2 Source:T1\n"
    assert found(lines) == [((IDA,), (SAID,), ())]


def test_what_says_nothing_about_roles_is_left_out():
    lines = (
        "T1\tPerson 0 3\tIda\nT2\tVerb 4 8\tsaid\nE1\tArrest:T2 Agent:T1 Cause:E2\nE2\tArrest:T1\n"
        "R1\tNear Arg1:T1 Arg2:T2\nR2\tNear Arg1:E1 Arg2:T2\n"
        "A1\tNegated E1\nM1\tSure T1\nN1\tReference T1 Wikidata:Q1\tIda\n"
        "#1\tAnnotatorNotes T1\twho?\n*\tEquiv T1 T2\nX9\twhatever\n"
    )
    assert found(lines) == []


def test_pieces_are_put_in_order_and_joined_where_they_touch():
    lines = (
        "T1\tCue 9 14;4 8\trents said\nT2\tContent 15 17\tri\nT3\tContent 17 19\tse\nE1\tX:T1 Content:T3 Content2:T2\n"
    )
    assert found(lines) == [((), (SAID, RENTS), (RISE,))]


def test_the_words_of_a_span_may_run_over_a_line_break():
    text = "Ida said:\n\nRents rise."
    lines = "T1\tContent 4 16\tsaid:\n\nRents\nT2\tCue 17 21\trise\nE1\tX:T2 Content:T1\n"
    (labelled,) = attributions_of(parse_annotations(lines, "a.ann", text))
    assert labelled.content == (Span(4, 16),)
    flat = parse_annotations("T1\tContent 4 16\tsaid:  Rents\r\n", "a.ann", text)
    assert flat.spans["T1"].pieces == (Span(4, 16),)


@pytest.mark.parametrize("label", ["Discard", "ignore"])
def test_regions_where_nobody_looked(tmp_path, label):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(f"T1\t{label} 21 24;25 44\tUna and Rolf denied it.\n", encoding="utf-8")
    (article,) = read_brat(str(tmp_path))
    assert (article.attributions, article.ignore) == ((), (UNA, Span(25, 44)))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("said", "line 1: expected an annotation such as T1<tab>LABEL START END<tab>WORDS"),
        ("T1\tCue 4 8\tsaid\nE1\tX:T1\n\nCue 4 8", "line 4: expected an annotation such as T1<tab>"),
        (
            "T1\tCue 4 8",
            "line 1: expected T1<tab>LABEL START END<tab>WORDS, with START END;START END for a span in pieces, not",
        ),
        (
            "T1\tCue 4 8\tsaid\nE1 X:T1",
            "line 2: expected an annotation such as E1<tab>TYPE:T1 ROLE:T2 …, not 'E1 X:T1'",
        ),
        ("T1\tCue 4\tsaid", "line 1: expected T1<tab>LABEL"),
        ("T1\tCue 4 99\tsaid", "line 1: [4, 99] is no part of the text: 0 <= start < end <= 44 characters must hold"),
        ("T1\tCue 8 8\t", "line 1: [8, 8] is no part of the text"),
        ("T1\tCue 5 9\tsaid", "line 1: T1 says 'said', but the text has 'aid' there; offsets count code points"),
        ("T1\tCue 4 8\tsaid\nT1\tCue 34 40\tdenied", "line 2: T1 was already used; each span has a name of its own"),
        ("E1\tX:T1 Cue:T1", "line 1: E1 names T1, which is no span of this file"),
        ("T1\tCue 4 8\tsaid\nE1\tX:T1 Source:T9", "line 2: E1 names T9, which is no span of this file"),
        ("E1\tX T1", "line 1: expected E1<tab>TYPE:T1 ROLE:T2 …, not 'E1\\tX T1'"),
        ("R1\tX T1 T2", "line 1: expected R1<tab>TYPE Arg1:T1 Arg2:T2, not"),
        ("R1\tX Arg1:T1 Arg2:T2", "line 1: R1 names T1, which is no span of this file"),
    ],
)
def test_a_bad_line_is_named_and_told_what_would_be_right(lines, problem):
    with pytest.raises(ReadError) as caught:
        parse_annotations(lines, "a.ann", TEXT)
    assert str(caught.value).startswith(f"a.ann: {problem}")


def test_a_folder_is_read_in_order_of_path(tmp_path):
    for name in ("b", "2016/a", ".hidden/c"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
        path.with_suffix(".ann").write_text("T1\tCue 4 8\tsaid\n", encoding="utf-8")
    (tmp_path / "annotation.conf").write_text("[entities]")
    first, second = read_brat(str(tmp_path))
    assert (first.name, second.name) == ("2016/a", "b")
    assert first.attributions == (Labelled(cue=(SAID,), name="T1"),)


def test_offsets_count_from_a_byte_order_mark_and_keep_line_ends(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfYes.\r\nIda said.")
    (tmp_path / "a.ann").write_text("T1\tCue 11 15\tsaid\n", encoding="utf-8")
    (article,) = read_brat(str(tmp_path))
    assert article.text == "Yes.\r\nIda said."
    assert article.attributions[0].cue[0].of(article.text) == "said"


def test_text_and_annotations_need_each_other(tmp_path):
    for name in ("a.ann", "b.txt", "c.txt", "c.ann"):
        (tmp_path / name).write_text("")
    first, second, third = read_brat(str(tmp_path))
    assert str(first).endswith("a.ann: has no a.txt beside it; an article without annotations has an empty .ann")
    assert str(second).endswith("b.txt: has no b.ann beside it; an article without annotations has an empty .ann")
    assert third.attributions == ()


def test_a_folder_without_annotations_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (error,) = read_brat(str(tmp_path))
    assert error.problem == "holds no .ann file; a gold folder has NAME.txt and NAME.ann for each article"


def test_a_folder_that_cannot_be_opened_is_an_error(tmp_path, monkeypatch):
    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", "gold/closed"))
        return iter(())

    monkeypatch.setattr("os.walk", walk)
    (error,) = read_brat(str(tmp_path))
    assert str(error) == "gold/closed: cannot be opened: Permission denied"


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    for name, lines in (("a", "T1\tCue 0 99\tx\n"), ("b", "")):
        (tmp_path / f"{name}.txt").write_text(TEXT)
        (tmp_path / f"{name}.ann").write_text(lines)
    error, article = read_brat(str(tmp_path))
    assert str(error).endswith(
        "a.ann: line 1: [0, 99] is no part of the text: 0 <= start < end <= 44 characters must hold"
    )
    assert article.name == "b"
