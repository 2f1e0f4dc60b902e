"""Extraction, one sentence shape after another: exact spans of source, cue and content."""

from collections.abc import Sequence

import pytest

from attribution.model.attribution import Attribution
from attribution.pipeline import analyze
from tests.case_files import Case, load_cases, parameters
from tests.extraction.expectations import KEYS, Expected, differences, expected_of, tolerated

CASES = load_cases("extraction", known_keys=KEYS)


@pytest.mark.parametrize("case", parameters(CASES))
def test_attributions(case: Case) -> None:
    """Every marked attribution is found with these spans, and no other one that a reader would take for a source."""
    found = analyze(case.text).attributions
    expected = expected_of(case)
    matches = {item.number: _find(item, found, case) for item in expected}
    faults = [
        f"attribution {item.number or 1}: {_missed(item, found, case)}"
        for item in expected
        if matches[item.number] is None
    ]
    faults += [
        f"attribution {item.number}: its parent is not attribution {item.parent}"
        for item in expected
        if item.parent is not None and not _lies_in(matches[item.number], matches[item.parent])
    ]
    taken = {match.index for item in expected if (match := matches[item.number] or _closest(item, found, case))}
    faults += [f"unexpected: {_shown(item, case.text)}" for item in found if _unexpected(case, item, taken)]
    assert not faults, "\n".join([case.text, *faults])


def _find(expected: Expected, found: Sequence[Attribution], case: Case) -> Attribution | None:
    return next((item for item in found if not differences(expected, item, case)), None)


def _lies_in(child: Attribution | None, parent: Attribution | None) -> bool:
    return child is None or parent is None or child.parent == parent.index


def _unexpected(case: Case, actual: Attribution, taken: set[int]) -> bool:
    if actual.index in taken or case.keys.get("more") or tolerated(case, actual):
        return False
    return actual.audited or case.keys.get("classes") == "all"


def _closest(expected: Expected, found: Sequence[Attribution], case: Case) -> Attribution | None:
    """What was found in place of an expected attribution: the one that shares words with its cue and differs least."""
    near = [item for item in found if any(a.overlaps(b) for a in item.cue.spans for b in expected.cue)]
    return min(near, key=lambda item: len(differences(expected, item, case)), default=None)


def _missed(expected: Expected, found: Sequence[Attribution], case: Case) -> str:
    best = _closest(expected, found, case)
    if best is None:
        return f"no cue found at {' … '.join(span.of(case.text) for span in expected.cue)!r}"
    return f"wrong {', '.join(differences(expected, best, case))}; found {_shown(best, case.text)}"


def _shown(item: Attribution, text: str) -> str:
    source = None if item.source is None else item.source.of(text)
    cue = " … ".join(span.of(text) for span in item.cue.spans)
    return f"{source!r} | {cue!r} ({item.cue.cls}, {item.shape}) | {[span.of(text) for span in item.content]}"
