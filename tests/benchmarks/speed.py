"""Prints how many words a second of processor time each stage reads, beside other tools, interleaved in one run.

    python -m tests.benchmarks.speed CORPUS.jsonl [ARTICLES] [ROUNDS]

CORPUS holds one `{"text": "…"}` a line. What matters are the ratios within one run: machines are noisy. NLTK's Punkt is
always there; spaCy's blank English tokenizer is measured where it is installed.
"""

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attribution import analyze, audit, render
from attribution.cues.finding import find_cues
from attribution.extraction.extracting import extract
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.text.segmenting import segment

Tool = Callable[[str], object]


def main() -> None:
    """Print a table of words a second and of ratios to a bare regular expression."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        sys.exit("speed: name a JSON Lines file of articles; none is shipped, since their texts are their publishers'")
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[:articles]
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    tools = {**_ours(), **_others()}
    for tool in tools.values():
        tool(texts[0])
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            seconds[name].append(_time(tool, texts))
    base = statistics.median(seconds["bare regular expression"])
    print(f"{len(texts)} articles, {words:,} words, median of {rounds}")
    for name, times in seconds.items():
        middle = statistics.median(times)
        print(f"{name:32} {words / middle:12,.0f} words/s   {base / middle:8.4f} of the bare expression")


def _ours() -> dict[str, Tool]:
    lexicons = load()

    def extracted(text: str) -> object:
        document = segment(Article(text), lexicons)
        return extract(document, find_cues(document, lexicons), lexicons)

    return {
        "bare regular expression": re.compile(r"\w+|[^\w\s]").findall,
        "segment": lambda text: segment(Article(text), lexicons),
        "… and extract": extracted,
        "analyze": analyze,
        "audit": audit,
        "audit and render JSON": lambda text: render(audit(text), "json"),
    }


def _others() -> dict[str, Tool]:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    found: dict[str, Tool] = {"NLTK Punkt, untrained": PunktSentenceTokenizer().tokenize}
    try:
        import spacy
    except ImportError:
        print("spaCy is not installed: left out", file=sys.stderr)
    else:
        found["spaCy blank tokenizer"] = spacy.blank("en")
    return found


def _time(tool: Tool, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        tool(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
