"""`attribution diff`: what an edit did to the sourcing of an article."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from attribution.cli.check import FORMATS as FINDING_FORMATS
from attribution.cli.formats import add_format_argument
from attribution.cli.inputs import add_configuration_arguments, add_format_in_argument, add_outlet_arguments
from attribution.cli.joining import json_list
from attribution.cli.levels import add_level_arguments, fails
from attribution.cli.pairs import article_pairs, compared
from attribution.cli.plugged import plugin_faults
from attribution.cli.terminal import color, width, write
from attribution.errors import AttributionError
from attribution.model.finding import Severity

if TYPE_CHECKING:
    from attribution.model.comparison import Comparison

PLAIN = "plain"
FORMATS = (PLAIN, *FINDING_FORMATS)
# Formats that a person reads: a last line counts what changed.
_COUNTED = (PLAIN, "full", "concise", "grouped")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser("diff", help="what an edit did to the sourcing of an article", allow_abbrev=False)
    for side in ("old", "new"):
        parser.add_argument(side, metavar=side.upper(), help=f"the {side} version: a file, a folder, or - for one side")
    add_format_in_argument(parser)
    add_outlet_arguments(parser)
    add_configuration_arguments(parser)
    add_level_arguments(parser, "change")
    add_format_argument(parser, FORMATS, "how to write changes (default: plain)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the changes of each pair of articles; 1 for changes that count, 2 when an input was not readable."""
    failures: list[AttributionError] = []
    found: Counter[Severity] = Counter()
    write(_pieces(_shown(arguments, failures, found), arguments, found), arguments.output)
    if failures:
        return 2
    return 1 if not arguments.exit_zero and fails(found, arguments.fail_on) else 0


def _shown(
    arguments: argparse.Namespace, failures: list[AttributionError], found: Counter[Severity]
) -> "Iterator[Comparison]":
    """The comparisons with the changes that are to be shown; `found` counts all of them."""
    order = list(Severity)
    least = order.index(Severity(arguments.min_level))
    failures.extend(plugin_faults())
    for pair in article_pairs(arguments, failures):
        comparison = compared(pair, arguments, failures)
        found.update(change.severity for change in comparison.changes)
        shown = tuple(change for change in comparison.changes if order.index(change.severity) <= least)
        yield evolve(comparison, changes=shown)


def _pieces(
    comparisons: "Iterable[Comparison]", arguments: argparse.Namespace, found: Counter[Severity]
) -> Iterator[str]:
    from attribution.renderers.wording import counted

    articles = 0

    def counting() -> "Iterator[Comparison]":
        nonlocal articles
        for comparison in comparisons:
            articles += 1
            yield comparison

    yield from _written(counting(), arguments)
    if articles and not arguments.quiet and arguments.format in _COUNTED:
        counts = f"{counted(found[Severity.ERROR], 'error')}, {counted(found[Severity.WARNING], 'warning')}"
        separator = "\n" if arguments.format == PLAIN else ""
        yield f"{separator}{counts}, {found[Severity.INFO]} for information in {counted(articles, 'article')}\n"


def _written(comparisons: "Iterator[Comparison]", arguments: argparse.Namespace) -> Iterator[str]:
    from attribution.renderers.checks.formats import find_format, full
    from attribution.renderers.comparisons.as_findings import reports
    from attribution.renderers.comparisons.json_comparison import render_comparison_json
    from attribution.renderers.comparisons.plain import render_comparison

    columns, colored = width(), color(arguments.output)
    match arguments.format:
        case "plain":
            for index, comparison in enumerate(comparisons):
                yield ("\n\n" if index else "") + render_comparison(comparison, width=columns, color=colored) + "\n"
        case "json":
            yield from json_list(render_comparison_json(comparison) for comparison in comparisons)
        case "jsonl":
            yield from (render_comparison_json(comparison, indent=None) + "\n" for comparison in comparisons)
        case name:
            documents = (report for comparison in comparisons for report in reports(comparison))
            yield from full(documents, width=columns, color=colored) if name == "full" else find_format(name)(documents)
