"""What a standards editor would object to."""

from enum import StrEnum

from attrs import frozen

from attribution.model.span import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Edit:
    """Replace the words at `span` with `text`."""

    span: Span
    text: str


@frozen
class Fix:
    """A change that would settle a finding; `safe` says that it cannot change what the article claims."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = False


@frozen
class Finding:
    """One objection: the rule that makes it, the words it is about, and why.

    `paragraph` counts from 1; `source` is a source's id where the finding is about one; `fingerprint` stays the same
    when text elsewhere changes.
    """

    code: str
    name: str
    severity: Severity
    paragraph: int
    span: Span
    message: str
    related: tuple[Span, ...] = ()
    source: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
