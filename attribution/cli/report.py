"""`attribution report`: who stands behind each claim."""

import argparse
from collections.abc import Iterable, Iterator

from attribution.cli.auditing import add_running_arguments, rendered
from attribution.cli.formats import add_format_argument
from attribution.cli.inputs import add_configuration_arguments, add_input_arguments, reports
from attribution.cli.progress import Progress, progress
from attribution.cli.terminal import color, complain, width, write
from attribution.errors import AttributionError, ConfigError
from attribution.model.report import Report

FORMATS = ("plain", "json", "jsonl", "spans")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "report", help="who stands behind each claim, and how well the text says so", allow_abbrev=False
    )
    add_input_arguments(parser)
    add_configuration_arguments(parser)
    add_running_arguments(parser)
    add_format_argument(parser, FORMATS, "how to write it (default: plain)")
    parser.add_argument("--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--all-classes", action="store_true", help="spans: also beliefs, intentions and other classes")
    parser.add_argument("--top-level", action="store_true", help="spans: leave out attributions inside others")
    parser.add_argument(
        "--explain", type=int, metavar="N", help="only how the points of paragraph N came about, step by step"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes a report for each readable input; 2 when one was not readable."""
    failures: list[AttributionError] = []
    line = progress()
    write(line.around(_pieces(arguments, failures, line)), arguments.output)
    return 2 if failures else 0


def _pieces(arguments: argparse.Namespace, failures: list[AttributionError], line: Progress) -> Iterator[str]:
    from attribution.renderers.checks.formats import find_format

    options: dict[str, object] = {}
    if arguments.explain is not None:
        return _separated(_explained(reports(arguments, failures), arguments.explain, failures))
    if arguments.format == "plain":
        options = {"width": width(), "color": color(arguments.output)}
    elif arguments.format == "spans":
        options = {"all_classes": arguments.all_classes, "top_level": arguments.top_level}
    if arguments.format not in FORMATS:
        return find_format(arguments.format)(reports(arguments, failures))
    texts = rendered(arguments, failures, line, options)
    if arguments.format == "json":
        return json_list(texts)
    if arguments.format == "plain":
        return _separated(texts)
    return (text + "\n" for text in texts)


def _explained(documents: Iterable[Report], paragraph: int, failures: list[AttributionError]) -> Iterator[str]:
    """The arithmetic of one paragraph of each article; one that is too short is said, and holds up no other."""
    from attribution.renderers.display import printable
    from attribution.renderers.rendering import render

    for document in documents:
        try:
            text = render(document, "explanation", paragraph=paragraph, width=width())
        except ConfigError as error:
            failures.append(error)
            complain(str(error))
        else:
            yield f"{printable(document.analysis.document.article.name)}\n{text}"


def json_list(texts: Iterator[str]) -> Iterator[str]:
    """The only text by itself, or several as a list; no more than two are held at once."""
    first = next(texts, None)
    if first is None:
        return
    second = next(texts, None)
    if second is None:
        yield first + "\n"
        return
    yield f"[\n{first},\n{second}"
    for text in texts:
        yield ",\n" + text
    yield "\n]\n"


def _separated(texts: Iterator[str]) -> Iterator[str]:
    for index, text in enumerate(texts):
        yield ("\n\n" if index else "") + text + "\n"
