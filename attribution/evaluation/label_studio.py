"""Gold as Label Studio exports it: a JSON list of tasks with their annotations.

- A task's text is what its regions are regions of: the field of `data` called `text`, or the only one that is a string
  beside `name`. The article is called by `data.name`, or by the task's `id`.
- Regions labelled Source, Cue or Content, in any case and with or without a number, are the parts; relations of
  whatever name join them, with the meaning that relations have in brat files (see `brat`). Other labels, and other
  kinds of results, are left out; regions labelled Discard or Ignore were not annotated.
- Of several annotations of a task, the one marked as ground truth counts; cancelled ones never do.

Offsets count code points.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attribution.errors import ReadError
from attribution.evaluation.brat import attributions_of, joined
from attribution.evaluation.brat_lines import Annotations, TextBound, role_of, says_ignore
from attribution.evaluation.labelled import GoldArticle
from attribution.evaluation.span_lists import RecordFault, checked_span
from attribution.model.span import Span
from attribution.readers.decoding import decode
from attribution.readers.json_lines import kind

_EXPECTED = "a list of tasks, as Label Studio exports them in its format JSON"


def parse_label_studio(data: bytes, path: str) -> Iterator[GoldArticle | ReadError]:
    """The article of each task, or the error that the task deserves."""
    try:
        tasks = _tasks(data, path)
    except ReadError as error:
        yield error
        return
    numbers: dict[str, int] = {}
    for number, task in enumerate(tasks, start=1):
        try:
            article = _article(task)
            first = numbers.setdefault(article.name, number)
            if first != number:
                raise RecordFault(f"the name {article.name!r} was already used in task {first}")
            yield article
        except RecordFault as fault:
            unusable = ReadError(path, f"task {number}: {fault}")
            unusable.__cause__ = fault
            yield unusable


def _tasks(data: bytes, path: str) -> list[object]:
    text = decode(data, path).text
    try:
        tasks = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(path, f"not valid JSON: {error}; expected {_EXPECTED}") from error
    if not isinstance(tasks, list):
        raise ReadError(path, f"expected {_EXPECTED}, not {kind(tasks)}")
    if not tasks:
        raise ReadError(path, f"holds no tasks; expected {_EXPECTED}")
    return tasks


def _article(task: object) -> GoldArticle:
    data = _mapping(task, "a task").get("data")
    fields = _mapping(data, "'data'")
    text = _text(fields)
    annotations = Annotations()
    for item in _results(_mapping(task, "a task")):
        _add(annotations, _mapping(item, "a result"), text)
    _check_relations(annotations)
    name = fields.get("name", _mapping(task, "a task").get("id"))
    if not isinstance(name, str | int):
        raise RecordFault("has neither 'name' in its data nor an 'id'")
    return GoldArticle(str(name), text, attributions_of(annotations), ignore=joined(*annotations.ignored))


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise RecordFault(f"{what} must be an object, not {kind(value)}")
    return value


def _text(fields: Mapping[str, Any]) -> str:
    if isinstance(fields.get("text"), str):
        return str(fields["text"])
    texts = [value for key, value in fields.items() if isinstance(value, str) and key != "name"]
    if len(texts) != 1:
        raise RecordFault(f"'data' must hold the article as 'text'; it has {', '.join(map(repr, fields)) or 'nothing'}")
    return str(texts[0])


def _results(task: Mapping[str, Any]) -> list[object]:
    """What the annotation that counts holds."""
    given = task.get("annotations")
    if given is None:
        raise RecordFault("has no 'annotations'; export tasks in the format JSON, not JSON-MIN")
    annotations = [
        item
        for item in given
        if isinstance(item, dict) and isinstance(item.get("result"), list) and not item.get("was_cancelled")
    ]
    chosen = [item for item in annotations if item.get("ground_truth")] or annotations
    if not chosen:
        raise RecordFault("nobody has annotated it yet; export only tasks that are done")
    if len(chosen) > 1:
        raise RecordFault(f"has {len(chosen)} annotations; mark the one that counts as ground truth")
    return list(chosen[0]["result"])


def _add(annotations: Annotations, item: Mapping[str, Any], text: str) -> None:
    if item.get("type") == "relation":
        annotations.relations.append((str(item.get("from_id")), str(item.get("to_id"))))
        return
    value = item.get("value")
    labels = value.get("labels") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(labels, list) or not all(isinstance(each, str) for each in labels):
        return
    span = checked_span(value.get("start"), value.get("end"), len(text))
    _check_words(span, value.get("text"), text)
    roles = [role for role in map(role_of, labels) if role is not None]
    if len(roles) > 1:
        raise RecordFault(f"region {item.get('id')!r} has the labels {', '.join(labels)}; a region is one part")
    annotations.spans[str(item.get("id"))] = TextBound(roles[0] if roles else None, (span,))
    if any(map(says_ignore, labels)):
        annotations.ignored.append((span,))


def _check_words(span: Span, words: object, text: str) -> None:
    if isinstance(words, str) and words.split() != span.of(text).split():
        raise RecordFault(
            f"[{span.start}, {span.end}] says {words[:60]!r}, but the text has {span.of(text)[:60]!r} there; "
            "offsets count code points"
        )


def _check_relations(annotations: Annotations) -> None:
    for ends in annotations.relations:
        for end in ends:
            if end not in annotations.spans:
                raise RecordFault(f"a relation names the region {end!r}, which the task does not have")
