import json

from attribution.comparing.comparing import compare
from attribution.model.document import Article
from attribution.renderers.comparisons.json_comparison import render_comparison_json

OLD = Article("🙂 The bridge will close, Ada Lind, the engineer, said.", "old.txt")
NEW = Article("🙂 The bridge will close.", "new.txt")


def test_a_change_has_both_places():
    data = json.loads(render_comparison_json(compare(OLD, NEW)))
    assert data["schema"] == "attribution-comparison/1"
    assert (data["old"]["name"], data["new"]["name"]) == ("old.txt", "new.txt")
    assert (data["old"]["grade"], data["new"]["grade"]) == ("B", "D")
    (change,) = [change for change in data["changes"] if change["kind"] == "source-lost"]
    assert (change["code"], change["severity"], change["was"], change["now"]) == ("DIFF701", "error", "Ada Lind", None)
    assert change["before"]["text"] == "The bridge will close"
    assert change["after"]["line"] == 1
    text = NEW.text[change["after"]["start"] : change["after"]["end"]]
    assert change["after"]["text"] == text


def test_a_finding_is_named_by_its_rule():
    data = json.loads(render_comparison_json(compare("Ada Lind said it failed.", "Sources said it failed.")))
    assert {"code": "ANON103", "name": "bare-source"} in [change["finding"] for change in data["changes"]]


def test_half_a_surrogate_pair_has_a_form():
    render_comparison_json(compare("\ud800 fell, Ada Lind said.", "\ud800 fell."), indent=None).encode("utf-8")
