"""A text with the fixes of its findings applied."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from attribution.model.document import Document
from attribution.model.finding import Edit, Finding
from attribution.model.report import Report
from attribution.text.lines import FileLines, is_plain


@frozen(eq=False)
class Fixed:
    """A text after its fixes: `applied` are the findings that were mended, `left` those with a fix that was not.

    A fix is left when it would touch words inside quotation marks or words that another fix changes, and in a file with
    markup when markup stands among its words. `file` is the text of the file after its fixes; the same where the file
    is the text.
    """

    text: str
    file: str
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
    places = FileLines.of(document.article)
    edits: list[Edit] = []
    applied: list[Finding] = []
    left: list[Finding] = []
    for finding in report.findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        untouchable = any(_within(edit, quoted) for edit in fix.edits) or not file_edits(fix.edits, places)
        if untouchable or _clash(fix.edits, edits):
            left.append(finding)
            continue
        edits.extend(edit for edit in fix.edits if edit not in edits)
        applied.append(finding)
    file = edited(places.text, file_edits(edits, places))
    return Fixed(edited(document.text, edits), file, tuple(applied), tuple(left))


def file_edits(edits: Sequence[Edit], places: FileLines) -> list[Edit]:
    """The edits as they are made in the file; none where it cannot be edited in all of the places.

    In a file with markup an edit stands for itself only where the words stand unbroken, and writes nothing that could
    be read as markup.
    """
    found = [(places.unbroken(edit.span), edit.text) for edit in edits]
    sound = [Edit(span, text) for span, text in found if span is not None and (places.is_article or is_plain(text))]
    return sound if len(sound) == len(found) else []


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits that do not meet."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda item: (item.span.start, item.span.end)):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    return "".join([*pieces, text[position:]])


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
