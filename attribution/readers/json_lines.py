"""JSON Lines: one article a line, as {"id": "…", "text": "…", "publisher": "…", "published": "…"}.

Only `text` is required; an article without an `id` is named after its file and line. Other keys are left alone.
"""

import json
from collections.abc import Iterable, Iterator

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.readers.decoding import BYTE_ORDER_MARK, decode


def parse_json_lines(lines: Iterable[bytes], path: str) -> Iterator[Article | ReadError]:
    """The article of each line that is not blank, or the error that line deserves; the other lines are still read.

    >>> [article.name for article in parse_json_lines([b'{"id": "a", "text": "Rain fell."}'], "wire.jsonl")]
    ['a']
    """
    seen: dict[str, int] = {}
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        try:
            article = _article(line.rstrip(b"\r\n"), path, number)
            first = seen.setdefault(article.name, number)
            if first != number:
                raise ReadError(path, f"line {number}: id {article.name!r} was already used in line {first}")
        except ReadError as error:
            yield error
        else:
            yield article
    if empty:
        yield ReadError(path, "holds no articles")


def looks_like_json_lines(data: bytes) -> bool:
    """Whether the first line is a JSON object with a `text`, so that standard input needs no option to say so."""
    head = data.removeprefix(BYTE_ORDER_MARK).lstrip().split(b"\n", 1)[0]
    if not head.startswith(b"{"):
        return False
    try:
        record = json.loads(head)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record


def parse_object(line: bytes, path: str, where: str, expected: str) -> dict[str, object]:
    """The JSON object in `line`; raises `ReadError` that opens with `where` and says what was `expected`.

    >>> parse_object(b'{"id": "a"}', "wire.jsonl", "line 1: ", "an object with an 'id'")
    {'id': 'a'}
    """
    text = decode(line, path, where).text
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(path, f"{where}not valid JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(path, f"{where}not valid JSON: {error}") from error
    if not isinstance(record, dict):
        raise ReadError(path, f"{where}expected {expected}, not {kind(record)}")
    return record


def kind(value: object) -> str:
    """What JSON calls the type of `value`.

    >>> kind(None), kind(2.5)
    ('null', 'a number')
    """
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "a list", dict: "an object"}
    return names.get(type(value), "null")


def _article(line: bytes, path: str, number: int) -> Article:
    where = f"line {number}: "
    record = parse_object(line, path, where, "an object with a 'text'")
    if "text" not in record:
        raise ReadError(path, f"{where}the object has no 'text'")
    article = _string(record, "text", path, where)
    if article is None or not article.strip():
        raise ReadError(path, f"{where}'text' holds no text")
    return Article(
        text=article,
        name=_string(record, "id", path, where) or f"{path}:{number}",
        publisher=_string(record, "publisher", path, where),
        published=_string(record, "published", path, where),
        file=path,
        format="jsonl",
    )


def _string(record: dict[str, object], key: str, path: str, where: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ReadError(path, f"{where}{key!r} must be a string, not {kind(value)}")
