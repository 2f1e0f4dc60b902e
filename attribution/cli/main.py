"""The entry point: reads the command line, runs a subcommand and turns what went wrong into one line and an exit code.

Exit codes: 0 nothing to object to, 1 findings at or above `--fail-on`, 2 wrong usage or unreadable input.
"""

import argparse
import gc
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from attribution.cli.terminal import complain, prepare_streams
from attribution.errors import AttributionError, PluginWarning
from attribution.version import VERSION

COMMANDS = ("report", "check", "diff", "rules", "rule", "baseline", "archive", "evaluate", "config", "cache")
"""The subcommands, each a module beside this one, in the order in which help lists them."""

USAGE = 2
# Almost all that a start allocates stays: with the default of 700, a tenth of a short run is spent on looking for what
# may be thrown away.
_ALLOCATIONS = 100_000

# What a shell reports for a program that wrote to a pipe nobody reads any more (128 + SIGPIPE), or was interrupted.
PIPE_CLOSED = 141
INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """An `ArgumentParser` whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives its exit code."""
    gc.set_threshold(_ALLOCATIONS)
    prepare_streams()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)  # each command says in its own way what is left out
            given = sys.argv[1:] if arguments is None else list(arguments)
            parsed = _parser(given[0] if given else None).parse_args(given)
            code: int = parsed.run(parsed)
        sys.stdout.flush()
        return code
    except AttributionError as error:
        for line in str(error).splitlines():
            complain(line)
        return USAGE
    except BrokenPipeError:
        # Nobody reads on (`| head`): without this Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser(first: str | None = None) -> argparse.ArgumentParser:
    """The parser of a command line that begins with `first`: where that is a command, no other one is loaded."""
    parser = _Parser(
        prog="attribution",
        description="Reads news articles and reports who stands behind each claim.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"attribution {VERSION}")
    commands = parser.add_subparsers(prog=parser.prog, metavar="COMMAND", required=True, parser_class=_Parser)
    for name in (first,) if first in COMMANDS else () if first == "--version" else COMMANDS:
        import_module(f"attribution.cli.{name}").add_parser(commands)
    return parser
