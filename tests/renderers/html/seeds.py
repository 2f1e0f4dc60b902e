"""The articles that pages are made of, by name."""

from pathlib import Path

FOLDER = Path(__file__).parents[3] / "seeds"
SEEDS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
