"""What went wrong, attribution by attribution, as a list to read."""

import json
from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from attribution.evaluation.comparing import Comparison
from attribution.evaluation.labelled import Labelled, Role
from attribution.evaluation.pairing import Row
from attribution.model.span import Span
from attribution.renderers.display import printable
from attribution.text.lines import Lines

# How many characters of the text are shown around an attribution: a line or so on either side.
_CONTEXT = 80


class FaultKind(StrEnum):
    """A gold attribution not found, one found that is none, or one found of which a part lies elsewhere."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG_PART = "wrong part"


@frozen(eq=False)
class Fault:
    """One disagreement. `wrong` names the roles that do not meet, or are on one side only."""

    article: str
    kind: FaultKind
    gold: Labelled | None
    predicted: Labelled | None
    wrong: tuple[Role, ...] = ()

    @property
    def start(self) -> int:
        """Where the first span of either side begins."""
        return min(span.start for span in self._spans())

    @property
    def end(self) -> int:
        """Where the last span of either side ends."""
        return max(span.end for span in self._spans())

    def _spans(self) -> list[Span]:
        sides = [side for side in (self.gold, self.predicted) if side is not None]
        return [span for side in sides for role in Role for span in side.spans(role)]


def faults(comparison: Comparison) -> Iterator[Fault]:
    """The faults of one article, in order of position.

    A wrong part is a pair by the cue that is no pair by all parts; `wrong` is empty where another partner fits better.
    """
    gold, predicted = comparison.gold, comparison.predicted
    name = comparison.article.name
    paired = dict(comparison.pairs)
    right = set(comparison.relations)
    taken = set(paired.values())
    found = [Fault(name, FaultKind.MISSED, row.labelled, None) for i, row in enumerate(gold) if i not in paired]
    found += [Fault(name, FaultKind.SPURIOUS, None, row.labelled) for i, row in enumerate(predicted) if i not in taken]
    for ours, theirs in comparison.pairs:
        if (ours, theirs) not in right:
            wrong = tuple(role for role in Role if not _meet(gold[ours], predicted[theirs], role))
            sides = gold[ours].labelled, predicted[theirs].labelled
            found.append(Fault(name, FaultKind.WRONG_PART, *sides, wrong))
    yield from sorted(found, key=lambda fault: (fault.start, fault.end))


def fault_text(fault: Fault, text: str, lines: Lines) -> str:
    """A fault for a person: where, what kind, and each side's parts marked in the text around them.

    >>> text = "Rain fell, she said."
    >>> fault = Fault("a", FaultKind.MISSED, Labelled(source=(Span(11, 14),), cue=(Span(15, 19),)), None)
    >>> print(fault_text(fault, text, Lines.of(text)))
    a:1:12 missed
      gold       Rain fell, [source she] [cue said].
    """
    place = lines.position(fault.start)
    head = f"{printable(fault.article)}:{place.line}:{place.column} {fault.kind}"
    if fault.wrong:
        head += f": {' and '.join(fault.wrong)}"
    if fault.predicted is not None and fault.predicted.cls is not None:
        head += f" ({fault.predicted.cls})"
    sides = (("gold", fault.gold), ("predicted", fault.predicted))
    window = _window(fault, text)
    return "\n".join([head, *(f"  {name:<9}  {_marked(side, window, text)}" for name, side in sides if side)])


def fault_json(fault: Fault, text: str) -> str:
    """A fault for a program, as a JSON object on one line."""
    return json.dumps(
        {
            "id": fault.article,
            "kind": fault.kind,
            "wrong": list(fault.wrong),
            "class": fault.predicted.cls if fault.predicted else None,
            "gold": _side(fault.gold, text),
            "predicted": _side(fault.predicted, text),
        }
    )


def _meet(gold: Row, predicted: Row, role: Role) -> bool:
    ours, theirs = gold.role(role), predicted.role(role)
    return bool(ours & theirs) or (not ours and not theirs)


def _window(fault: Fault, text: str) -> Span:
    """The stretch of text to show, cut between words."""
    start, end = max(fault.start - _CONTEXT, 0), min(fault.end + _CONTEXT, len(text))
    if start:
        start = text.find(" ", start, fault.start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", fault.end, end), fault.end)
    return Span(start, end)


def _marked(side: Labelled, window: Span, text: str) -> str:
    """The text of the window with the parts of one side in brackets, and "…" where it does not reach an end."""
    opens: dict[int, str] = {}
    closes: dict[int, str] = {}
    for role in Role:
        for span in side.spans(role):
            opens[span.start] = opens.get(span.start, "") + f"[{role} "
            closes[span.end] = "]" + closes.get(span.end, "")
    marked = "".join(
        closes.get(position, "") + opens.get(position, "") + text[position : position + 1]
        for position in range(window.start, window.end)
    )
    shown = " ".join(printable(marked + closes.get(window.end, "")).split())
    return ("…" if window.start else "") + shown + ("…" if window.end < len(text) else "")


def _side(side: Labelled | None, text: str) -> dict[str, list[dict[str, object]]] | None:
    if side is None:
        return None
    return {
        role.value: [{"start": span.start, "end": span.end, "text": span.of(text)} for span in side.spans(role)]
        for role in Role
    }
