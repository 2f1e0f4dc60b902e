import pytest

from attribution.evaluation.labelled import Labelled
from attribution.evaluation.selection import Selection, suited
from attribution.model.attribution import CueClass
from attribution.model.span import Span
from tests.evaluation.marked_gold import article

SAID = "[[source|Ida]] [[cue|said]] [[content|rents rise]]."
HOPED = "[[source|Ida]] [[cue|hoped]] [[content|rents fall]]."
NESTED = "[[source|Ida]] [[cue|said]] [[content|[[source2|Rolf]] [[cue2|denied]] [[content2|it]]]]."


@pytest.mark.parametrize(
    ("texts", "selection"),
    [
        ([SAID], Selection(all_classes=False, top_level=True)),
        ([SAID, HOPED], Selection(all_classes=True, top_level=True)),
        ([SAID, NESTED], Selection(all_classes=False, top_level=False)),
        ([HOPED, NESTED, SAID], Selection(all_classes=True, top_level=False)),
        (["Rain fell."], Selection(all_classes=False, top_level=True)),
    ],
)
def test_the_selection_that_suits_the_gold(texts, selection):
    assert suited([article(text, str(number)) for number, text in enumerate(texts)]) == selection


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("[[content|“So [[cue|wrote]] he”]]", False),
        ("[[content|Rain]], [[source|he]] [[cue|said]], [[content|fell]]; [[cue2|reportedly]]", False),
        ("[[content2|long [[content3|short]] then [[cue|said]]]]", True),
        ("[[cue|said]] [[content|[[cue2|says]]]]", True),
        ("[[content|one]][[cue2|said]]", False),
    ],
)
def test_a_cue_in_its_own_content_is_not_nested(text, nested):
    assert suited([article(text)]).top_level is not nested


@pytest.mark.parametrize(
    ("cls", "depth", "selection", "taken"),
    [
        (CueClass.BELIEF, 0, Selection(), True),
        (CueClass.BELIEF, 0, Selection(all_classes=False), False),
        (CueClass.NONRESPONSE, 0, Selection(all_classes=False), True),
        (None, 0, Selection(all_classes=False), True),
        (CueClass.SPEECH, 1, Selection(), False),
        (CueClass.SPEECH, 1, Selection(top_level=False), True),
    ],
)
def test_what_a_selection_takes(cls, depth, selection, taken):
    assert selection.takes(Labelled(cue=(Span(0, 1),), cls=cls, depth=depth)) is taken
