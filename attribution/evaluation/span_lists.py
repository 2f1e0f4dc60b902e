"""Spans as JSON writes them, checked against their text."""

from collections.abc import Iterator, Mapping

from attribution.evaluation.labelled import Spans
from attribution.model.span import Span
from attribution.readers.json_lines import kind


class RecordFault(ValueError):
    """What is wrong with a record and what would be right; whoever reads the file adds where it stands."""


def span_list(value: object, length: int) -> Spans:
    """The spans of `[[start, end], …]`, as gold files and the spans format have them; nothing and null are no span.

    Raises `RecordFault` for anything else, and for a span that is empty or not in a text of `length` characters.

    >>> span_list([[0, 4], [9, 12]], 20)
    (Span(start=0, end=4), Span(start=9, end=12))
    """
    return tuple(checked_span(start, end, length) for start, end in _pairs(value))


def located_list(value: object, length: int) -> Spans:
    """The spans of a report: a list of objects with `start` and `end`, one such object, or null. Raises as `span_list`.

    >>> located_list({"start": 0, "end": 4, "text": "They"}, 20)
    (Span(start=0, end=4),)
    """
    items = [] if value is None else value if isinstance(value, list) else [value]
    spans = []
    for item in items:
        if not isinstance(item, Mapping):
            raise RecordFault(f'a span of a report is {{"start": …, "end": …}}, not {kind(item)}')
        spans.append(checked_span(item.get("start"), item.get("end"), length))
    return tuple(spans)


def checked_span(start: object, end: object, length: int) -> Span:
    """The span `[start, end)`; raises `RecordFault` unless it holds something of a text of `length` characters."""
    if type(start) is not int or type(end) is not int:
        raise RecordFault(f"start and end are whole numbers, not {kind(start)} and {kind(end)}")
    if not 0 <= start < end <= length:
        raise RecordFault(f"[{start}, {end}] is no part of the text: 0 <= start < end <= {length} characters must hold")
    return Span(start, end)


def _pairs(value: object) -> Iterator[tuple[object, object]]:
    if value is None:
        return
    if not isinstance(value, list):
        raise RecordFault(f"spans are a list of [start, end], not {kind(value)}")
    for item in value:
        if not isinstance(item, list) or len(item) != 2:
            shown = "a list of another length" if isinstance(item, list) else kind(item)
            raise RecordFault(f"each span is [start, end], not {shown}")
        yield item[0], item[1]
