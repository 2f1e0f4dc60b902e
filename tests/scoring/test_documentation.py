"""What docs/scoring.md works out by hand is what the code works out."""

import doctest
from pathlib import Path

from tests.scoring.seed_article import seed_analysis

PAGE = Path(__file__).parents[2] / "docs" / "scoring.md"


def test_the_examples_of_the_page_run() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0


def test_the_steps_of_the_fourth_paragraph_stand_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    (unit,) = seed_analysis().scores.paragraphs[3].units
    for step in unit.steps:
        assert f"| `{step.feature}` | {step.operation} | " in page
        assert f" | {step.result:g} | " in page
