"""Where output goes: a terminal, a pipe or a file."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from attribution.errors import ReadError


def prepare_streams() -> None:
    """Makes both streams write UTF-8 with "\\n" line ends on every system, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def width() -> int:
    """How many columns there are: `COLUMNS`, the terminal's own width, or 80."""
    import shutil  # loads all that packs archives, which most runs do without

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

    A file that exists is replaced once the last piece is written, so that a run that fails or is interrupted leaves it
    as it was; nothing is written when there is nothing to write. Raises `ReadError` when it cannot be written.
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
        with _replaced(Path(output)) as file:
            file.write(first)
            file.writelines(iterator)
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(output, f"cannot be written: {error.strerror}") from error


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    """A file to write to, which takes the place of the one at `path` when all is written; a device is written to."""
    real = Path(os.path.realpath(path))
    device = real.exists() and not real.is_file()
    written = real if device else real.with_name(f".{real.name}.{os.getpid()}")
    try:
        with written.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        if not device:
            if real.exists():
                written.chmod(real.stat().st_mode & 0o7777)
            written.replace(real)
    except BaseException:
        if not device:
            written.unlink(missing_ok=True)
        raise
