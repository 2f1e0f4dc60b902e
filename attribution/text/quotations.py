"""Words in quotation marks: which mark opens, which closes, and which is only an apostrophe.

A paragraph is read once, from left to right. Curly marks say themselves whether they open; straight ones are told by
their neighbours, and by what is open where those leave it in doubt. Typists err, so a mark that cannot be what its
shape says is taken for what its place says.
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Quotation
from attribution.model.span import Span
from attribution.text.marks import Kind, Mark, Turn, find_marks

# No paper quotes a quotation inside a quotation inside another; a text made of nothing but marks would.
_DEEPEST = 3

# The furthest a single mark after an s may stand from the one that opens to be its partner ("the ‘big beasts’ of the
# party"); further off it is more often a possessive.
_NEAR = 80


def find_quotations(text: str, paragraphs: Sequence[Span], lexicons: Lexicons) -> tuple[Quotation, ...]:
    """The quotations of every paragraph, in order of position.

    One that is not closed ends with its paragraph, or where another one of the same kind opens. A paragraph that opens
    with a mark while the one before it was left open goes on with the same speech.

    >>> from attribution.lexicons.loading import load
    >>> text = "'Don't,' she said, “or the players’ wages go.”"
    >>> [found.inner.of(text) for found in find_quotations(text, [Span(0, len(text))], load())]
    ["Don't,", 'or the players’ wages go.']
    """
    found: list[Quotation] = []
    left_open: Kind | None = None
    for paragraph in paragraphs:
        marks = find_marks(text, paragraph.start, paragraph.end, lexicons)
        quotations, left_open = _pair(text, paragraph, marks, left_open) if marks else ([], None)
        found.extend(quotations)
    return tuple(found)


@frozen
class _Ahead:
    """What a paragraph still holds after each of its marks: parallel to the marks.

    `surplus` is the number of double marks that close less those that open; `doubles` the next double mark; `closing`
    the next single mark that closes without doubt; `doubtful` the next that may close; `sure` says whether the single
    mark that comes next, of those that can open or close without doubt, closes.
    """

    surplus: tuple[int, ...]
    doubles: tuple[Mark | None, ...]
    closing: tuple[Mark | None, ...]
    doubtful: tuple[Mark | None, ...]
    sure: tuple[bool, ...]


def _pair(
    text: str, paragraph: Span, marks: Sequence[Mark], left_open: Kind | None
) -> tuple[list[Quotation], Kind | None]:
    """The quotations of one paragraph and the kind of mark that it leaves open."""
    ahead = _look_ahead(marks)
    stack: list[Mark] = []
    found: list[Quotation] = []
    for index, mark in enumerate(marks):
        turn = _single_turn(mark, index, stack, ahead) if mark.kind is Kind.SINGLE else _turn(mark, index, stack, ahead)
        if turn is Turn.OPEN:
            _open(text, mark, index, stack, ahead, found)
        elif turn is Turn.CLOSE and stack:
            _close(mark, stack, found)
        elif turn is Turn.CLOSE and not found and left_open not in (None, Kind.SINGLE) and mark.kind is not Kind.SINGLE:
            # A speech that goes on without a mark at the head of its later paragraphs.
            whole = Span(paragraph.start, mark.end)
            found.append(Quotation(whole, Span(paragraph.start, mark.start), closed=True, continues=True))
    still_open = stack[0] if stack else None
    if still_open is not None:
        found.append(_quotation(still_open, paragraph.end, paragraph.end, closed=False))
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    opens_again = bool(found) and found[0].span.start == paragraph.start and not found[0].continues
    if opens_again and left_open is not None and (left_open is Kind.SINGLE) == (marks[0].kind is Kind.SINGLE):
        found[0] = evolve(found[0], continues=True)
    return _levelled(found), still_open.kind if still_open is not None else None


def _look_ahead(marks: Sequence[Mark]) -> _Ahead:
    surplus: list[int] = []
    doubles: list[Mark | None] = []
    closing: list[Mark | None] = []
    doubtful: list[Mark | None] = []
    sure: list[bool] = []
    balance = 0
    double: Mark | None = None
    single: Mark | None = None
    maybe: Mark | None = None
    closes = False
    for mark in reversed(marks):
        surplus.append(balance)
        doubles.append(double)
        closing.append(single)
        doubtful.append(maybe)
        sure.append(closes)
        turn = mark.shape if mark.shape is not Turn.EITHER and mark.kind is not Kind.SINGLE else mark.place
        if mark.kind is not Kind.SINGLE:
            double = mark
            balance += (turn is Turn.CLOSE) - (turn is Turn.OPEN)
        elif turn is Turn.CLOSE:
            if mark.doubtful:
                maybe = mark
            else:
                single, closes = mark, True
        elif turn is Turn.OPEN:
            closes = False
    columns = (surplus, doubles, closing, doubtful, sure)
    return _Ahead(*(tuple(reversed(column)) for column in columns))  # type: ignore[arg-type]


def _turn(mark: Mark, index: int, stack: Sequence[Mark], ahead: _Ahead) -> Turn:
    """What a double mark does: `EITHER` for nothing."""
    another = ahead.doubles[index]
    mates = [opened for opened in stack if _are_mates(opened, mark)]
    if mark.doubtful and not mates:
        return Turn.EITHER
    if mark.doubtful and another is not None and another.place is Turn.CLOSE:
        return Turn.EITHER
    if mark.shape is Turn.OPEN and (mark.place is Turn.CLOSE or (mark.after_stop and mates)):
        return Turn.CLOSE  # „…“, or the wrong key: “voters stand.“[3]
    if mark.shape is Turn.CLOSE and mark.place is Turn.OPEN and not mates:
        return Turn.OPEN if another is not None else Turn.EITHER  # »…« or ”…”
    if mark.shape is not Turn.EITHER:
        return mark.shape
    if mark.place is not Turn.EITHER:
        return mark.place
    if mates:
        return Turn.CLOSE
    return Turn.OPEN if another is not None else Turn.EITHER


def _single_turn(mark: Mark, index: int, stack: Sequence[Mark], ahead: _Ahead) -> Turn:
    """What a single mark does: `EITHER` for nothing, it is an apostrophe then."""
    if mark.place is Turn.OPEN or (mark.shape is Turn.OPEN and mark.place is Turn.EITHER):
        near = ahead.doubtful[index]
        partner = ahead.closing[index] is not None or (near is not None and near.start - mark.end <= _NEAR)
        return Turn.OPEN if partner or mark.firm else Turn.EITHER
    if not stack or stack[-1].kind is not Kind.SINGLE or (mark.place is Turn.EITHER and mark.shape is not Turn.CLOSE):
        return Turn.EITHER
    if not mark.doubtful:
        return Turn.CLOSE
    # 'The players' wages are high,' he said: a mark after an s is a possessive when another one closes next.
    possessive = ahead.sure[index] or mark.start - stack[-1].end > _NEAR
    return Turn.EITHER if possessive else Turn.CLOSE


def _open(text: str, mark: Mark, index: int, stack: list[Mark], ahead: _Ahead, found: list[Quotation]) -> None:
    same = next((place for place, opened in enumerate(stack) if opened.kind is mark.kind), None)
    doubles = sum(opened.kind is not Kind.SINGLE for opened in stack)
    if same is not None and (mark.kind is Kind.SINGLE or ahead.surplus[index] <= doubles):
        # "I like it, she said. "It is new.": too few closing marks are left for one inside the other.
        unclosed = stack[same]
        del stack[same:]
        if unclosed.kind is not Kind.SINGLE or unclosed.firm:
            end = unclosed.end + len(text[unclosed.end : mark.start].rstrip())
            found.append(_quotation(unclosed, end, end, closed=False))
    if len(stack) < _DEEPEST:
        stack.append(mark)


def _close(mark: Mark, stack: list[Mark], found: list[Quotation]) -> None:
    """Close the innermost quotation of the mark's own kind, else of one that goes with it; forget what is inside it."""
    own = [place for place, opened in enumerate(stack) if opened.kind is mark.kind]
    other = [place for place, opened in enumerate(stack) if _are_mates(opened, mark)]
    if own or other:
        place = (own or other)[-1]
        found.append(_quotation(stack[place], mark.start, mark.end, closed=True))
        del stack[place:]


def _are_mates(opened: Mark, mark: Mark) -> bool:
    """Whether one may close the other: typists mix curly, straight and doubled single marks."""
    apart = (Kind.SINGLE, Kind.GUILLEMET)
    return opened.kind is mark.kind or (opened.kind not in apart and mark.kind not in apart)


def _quotation(opened: Mark, inner_end: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(opened.start, end), Span(opened.end, inner_end), closed=closed)


def _levelled(quotations: Sequence[Quotation]) -> list[Quotation]:
    levelled: list[Quotation] = []
    around: list[int] = []
    for quotation in quotations:
        while around and around[-1] <= quotation.span.start:
            around.pop()
        levelled.append(evolve(quotation, level=len(around)) if around else quotation)
        around.append(quotation.span.end)
    return levelled
