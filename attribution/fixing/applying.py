"""A text with the fixes of its findings applied."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from attribution.model.document import Document
from attribution.model.finding import Edit, Finding
from attribution.model.report import Report


@frozen(eq=False)
class Fixed:
    """A text after its fixes: `applied` are the findings that were mended, `left` those with a fix that was not.

    A fix is left when it would touch words inside quotation marks or words that another fix changes.
    """

    text: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fixed(report: Report, *, unsafe: bool = False) -> Fixed:
    """The report's article with the safe fixes of its findings, and with the others too when `unsafe` is true.

    Words inside quotation marks are never touched: they are somebody else's.

    >>> from attribution import audit
    >>> fixed(audit("He was allegedly accused of theft.")).text
    'He was accused of theft.'
    """
    document = report.analysis.document
    quoted = _quoted(document)
    edits: list[Edit] = []
    applied: list[Finding] = []
    left: list[Finding] = []
    for finding in report.findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        if any(_within(edit, quoted) for edit in fix.edits) or _clash(fix.edits, edits):
            left.append(finding)
            continue
        edits.extend(edit for edit in fix.edits if edit not in edits)
        applied.append(finding)
    return Fixed(_edited(document.text, edits), tuple(applied), tuple(left))


def _quoted(document: Document) -> tuple[tuple[int, int], ...]:
    return tuple((quotation.span.start, quotation.span.end) for quotation in document.quotations if not quotation.level)


def _within(edit: Edit, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit changes anything inside quotation marks, or the marks."""
    return any(start < edit.span.end and edit.span.start < end for start, end in quoted)


def _clash(edits: Iterable[Edit], taken: Sequence[Edit]) -> bool:
    """Whether one of the edits meets one that is to be made already, and is not the same."""
    return any(
        edit != other and edit.span.start < other.span.end and other.span.start < edit.span.end
        for edit in edits
        for other in taken
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda item: (item.span.start, item.span.end)):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join([*pieces, text[position:]])
