"""What a case of `tests/cases/extraction` expects, read from the labels in its text.

Labels are a role and, where a text holds several attributions, a number: `[[source2|She]] [[cue2|said]] …`.

- `source`, `cue`, `content`: what must be found, exactly; a label that stands twice is a span in two pieces;
- `via`, `addressee`, `when`, `venue`: compared only where a case marks them;
- `opt`: characters that may belong to a neighbouring span or not, where careful annotators differ;
- `maybe`: words that may be taken for a cue or not.

Keys: `class`, `class2` … (the class of that attribution's cue), `parent2 = 1` (attribution 2 lies in the content of
attribution 1), `also = ["cue2 <- source1"]` (attribution 2 has the source of attribution 1; `content1` likewise),
`more = true` (other audited attributions may be found), `classes = "all"` (nothing beyond the marks, of any class).
"""

import re

from attrs import evolve, frozen

from attribution.model.attribution import Attribution
from attribution.model.span import Span
from tests.case_files import Case

KEYS = ("also", "more", "classes", *(f"{key}{number or ''}" for key in ("class", "parent") for number in range(10)))

_ROLES = ("source", "cue", "content", "via", "addressee", "when", "venue")
_LABEL = re.compile(rf"({'|'.join(_ROLES)}|opt|maybe)(\d*)")
_ALSO = re.compile(r"cue(\d*) <- (source|content)(\d*)")

Spans = tuple[Span, ...]


@frozen
class Expected:
    """One attribution as the marks give it. `details` holds the roles that are compared only where marked."""

    number: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    details: tuple[tuple[str, Spans], ...] = ()
    cls: str | None = None
    parent: str | None = None


def expected_of(case: Case) -> tuple[Expected, ...]:
    """The attributions that a case marks, in order of their number.

    Raises `ValueError` for an unknown label, an attribution without a cue and a key about one that is not marked.
    """
    numbers = sorted({_parts(case, label)[1] for label, _ in case.marked.spans if _parts(case, label)[0] in _ROLES})
    found = {number: _expected(case, number) for number in numbers}
    for rule in case.keys.get("also", ()):
        match = _ALSO.fullmatch(rule)
        if not match or match[1] not in found or match[3] not in found:
            raise ValueError(f"{case.id}: {rule!r} is not of the form 'cue2 <- source1' about marked attributions")
        found[match[1]] = evolve(found[match[1]], **{match[2]: getattr(found[match[3]], match[2])})
    for key in case.keys:
        if (about := re.fullmatch(r"(?:class|parent)(\d*)", key)) and about[1] not in found:
            raise ValueError(f"{case.id}: {key} is about no marked attribution")
    for number, expected in found.items():
        if not expected.cue:
            raise ValueError(f"{case.id}: attribution {number or 'without number'} has no cue")
    return tuple(found.values())


def differences(expected: Expected, actual: Attribution, case: Case) -> list[str]:
    """In what an attribution differs from what was expected: nothing, or one phrase for each role."""
    pairs: list[tuple[str, Spans, Spans]] = [
        ("source", expected.source, _one(actual.source)),
        ("cue", expected.cue, actual.cue.spans),
        ("content", expected.content, actual.content),
    ]
    for role, spans in expected.details:
        found = actual.via if role == "via" else _one(getattr(actual, role))
        pairs.append((role, spans, found))
    wrong = [role for role, want, got in pairs if not _same(want, got, case)]
    if expected.cls is not None and actual.cue.cls != expected.cls:
        wrong.append(f"class {actual.cue.cls}")
    return wrong


def tolerated(case: Case, actual: Attribution) -> bool:
    """Whether an attribution beyond the expected ones stands where the case leaves that open."""
    return any(mark.overlaps(piece) for mark in case.marked.labelled("maybe") for piece in actual.cue.spans)


def _expected(case: Case, number: str) -> Expected:
    spans = {role: case.marked.labelled(role + number) for role in _ROLES}
    return Expected(
        number,
        spans["source"],
        spans["cue"],
        spans["content"],
        tuple((role, spans[role]) for role in _ROLES[3:] if spans[role]),
        case.keys.get(f"class{number}"),
        str(case.keys[f"parent{number}"]) if f"parent{number}" in case.keys else None,
    )


def _parts(case: Case, label: str) -> tuple[str, str]:
    match = _LABEL.fullmatch(label)
    if not match:
        raise ValueError(f"{case.id}: unknown label {label!r}")
    return match[1], match[2]


def _one(span: Span | None) -> Spans:
    return () if span is None else (span,)


def _same(want: Spans, got: Spans, case: Case) -> bool:
    """Whether the pieces are the same; with optional stretches, whether they cover the same characters elsewhere."""
    optional = case.marked.labelled("opt")
    if optional:
        return _covered(want, optional) == _covered(got, optional)
    return _joined(want, case.text) == _joined(got, case.text)


def _joined(spans: Spans, text: str) -> list[Span]:
    """The pieces, those with only blanks between them made one: two quotations in a row may be either."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _covered(spans: Spans, optional: Spans) -> set[int]:
    inside = {position for span in spans for position in range(span.start, span.end)}
    for span in optional:  # the blank or comma beside an optional stretch comes and goes with it
        inside -= set(range(span.start - 1, span.end + 1))
    return inside
