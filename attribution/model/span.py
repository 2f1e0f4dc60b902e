"""A stretch of text, and a piece of evidence that points at one."""

from typing import Self

from attrs import field, frozen


@frozen(order=False)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points; spans are ordered by start, then by end.

    Raises `ValueError` when `start` is negative or `end` lies before it.

    >>> Span(0, 4).of("They said so.")
    'They'
    """

    start: int
    end: int = field()

    @end.validator
    def _check(self, attribute: object, end: int) -> None:
        if not 0 <= self.start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not [{self.start}, {end})")

    def __len__(self) -> int:
        return self.end - self.start

    # Written out, since what attrs would write builds two tuples through a generator, and sorting asks often.
    def __lt__(self, other: Self) -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def of(self, text: str) -> str:
        """The slice of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Self) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Self) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@frozen
class Evidence:
    """Why something was decided: a stable `code`, the words it rests on, and a note in plain English.

    `code` is dotted, stage first: `kinds.numbered-role`, `relays.told-outlet`.
    """

    code: str
    span: Span | None = None
    note: str = ""
