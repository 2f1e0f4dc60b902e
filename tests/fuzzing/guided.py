"""A coverage-guided fuzzer (atheris) over whole audits.

    python -m tests.fuzzing.guided FOLDER --seconds 3600

Each input is a text: raw Unicode, words and marks that stages look for, or an article of `seeds/` with damage. What is
asserted of it is in `properties.py`. A text that fails is written to FOLDER with its traceback, once for each place
that fails, and the run goes on; a text that takes over ten seconds of processor time counts as failed. The last line
says how many texts were tried and how many places failed.
"""

import argparse
import hashlib
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzzing.strategies import PIECES, SEEDS, damaged

_PATIENCE = 10  # seconds of processor time for one text
_LONGEST = 400  # characters of raw text, and pieces

_ARTICLES = [path.read_text(encoding="utf-8") for path in SEEDS]


def text_of(provider: Any, size: int) -> str:
    """The text that `size` bytes of the fuzzer stand for; the last of them chooses the kind."""
    match provider.ConsumeIntInRange(0, 2):
        case 0:
            return str(provider.ConsumeUnicode(_LONGEST))
        case 1:
            pieces = [PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(min(size, _LONGEST))]
            return ("" if provider.ConsumeBool() else " ").join(pieces)
        case _:
            article = _ARTICLES[provider.ConsumeIntInRange(0, len(_ARTICLES) - 1)]
            chance = random.Random(provider.ConsumeInt(8))
            start = provider.ConsumeIntInRange(0, len(article))
            return damaged(article[start : start + 5 * _LONGEST], chance, provider.ConsumeIntInRange(0, 12))


class Run:
    """One run: how many texts were tried, and which places failed."""

    def __init__(
        self, folder: Path, seconds: float, read: Callable[[bytes], str], asserted: Callable[[str, int], None]
    ) -> None:
        self.folder = folder
        self.read = read
        self.asserted = asserted
        self.end = time.monotonic() + seconds
        self.tried = 0
        self.failed: set[str] = set()

    def __call__(self, data: bytes) -> None:
        if time.monotonic() > self.end:
            print(f"{self.tried} texts tried, {len(self.failed)} places failed", flush=True)
            # libFuzzer has no orderly end from inside; everything is written by now.
            signal.raise_signal(signal.SIGKILL)
        text = self.read(data)
        self.tried += 1
        signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
        try:
            self.asserted(text, self.tried)
        except Exception as error:
            self._keep(text, error)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _keep(self, text: str, error: Exception) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = hashlib.sha256(f"{type(error).__name__} {last.filename} {last.name}".encode()).hexdigest()[:12]
        if place not in self.failed:
            self.failed.add(place)
            shown = "".join(traceback.format_exception(error))
            (self.folder / f"{place}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
            (self.folder / f"{place}.traceback").write_text(f"{text!r}\n\n{shown}", encoding="utf-8")


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"over {_PATIENCE} seconds")


def main() -> None:
    """Runs until the seconds are over."""
    parser = argparse.ArgumentParser(description="fuzz whole audits")
    parser.add_argument("folder", type=Path, help="where texts that fail are kept")
    parser.add_argument("--seconds", type=float, default=3600)
    arguments = parser.parse_args()
    import atheris  # here, so that the other modules of this folder do without

    with atheris.instrument_imports(include=["attribution"]):
        from attribution import audit
        from tests.fuzzing.properties import WRITERS, holds_together

    names = list(WRITERS)

    def asserted(text: str, number: int) -> None:
        # One way to write it each time: all of them cost more than the audit.
        holds_together(audit(text), text, [names[number % len(names)]])

    arguments.folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGVTALRM, _too_long)
    run = Run(
        arguments.folder,
        arguments.seconds,
        lambda data: text_of(atheris.FuzzedDataProvider(data), len(data)),
        asserted,
    )
    atheris.Setup([sys.argv[0], "-max_len=2048", "-len_control=0", "-timeout=60"], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
