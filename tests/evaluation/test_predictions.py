import gzip
import json

import pytest

from attribution.evaluation.labelled import GoldArticle, Labelled, Prediction
from attribution.evaluation.predictions import predict, read_predictions
from attribution.evaluation.selection import Selection
from attribution.model.attribution import CueClass
from attribution.model.document import Article
from attribution.model.span import Span
from attribution.pipeline import audit
from attribution.renderers.rendering import render

TEXT = "Ida Moss, the mayor, said that rents would rise. Rolf hopes to win."
GOLD = (GoldArticle("a", TEXT, ()), GoldArticle("2016/b", "Rain fell.", ()))
EVERYTHING = Selection(all_classes=True, top_level=False)
SAID = Labelled((Span(0, 20),), (Span(21, 25),), (Span(26, 47),), name="0", cls=CueClass.SPEECH)


def read(tmp_path, data, selection=EVERYTHING):
    path = tmp_path / "reports.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(read_predictions(str(path), GOLD, selection))
    return [each if isinstance(each, Prediction) else each.problem for each in found]


def report(name="a", text=TEXT, **changes):
    return {**json.loads(render(audit(Article(text, name=name)), "json")), **changes}


def test_the_library_reads_the_gold_texts_itself():
    found = list(predict(GOLD, EVERYTHING))
    assert [each.name for each in found] == ["a", "2016/b"]
    said, hopes = found[0].attributions
    assert said == SAID
    assert (hopes.cls, hopes.source) == (CueClass.INTENT, (Span(49, 53),))
    assert found[1].attributions == ()


def test_the_selection_holds_for_what_the_library_reads():
    (found, _) = predict(GOLD, Selection(all_classes=False))
    assert [each.cls for each in found.attributions] == [CueClass.SPEECH]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_reports_are_what_the_library_reads_itself(tmp_path, format):
    data = render(audit(Article(TEXT, name="a")), format)
    assert read(tmp_path, data) == [next(predict(GOLD, EVERYTHING))]


def test_spans_are_what_the_library_reads_itself(tmp_path):
    data = render(audit(Article(TEXT, name="a")), "spans", all_classes=True)
    (found,) = read(tmp_path, data)
    expected = next(predict(GOLD, EVERYTHING))
    assert [(each.source, each.cue, each.content) for each in found.attributions] == [
        (each.source, each.cue, each.content) for each in expected.attributions
    ]
    assert {each.cls for each in found.attributions} == {None}


def test_the_selection_holds_for_reports_and_leaves_spans_alone(tmp_path):
    narrow = Selection(all_classes=False)
    (found,) = read(tmp_path, json.dumps(report()), narrow)
    assert [each.cls for each in found.attributions] == [CueClass.SPEECH]
    (found,) = read(tmp_path, render(audit(Article(TEXT, name="a")), "spans", all_classes=True), narrow)
    assert len(found.attributions) == 2


@pytest.mark.parametrize("indent", [None, 2])
def test_several_reports_in_a_list(tmp_path, indent):
    both = [report(), report("2016/b", "Rain fell.")]
    assert [each.name for each in read(tmp_path, json.dumps(both, indent=indent))] == ["a", "2016/b"]


def test_a_packed_file(tmp_path):
    path = tmp_path / "spans.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "attributions": []}\n\n{"id": "2016/b", "attributions": []}'))
    assert [each.name for each in read_predictions(str(path), GOLD, EVERYTHING)] == ["a", "2016/b"]


@pytest.mark.parametrize("name", ["2016/b", "2016/b.txt", "gold/2016/b.txt", "/data/gold/2016/b.txt"])
def test_an_article_may_be_called_by_its_path(tmp_path, name):
    (found,) = read(tmp_path, json.dumps({"id": name, "attributions": []}))
    assert found.name == "2016/b"


def test_a_report_under_another_name_is_known_by_its_text(tmp_path):
    (found,) = read(tmp_path, json.dumps(report("somewhere else")))
    assert found.name == "a"


def spans(**keys):
    return json.dumps({"id": "a", "attributions": [], **keys})


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("", "holds nothing; expected a report, or an object with 'id' and 'attributions', or several"),
        ("[1]", "item 1: expected a report, or an object with 'id' and 'attributions', not a number"),
        ("[{]", "not valid JSON: Expecting property name enclosed in double quotes: line 1 column 3 (char 2)"),
        (spans()[:-1], "not valid JSON: Expecting ',' delimiter: line 1 column 31 (char 30)"),
        (b'{"id": "\xff"}', "line 1: not UTF-8: byte 0xff at offset 8 (invalid start byte); save it as UTF-8"),
        (spans(id="c"), "line 1: the gold has no article 'c'; its articles are '2016/b', 'a'"),
        (spans(id="b"), "line 1: the gold has no article 'b'; its articles are '2016/b', 'a'"),
        (
            spans(id=None),
            "line 1: expected a report, or an object with 'id' and 'attributions'; 'schema' is None, 'id' None",
        ),
        (
            spans(attributions=None),
            "line 1: expected a report, or an object with 'id' and 'attributions'; 'schema' is None, 'id' 'a'",
        ),
        (spans(text="Other."), "line 1: was made from another text than the gold's 'a'"),
        (spans(attributions=[7]), "line 1: attribution 1: expected an object, not a number"),
        (
            spans(attributions=[{}, {"cue": [[0, 99]]}]),
            "line 1: attribution 2: [0, 99] is no part of the text: 0 <= start < end <= 67 characters must hold",
        ),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, data, problem):
    assert read(tmp_path, data) == [problem]


def test_only_some_of_many_articles_are_named(tmp_path):
    path = tmp_path / "spans.jsonl"
    path.write_text(spans(id="z"))
    (error,) = read_predictions(str(path), [GoldArticle(name, name, ()) for name in "edcba"], EVERYTHING)
    assert error.problem == "line 1: the gold has no article 'z'; its articles are 'a', 'b', 'c' and 2 more"


def test_a_report_of_another_text_is_refused(tmp_path):
    assert read(tmp_path, json.dumps(report(text="Ida left."))) == [
        "line 1: was made from another text than the gold's 'a'"
    ]


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("class", "speach", "'class' must be one of speech, evidence, hearsay, nonresponse, belief"),
        ("depth", None, "'depth' must be a number, not null"),
        ("cue", [[0, 4]], 'a span of a report is {"start": …, "end": …}, not a list'),
        ("source", {"start": 0}, "start and end are whole numbers, not a number and null"),
    ],
)
def test_a_wrong_value_in_a_report_is_named(tmp_path, key, value, problem):
    changed = report()
    changed["attributions"][0][key] = value
    (found,) = read(tmp_path, json.dumps(changed))
    assert found.startswith(f"line 1: attribution 1: {problem}")


def test_an_article_predicted_twice_is_an_error_and_the_rest_is_read(tmp_path):
    lines = [spans(), spans(id="a.txt"), spans(id="2016/b")]
    first, second, third = read(tmp_path, "\n".join(lines))
    assert (first.name, second, third.name) == ("a", "line 2: article 'a' was already predicted in line 1", "2016/b")
