"""Scores: how much the text tells its reader about who stands behind each claim, with every step."""

from enum import StrEnum

from attrs import frozen

from attribution.model.span import Evidence, Span


class Operation(StrEnum):
    """How a step changes the points before it."""

    BASE = "base"
    ADD = "add"
    MULTIPLY = "multiply"
    CAP = "cap"
    CORROBORATE = "corroborate"


class Grade(StrEnum):
    """A band of points: A strong, B good, C fair, D thin, E weak, F unsupported."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class UnitKind(StrEnum):
    """What a claim unit is: attributed to someone, or not and how much that matters."""

    ATTRIBUTED = "attributed"
    HARD = "hard"
    SOFT = "soft"


@frozen
class Step:
    """One operation of a score's arithmetic. `value` is the operand, `result` the points after it (0-100,
    unrounded)."""

    feature: str
    operation: Operation
    value: float
    result: float
    span: Span | None = None


@frozen
class Unit:
    """One claim unit of a paragraph: an outermost attribution, or a sentence that would need one.

    `evidence` points at what makes an unattributed sentence need a source: `claims.statistic`, `claims.harm`,
    `claims.allegation`, `claims.quotation`, `claims.superlative`, `claims.forecast`.
    """

    kind: UnitKind
    span: Span
    points: float
    steps: tuple[Step, ...]
    attribution: int | None = None
    evidence: tuple[Evidence, ...] = ()


@frozen
class ParagraphScore:
    """A paragraph's points, 0-100, the mean of its units; both `None` when nothing in it needs a source."""

    paragraph: int
    points: float | None
    grade: Grade | None
    units: tuple[Unit, ...] = ()


@frozen
class DocumentScore:
    """The article's points, 0-100, after the caps that bind, and the version of the table they were taken from."""

    points: float | None
    grade: Grade | None
    caps: tuple[str, ...]
    table_version: str


@frozen
class Scores:
    """Everything scored: the document, each paragraph, and the points of each audited attribution (by index)."""

    document: DocumentScore
    paragraphs: tuple[ParagraphScore, ...]
    attributions: tuple[float | None, ...]
