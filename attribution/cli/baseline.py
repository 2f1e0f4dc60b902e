"""`attribution baseline write|update|prune`: the findings that are accepted for now."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.cli.accepting import Accepting, Compared
from attribution.cli.inputs import add_configuration_arguments, add_input_arguments, audits
from attribution.cli.terminal import write
from attribution.errors import AttributionError

if TYPE_CHECKING:
    from attribution.baseline.entries import Baseline

ACTIONS = ("write", "update", "prune")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "baseline", help="accept today's findings, so that check shows new ones alone", allow_abbrev=False
    )
    parser.add_argument(
        "action",
        choices=ACTIONS,
        help="write the baseline anew, update it with new findings, or prune what no longer occurs",
    )
    add_input_arguments(parser)
    add_configuration_arguments(parser)
    parser.add_argument("--baseline", metavar="FILE", help="the file, in place of the configured one")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the baselines of the readable inputs; 2, and nothing is written, when an input was not readable."""
    failures: list[AttributionError] = []
    accepting = Accepting(arguments)
    _look(accepting, arguments, failures)
    if failures:
        return 2
    write(_saved(accepting, arguments), None)
    return 0


def _look(accepting: Accepting, arguments: argparse.Namespace, failures: list[AttributionError]) -> None:
    """Counts every finding into its baseline."""
    from attribution.baseline.comparing import only_new
    from attribution.baseline.files import NAME, named_from

    for audited in audits(arguments, failures):
        configured = audited.project.baseline or audited.project.root / NAME
        path = Path(arguments.baseline).absolute() if arguments.baseline else configured
        used = accepting.compared(path, anew=arguments.action == "write")
        article = audited.report.analysis.document.article
        file = named_from(used.root, article.file or article.name)
        only_new(audited.report, file, audited.config, used.baseline, used.found)


def _saved(accepting: Accepting, arguments: argparse.Namespace) -> Iterator[str]:
    """Writes each baseline that has changed, and says what has."""
    from attribution.baseline.files import save_baseline
    from attribution.configuring.files import shown

    for used in accepting.used.values():
        baseline, said = _changed(used, arguments)
        if arguments.action == "write" or baseline.entries != used.baseline.entries:
            save_baseline(baseline, used.path, shown(used.path))
        yield f"{shown(used.path)}: {said}\n"


def _changed(used: Compared, arguments: argparse.Namespace) -> "tuple[Baseline, str]":
    from attribution.baseline.comparing import pruned, updated
    from attribution.renderers.wording import counted

    if arguments.action == "prune":
        lost = used.gone(arguments.paths)
        baseline = pruned(used.baseline, used.found, lost)
        return baseline, f"{counted(len(lost), 'entry', 'entries')} dropped or lowered, {len(baseline.entries)} left"
    baseline = updated(used.baseline, used.found)
    added = len(baseline.entries) - len(used.baseline.entries)
    return baseline, f"{counted(added, 'entry', 'entries')} added, {len(baseline.entries)} in all"
