import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.evaluation.comparing import Yardstick, compare
from attribution.evaluation.pairing import pair_units
from tests.evaluation.marked_gold import article, attributions


def compared(gold, predicted):
    return compare(article(gold), attributions(predicted), Yardstick())


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        # The larger overlap first, whatever comes first in the text …
        ("[[cue|said aloud]] and so on", "[[cue|[[cue2|said]]]][[cue2| aloud]] and so on", ((0, 1),)),
        # … then the larger part of both …
        ("[[cue|said]] and so on", "[[cue|[[cue2|said]] and]] so on", ((0, 1),)),
        # … then content, then source …
        ("[[cue|said]] [[content|so]] on", "[[cue|[[cue2|said]]]] [[content2|so]] [[content|on]]", ((0, 1),)),
        ("[[source|he]] [[cue|said]] so", "[[source2|he]] [[cue|[[cue2|said]]]] [[source|so]]", ((0, 1),)),
        # … then the first.
        ("[[cue|said]] so", "[[cue|[[cue2|said]]]] so", ((0, 0),)),
        # What is left over pairs with what is left over.
        ("[[cue|one two]] [[cue2|three]]", "[[cue2|[[cue|one]] two]] three", ((0, 1),)),
        ("[[cue|one two three]] [[cue2|four]]", "[[cue2|one two]] [[cue|three four]]", ((0, 1), (1, 0))),
    ],
)
def test_the_best_pair_first(gold, predicted, pairs):
    assert compared(gold, predicted).pairs == pairs


@pytest.mark.parametrize(
    ("gold", "predicted", "relations"),
    [
        ("[[source|he]] [[cue|said]] [[content|so]]", "[[source|he]] [[cue|said]] [[content|so]]", ((0, 0),)),
        ("[[source|he]] [[cue|said]] so", "he [[cue|said]] so", ()),
        ("he [[cue|said]] so", "[[source|he]] [[cue|said]] so", ()),
        ("he [[cue|said]] so", "he [[cue|said]] so", ((0, 0),)),
        ("[[cue|said]] [[content|so and so]]", "[[cue|[[cue2|said]]]] [[content|so]] [[content2|and so]]", ((0, 1),)),
        ("[[cue|said]] and so on", "[[cue|[[cue2|said]] and]] so on", ((0, 1),)),
        # The pair by the cue alone would be another one: it lacks the source.
        ("[[source|he]] [[cue|said it]]", "[[source2|he]] [[cue|[[cue2|said]]]][[cue| it]]", ((0, 1),)),
    ],
)
def test_a_relation_needs_every_part(gold, predicted, relations):
    assert compared(gold, predicted).relations == relations


UNITS = st.lists(st.frozensets(st.integers(0, 12), max_size=8), max_size=6)


@given(UNITS, UNITS)
def test_every_two_that_share_a_token_are_weighed(gold, predicted):
    every = [(index, other) for index in range(len(gold)) for other in range(len(predicted))]

    def weight(pair):
        ours, theirs = gold[pair[0]], predicted[pair[1]]
        return -len(ours & theirs), -len(ours & theirs) / len(ours | theirs)

    pairs = []
    for index, other in sorted((pair for pair in every if gold[pair[0]] & predicted[pair[1]]), key=weight):
        if all(index != ours and other != theirs for ours, theirs in pairs):
            pairs.append((index, other))
    assert pair_units(gold, predicted) == tuple(sorted(pairs))
