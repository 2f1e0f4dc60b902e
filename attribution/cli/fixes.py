"""`attribution check --fix`: files mended in place, or shown as a difference."""

import argparse
from collections.abc import Iterator

from attribution.cli.inputs import Audited, audits
from attribution.cli.terminal import complain
from attribution.errors import AttributionError, ReadError
from attribution.model.document import Article
from attribution.readers.formats import editable_endings
from attribution.readers.reading import file_text, is_editable, reread

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
    input, files of many articles and formats that cannot be edited are reported as they are.
    """
    for audited in audits(arguments, failures):
        article = audited.report.analysis.document.article
        if not is_editable(article):
            _say_left(audited, unsafe=arguments.unsafe_fixes)
            yield audited, ""
            continue
        after = _mend(audited, unsafe=arguments.unsafe_fixes)
        before, text = file_text(article), file_text(after.report.analysis.document.article)
        if text == before:
            yield audited, ""
            continue
        changed.append(article.name)
        if not arguments.diff:
            try:
                _write(article, text)
            except ReadError as error:
                failures.append(error)
                complain(str(error))
                yield audited, ""
                continue
        yield (audited if arguments.diff else after), _difference(article.name, before, text)


def _say_left(audited: Audited, *, unsafe: bool) -> None:
    """Says of an article that cannot be edited in place what was not mended in it."""
    from attribution.fixing.applying import fixed
    from attribution.renderers.wording import counted

    left = fixed(audited.report, unsafe=unsafe).applied
    if left:
        name, endings = audited.report.analysis.document.article.name, ", ".join(editable_endings())
        complain(f"{name}: {counted(len(left), 'finding')} not mended; files of one article can be: {endings}")


def _mend(audited: Audited, *, unsafe: bool) -> Audited:
    """The article audited again after its fixes, until nothing is left to mend."""
    from attribution.fixing.applying import fixed

    for _ in range(_ROUNDS):
        article = audited.report.analysis.document.article
        done = fixed(audited.report, unsafe=unsafe)
        if not done.applied or done.text == article.text:
            return audited
        again = reread(article, done.file, audited.config.readers)
        if again.text != done.text:  # the file means something else now: better not mended than spoilt
            complain(f"{article.name}: not mended, since its fixes would change more than words; make them by hand")
            return audited
        audited = audited.again(again)
    return audited


def _write(article: Article, text: str) -> None:
    from attribution.fixing.files import replace_text

    replace_text(article.name, text, like=article.original)


def _difference(path: str, before: str, after: str) -> str:
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), fromfile=path, tofile=path
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
