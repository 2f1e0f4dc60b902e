import json
from pathlib import Path

import pytest

from attribution import audit
from attribution.model.document import Article
from attribution.renderers.annotations.web_annotation import render_web_annotation
from tests.hand_built import TEXT, report

SEEDS = sorted(Path(__file__).parents[3].joinpath("seeds").glob("*.txt"))


def items(found, **options):
    return json.loads(render_web_annotation(found, **options))["first"]["items"]


def targets(item):
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def tags(item):
    return [body["value"] for body in item["body"] if body["purpose"] == "tagging"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_both_selectors_of_every_target_lead_to_the_same_words(path):
    text = path.read_text(encoding="utf-8")
    for item in items(audit(Article(text, name=path.name)), all_classes=True):
        for target in targets(item):
            quotation, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quotation["exact"] != ""
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert text.find(around) + len(quotation["prefix"]) == start, (
                "the surroundings tell it from any other place"
            )


def test_parts_of_one_attribution_are_linked_by_its_cue():
    cue, source, content, *_ = items(report())
    assert [tags(item) for item in (cue, source, content)] == [["cue", "speech"], ["source"], ["content"]]
    for item in (source, content):
        (link,) = [body for body in item["body"] if body["purpose"] == "linking"]
        assert link["source"] == cue["id"]
    assert source["body"][1]["value"].startswith("S1 two dam inspectors: role, no name")


def test_a_finding_assesses_its_words():
    found = report()
    item = items(found)[-1]
    last = found.findings[-1]
    assert item["motivation"] == "assessing"
    assert item["body"][0]["value"] == f"{last.code} {last.message}"
    assert tags(item) == [last.severity, last.name]
    assert item["target"]["selector"][0]["exact"] == last.span.of(TEXT)


def test_a_collection_counts_its_annotations_and_names_are_used_once():
    collection = json.loads(render_web_annotation(report(), all_classes=True))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(collection["first"]["items"])
    names = [item["id"] for item in collection["first"]["items"]]
    assert len(set(names)) == len(names)
    assert all(name.startswith("urn:uuid:") for name in names)


def test_the_source_of_a_target_is_a_reference_whatever_the_article_is_called():
    assert targets(items(report("in/the dam?.txt"))[0])[0]["source"] == "in/the%20dam?.txt"
    assert targets(items(report("https://news.example/dam"))[0])[0]["source"] == "https://news.example/dam"
    assert targets(items(report(""))[0])[0]["source"] == "-"


def test_positions_count_code_points():
    text = "😀 Ida Moss said that it would stop."
    cue = items(audit(text))[0]
    assert cue["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 11, "end": 15}
