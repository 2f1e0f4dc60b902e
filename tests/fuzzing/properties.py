"""What is asserted of the report of any text."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import pytest

from attribution import audit, render
from attribution.lexicons.loading import load
from attribution.model.report import Report
from attribution.model.score import Operation, Unit
from attribution.model.span import Span
from attribution.renderers.checks.formats import FORMATS
from attribution.renderers.json_loading import report_from_dict
from attribution.renderers.rendering import RENDERERS

_POINTS = 1e-9


def check(text: str) -> None:
    """Asserts all of it for one text."""
    report = audit(text)
    holds_together(report, text)
    assert render(audit(text), "json") == render(report, "json")


WRITERS: Mapping[str, Callable[[Report], object]] = {
    **{f"report {name}": partial(render, format=name) for name in RENDERERS if name != "explanation"},
    **{f"check {name}": lambda report, write=write: "".join(write([report])) for name, write in FORMATS.items()},
}
"""Every way to write a report."""


def holds_together(report: Report, text: str, writers: Iterable[str] = WRITERS) -> None:
    """Asserts that spans lie in the text, indices agree, steps replay, JSON is the report, and `writers` write it."""
    analysis = report.analysis
    assert analysis.document.text == text
    assert all(span.end <= len(text) for span in spans_of(report))
    assert [item.index for item in analysis.attributions] == list(range(len(analysis.attributions)))
    assert [item.attribution for item in analysis.mentions] == list(range(len(analysis.mentions)))
    assert {item.source for item in analysis.mentions} <= {None, *(source.id for source in analysis.sources)}
    starts = [paragraph.span.start for paragraph in analysis.document.paragraphs]
    assert starts == sorted(starts)
    for paragraph in analysis.scores.paragraphs:
        for unit in paragraph.units:
            steps_replay(unit)
    data = json.loads(render(report, "json"))
    assert report_from_dict(data, analysis.document.article, load()) == report
    for name in writers:
        assert isinstance(WRITERS[name](report), str)


def steps_replay(unit: Unit) -> None:
    """Asserts that a person who follows the steps of a score comes to its points."""
    points = 0.0
    for step in unit.steps:
        match step.operation:
            case Operation.BASE:
                points = step.value
            case Operation.ADD:
                points += step.value
            case Operation.MULTIPLY:
                points *= step.value
            case Operation.CAP:
                points = min(points, step.value)
            case Operation.CORROBORATE:
                points = step.result
        assert points == pytest.approx(step.result, abs=_POINTS)
    assert points == pytest.approx(unit.points, abs=_POINTS)


def spans_of(value: Any) -> Iterator[Span]:
    """Every span in a report, at whatever depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(type(value), "__attrs_attrs__"):
        for attribute in type(value).__attrs_attrs__:
            if attribute.name != "tokens":
                yield from spans_of(getattr(value, attribute.name))
