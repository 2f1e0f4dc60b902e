import json

import pytest
from attrs import evolve

from attribution.evaluation.agreement import agree
from attribution.evaluation.comparing import Yardstick
from attribution.evaluation.evaluating import evaluate
from attribution.evaluation.json_results import render_results_json, results_to_dict
from attribution.evaluation.labelled import Prediction
from attribution.evaluation.report import Results, render_results
from attribution.evaluation.scope import Scope
from attribution.evaluation.selection import Selection
from attribution.model.attribution import CueClass
from tests.evaluation.marked_gold import article, attributions

GOLD = article(
    "[[source|Ida]] [[cue|said]] [[content|“no”]]. [[source2|Rolf]] [[cue2|swore]] [[content2|yes]]. Una left."
)
FOUND = attributions("[[source|Ida]] [[cue|said]] [[content|“no”]]. Rolf swore yes. [[source2|Una]] [[cue2|left]].")


def results(predicted=FOUND, yardstick=None, classes=(CueClass.SPEECH, CueClass.DECREE), **changes):
    found = tuple(evolve(each, cls=cls) for each, cls in zip(predicted, classes, strict=True))
    yardstick = yardstick or Yardstick()
    return Results(
        gold="gold.jsonl",
        measured="reports.jsonl",
        selection=Selection(),
        yardstick=yardstick,
        evaluation=evaluate([GOLD], [Prediction("a", found)], yardstick),
        **changes,
    )


def test_the_tables():
    # Found: "said" rightly, "left" wrongly; "swore" is missed.
    assert render_results(results()).splitlines() == [
        "Gold      gold.jsonl: 1 article, 2 attributions",
        "Measured  reports.jsonl",
        "Counted   every class; outermost attributions",
        "",
        "                             precision  recall     F1  gold  predicted",
        "source token                     0.500   0.500  0.500     2          2",
        "source exact                     0.500   0.500  0.500     2          2",
        "source overlap                   0.500   0.500  0.500     2          2",
        "source soft                      0.500   0.500  0.500     2          2",
        "cue token                        0.500   0.500  0.500     2          2",
        "cue exact                        0.500   0.500  0.500     2          2",
        "cue overlap                      0.500   0.500  0.500     2          2",
        "cue soft                         0.500   0.500  0.500     2          2",
        "content token                    1.000   0.750  0.857     4          3",
        "content exact                    1.000   0.500  0.667     2          1",
        "content overlap                  1.000   0.500  0.667     2          1",
        "content soft                     1.000   0.500  0.667     2          1",
        "attribution: cues meet           0.500   0.500  0.500     2          2",
        "relation: all parts meet         0.500   0.500  0.500     2          2",
        "relation, strict: all equal      0.500   0.500  0.500     2          2",
        "",
        "Where cues meet (1):",
        "  source right       1.000, 1.000 if the gold has one",
        "  content tokens F1  1.000, 1.000 as the mean of attributions",
        "",
        "content   gold  predicted  precision  recall  source right  relation recall",
        "direct       1          1      1.000   1.000         1.000            1.000",
        "indirect     1          0      0.000   0.000         0.000            0.000",
        "none         0          1      0.000   0.000         0.000            0.000",
        "",
        "cue class  predicted  precision  source right  relation precision",
        "speech             1      1.000         1.000               1.000",
        "decree             1      0.000         0.000               0.000",
    ]


def test_without_classes_there_is_no_table_of_them_and_nothing_was_selected():
    text = render_results(results(classes=(None, None)))
    assert "cue class" not in text
    assert "Counted" not in text


@pytest.mark.parametrize(
    ("yardstick", "line"),
    [
        (Yardstick(Scope.REPORTED), "Counted   attributions that quote or report words"),
        (Yardstick(ignore_punctuation=True), "Counted   words, no punctuation"),
        (Yardstick(Scope.REPORTED, True), "Counted   attributions that quote or report words; words, no punctuation"),
    ],
)
def test_what_is_counted_is_said(yardstick, line):
    assert line in render_results(results(yardstick=yardstick, classes=(None, None))).splitlines()


def test_intervals_are_shown_when_they_are_asked_for():
    lines = render_results(results(samples=30)).splitlines()
    assert "95 % of 30 samples  measured   from     to" in lines
    assert "relation F1            0.500  0.500  0.500" in lines
    assert "95 %" not in render_results(results())


def test_agreement_has_tables_of_its_own():
    second = evolve(GOLD, attributions=GOLD.attributions[:1])
    text = render_results(results(second_gold="second.jsonl", agreement=agree([GOLD], [second])))
    lines = text.splitlines()
    assert "Agreement with second.jsonl on 1 article" in lines
    start = lines.index("labels of tokens  alike  kappa  alpha")
    assert [line.split()[0] for line in lines[start + 1 : start + 5]] == ["source", "cue", "content", "all"]
    assert lines[-1].split()[-5:] == ["1.000", "0.500", "0.667", "2", "1"]


def test_json_holds_the_same_with_full_precision():
    second = evolve(GOLD, attributions=GOLD.attributions[:1])
    everything = results(samples=20, seed=7, second_gold="second.jsonl", agreement=agree([GOLD], [second]))
    data = json.loads(render_results_json(everything))
    assert data == results_to_dict(everything)
    assert data["schema"] == "attribution-evaluation/1"
    assert (data["scope"], data["articles"], data["missing"]) == ("all", 1, [])
    assert data["roles"]["content"]["token"] == {"precision": 1, "recall": 0.75, "f1": 6 / 7, "gold": 4, "predicted": 3}
    assert data["relation_strict"]["f1"] == 0.5
    assert data["given_match"]["matched"] == 1
    assert list(data["content_kinds"]) == ["direct", "indirect", "none"]
    assert data["cue_classes"]["decree"]["predicted"] == 1
    assert (data["bootstrap"]["samples"], data["bootstrap"]["seed"]) == (20, 7)
    assert data["bootstrap"]["intervals"]["relation F1"] == [0.5, 0.5]
    assert data["agreement"]["relation"]["recall"] == 0.5
    assert data["agreement"]["tokens"]["cue"]["observed"] == pytest.approx(12 / 13)


def test_what_was_not_asked_for_is_null_in_json():
    data = results_to_dict(results())
    assert (data["bootstrap"], data["agreement"]) == (None, None)
