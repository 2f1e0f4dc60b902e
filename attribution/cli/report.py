"""`attribution report`: who stands behind each claim."""

import argparse
from collections.abc import Iterable, Iterator

from attribution.cli.auditing import add_running_arguments, rendered
from attribution.cli.folders import names_folder, write_folder
from attribution.cli.formats import add_format_argument
from attribution.cli.inputs import add_configuration_arguments, add_input_arguments, reports
from attribution.cli.joining import JOINED, separated
from attribution.cli.pages import pages
from attribution.cli.progress import Progress, progress
from attribution.cli.terminal import color, complain, rich_installed, width, write
from attribution.errors import AttributionError, ConfigError
from attribution.model.report import Report

FORMATS = (*JOINED, "brat")
_OF_SPANS = ("spans", "brat", "label-studio", "web-annotation")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "report", help="who stands behind each claim, and how well the text says so", allow_abbrev=False
    )
    add_input_arguments(parser)
    add_configuration_arguments(parser)
    add_running_arguments(parser)
    add_format_argument(parser, FORMATS, "how to write it (default: plain)")
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="write to this file instead of standard output; a folder for brat, and for html of several articles",
    )
    spans = ", ".join(_OF_SPANS)
    parser.add_argument(
        "--all-classes", action="store_true", help=f"{spans}: also beliefs, intentions and other classes"
    )
    parser.add_argument("--top-level", action="store_true", help=f"{spans}: leave out attributions inside others")
    parser.add_argument(
        "--explain", type=int, metavar="N", help="only how the points of paragraph N came about, step by step"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes a report for each readable input; 2 when one was not readable."""
    failures: list[AttributionError] = []
    line = progress()
    if arguments.format == "brat" and arguments.explain is None:
        write_folder(line.around(_brat(arguments, failures, line)), _folder(arguments))
    elif arguments.format == "html" and arguments.explain is None and names_folder(arguments.output):
        write_folder(line.around(pages(arguments, failures, line)), arguments.output)
    else:
        write(line.around(_pieces(arguments, failures, line)), arguments.output)
    return 2 if failures else 0


def _pieces(arguments: argparse.Namespace, failures: list[AttributionError], line: Progress) -> Iterator[str]:
    from attribution.renderers.checks.formats import find_format

    if arguments.explain is not None:
        return separated(_explained(reports(arguments, failures), arguments.explain, failures))
    if arguments.format not in FORMATS:
        return find_format(arguments.format)(reports(arguments, failures))
    if arguments.format == "plain" and color(arguments.output) and rich_installed():
        written = rendered(arguments, failures, line, {"width": width()}, "rich")
    else:
        written = rendered(arguments, failures, line, _options(arguments))
    return JOINED[arguments.format](text for _, text in written)


def _options(arguments: argparse.Namespace) -> dict[str, object]:
    if arguments.format == "plain":
        return {"width": width(), "color": color(arguments.output)}
    if arguments.format in _OF_SPANS:
        return {"all_classes": arguments.all_classes, "top_level": arguments.top_level}
    return {}


def _folder(arguments: argparse.Namespace) -> str:
    if arguments.output is None:
        raise ConfigError(["--format brat writes a folder: say which with --output FOLDER"])
    return str(arguments.output)


def _brat(arguments: argparse.Namespace, failures: list[AttributionError], line: Progress) -> Iterator[tuple[str, str]]:
    """Each article and its annotations, and what brat has to know of both."""
    from attribution.renderers.annotations.brat import annotation_conf
    from attribution.renderers.file_names import stem_of

    yield "annotation.conf", annotation_conf()
    taken: set[str] = set()
    for article, annotations in rendered(arguments, failures, line, _options(arguments)):
        stem = stem_of(article.name, taken)
        yield f"{stem}.txt", article.text
        yield f"{stem}.ann", annotations + "\n" if annotations else ""


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
