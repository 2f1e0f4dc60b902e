"""The lines of a brat `.ann` file: spans, events and relations, checked against the text that they point into."""

import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from attribution.errors import ReadError
from attribution.evaluation.labelled import Role, Spans
from attribution.evaluation.span_lists import RecordFault, checked_span
from attribution.model.span import Span

_START = re.compile(r"(?:[A-Z]\d+|#\S*|\*)\t")
# Written by hand with blanks: an annotation that went wrong rather than words that go on from the line before.
_WITHOUT_TAB = re.compile(r"[TERAMN]\d+ +\S")
_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL)
_EVENT = re.compile(r"(E\d+)\t\S+?:(T\d+)((?: \S+:[TE]\d+)*)\s*")
_ARGUMENT = re.compile(r" (\S+):([TE]\d+)")
_RELATION = re.compile(r"(R\d+)\t\S+ \S+?:([TE]\d+) \S+?:([TE]\d+)\s*")
_ROLE = re.compile(r"(source|cue|content)[\d_-]*", re.IGNORECASE)
_IGNORED = frozenset({"discard", "ignore"})

_SHAPES = {
    "T": "T1<tab>LABEL START END<tab>WORDS, with START END;START END for a span in pieces",
    "E": "E1<tab>TYPE:T1 ROLE:T2 …",
    "R": "R1<tab>TYPE Arg1:T1 Arg2:T2",
}


@frozen
class TextBound:
    """A labelled span; `role` is `None` for a label that is none of ours."""

    role: Role | None
    pieces: Spans


@frozen
class Event:
    """An event with those of its arguments that are roles of an attribution, each with the name of its span."""

    name: str
    trigger: str
    arguments: tuple[tuple[Role, str], ...]

    @property
    def spans(self) -> tuple[str, ...]:
        """The names of all spans it uses."""
        return (self.trigger, *(name for _, name in self.arguments))


@frozen(eq=False)
class Annotations:
    """What one file holds; relations are pairs of names of spans."""

    spans: dict[str, TextBound] = field(factory=dict)
    events: list[Event] = field(factory=list)
    relations: list[tuple[str, str]] = field(factory=list)
    ignored: list[Spans] = field(factory=list)


def parse_annotations(lines: str, path: str, text: str, skipped: int = 0) -> Annotations:
    """The annotations in the `lines` of the file at `path`, which belong to `text`.

    `skipped` characters (a byte order mark) stood before the text. Raises `ReadError` that names the first line that is
    wrong, and what would be right.
    """
    records = list(_records(lines, path))
    annotations = Annotations()
    for kind, read in (("T", _add_span), ("E", _add_event), ("R", _add_relation)):
        for where, record in records:
            if not record.startswith(kind):
                continue
            try:
                read(annotations, record, text, skipped)
            except RecordFault as fault:
                raise ReadError(path, f"{where}: {fault}") from fault
    return annotations


def role_of(label: str) -> Role | None:
    """The part that a label names: "Content_2" is a content."""
    match = _ROLE.fullmatch(label)
    return Role(match.group(1).lower()) if match else None


def says_ignore(label: str) -> bool:
    """Whether nobody looked at what has this label."""
    return label.lower() in _IGNORED


def _records(lines: str, path: str) -> Iterator[tuple[str, str]]:
    """Each annotation with the number of its line; the words of a span may go on in the lines that follow."""
    first, record = 0, ""
    for number, line in enumerate(lines.split("\n"), start=1):
        line = line.removesuffix("\r")
        if _START.match(line):
            if record:
                yield f"line {first}", record
            first, record = number, line
        elif record.startswith("T") and not _WITHOUT_TAB.match(line):
            record += "\n" + line
        elif line.strip():
            shape = _SHAPES.get(line[0], _SHAPES["T"])
            raise ReadError(path, f"line {number}: expected an annotation such as {shape}, not {line[:60]!r}")
    if record:
        yield f"line {first}", record


def _add_span(annotations: Annotations, record: str, text: str, skipped: int) -> None:
    match = _matched(_TEXT_BOUND, record)
    name, label, offsets, covered = match.groups()
    if name in annotations.spans:
        raise RecordFault(f"{name} was already used; each span has a name of its own")
    pieces = tuple(_piece(pair, len(text), skipped) for pair in offsets.split(";"))
    found = " ".join(span.of(text) for span in pieces)
    if found.split() != covered.split():
        raise RecordFault(
            f"{name} says {' '.join(covered.split())[:60]!r}, but the text has {' '.join(found.split())[:60]!r} there; "
            "offsets count code points of the .txt file as it is"
        )
    annotations.spans[name] = TextBound(role_of(label), pieces)
    if says_ignore(label):
        annotations.ignored.append(pieces)


def _piece(pair: str, length: int, skipped: int) -> Span:
    start, end = (int(offset) - skipped for offset in pair.split(" "))
    return checked_span(start, end, length)


def _add_event(annotations: Annotations, record: str, text: str, skipped: int) -> None:
    match = _matched(_EVENT, record)
    name, trigger, arguments = match.groups()
    spans = [(role_of(label), target) for label, target in _ARGUMENT.findall(arguments) if target[0] == "T"]
    _check_known(annotations, name, [trigger, *(target for _, target in spans)])
    roles = tuple((role, target) for role, target in spans if role is not None)
    annotations.events.append(Event(name, trigger, roles))


def _add_relation(annotations: Annotations, record: str, text: str, skipped: int) -> None:
    match = _matched(_RELATION, record)
    name, *ends = match.groups()
    if all(end.startswith("T") for end in ends):
        _check_known(annotations, name, ends)
        annotations.relations.append((ends[0], ends[1]))


def _matched(pattern: re.Pattern[str], record: str) -> re.Match[str]:
    match = pattern.fullmatch(record)
    if match is None:
        raise RecordFault(f"expected {_SHAPES[record[0]]}, not {record[:60]!r}")
    return match


def _check_known(annotations: Annotations, name: str, targets: Iterable[str]) -> None:
    for target in targets:
        if target not in annotations.spans:
            raise RecordFault(f"{name} names {target}, which is no span of this file")
