"""Changes as findings, so that every format for findings can show them.

A change stands in the new version wherever that has the words, or the paragraph, that it is about: CI systems and
editors show that file. Only what is gone with its whole paragraph stands in the old one.
"""

import hashlib
from collections.abc import Iterator

from attrs import evolve, frozen

from attribution.model.comparison import Change, Comparison
from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.comparisons.messages import message
from attribution.rules.checking import FINGERPRINT_DIGITS


@frozen
class Standpoint:
    """Where a change stands: in the new version or, when that has nothing of it, in the old one."""

    span: Span
    in_new: bool


def reports(comparison: Comparison) -> Iterator[Report]:
    """The new version with its changes as findings, then the old one if anything stands there alone."""
    there: list[Finding] = []
    gone: list[Finding] = []
    for change, place in zip(comparison.changes, standpoints(comparison), strict=True):
        report = comparison.new if place.in_new else comparison.old
        (there if place.in_new else gone).append(_finding(change, place.span, report, comparison))
    yield evolve(comparison.new, findings=tuple(there))
    if gone:
        yield evolve(comparison.old, findings=tuple(gone))


def standpoints(comparison: Comparison) -> Iterator[Standpoint]:
    """Where each change stands, in the order of the changes."""
    counterparts = {index: match.new[0] for match in comparison.paragraphs for index in match.old}
    before, after = comparison.old.analysis.document, comparison.new.analysis.document
    for change in comparison.changes:
        if change.after is not None:
            yield Standpoint(change.after, True)
            continue
        span = change.before or Span(0, 0)
        paragraph = before.paragraph_at(span.start)
        if paragraph is not None and paragraph.index in counterparts:
            yield Standpoint(after.paragraphs[counterparts[paragraph.index] - 1].span, True)
        else:
            yield Standpoint(span, False)


def _finding(change: Change, span: Span, report: Report, comparison: Comparison) -> Finding:
    """A new finding under its rule's own code, any other change under the code of its kind."""
    if change.finding is not None and change.after is not None:
        return evolve(change.finding, message=message(change, comparison))
    paragraph = report.analysis.document.paragraph_at(span.start)
    return Finding(
        code=change.kind.code,
        name=change.kind.value,
        severity=change.severity,
        paragraph=paragraph.index if paragraph is not None else 1,
        span=span,
        message=message(change, comparison),
        fingerprint=_fingerprint(change, comparison),
    )


def _fingerprint(change: Change, comparison: Comparison) -> str:
    """A mark of the kind and the words on both sides, which edits elsewhere leave alone."""
    sides = ((change.before, comparison.old), (change.after, comparison.new))
    words = [
        " ".join(span.of(report.analysis.document.text).casefold().split()) if span is not None else ""
        for span, report in sides
    ]
    content = "\n".join((change.kind.code, *words, *change.aspects))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_DIGITS]
