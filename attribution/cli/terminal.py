"""Where output goes: a terminal, a pipe or a file."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from attribution.errors import ReadError


def prepare_streams() -> None:
    """Makes both streams write UTF-8 with "\\n" line ends on every system, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def width() -> int:
    """How many columns there are: `COLUMNS`, the terminal's own width, or 80."""
    return shutil.get_terminal_size((80, 24)).columns


def color(output: str | None) -> bool:
    """Whether to write colour: on a terminal only, and not where `NO_COLOR` is set."""
    if output is not None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def rich_installed() -> bool:
    """Whether rich is there to lay out what goes to a terminal in colour."""
    from importlib.util import find_spec

    return find_spec("rich") is not None


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"attribution: {message}", file=sys.stderr, flush=True)


def write(pieces: Iterable[str], output: str | None) -> None:
    """Writes the pieces to the file `output` or to standard output, each as soon as it is there.

    The file is opened with the first piece, so that nothing is overwritten when there is nothing to write. Raises
    `ReadError` when it cannot be written.
    """
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    iterator = iter(pieces)
    first = next(iterator, None)
    if first is None:
        return
    try:
        with Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(first)
            file.writelines(iterator)
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(output, f"cannot be written: {error.strerror}") from error
