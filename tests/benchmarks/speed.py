"""Prints how many words a second of processor time each stage reads, and what a start costs, beside other tools.

    python -m tests.benchmarks.speed CORPUS.jsonl [ARTICLES] [ROUNDS]

CORPUS holds one `{"text": "…"}` a line. Everything is measured in turn within one run, the median of ROUNDS (five
unless told) counts, and what matters are the ratios: machines are noisy. Peers that are not installed are named and
left out; `pip install 'attribution-audit[bench]'` installs them.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from attribution import analyze, audit, render
from attribution.cues.finding import find_cues
from attribution.extraction.extracting import extract
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.text.segmenting import segment
from tests.benchmarks import processes
from tests.benchmarks.peers import Tool, commands, tools

YARDSTICKS = ("spaCy blank tokenizer", "proselint", "bare regular expression")
"""What ratios are told of, where it is there."""

_ARTICLE = "The bridge will close, two city officials said on Monday. Anna Marsh, the mayor, said it was very unique.\n"


def main() -> None:
    """Print two tables: words a second of each tool, and seconds of each start, both with ratios."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        sys.exit("speed: name a JSON Lines file of articles; none is shipped, since their texts are their publishers'")
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[:articles]
    texts = [json.loads(line)["text"] for line in lines]
    _print_speeds(texts, rounds)
    _print_starts(rounds)


def _print_speeds(texts: list[str], rounds: int) -> None:
    measured = {**_ours(), **tools()}
    for tool in measured.values():
        for text in texts[:20]:  # every tool is measured warm
            tool(text)
    seconds: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(rounds):
        for name, tool in measured.items():
            seconds[name].append(_time(tool, texts))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words:,} words, median of {rounds}")
    speeds = {name: words / statistics.median(times) for name, times in seconds.items()}
    _print_table("words/s", speeds, "{:12,.0f}")


def _print_starts(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(_ARTICLE, encoding="utf-8")
        starts = commands(article)
        for arguments in starts.values():
            processes.run(arguments)  # compiles the modules
        seconds: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(rounds):
            for name, arguments in starts.items():
                seconds[name].append(processes.run(arguments).seconds)
    print()
    _print_table("seconds", {name: statistics.median(times) for name, times in seconds.items()}, "{:12.3f}")


def _print_table(title: str, figures: Mapping[str, float], form: str) -> None:
    """Figures with their ratios to each yardstick that was measured."""
    yardsticks = [name for name in (*YARDSTICKS, "proselint check", "python") if name in figures]
    print(f"{'':34} {title:>12}   of {', of '.join(yardsticks)}")
    for name, figure in figures.items():
        ratios = " ".join(f"{figure / figures[yardstick]:8.3f}" for yardstick in yardsticks)
        print(f"{name:34} {form.format(figure)}   {ratios}")


def _ours() -> Mapping[str, Tool]:
    lexicons = load()

    def extracted(text: str) -> object:
        document = segment(Article(text), lexicons)
        return extract(document, find_cues(document, lexicons), lexicons)

    return {
        "segment": lambda text: segment(Article(text), lexicons),
        "… and extract": extracted,
        "analyze": analyze,
        "audit, all default rules": audit,
        "audit and render JSON": lambda text: render(audit(text), "json"),
    }


def _time(tool: Tool, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        tool(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
