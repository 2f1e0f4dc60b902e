"""Prints how the cost of an audit grows when a hostile text doubles: about 2.0 is linear.

    python -m tests.benchmarks.growth [CHARACTERS]

Each text is measured at CHARACTERS (20,000 unless told), twice and four times that, in processor time of one run.
"""

import sys
import time
from itertools import pairwise

from attribution import audit, render

HOSTILE = {
    "opening quotes": "“",
    "alternating quotes": "“a” ",
    "straight quotes": '" ',
    "two single quotes": "'' ",
    "no spaces": "a",
    "parentheses": "(",
    "newlines": "\n",
    "spaces": " ",
    "dots": ".",
    "initials": "A. ",
    "first names": "John ",
    "names with of": "John of ",
    "said": "said ",
    "said said": "said said, ",
    "that that": "that that ",
    "told an outlet": "told Bloomberg ",
    "commas": ",",
    "dashes": "— ",
    "combining marks": "e\u0301",
    "dotted capital I": "İ",
    "NUL": "\0",
    "lone surrogates": "\ud800",
    "citing chain": "citing Reuters, which cited ",
    "he said that": "He said that he said that ",
    "who said": "who said ",
    "quoted turns": "“Yes,” he said. ",
    "critics say": "Critics say ",
    "anonymity": "on condition of anonymity ",
    "anonymity because": "on condition of anonymity because ",
    "asked not to be": "asked not to be named ",
    "names to withhold": "who asked that his name, her name, ",
    "agreed to talk if": "agree to talk if we a a a a a a name ",
    "as put it": "as ",
    "on ground": "speak on  ",
    "many speakers": "Anna Marsh said no. A resident said yes. He said why.\n",
    "figures": "1,200 people ",
}


def main() -> None:
    """Print a row for each hostile text: seconds at each size, and the two ratios."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    audit("She said so.")
    print(f"{'text':20} {'n':>8} {'2n':>8} {'4n':>8} {'2n/n':>6} {'4n/2n':>6}")
    worst = 0.0
    for name, unit in HOSTILE.items():
        seconds = [_seconds(_filled(unit, size * times)) for times in (1, 2, 4)]
        ratios = [after / max(before, 1e-3) for before, after in pairwise(seconds)]
        worst = max(worst, ratios[1])
        figures = " ".join(f"{second:8.3f}" for second in seconds)
        print(f"{name:20} {figures} {ratios[0]:6.1f} {ratios[1]:6.1f}", flush=True)
    print(f"worst ratio from 2n to 4n: {worst:.1f}")


def _filled(unit: str, characters: int) -> str:
    return (unit * (characters // len(unit) + 1))[:characters]


def _seconds(text: str) -> float:
    start = time.process_time()
    render(audit(text), "json")
    return time.process_time() - start


if __name__ == "__main__":
    main()
