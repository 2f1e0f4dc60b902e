"""The comparison behind the extraction cases tells a wrong span from a right one."""

from typing import Any

import pytest

from attribution.marked import parse
from attribution.model.attribution import Attribution, Cue, CueClass
from attribution.model.span import Span
from tests.case_files import Case
from tests.extraction.expectations import Expected, differences, expected_of


def _case(text: str, **keys: Any) -> Case:
    return Case("shape", "label", parse(text), keys=keys)


def _found(text: str, cls: CueClass = CueClass.SPEECH) -> Attribution:
    """What an extractor would have found if it had marked `text` so."""
    (item,) = expected_of(_case(text))
    source = item.source[0] if item.source else None
    return Attribution(0, Cue(item.cue, "say", cls, "clause"), source, item.content, "test")


SAID = "[[source|She]] [[cue|said]] [[content|it rained]]."


def _compare(expected: str, found: str, **keys: Any) -> list[str]:
    case = _case(expected, **keys)
    (item,) = expected_of(case)
    return differences(item, _found(found), case)


@pytest.mark.parametrize(
    ("expected", "found", "wrong"),
    [
        (SAID, SAID, []),
        (SAID, "She [[cue|said]] [[content|it rained]].", ["source"]),
        (SAID, "[[source|She]] [[cue|said]] [[content|it rained.]]", ["content"]),
        (SAID, "[[source|She]] [[cue|said it]] [[content|rained]].", ["cue", "content"]),
        ("[[cue|Rain]] [[opt|fell]].", "[[cue|Rain fell]].", []),
        ("[[cue|Rain]] [[opt|fell]] again.", "[[cue|Rain fell again]].", ["cue"]),
        ("[[cue|Said]]: [[content|“A.”]] [[content|“B.”]]", "[[cue|Said]]: [[content|“A.” “B.”]]", []),
        ("[[cue|Said]]: [[content|“A”]] or [[content|“B”]]", "[[cue|Said]]: [[content|“A” or “B”]]", ["content"]),
    ],
)
def test_differences(expected: str, found: str, wrong: list[str]) -> None:
    assert _compare(expected, found) == wrong


def test_the_class_counts_only_where_it_is_given() -> None:
    assert _compare(SAID, SAID, **{"class": "evidence"}) == ["class speech"]
    assert _compare(SAID, SAID, **{"class": "speech"}) == []


def test_an_attribution_may_borrow_from_another() -> None:
    case = _case(SAID + " [[cue2|Adding]] [[content2|it snowed]].", also=["cue2 <- source"])
    assert [item.source for item in expected_of(case)] == [(Span(0, 3),), (Span(0, 3),)]


@pytest.mark.parametrize(
    ("text", "keys", "message"),
    [
        ("[[sauce|She]]", {}, "unknown label 'sauce'"),
        ("[[source|She]]", {}, "has no cue"),
        (SAID, {"class2": "speech"}, "class2 is about no marked attribution"),
        (SAID, {"also": ["cue2 <- source"]}, "is not of the form"),
    ],
)
def test_faulty_marks_are_refused(text: str, keys: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        expected_of(_case(text, **keys))


def test_attributions_come_in_order_of_their_number() -> None:
    found: tuple[Expected, ...] = expected_of(_case("[[cue2|Said]] [[cue1|said]]."))
    assert [item.number for item in found] == ["1", "2"]
