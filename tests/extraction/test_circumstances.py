"""To whom, when and where words were spoken."""

import pytest

from attribution.extraction.circumstances.circumstances import read_circumstances
from attribution.lexicons.loading import load
from attribution.marked import parse
from tests.case_files import load_cases, parameters
from tests.marked_attributions import attribution_of, document_of

LEXICONS = load()


@pytest.mark.parametrize("case", parameters(load_cases("circumstances", ("to", "venue_end"))))
def test_circumstances_are_found_as_marked(case):
    told = read_circumstances(document_of(case.marked, LEXICONS), attribution_of(case.marked), LEXICONS)
    found = (told.addressee, told.when, told.venue)
    expected = [next(iter(case.marked.labelled(label)), None) for label in ("to", "when", "venue")]
    texts = [span and span.of(case.text) for span in expected]
    texts[0] = case.keys.get("to", texts[0])
    texts[2] = case.keys.get("venue_end", texts[2])
    assert [span and span.of(case.text) for span in found] == texts


@pytest.mark.parametrize(
    ("text", "kind", "near"),
    [
        ("[[source|He]] [[cue|said]] in a radio interview [[content|that it rained]].", "broadcast", "broadcast"),
        ("[[source|He]] [[cue|said]] in a rare phone interview [[content|that it rained]].", "call", "first"),
        ("[[source|He]] [[cue|said]] on his podcast [[content|that it rained]].", "post", "public"),
        ("[[source|He]] [[cue|said]] under oath [[content|that it rained]].", "court", "public"),
        ("[[source|He]] [[cue|said]] on NBC [[content|that it rained]].", "outlet", "broadcast"),
        ("[[source|He]] [[cue|said]] in his memoir [[content|that it rained]].", "essay", "public"),
    ],
)
def test_occasions_have_a_kind(text, kind, near):
    marked = parse(text)
    found = read_circumstances(document_of(marked, LEXICONS), attribution_of(marked), LEXICONS)
    assert [(occasion.kind, occasion.near) for occasion in found.occasions] == [(kind, near)]


def test_only_a_day_counts_as_one():
    for text, day in (("on Monday", True), ("in May", False), ("last night", True), ("last year", False)):
        marked = parse(f"[[source|She]] [[cue|said]] {text} [[content|that it rained]].")
        assert read_circumstances(document_of(marked, LEXICONS), attribution_of(marked), LEXICONS).day is day
