"""What is measured: reports read from a file, predicted spans of any other program, or this library's own reading."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from attribution.errors import ReadError
from attribution.evaluation.files import file_bytes
from attribution.evaluation.labelled import GoldArticle, Labelled, Prediction, Role, Spans
from attribution.evaluation.selection import Selection
from attribution.evaluation.span_lists import RecordFault, located_list, span_list
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Article
from attribution.pipeline import analyze
from attribution.readers.decoding import decode
from attribution.readers.json_lines import kind, parse_object
from attribution.renderers.json_report import SCHEMA, text_digest
from attribution.renderers.spans import closed_source

_EXPECTED = "a report, or an object with 'id' and 'attributions'"


def predict(articles: Iterable[GoldArticle], selection: Selection) -> Iterator[Prediction]:
    """What this library finds in the text of each article."""
    for article in articles:
        attributions = analyze(Article(article.text, name=article.name)).attributions
        labelled = (_from_analysis(attribution, article.text) for attribution in attributions)
        yield Prediction(article.name, tuple(filter(selection.takes, labelled)))


def read_predictions(
    path: str, articles: Sequence[GoldArticle], selection: Selection
) -> Iterator[Prediction | ReadError]:
    """The predictions in a file of reports or of spans, and an error in the place of each that cannot be used.

    Reports are those of `attribution report` with `--format json` or `jsonl`; spans are those of `--format spans`, of
    which `selection` leaves out nothing. Each must be about one of `articles`, and no two about the same.
    """
    names = _Names.of(articles)
    seen: dict[str, str] = {}
    try:
        for where, record in _records(file_bytes(path), path):
            try:
                prediction = _prediction(record, names, selection)
                first = seen.setdefault(prediction.name, where)
                if first != where:
                    raise RecordFault(f"article {prediction.name!r} was already predicted in {first}")
                yield prediction
            except RecordFault as fault:
                error = ReadError(path, f"{where}: {fault}")
                error.__cause__ = fault
                yield error
    except ReadError as error:
        yield error


@frozen(eq=False)
class _Names:
    """Finds the article that a prediction is about."""

    articles: Mapping[str, GoldArticle]
    by_digest: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, articles: Sequence[GoldArticle]) -> "_Names":
        digests = {text_digest(Article(article.text)): article.name for article in articles}
        return cls({article.name: article for article in articles}, digests)

    def find(self, name: str, digest: object = None) -> GoldArticle:
        """By name, by the text that a report was made from, or by a path that ends in the name: "in/a.txt" is "a"."""
        if name in self.articles:
            return self.articles[name]
        if isinstance(digest, str) and digest in self.by_digest:
            return self.articles[self.by_digest[digest]]
        parts = name.removesuffix(".txt").split("/")
        for first in range(len(parts)):
            tail = "/".join(parts[first:])
            if tail in self.articles:
                return self.articles[tail]
        raise RecordFault(f"the gold has no article {name!r}; its articles are {self._some()}")

    def _some(self) -> str:
        names = sorted(self.articles)
        return ", ".join(map(repr, names[:3])) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _records(data: bytes, path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each object of a JSON file or of JSON Lines, and where it stands."""
    if not data.strip():
        raise ReadError(path, f"holds nothing; expected {_EXPECTED}, or several")
    whole = _whole(data, path)
    if whole is not None:
        for number, item in enumerate(whole, start=1):
            if not isinstance(item, dict):
                raise ReadError(path, f"item {number}: expected {_EXPECTED}, not {kind(item)}")
            yield f"item {number}", item
        return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield f"line {number}", parse_object(line.rstrip(b"\r"), path, f"line {number}: ", _EXPECTED)


def _whole(data: bytes, path: str) -> list[object] | None:
    """The list, or the object over several lines, that the file is; `None` for a file of JSON Lines."""
    first = data.lstrip().split(b"\n", 1)[0]
    if first.rstrip().endswith(b"}") and not first.startswith(b"["):
        return None
    text = decode(data, path).text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(path, f"not valid JSON: {error}") from error
    return value if isinstance(value, list) else [value]


def _prediction(record: Mapping[str, object], names: _Names, selection: Selection) -> Prediction:
    is_report = record.get("schema") == SCHEMA
    header = record.get("article") if is_report else {"name": record.get("id"), "text": record.get("text")}
    items = record.get("attributions")
    if not isinstance(header, Mapping) or not isinstance(header.get("name"), str) or not isinstance(items, list):
        raise RecordFault(f"expected {_EXPECTED}; 'schema' is {record.get('schema')!r}, 'id' {record.get('id')!r}")
    article = names.find(header["name"], header.get("sha256"))
    other_text = header.get("text") not in (None, article.text)
    if other_text or header.get("sha256") not in (None, text_digest(Article(article.text))):
        raise RecordFault(f"was made from another text than the gold's {article.name!r}")
    read = _from_report if is_report else _from_spans
    attributions = [_numbered(number, item, article.text, read) for number, item in enumerate(items, start=1)]
    return Prediction(article.name, tuple(filter(selection.takes, attributions)))


def _numbered(number: int, item: object, text: str, read: Callable[[Mapping[str, object], str], Labelled]) -> Labelled:
    if not isinstance(item, Mapping):
        raise RecordFault(f"attribution {number}: expected an object, not {kind(item)}")
    try:
        return read(item, text)
    except RecordFault as fault:
        raise RecordFault(f"attribution {number}: {fault}") from fault


def _from_spans(item: Mapping[str, object], text: str) -> Labelled:
    source, cue, content = (span_list(item.get(role), len(text)) for role in Role)
    return Labelled(source, cue, content, name=str(item.get("id", "")))


def _from_report(item: Mapping[str, object], text: str) -> Labelled:
    source, cue, content = (located_list(item.get(role), len(text)) for role in Role)
    cls, depth = item.get("class"), item.get("depth", 0)
    if cls not in tuple(CueClass):
        raise RecordFault(f"'class' must be one of {', '.join(CueClass)}, not {cls!r}")
    if type(depth) is not int:
        raise RecordFault(f"'depth' must be a number, not {kind(depth)}")
    return Labelled(_closed(source, text), cue, content, str(item.get("index", "")), CueClass(str(cls)), depth)


def _from_analysis(attribution: Attribution, text: str) -> Labelled:
    return Labelled(
        source=_closed((attribution.source,) if attribution.source else (), text),
        cue=attribution.cue.spans,
        content=attribution.content,
        name=str(attribution.index),
        cls=attribution.cue.cls,
        depth=attribution.depth,
    )


def _closed(source: Spans, text: str) -> Spans:
    """The source as the spans format writes it, so that a report and its spans are measured alike."""
    return tuple(closed_source(span, text) for span in source)
