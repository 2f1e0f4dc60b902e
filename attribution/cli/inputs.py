"""The inputs that `report` and `check` share: paths to articles to reports."""

import argparse
from collections.abc import Iterator

from attrs import evolve

from attribution.cli.terminal import complain
from attribution.config import Config
from attribution.errors import AttributionError, ReadError
from attribution.model.report import Report
from attribution.readers.reading import read_all


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what to read and whose articles they are."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a .txt or .jsonl file, a folder to walk for them, or - (standard input)",
    )
    parser.add_argument(
        "--own-outlet", metavar="NAME", help="the outlet whose articles these are: what was told to it is first-hand"
    )
    parser.add_argument(
        "--own-outlet-from-publisher",
        action="store_true",
        help="take it from each article's publisher, and from --own-outlet where there is none",
    )


def reports(arguments: argparse.Namespace, failures: list[AttributionError]) -> Iterator[Report]:
    """The report of each readable input; what cannot be read is said on standard error and added to `failures`."""
    # Read here and not above, since it loads every stage: `attribution --version` needs none.
    from attribution.pipeline import audit

    config = Config(own_outlet=arguments.own_outlet)
    for article in read_all(arguments.paths):
        if isinstance(article, ReadError):
            failures.append(article)
            complain(str(article))
        elif arguments.own_outlet_from_publisher and article.publisher:
            yield audit(article, config=evolve(config, own_outlet=article.publisher))
        else:
            yield audit(article, config=config)
