"""Prints how the cost of every stage, rule and renderer grows when a hostile text doubles: about 2.0 is linear.

    python -m tests.benchmarks.growth [CHARACTERS] [TEXT…]

Each text is measured at a quarter, half and all of CHARACTERS (1,000,000 unless told), in processor time of one run. A
ratio is printed for what takes longer than a twentieth of a second, since shorter times are noise, and TEXT names
those to measure instead of all. The last lines compare with ordinary prose of the same length.
"""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from attribution import Config, analyze, audit, render
from attribution.lexicons.loading import load
from attribution.renderers.rendering import RENDERERS
from attribution.rules.checking import look
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting, all_settings
from tests.benchmarks.hostile import HOSTILE, PROSE

LONGEST = 1_000_000
WORST_RATIO = 2.4
MOST_TIMES_PROSE = 10.0
NOISE = 0.05

Parts = Mapping[str, float]


def main() -> None:
    """Print a row for each hostile text: its seconds, its worst ratios, and which part has them."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else LONGEST
    chosen = sys.argv[2:] or list(HOSTILE)
    audit(PROSE)
    prose = _whole(_parts(HOSTILE["one paragraph of prose"](characters)))
    print(f"{'text':24} {'n/4':>8} {'n/2':>8} {'n':>8}  worst doubling   n = {characters:,} characters")
    ratios: dict[str, float] = {}
    slowest: dict[str, float] = {}
    for name in chosen:
        measured = [_parts(HOSTILE[name](characters // share)) for share in (4, 2, 1)]
        part, ratios[name] = worst_doubling(measured)
        slowest[name] = _whole(measured[-1])
        seconds = " ".join(f"{_whole(parts):8.2f}" for parts in measured)
        print(f"{name:24} {seconds}  {ratios[name]:4.1f} {part}", flush=True)
    name = max(slowest, key=slowest.__getitem__)
    print(f"over {WORST_RATIO}: {', '.join(each for each in ratios if ratios[each] > WORST_RATIO) or 'none'}")
    print(f"prose {prose:.2f} s; slowest {name}, {slowest[name] / prose:.1f} times that, at most {MOST_TIMES_PROSE:g}")


def worst_doubling(measured: list[Parts]) -> tuple[str, float]:
    """The part whose cost grows most from one measurement to the next, and by how much; noise grows nothing."""
    worst, most = "", 0.0
    for before, after in pairwise(measured):
        for part, seconds in after.items():
            ratio = seconds / max(before[part], NOISE / 2)
            if seconds > NOISE and ratio > most:
                worst, most = part, ratio
    return worst, most


def _parts(text: str) -> Parts:
    """The seconds that each part of an audit takes: analysis, each rule, each renderer."""
    seconds: dict[str, float] = {}
    analysis = _timed(seconds, "analysis", partial(analyze, text))
    report = _timed(seconds, "audit", partial(audit, text))
    reading = Reading(analysis, load())
    for setting in all_settings(Config()):
        _timed(seconds, setting.rule.code, partial(_looked, reading, setting))
    for format in RENDERERS:
        _timed(seconds, format, partial(render, report, format))
    return seconds


def _looked(reading: Reading, setting: Setting) -> int:
    return sum(1 for _ in look(reading, setting))


def _timed(seconds: dict[str, float], part: str, function: Callable[[], Any]) -> Any:
    start = time.process_time()
    given = function()
    seconds[part] = time.process_time() - start
    return given


def _whole(parts: Parts) -> float:
    return parts["audit"] + parts["json"]


if __name__ == "__main__":
    main()
