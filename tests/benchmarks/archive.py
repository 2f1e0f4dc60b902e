"""Prints how long `attribution archive` takes with one process, with two, and on a Dask cluster of two.

    python -m tests.benchmarks.archive CORPUS.jsonl [ARTICLES] [ROUNDS]

CORPUS holds one `{"text": "…"}` a line. Whole commands are measured in turn, from start to end, by the clock and in
processor time, and the median of ROUNDS (three unless told) counts. "Two commands" are two halves of the articles as
two commands side by side: what this machine can share out at best, which on a busy one is less than twice as much. Two
processes are to be 1.6 times as quick as one on an idle machine.
"""

import importlib.util
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from attribution.archiving.inputs.columns import Columns
from attribution.archiving.inputs.finding import find_archive_files
from attribution.archiving.inputs.reading import read_documents
from attribution.archiving.settings import LONGEST
from attribution.archiving.sharding import shards
from tests.benchmarks import processes

SHARD = 10
"""Documents in a shard: enough shards for two processes even of some hundred articles."""


@frozen
class Taken:
    """What a run took: seconds by the clock, and of processor time."""

    clock: float
    processor: float


def main() -> None:
    """Print a table of runs with their ratios to one process."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        sys.exit(
            "archive: name a JSON Lines file of articles; none is shipped, since their texts are their publishers'"
        )
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[:articles]
        texts = [json.loads(line)["text"] for line in lines]
        _write(folder / "all.jsonl", texts)
        _write(folder / "first.jsonl", texts[::2])
        _write(folder / "second.jsonl", texts[1::2])
        print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, median of {rounds}")
        _print_table(_measured(_runs(folder), folder, rounds))
        print(f"reading and cutting alone: {_reading(folder / 'all.jsonl'):.2f} s")


def _write(path: Path, texts: list[str]) -> None:
    path.write_text("".join(f"{json.dumps({'text': text})}\n" for text in texts), encoding="utf-8")


def _runs(folder: Path) -> dict[str, Callable[[], float]]:
    """Each run, which gives its processor time."""
    whole = str(folder / "all.jsonl")
    runs: dict[str, Callable[[], float]] = {
        "one process": lambda: _archive(whole, folder / "out", "--jobs", "1"),
        "two processes": lambda: _archive(whole, folder / "out", "--jobs", "2"),
        "two commands": lambda: _side_by_side(folder),
    }
    if importlib.util.find_spec("distributed") is not None:
        runs["Dask, two processes"] = lambda: _archive(whole, folder / "out", "--jobs", "2", "--engine", "dask")
    else:
        print("Dask is left out: pip install 'attribution-audit[dask]'")
    return runs


def _archive(path: str, output: Path, *options: str) -> float:
    arguments = ["-m", "attribution", "archive", path, "--output", str(output), "--format", "jsonl", "--quiet"]
    return processes.run([*arguments, "--shard-size", str(SHARD), *options]).seconds


def _side_by_side(folder: Path) -> float:
    taken: list[float] = []

    def run(half: str) -> None:
        taken.append(_archive(str(folder / f"{half}.jsonl"), folder / "out" / half, "--jobs", "1"))

    threads = [threading.Thread(target=run, args=(half,)) for half in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(taken)


def _measured(runs: dict[str, Callable[[], float]], folder: Path, rounds: int) -> dict[str, Taken]:
    found: dict[str, list[Taken]] = {name: [] for name in runs}
    for number in range(rounds):
        for name, run in runs.items():
            started = time.perf_counter()
            processor = run()
            found[name].append(Taken(time.perf_counter() - started, processor))
            (folder / "out").rename(folder / f"{number} {name}")  # each run begins with an empty folder
    return {
        name: Taken(
            statistics.median(item.clock for item in taken), statistics.median(item.processor for item in taken)
        )
        for name, taken in found.items()
    }


def _print_table(measured: dict[str, Taken]) -> None:
    one = measured["one process"]
    print(f"{'':24}{'seconds':>9}{'processor':>11}{'times as quick':>16}{'times the work':>16}")
    for name, taken in measured.items():
        quicker, work = one.clock / taken.clock, taken.processor / one.processor
        print(f"{name:24}{taken.clock:9.2f}{taken.processor:11.2f}{quicker:16.2f}{work:16.2f}")


def _reading(path: Path) -> float:
    started = time.perf_counter()
    for _ in shards(read_documents(find_archive_files([str(path)]), Columns(), LONGEST), SHARD):
        pass
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
