import json

import pytest

from attribution.evaluation.comparing import Yardstick, compare
from attribution.evaluation.faults import FaultKind, fault_json, fault_text, faults
from attribution.evaluation.labelled import Labelled, Role
from attribution.evaluation.scope import Scope
from attribution.marked import parse
from attribution.model.attribution import CueClass
from attribution.model.span import Span
from attribution.text.lines import Lines
from tests.evaluation.marked_gold import article, attributions


def found(gold, predicted, yardstick=None):
    return list(faults(compare(article(gold), attributions(predicted), yardstick or Yardstick())))


GOLD = "[[source|Ida]] [[cue|said]] [[content|no]]. [[source2|Rolf]] [[cue2|swore]] [[content2|yes]]. Una left."
FOUND = "Ida [[cue|said]] [[content|no]]. Rolf swore yes. [[source2|Una]] [[cue2|left]]."


def test_the_three_kinds_in_order_of_position():
    wrong, missed, spurious = found(GOLD, FOUND)
    assert [each.kind for each in (wrong, missed, spurious)] == [
        FaultKind.WRONG_PART,
        FaultKind.MISSED,
        FaultKind.SPURIOUS,
    ]
    assert wrong.wrong == (Role.SOURCE,)
    assert (missed.gold.name, missed.predicted) == ("2", None)
    assert (spurious.gold, spurious.predicted.name) == (None, "2")


def test_what_is_right_is_no_fault_though_its_edges_differ():
    assert found("[[source|Ida Moss]] [[cue|said]] no.", "Ida [[source|Moss]] [[cue|said]] no.") == []


@pytest.mark.parametrize(
    ("predicted", "wrong"),
    [
        ("[[source|Ida]] [[cue|said]] no, not [[content|now]].", ("content",)),
        ("Ida [[cue|said]] no, not [[content|now]].", ("source", "content")),
        ("[[source|Ida]] said [[content|no]], not now.", ("cue",)),
    ],
)
def test_the_parts_that_do_not_meet_are_named(predicted, wrong):
    (fault,) = found("[[source|Ida]] [[cue|said]] [[content|no]], not now.", predicted)
    assert fault.wrong == wrong


def test_a_part_on_one_side_only_is_wrong_whichever_side_it_is():
    (fault,) = found("Ida [[cue|said]] no.", "[[source|Ida]] [[cue|said]] no.")
    assert fault.wrong == (Role.SOURCE,)


def test_parts_are_those_of_the_partner_whatever_the_order():
    gold = "[[source|Ida]] [[cue|said]] [[content|no]]. [[source2|Rolf]] [[cue2|swore]] [[content2|yes]]."
    predicted = "[[source2|Ida]] [[cue2|said]] [[content2|no]]. Rolf [[cue|swore]] [[content|yes]]."
    (fault,) = found(gold, predicted)
    assert (fault.gold.name, fault.wrong) == ("2", (Role.SOURCE,))


def test_what_a_scope_excuses_is_no_fault():
    gold, predicted = "[[source|Ida]] [[cue|hoped]] so. Rolf longed.", "Ida hoped so. [[source|Rolf]] [[cue|longed]]."
    assert len(found(gold, predicted)) == 2
    assert found(gold, predicted, Yardstick(Scope.REPORTED)) == []


def shown(gold, predicted):
    text = parse(gold).text
    return [fault_text(fault, text, Lines.of(text)) for fault in found(gold, predicted)]


def test_a_fault_shows_both_sides_in_their_text():
    assert shown(GOLD, FOUND) == [
        "a:1:1 wrong part: source\n"
        "  gold       [source Ida] [cue said] [content no]. Rolf swore yes. Una left.\n"
        "  predicted  Ida [cue said] [content no]. Rolf swore yes. Una left.",
        "a:1:14 missed\n  gold       Ida said no. [source Rolf] [cue swore] [content yes]. Una left.",
        "a:1:30 spurious\n  predicted  Ida said no. Rolf swore yes. [source Una] [cue left].",
    ]


def test_a_long_text_is_cut_between_words_and_lines_are_joined():
    line = "far-away words " * 20
    (text,) = shown(f"{line}\n[[source|Ida]]\n[[cue|left]] {line}", parse(f"{line}\nIda\nleft {line}").text)
    head, gold = text.split("\n")
    assert head == "a:2:1 missed"
    assert gold.removeprefix("  gold       ").startswith(("…words far-away", "…far-away words"))
    assert gold.endswith(("far-away…", "words…"))
    assert "words [source Ida] [cue left] far-away" in gold


def test_touching_spans_close_before_they_open():
    assert shown("[[source|IDA]][[cue|:]] no", "IDA: no") == ["a:1:1 missed\n  gold       [source IDA][cue :] no"]


def test_the_class_of_a_prediction_is_shown():
    (fault,) = faults(compare(article("Ida left."), [Labelled(cue=(Span(4, 8),), cls=CueClass.SPEECH)], Yardstick()))
    assert fault_text(fault, "Ida left.", Lines.of("Ida left.")).startswith("a:1:5 spurious (speech)\n")


def test_control_characters_of_a_text_are_not_printed():
    assert "\x1b" not in shown("\x1b[2J [[cue|left]]", "\x1b[2J left")[0]


def test_a_fault_for_programs():
    fault = found(GOLD, FOUND)[0]
    ida, said, no = ({"start": 0, "end": 3}, {"start": 4, "end": 8}, {"start": 9, "end": 11})
    said, no = {**said, "text": "said"}, {**no, "text": "no"}
    assert json.loads(fault_json(fault, parse(GOLD).text)) == {
        "id": "a",
        "kind": "wrong part",
        "wrong": ["source"],
        "class": None,
        "gold": {"source": [{**ida, "text": "Ida"}], "cue": [said], "content": [no]},
        "predicted": {"source": [], "cue": [said], "content": [no]},
    }
