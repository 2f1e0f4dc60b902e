"""`attribution check --comments`: findings written into a Word document as comments."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution.cli.inputs import Audited
from attribution.cli.terminal import complain
from attribution.errors import AttributionError, ConfigError


def add_comments_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that asks for comments."""
    parser.add_argument(
        "--comments",
        metavar="FILE",
        help="write the Word document that is checked to this file, with a comment for each finding that is shown",
    )


def commented(
    shown: Iterable[Audited], arguments: argparse.Namespace, failures: list[AttributionError]
) -> Iterator[Audited]:
    """The articles as they come; behind the last one the document with its comments is written, if it is asked for.

    Anything but one Word document among them is an error.
    """
    documents: list[Audited] = []
    for audited in shown:
        if arguments.comments and audited.report.analysis.document.article.format == "docx":
            documents.append(audited)
        yield audited
    if arguments.comments:
        try:
            _write(documents, arguments.comments)
        except AttributionError as error:
            failures.append(error)
            complain(str(error))


def _write(documents: list[Audited], output: str) -> None:
    from attribution.fixing.files import replace_bytes
    from attribution.renderers.word_comments import comment_on

    if len(documents) != 1:
        raise ConfigError([f"--comments wants one Word document (.docx) among the articles, not {len(documents)}"])
    report = documents[0].report
    data = Path(report.analysis.document.article.name).read_bytes()
    replace_bytes(output, comment_on(data, report))
