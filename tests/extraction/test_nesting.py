"""Which attribution stands inside which."""

from pathlib import Path

import pytest

from attribution import analyze
from attribution.model.attribution import Attribution

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))

HEDGED = (
    "The clerk allegedly sold passports, according to the indictment.",
    "The pilot reportedly slept, two officials said.",
    "Reportedly, the clerk told police that he was tired.",
)

ANSWER = """Ana Ruiz runs the harbour. This interview has been edited for length.

Q: Why did the crews stay on for so long?

A: Because they needed us, I think. I think the crews were shocked when the cranes came down in March.

Q: And would they come back?

A: They would, I hope."""


@pytest.mark.parametrize(("text", "source"), [(HEDGED[0], "the indictment"), (HEDGED[1], "two officials")])
def test_whoever_has_a_source_stands_outside_a_bare_hedge(text: str, source: str) -> None:
    (spoken,) = [item for item in analyze(text).attributions if item.source is not None]
    assert spoken.source is not None
    assert (spoken.source.of(text), spoken.parent, spoken.depth) == (source, None, 0)


@pytest.mark.parametrize("text", [*HEDGED, ANSWER, *(path.read_text(encoding="utf-8") for path in SEEDS)])
def test_every_chain_of_parents_ends(text: str) -> None:
    found = analyze(text).attributions
    assert all(_ends(item, found) for item in found)


def _ends(item: Attribution, found: tuple[Attribution, ...]) -> bool:
    for _ in found:
        if item.parent is None:
            return True
        item = found[item.parent]
    return item.parent is None
