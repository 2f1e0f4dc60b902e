"""The full report of each seed, word for word. `pytest --update-golden` rewrites them; read the difference."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from attribution import audit, read, render
from attribution.lexicons.loading import load
from attribution.renderers.json_loading import report_from_dict

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SCHEMA = json.loads((ROOT / "attribution" / "renderers" / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    return request.param


def made(seed: Path) -> str:
    """The report of a seed as JSON, named as it is when the command runs in the project's folder."""
    article = read(seed)
    named = type(article)(article.text, name=f"seeds/{seed.name}")
    return render(audit(named), "json") + "\n"


def test_the_report_is_the_golden_one(seed: Path, request: pytest.FixtureRequest):
    golden = GOLDEN / f"{seed.stem}.json"
    report = made(seed)
    if request.config.getoption("--update-golden"):
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")


def test_the_report_fits_the_schema_and_is_read_back_unchanged(seed: Path):
    data = json.loads(made(seed))
    Draft202012Validator(SCHEMA).validate(data)
    article = read(seed)
    named = type(article)(article.text, name=f"seeds/{seed.name}")
    assert report_from_dict(data, named, load()) == audit(named)


def test_every_seed_has_a_golden_report_and_no_golden_report_is_left_over():
    assert [path.stem for path in SEEDS] == sorted(path.stem for path in GOLDEN.glob("*.json"))
    assert len(SEEDS) >= 7
