"""`attribution check`: what a standards editor would object to, as a linter says it."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from attribution.cli.accepting import Accepting, add_baseline_arguments
from attribution.cli.auditing import add_running_arguments, checked
from attribution.cli.commenting import add_comments_argument, commented
from attribution.cli.fixes import add_fix_arguments, mended, wants_fixes
from attribution.cli.formats import add_format_argument
from attribution.cli.ignoring import add_suppression_arguments, ignoring
from attribution.cli.inputs import Audited, add_configuration_arguments, add_input_arguments, audits
from attribution.cli.levels import add_level_arguments, fails
from attribution.cli.progress import Progress, progress
from attribution.cli.terminal import color, width, write
from attribution.cli.watch import add_watch_argument, watch
from attribution.errors import AttributionError
from attribution.model.finding import Severity
from attribution.model.report import Report

FORMATS = (
    "full",
    "concise",
    "grouped",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "csv",
)
# Formats that a person reads: a last line counts what was found.
_COUNTED = ("full", "concise", "grouped")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "check", help="what a standards editor would object to, with exit codes for CI", allow_abbrev=False
    )
    add_input_arguments(parser)
    add_configuration_arguments(parser)
    add_fix_arguments(parser)
    add_suppression_arguments(parser)
    add_baseline_arguments(parser)
    add_running_arguments(parser)
    add_watch_argument(parser)
    add_comments_argument(parser)
    add_level_arguments(parser, "finding")
    add_format_argument(parser, FORMATS, "how to write findings (default: full)")
    parser.add_argument("--statistics", action="store_true", help="only how often each rule objects")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the findings of each readable input; 1 for findings that count, 2 when an input was not readable."""
    failures: list[AttributionError] = []
    if arguments.watch:
        return watch(arguments)
    if arguments.diff:
        return _differences(arguments, failures)
    found: Counter[Severity] = Counter()
    accepting = Accepting(arguments)
    line = progress()
    shown = commented(_shown(arguments, failures, found, accepting, line), arguments, failures)
    if arguments.add_ignore is not None:
        write(line.around(ignoring(shown, arguments, failures)), arguments.output)
        return 2 if failures else 0
    pieces = _pieces((item.report for item in shown), arguments, found, accepting)
    write(line.around(pieces), arguments.output)
    if failures:
        return 2
    return 1 if not arguments.exit_zero and fails(found, arguments.fail_on) else 0


def _differences(arguments: argparse.Namespace, failures: list[AttributionError]) -> int:
    """Prints what fixes would change, and no finding; 1 when there is anything."""
    changed: list[str] = []
    write((difference for _, difference in mended(arguments, failures, changed)), arguments.output)
    if failures:
        return 2
    return 1 if changed and not arguments.exit_zero else 0


def _shown(
    arguments: argparse.Namespace,
    failures: list[AttributionError],
    found: Counter[Severity],
    accepting: Accepting,
    line: Progress,
) -> Iterator[Audited]:
    """The articles with the findings that are to be shown; `found` counts all that no baseline accepts."""
    order = list(Severity)
    least = order.index(Severity(arguments.min_level))
    for audited in _audited(arguments, failures, line):
        report = accepting.only_new(audited).report
        found.update(finding.severity for finding in report.findings)
        shown = tuple(item for item in report.findings if order.index(item.severity) <= least)
        yield evolve(audited, report=evolve(report, findings=shown))


def _audited(arguments: argparse.Namespace, failures: list[AttributionError], line: Progress) -> Iterator[Audited]:
    """The articles, as quickly as what is to be done with them allows."""
    if wants_fixes(arguments):
        changed: list[str] = []
        return (audited for audited, _ in mended(arguments, failures, changed))
    # A plugin's format may write anything of a report, and directives go between its sentences: they need all of it.
    if arguments.format not in FORMATS or arguments.add_ignore is not None:
        return audits(arguments, failures)
    return checked(arguments, failures, line)


def _pieces(
    documents: Iterable[Report], arguments: argparse.Namespace, found: Counter[Severity], accepting: Accepting
) -> Iterator[str]:
    from attribution.renderers.checks.formats import find_format, full
    from attribution.renderers.checks.lines import statistics
    from attribution.renderers.wording import counted

    articles = 0

    def counting() -> Iterator[Report]:
        nonlocal articles
        for document in documents:
            articles += 1
            yield document

    if arguments.statistics:
        yield from statistics(counting())
        return
    if arguments.format == "full":
        yield from full(counting(), width=width(), color=color(arguments.output))
    else:
        yield from find_format(arguments.format)(counting())
    if articles and not arguments.quiet and arguments.format in _COUNTED:
        counts = f"{counted(found[Severity.ERROR], 'error')}, {counted(found[Severity.WARNING], 'warning')}"
        counts += f", {found[Severity.INFO]} for information in {counted(articles, 'article')}"
        yield f"{counts}{accepting.summary()}\n"
