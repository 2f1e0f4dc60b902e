import json

from attribution.renderers.spans import render_spans
from tests.hand_built import TEXT, report


def told_content():
    content = "that the wall had cracked"
    start = TEXT.index(content)
    return [start, start + len(content)]


def test_the_audit_classes_are_written_and_no_others():
    (row,) = json.loads(render_spans(report()))["attributions"]
    assert row == {"source": [[0, 18]], "cue": [[19, 23]], "content": [told_content()]}


def test_the_name_of_the_article_is_the_id_and_a_report_is_one_line():
    text = render_spans(report(name="wire\n7"))
    assert json.loads(text)["id"] == "wire\n7"
    assert "\n" not in text


def test_all_classes_adds_the_belief():
    rows = json.loads(render_spans(report(), all_classes=True))["attributions"]
    assert [TEXT[slice(*row["cue"][0])] for row in rows] == ["told", "hopes"]


def test_top_level_leaves_nested_ones_out():
    rows = json.loads(render_spans(report(), all_classes=True, top_level=True))["attributions"]
    assert [TEXT[slice(*row["cue"][0])] for row in rows] == ["told"]
