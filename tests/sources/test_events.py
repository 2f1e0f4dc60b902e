"""Which words of an article share an occasion: the whole pipeline, on articles of a few lines."""

import pytest

from attribution import analyze
from attribution.model.source import Proximity
from tests.case_files import Case, load_cases, parameters


@pytest.mark.parametrize("case", parameters(load_cases("events")))
def test_words_are_as_near_as_their_occasion(case: Case) -> None:
    analysis = analyze(case.text)
    near = {
        span.start: mention.proximity
        for attribution, mention in zip(analysis.attributions, analysis.mentions, strict=True)
        for span in attribution.cue.spans
    }
    for label, span in case.marked.spans:
        found = [near[start] for start in near if span.start - 20 <= start < span.end]
        assert Proximity(label) in found[-1:], f"{span.of(case.text)!r}: {found}"
