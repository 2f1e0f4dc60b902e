"""`attribution cache clean`: the folder of kept results deleted."""

import argparse
from pathlib import Path

from attribution.cli.terminal import write
from attribution.errors import ReadError


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser("cache", help="delete what is kept so that no article is audited twice")
    parser.add_argument("action", choices=("clean",), help="delete the cache that belongs to each folder")
    parser.add_argument(
        "folders", nargs="*", metavar="FOLDER", default=["."], help="folders with articles (default: this one)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Deletes the cache beside the configuration that holds for each folder; says which."""
    from attribution.configuring.files import nearest, shown
    from attribution.running.cache import FOLDER, Cache

    lines = []
    for folder in arguments.folders:
        given = Path(folder).absolute()
        if not given.is_dir():
            raise ReadError(folder, "no such folder")
        file = nearest(given)
        roots = [Path.cwd()] if file is None else [file.parent.resolve(), Path.cwd()]
        for root in dict.fromkeys((*roots, given)):
            cache = Cache(root / FOLDER)
            try:
                if cache.clean():
                    lines.append(f"deleted {shown(cache.folder)}\n")
            except OSError as error:
                raise ReadError(str(error.filename), f"cannot be deleted: {error.strerror}") from error
    write(lines or ["there was no cache\n"], None)
    return 0
