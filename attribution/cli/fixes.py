"""`attribution check --fix`: files mended in place, or shown as a difference."""

import argparse
import difflib
from collections.abc import Iterator

from attribution.cli.inputs import Audited, audits
from attribution.cli.terminal import complain
from attribution.errors import AttributionError, ReadError

# One fix may lay bare another; more rounds than this means that two rules undo each other.
_ROUNDS = 5


def add_fix_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that ask for fixes."""
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="mend what can be mended without changing what is claimed")
    group.add_argument("--unsafe-fixes", action="store_true", help="apply suggestions as well, which want a look")
    group.add_argument("--diff", action="store_true", help="show what fixes would change, and write nothing")


def wants_fixes(arguments: argparse.Namespace) -> bool:
    """Whether the command line asks for fixes."""
    return bool(arguments.fix or arguments.unsafe_fixes or arguments.diff)


def mended(
    arguments: argparse.Namespace, failures: list[AttributionError], changed: list[str]
) -> Iterator[tuple[Audited, str]]:
    """Each article as it is after its fixes, with the difference that they made to its file ("" for none).

    Files are written unless only the difference is asked for; those that are, or would be, go to `changed`. Standard
    input and files of many articles are reported as they are.
    """
    for audited in audits(arguments, failures):
        article = audited.report.analysis.document.article
        if article.file is None or article.file != article.name or not article.file.endswith(".txt"):
            yield audited, ""
            continue
        after = _mend(audited, unsafe=arguments.unsafe_fixes)
        text = after.report.analysis.document.text
        if text == article.text:
            yield audited, ""
            continue
        changed.append(article.file)
        if not arguments.diff:
            try:
                _write(article.file, text, marked=bool(article.segments))
            except ReadError as error:
                failures.append(error)
                complain(str(error))
                yield audited, ""
                continue
        yield (audited if arguments.diff else after), _difference(article.file, article.text, text)


def _mend(audited: Audited, *, unsafe: bool) -> Audited:
    """The article audited again after its fixes, until nothing is left to mend."""
    from attrs import evolve

    from attribution.fixing.applying import fixed
    from attribution.model.document import Segment

    for _ in range(_ROUNDS):
        report = audited.report
        done = fixed(report, unsafe=unsafe)
        if not done.applied or done.text == report.analysis.document.text:
            return audited
        before = report.analysis.document.article
        segments = (Segment(0, len(done.text), before.segments[0].origin),) if before.segments else ()
        article = evolve(before, text=done.text, segments=segments)
        audited = audited.again(article)
    return audited


def _write(path: str, text: str, *, marked: bool) -> None:
    from attribution.fixing.files import replace_text

    replace_text(path, text, marked=marked)


def _difference(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), fromfile=path, tofile=path
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
