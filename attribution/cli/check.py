"""`attribution check`: what a standards editor would object to, as a linter says it."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from attribution.cli.inputs import add_configuration_arguments, add_input_arguments, reports
from attribution.cli.terminal import color, width, write
from attribution.errors import AttributionError
from attribution.model.finding import Severity
from attribution.model.report import Report

NEVER = "never"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    levels = [str(severity) for severity in Severity]
    parser = commands.add_parser(
        "check", help="what a standards editor would object to, with exit codes for CI", allow_abbrev=False
    )
    add_input_arguments(parser)
    add_configuration_arguments(parser)
    parser.add_argument(
        "--min-level", choices=levels, default="warning", help="show findings from this level on (default: warning)"
    )
    parser.add_argument(
        "--fail-on",
        choices=[*levels, NEVER],
        default="error",
        help="exit with 1 when there is a finding of this level or above (default: error)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the findings of each readable input; 1 for findings that count, 2 when an input was not readable."""
    failures: list[AttributionError] = []
    found: Counter[Severity] = Counter()
    write(_pieces(reports(arguments, failures), arguments, found), None)
    if failures:
        return 2
    return 1 if _fails(found, arguments.fail_on) else 0


def _pieces(documents: Iterable[Report], arguments: argparse.Namespace, found: Counter[Severity]) -> Iterator[str]:
    from attribution.renderers.rendering import render
    from attribution.renderers.wording import counted

    options = {"min_level": arguments.min_level, "width": width(), "color": color(None)}
    articles = 0
    for document in documents:
        articles += 1
        found.update(finding.severity for finding in document.findings)
        text = render(document, "findings", **options)
        if text:
            yield text + "\n"
    if articles:
        counts = f"{counted(found[Severity.ERROR], 'error')}, {counted(found[Severity.WARNING], 'warning')}"
        yield f"{counts}, {found[Severity.INFO]} for information in {counted(articles, 'article')}\n"


def _fails(found: Counter[Severity], level: str) -> bool:
    if level == NEVER:
        return False
    order = list(Severity)
    return any(found[severity] for severity in order[: order.index(Severity(level)) + 1])
