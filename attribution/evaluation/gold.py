"""Gold files: what annotators found, as JSON Lines, a folder of brat annotations or an export of Label Studio.

A line of JSON Lines is {"id": "…", "text": "…", "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content":
[[10, 20]]}, …], "ignore": [[30, 40]]}. Every role may be left out; `ignore`, regions where nobody looked, too.
"""

from collections.abc import Iterator
from pathlib import Path

from attribution.errors import ReadError
from attribution.evaluation.brat import read_brat
from attribution.evaluation.files import file_bytes
from attribution.evaluation.label_studio import parse_label_studio
from attribution.evaluation.labelled import GoldArticle, Labelled, Role, Spans
from attribution.evaluation.span_lists import RecordFault, span_list
from attribution.readers.json_lines import kind, parse_object

_EXPECTED = "an object with 'id', 'text' and 'attributions'"


def read_gold(path: str) -> Iterator[GoldArticle | ReadError]:
    """The articles of a gold file or folder, and an error in the place of each that cannot be used."""
    if Path(path).is_dir():
        yield from read_brat(path)
        return
    try:
        data = file_bytes(path)
    except ReadError as error:
        yield error
        return
    parse = parse_label_studio if path.removesuffix(".gz").endswith(".json") else parse_gold
    yield from parse(data, path)


def parse_gold(data: bytes, path: str) -> Iterator[GoldArticle | ReadError]:
    """The article of each line that is not blank, or the error that the line deserves.

    >>> line = b'{"id": "a", "text": "She said no.", "attributions": [{"cue": [[4, 8]]}]}'
    >>> (article,) = parse_gold(line, "gold.jsonl")
    >>> article.attributions[0].cue
    (Span(start=4, end=8),)
    """
    lines: dict[str, int] = {}
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        where = f"line {number}: "
        try:
            article = _article(parse_object(line.rstrip(b"\r"), path, where, _EXPECTED))
            first = lines.setdefault(article.name, number)
            if first != number:
                raise RecordFault(f"id {article.name!r} was already used in line {first}; each article has one line")
        except RecordFault as fault:
            yield _error(path, where, fault)
        except ReadError as error:
            yield error
        else:
            yield article
    if not data.strip():
        yield ReadError(path, f"holds no articles; each line must be {_EXPECTED}")


def _error(path: str, where: str, fault: RecordFault) -> ReadError:
    error = ReadError(path, f"{where}{fault}")
    error.__cause__ = fault
    return error


def _article(record: dict[str, object]) -> GoldArticle:
    name, text = _string(record, "id"), _string(record, "text")
    items = record.get("attributions")
    if not isinstance(items, list):
        raise RecordFault(f"'attributions' must be a list (empty where there is none), not {kind(items)}")
    return GoldArticle(
        name=name,
        text=text,
        attributions=tuple(_attribution(number, item, len(text)) for number, item in enumerate(items, start=1)),
        ignore=_spans(record.get("ignore"), len(text), "'ignore'"),
    )


def _string(record: dict[str, object], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        raise RecordFault(
            f"{key!r} must be a string, not {kind(value)}" if key in record else f"the object has no {key!r}"
        )
    return value


def _attribution(number: int, item: object, length: int) -> Labelled:
    if not isinstance(item, dict):
        raise RecordFault(
            f"attribution {number}: expected an object with 'source', 'cue' and 'content', not {kind(item)}"
        )
    name = str(item.get("id", number))
    spans = {role: _spans(item.get(role), length, f"attribution {name}, {role.value!r}") for role in Role}
    if not any(spans.values()):
        raise RecordFault(f"attribution {name}: at least one of 'source', 'cue' and 'content' must have a span")
    return Labelled(spans[Role.SOURCE], spans[Role.CUE], spans[Role.CONTENT], name=name)


def _spans(value: object, length: int, where: str) -> Spans:
    try:
        return span_list(value, length)
    except RecordFault as fault:
        raise RecordFault(f"{where}: {fault}") from fault
