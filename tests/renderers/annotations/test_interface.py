"""The labelling interface that the how-to gives has every name that tasks use."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

from attribution.renderers.annotations.label_studio import render_label_studio
from tests.hand_built import report

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "correct-annotations.md"


def test_tasks_use_the_names_of_the_interface_that_the_how_to_gives():
    found = re.search(r"```xml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    interface = ElementTree.fromstring(found[1])
    labels, text = interface.find("Labels"), interface.find("Text")
    assert labels is not None
    assert text is not None
    task = json.loads(render_label_studio(report()))
    assert text.get("value", "")[1:] in task["data"]
    for item in task["predictions"][0]["result"]:
        if item["type"] == "relation":
            assert item["labels"][0] in [tag.get("value") for tag in interface.iter("Relation")]
        else:
            assert (item["from_name"], item["to_name"]) == (labels.get("name"), text.get("name"))
            assert item["value"]["labels"][0] in [tag.get("value") for tag in labels]
