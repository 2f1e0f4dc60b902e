"""Prints how the cost of every stage, rule and format grows when a hostile text doubles: about 2.0 is linear.

    python -m tests.benchmarks.growth [CHARACTERS] [NAME…] [--limit SECONDS] [--calls]

Each text and file is measured at a quarter, half and all of CHARACTERS (1,000,000 unless told), in processor time of
one run. A ratio is printed for what takes longer than a twentieth of a second, since shorter times are noise; a row
that would fail is measured twice more, and the least time of each part counts. A row that takes longer than the limit
says in which part. NAME chooses those to measure. The last lines compare with ordinary prose of the same length.

With `--calls`, calls of functions are counted instead, in thousands: the same on every machine, however busy, so that a
few thousand characters show what grows; but what one call of a built-in function costs is not seen.
"""

import argparse
import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from attrs import frozen

from attribution.model.report import Report
from tests.benchmarks.hostile import HOSTILE, PROSE
from tests.benchmarks.hostile_files import HOSTILE_FILES
from tests.benchmarks.parts import Clock, Costs, Measured, Meter, calls, measure_file, measure_text, seconds

LONGEST = 1_000_000
LIMIT = 900
WORST_RATIO = 2.4
MOST_TIMES_PROSE = 10.0
NOISE = 0.05
"""Seconds that say nothing: what takes less is not compared."""
FEW_CALLS = 2.0
"""Thousands of calls that say nothing: what is done once a text outweighs what is done for each word."""
TRIES = 3

ORDINARY = "one paragraph of prose"
"""What other texts are compared with."""

Measure = Callable[[int, Report | None, Clock], Measured]


@frozen
class Row:
    """What one text was measured to take: whole audits by size, the part that grows most, the costliest part."""

    name: str
    wholes: tuple[float, ...] = ()
    worst: str = ""
    ratio: float = 0.0
    costliest: str = ""
    late: str = ""

    def __str__(self) -> str:
        if self.late:
            return f"{self.name:28} {self.late}"
        wholes = " ".join(f"{whole:8.2f}" for whole in self.wholes)
        growth = f"{self.ratio:4.1f} {self.worst}" if self.ratio else "     too little to tell"
        return f"{self.name:28} {wholes}  {growth:24} {self.costliest}"


def main() -> None:
    """Print a row for each hostile text and file: its seconds, its worst doubling, and its costliest part."""
    chosen = _arguments()
    meter = calls if chosen.calls else seconds
    measure_text(PROSE * 3, None, Clock())  # what is read, compiled and kept once is no growth
    what = f"{chosen.characters:,} characters, {'thousand calls' if chosen.calls else 'seconds'}"
    print(f"{'':28} {'n/4':>8} {'n/2':>8} {'n':>8}  {'worst doubling':24} costliest; n = {what}")
    rows: list[Row] = []
    for name in chosen.names or (*HOSTILE, *HOSTILE_FILES):
        rows.append(_row(name, chosen.characters, chosen.limit, meter))
        print(rows[-1], flush=True)
    ordinary = next((row for row in rows if row.name == ORDINARY), None)
    _print_bars(rows, ordinary or _row(ORDINARY, chosen.characters, chosen.limit, meter))


def worst_doubling(measured: Sequence[Costs], noise: float = NOISE) -> tuple[str, float]:
    """The part whose cost grows most from one measurement to the next, and by how much; `noise` grows nothing."""
    worst, most = "", 0.0
    for before, after in pairwise(measured):
        for part, cost in after.items():
            ratio = cost / max(before.get(part, 0.0), noise / 2)
            if cost > noise and ratio > most:
                worst, most = part, ratio
    return worst, most


def least(first: Sequence[Costs], second: Sequence[Costs]) -> list[Costs]:
    """The smaller of two measurements, part by part."""
    return [
        {part: min(cost, again[part]) for part, cost in once.items()} for once, again in zip(first, second, strict=True)
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How cost grows when hostile texts double.")
    parser.add_argument("characters", nargs="?", type=int, default=LONGEST)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--calls", action="store_true", help="count calls instead of seconds")
    parser.add_argument("--limit", type=float, default=LIMIT, help="processor seconds for one row")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in HOSTILE and name not in HOSTILE_FILES]
    if unknown:
        parser.error(
            f"no text or file is called {', '.join(unknown)}; they are {', '.join((*HOSTILE, *HOSTILE_FILES))}"
        )
    return chosen


def _row(name: str, characters: int, limit: float, meter: Meter) -> Row:
    """One text or file, measured; again when something grows too much, since that may be noise."""
    clock = Clock(meter)
    try:
        with _limited(limit):
            measured = _sizes(_measure(name), characters, clock)
            costs: list[Costs] = [each.costs for each in measured]
            noise, tries = (FEW_CALLS, 1) if meter is calls else (NOISE, TRIES)
            for _ in range(tries - 1):
                if worst_doubling(costs, noise)[1] <= WORST_RATIO:
                    break
                costs = least(costs, [each.costs for each in _sizes(_measure(name), characters, clock)])
    except TimeoutError:
        return Row(name, late=f"over {limit:g} s, in {' '.join(clock.now)}")
    wholes = tuple(Measured(each).whole for each in costs)
    costliest = max(costs[-1], key=costs[-1].__getitem__)
    return Row(name, wholes, *worst_doubling(costs, noise), f"{costs[-1][costliest]:.2f} {costliest}")


def _sizes(measure: Measure, characters: int, clock: Clock) -> list[Measured]:
    """A text at a quarter, half and all of so many characters; an eighth of it comes first, to warm up."""
    found: list[Measured] = []
    earlier: Report | None = None
    for share in (8, 4, 2, 1):
        found.append(measure(characters // share, earlier, Clock(clock.meter, now=clock.now)))
        earlier = found[-1].report
        found[-1] = Measured(found[-1].costs)
        gc.collect()
    return found[1:]


def _measure(name: str) -> Measure:
    if name in HOSTILE:
        return lambda size, earlier, clock: measure_text(HOSTILE[name](size), earlier, clock)
    file = HOSTILE_FILES[name]
    return lambda size, earlier, clock: measure_file(file.data(size), file.format, clock)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raises `TimeoutError` inside, once so much processor time is used up."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _print_bars(rows: Sequence[Row], ordinary: Row) -> None:
    failing = [row.name for row in rows if row.late or row.ratio > WORST_RATIO]
    print(f"over {WORST_RATIO}: {', '.join(failing) or 'none'}")
    in_time = [row for row in rows if row.wholes]
    if in_time and ordinary.wholes:
        prose = ordinary.wholes[-1]
        slowest = max(in_time, key=lambda row: row.wholes[-1])
        times = slowest.wholes[-1] / prose
        print(f"prose {prose:.2f}; slowest {slowest.name}, {times:.1f} times that, at most {MOST_TIMES_PROSE:g}")


if __name__ == "__main__":
    main()
