import json
from pathlib import Path

import pytest

from attribution import audit
from attribution.evaluation.label_studio import parse_label_studio
from attribution.model.document import Article
from attribution.renderers.annotations.label_studio import render_label_studio
from attribution.renderers.spans import parts_of
from tests.hand_built import report

SEEDS = sorted(Path(__file__).parents[3].joinpath("seeds").glob("*.txt"))


def annotated(task):
    """The task as it is exported once somebody has accepted what was predicted."""
    done = {**task, "annotations": [{"result": task["predictions"][0]["result"], "was_cancelled": False}]}
    return json.dumps([done]).encode()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_accepted_prediction_is_read_back_as_the_same_spans(path):
    found = audit(Article(path.read_text(encoding="utf-8"), name=path.name))
    (gold,) = parse_label_studio(annotated(json.loads(render_label_studio(found, all_classes=True))), "export.json")
    expected = sorted(parts_of(found, all_classes=True), key=lambda each: min(each.cue))
    assert (gold.name, gold.text) == (path.name, found.analysis.document.text)
    assert [(each.source, each.cue, each.content) for each in gold.attributions] == [
        (parts.source, parts.cue, parts.content) for parts in expected
    ]


def test_a_task_has_the_text_and_a_region_for_each_part():
    task = json.loads(render_label_studio(report()))
    assert task["data"]["name"] == "dam.txt"
    (prediction,) = task["predictions"]
    regions = {item["id"]: item for item in prediction["result"] if item["type"] == "labels"}
    assert [(item["value"]["labels"], item["value"]["text"]) for item in regions.values()] == [
        (["Cue"], "told"),
        (["Source"], "Two dam inspectors"),
        (["Content"], "that the wall had cracked"),
    ]
    relations = [item for item in prediction["result"] if item["type"] == "relation"]
    ends = [(regions[item["from_id"]]["value"]["text"], item["labels"]) for item in relations]
    assert ends == [("told", ["source"]), ("told", ["content"])]


def test_carriage_returns_become_blanks_so_that_a_browser_counts_as_we_do():
    text = "Rain fell.\r\nIda Moss said that it would stop."
    task = json.loads(render_label_studio(audit(text)))
    assert task["data"]["text"] == text.replace("\r", " ")
    for item in task["predictions"][0]["result"]:
        if item["type"] == "labels":
            assert text[item["value"]["start"] : item["value"]["end"]] == item["value"]["text"]
