"""`attribution check --add-ignore`: directives written above the paragraphs of findings."""

import argparse
from collections.abc import Iterator, Sequence

from attribution.cli.inputs import Audited, listed
from attribution.cli.terminal import complain
from attribution.errors import AttributionError, ConfigError, ReadError
from attribution.model.document import Article
from attribution.model.finding import Finding
from attribution.readers.formats import editable_endings
from attribution.readers.reading import is_editable, reread

# What `--add-ignore` without codes means.
EVERYTHING = "ALL"


def add_suppression_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that ask for directives to be written."""
    group = parser.add_argument_group("suppression")
    group.add_argument(
        "--add-ignore",
        nargs="?",
        const=EVERYTHING,
        metavar="RULES",
        help="write a directive above each finding that is shown, or those of these rules; stands behind the paths",
    )
    group.add_argument("--reason", metavar="TEXT", default="", help="the reason that --add-ignore writes")


def ignoring(
    shown: Iterator[Audited], arguments: argparse.Namespace, failures: list[AttributionError]
) -> Iterator[str]:
    """Writes directives for the findings shown, and says for each file how many findings they suppress."""
    from attribution.renderers.wording import counted

    files = total = 0
    for audited in shown:
        name = audited.report.analysis.document.article.name
        try:
            suppressed = _written(audited, arguments, failures)
        except ReadError as error:
            failures.append(error)
            complain(str(error))
            continue
        if suppressed:
            files, total = files + 1, total + suppressed
            yield f"{name}: {counted(suppressed, 'finding')} suppressed\n"
    yield f"{counted(total, 'finding')} suppressed in {counted(files, 'file')}\n"


def _written(audited: Audited, arguments: argparse.Namespace, failures: list[AttributionError]) -> int:
    """How many findings of one article are suppressed from now on; `ReadError` when its file cannot be written."""
    from attribution.fixing.files import replace_text
    from attribution.rules.catalogue import catalogue
    from attribution.rules.selection import selector_faults
    from attribution.suppression.directives import codes_meant
    from attribution.suppression.writing import with_directives

    document = audited.report.analysis.document
    article = document.article
    house = tuple(phrase.code for phrase in audited.config.phrases)
    selectors = listed(arguments.add_ignore)
    faults = selector_faults(catalogue(), selectors, "--add-ignore", house)
    if faults:
        raise ConfigError(faults)
    if audited.project.require_reason and not arguments.reason.strip():
        raise ConfigError(["--add-ignore: a reason is required here; give it with --reason TEXT"])
    wanted = frozenset(code for item in selectors for code in codes_meant(item, house))
    findings = [item for item in audited.report.findings if item.code in wanted]
    if not findings:
        return 0
    if not is_editable(article):
        endings = ", ".join(editable_endings())
        raise ReadError(
            article.name, f"directives cannot be written into it, only into files of one article: {endings}"
        )
    written = with_directives(document, findings, arguments.reason, house=house)
    if not _says_the_same(article, reread(article, written.text, audited.config.readers)):
        raise ReadError(article.name, "directives would change what it says; write them by hand")
    if written.suppressed:
        replace_text(article.name, written.text, like=article.original)
    if written.unreached:
        failures.append(ReadError(article.name, _unreached(written.unreached)))
        complain(str(failures[-1]))
    return len(written.suppressed)


def _says_the_same(article: Article, again: Article) -> bool:
    from attribution.text.directives import cut_directives

    before, after = (cut_directives(item).without.text.rstrip() for item in (article, again))
    return before == after


def _unreached(findings: Sequence[Finding]) -> str:
    from attribution.renderers.wording import counted

    paragraphs = ", ".join(str(number) for number in sorted({finding.paragraph for finding in findings}))
    return f"{counted(len(findings), 'finding')} left: no directive can stand above paragraph {paragraphs}"
