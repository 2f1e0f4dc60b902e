"""`--format`: the formats that are built in, and those of plugins, which are looked for only when they are needed."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Final


class Formats:
    """What `--format` takes, for argparse: a name that is not built in is looked for among those of plugins."""

    def __init__(self, built_in: Sequence[str]) -> None:
        self.built_in: Final = tuple(built_in)

    def __contains__(self, name: object) -> bool:
        return name in self.built_in or name in _of_plugins()

    def __iter__(self) -> Iterator[str]:
        yield from self.built_in
        yield from (name for name in _of_plugins() if name not in self.built_in)


def add_format_argument(parser: argparse.ArgumentParser, built_in: Sequence[str], meaning: str) -> None:
    """Adds `--format` with its default, the first of the formats that are `built_in`."""
    parser.add_argument(
        "--format",
        choices=Formats(built_in),
        default=built_in[0],
        metavar="FORMAT",
        help=f"{meaning}: %(choices)s",
    )


def _of_plugins() -> tuple[str, ...]:
    from attribution.plugins import RENDERERS, origins

    return tuple(dict.fromkeys(origin.name for origin in origins(RENDERERS)))
