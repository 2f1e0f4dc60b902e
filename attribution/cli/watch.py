"""`attribution check --watch`: the same check again whenever an article or its configuration changes."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.cli.terminal import complain
from attribution.errors import ConfigError
from attribution.readers.reading import STANDARD_INPUT, find_files

if TYPE_CHECKING:
    from attribution.running.watching import Stamps

WATCH = "--watch"
_PAUSE = 0.4  # seconds between two looks
_NAMED = 3  # files of one change that are named


def add_watch_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that asks for it."""
    parser.add_argument(WATCH, action="store_true", help="check again whenever a file changes, until Ctrl-C")


def watch(
    arguments: argparse.Namespace,
    run: Callable[[], object] | None = None,
    pause: Callable[[], None] = lambda: time.sleep(_PAUSE),
) -> int:
    """Runs the check again and again until it is interrupted, which is how it is meant to end.

    Each run is a process of its own, which reads settings, word lists and plugins anew; the cache makes it short.
    """
    from attribution.running.watching import changes

    if STANDARD_INPUT in arguments.paths:
        raise ConfigError([f"{WATCH}: standard input cannot be watched; name files or folders"])
    again = run or _again
    try:
        for changed in changes(lambda: _look(arguments), pause):
            if changed:
                complain(f"{_named(changed)} changed")
            again()
            complain("watching; Ctrl-C ends it")
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    return 0


def _again() -> None:
    """The same command line once, without watching."""
    import subprocess

    words = [word for word in sys.argv[1:] if word != WATCH]
    subprocess.run([sys.executable, "-m", "attribution", *words], check=False)


def _look(arguments: argparse.Namespace) -> "Stamps":
    from attribution.running.watching import stamps

    articles = [Path(name) for name in find_files(arguments.paths)]
    return stamps([*articles, *_settings(articles, arguments)])


def _settings(articles: Iterable[Path], arguments: argparse.Namespace) -> Iterator[Path]:
    """The files that say how the articles are checked."""
    from attribution.configuring.files import load_chain, nearest

    if arguments.isolated and not arguments.config:
        return
    # Where the nearest file stands may have changed since the last look, and so may what it says.
    nearest.cache_clear()
    load_chain.cache_clear()
    found = {nearest(folder) for folder in {path.absolute().parent for path in articles}}
    for file in [Path(arguments.config)] if arguments.config else sorted(filter(None, found)):
        for link in load_chain(file)[0]:
            yield link.file
            for folder in link.stated.lexicons:
                yield from folder.glob("*.toml")


def _named(names: Sequence[str]) -> str:
    some = ", ".join(names[:_NAMED])
    return some if len(names) <= _NAMED else f"{some} and {len(names) - _NAMED} more"
