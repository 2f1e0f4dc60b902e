import json

import pytest

from attribution.errors import ReadError
from attribution.evaluation.gold import read_gold
from attribution.evaluation.label_studio import parse_label_studio
from attribution.model.span import Span

#       0   4    9     15     21  25   30    36
TEXT = "Ida said rents rise. Una and Rolf denied it."


def region(name, label, start, end, **value):
    labels = [label] if isinstance(label, str) else label
    return {"id": name, "type": "labels", "value": {"start": start, "end": end, "labels": labels, **value}}


def relation(first, second):
    return {"type": "relation", "from_id": first, "to_id": second}


REGIONS = [region("a", "Source", 0, 3), region("b", "Cue", 4, 8, text="said"), region("c", "Content", 9, 19)]
JOINED = [*REGIONS, relation("b", "a"), relation("b", "c")]


def task(result=JOINED, **changes):
    return {"id": 7, "data": {"text": TEXT}, "annotations": [{"result": list(result)}], **changes}


def read(*tasks):
    return list(parse_label_studio(json.dumps(list(tasks)).encode(), "export.json"))


def parts(article):
    return [(each.source, each.cue, each.content) for each in article.attributions]


FOUND = ((Span(0, 3),), (Span(4, 8),), (Span(9, 19),))


def test_regions_that_relations_join_are_an_attribution():
    (article,) = read(task())
    assert (article.name, article.text, parts(article)) == ("7", TEXT, [FOUND])


def test_the_direction_of_relations_and_the_case_of_labels_make_no_difference():
    regions = [region("a", "SOURCE", 0, 3), region("b", "cue_1", 4, 8), region("c", "Content2", 9, 19)]
    (article,) = read(task([*regions, relation("a", "b"), relation("c", "b")]))
    assert parts(article) == [FOUND]


def test_two_cues_that_are_joined_are_one():
    regions = [region("a", "Cue", 4, 8), region("b", "Cue", 34, 40), region("c", "Content", 41, 43)]
    (article,) = read(task([*regions, relation("a", "b"), relation("a", "c")]))
    assert parts(article) == [((), (Span(4, 8), Span(34, 40)), (Span(41, 43),))]


def test_the_article_is_called_by_its_data_or_by_its_number():
    named = task(data={"body": TEXT, "name": "in/rents.txt"})
    assert [article.name for article in read(task(), named)] == ["7", "in/rents.txt"]


def test_ground_truth_counts_and_cancelled_annotations_do_not():
    other = {"result": REGIONS[1:2]}
    cancelled = task(annotations=[{"result": [], "was_cancelled": True}, {"result": JOINED}])
    chosen = task(annotations=[other, {"result": JOINED, "ground_truth": True}], id=8)
    assert [parts(article) for article in read(cancelled, chosen)] == [[FOUND], [FOUND]]


def test_other_labels_choices_and_regions_that_nobody_looked_at():
    choice = {"id": "x", "type": "choices", "value": {"choices": ["done"]}}
    (article,) = read(task([*JOINED, choice, region("d", "Person", 21, 24), region("e", "Discard", 21, 44)]))
    assert parts(article) == [FOUND]
    assert article.ignore == (Span(21, 44),)


def test_a_file_that_ends_in_json_is_an_export(tmp_path):
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task()]), encoding="utf-8")
    (article,) = read_gold(str(path))
    assert parts(article) == [FOUND]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (task(annotations=None), "task 1: has no 'annotations'; export tasks in the format JSON, not JSON-MIN"),
        (task(annotations=[]), "task 1: nobody has annotated it yet; export only tasks that are done"),
        (task(annotations=[{"result": []}] * 2), "task 1: has 2 annotations; mark the one that counts as ground truth"),
        (task(data={"a": "x", "b": "y"}), "task 1: 'data' must hold the article as 'text'; it has 'a', 'b'"),
        (task(data={}), "task 1: 'data' must hold the article as 'text'; it has nothing"),
        (task(data="x"), "task 1: 'data' must be an object, not a string"),
        (task(id=None), "task 1: has neither 'name' in its data nor an 'id'"),
        (["x"], "task 1: a task must be an object, not a list"),
        (task(["x"]), "task 1: a result must be an object, not a string"),
        (task([region("a", "Cue", 4, 99)]), "task 1: [4, 99] is no part of the text"),
        (task([region("a", "Cue", "4", 8)]), "task 1: start and end are whole numbers, not a string and a number"),
        (task([region("a", "Cue", 4, 8, text="aid ")]), "task 1: [4, 8] says 'aid ', but the text has 'said' there"),
        (task([region("a", ["Cue", "Source"], 4, 8)]), "task 1: region 'a' has the labels Cue, Source; a region is"),
        (task([*REGIONS, relation("a", "z")]), "task 1: a relation names the region 'z', which the task does not have"),
    ],
)
def test_each_fault_says_what_is_wrong_and_the_others_are_read(changed, problem):
    error, article = read(changed, task())
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"export.json: {problem}")
    assert parts(article) == [FOUND]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "not valid JSON: "),
        (b"{}", "expected a list of tasks, as Label Studio exports them in its format JSON, not an object"),
        (b"[]", "holds no tasks; expected a list of tasks"),
        (b"\xff", "not UTF-8: byte 0xff at offset 0"),
        (b"[" * 100_000, "not valid JSON: "),
    ],
)
def test_what_is_no_export(data, problem):
    (error,) = parse_label_studio(data, "export.json")
    assert str(error).startswith(f"export.json: {problem}")


def test_two_tasks_of_one_name():
    _, error = read(task(), task())
    assert str(error) == "export.json: task 2: the name '7' was already used in task 1"
