"""The formats that articles are read from: their names, the endings of their files, and what reads them.

A reader is a function from bytes and a file's name to an article or several, imported when its first file comes.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from attribution.errors import ConfigError, ReadError, suggestion
from attribution.model.document import Article
from attribution.readers.plugged import parse_plugged, plugged_formats
from attribution.readers.settings import Settings

Parsed = Article | ReadError
Parser = Callable[[bytes, str, Settings], Iterator[Parsed]]


@frozen
class Format:
    """One format: its name on the command line, the endings of its files, small and with their dots, and its reader.

    `comments` says whether a directive to this linter is written as a comment in it, and `editable` whether a file
    of it can be edited in place, so that fixes and directives may be written.
    """

    name: str
    endings: tuple[str, ...]
    parse: Parser
    comments: bool = False
    editable: bool = False


def find_format(name: str) -> Format:
    """The format called `name`, or the one of its ending, ours or a plugin's.

    Raises `ConfigError` for one that does not exist.
    """
    ours = FORMATS.get(name) or next((format for format in FORMATS.values() if f".{name}" in format.endings), None)
    if ours is not None:
        return ours
    if name in plugged_formats():
        return _plugged(name)
    known = (*FORMATS, *plugged_formats())
    raise ConfigError([f"format: {name!r} is not known{suggestion(name, known)}; accepted are {', '.join(known)}"])


def format_of(file: str) -> Format | None:
    """The format that a file's ending stands for; a name without an ending is plain text.

    >>> format_of("mayor.TXT").name, format_of("draft.pdf")
    ('txt', None)
    """
    ending = Path(file).suffix.lower()
    if not ending:
        return FORMATS["txt"]
    ours = next((format for format in FORMATS.values() if ending in format.endings), None)
    return ours or (_plugged(ending[1:]) if ending[1:] in plugged_formats() else None)


def editable_endings() -> tuple[str, ...]:
    """The endings of files that fixes and directives are written into."""
    return tuple(ending for format in FORMATS.values() if format.editable for ending in format.endings)


def read_endings() -> tuple[str, ...]:
    """The endings of all files that are read, those of plugins last."""
    ours = (ending for format in FORMATS.values() for ending in format.endings)
    return (*ours, *(f".{name}" for name in plugged_formats()))


def _plugged(name: str) -> Format:
    return Format(name, (f".{name}",), lambda data, file, settings: parse_plugged(name, data, file))


def _text(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.plain_text import parse_text

    yield parse_text(data, file)


def _json_lines(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.json_lines import parse_json_lines

    yield from parse_json_lines(data.split(b"\n"), file)


def _word(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.word import parse_word

    yield parse_word(data, file)


def _news_xml(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.news_xml import parse_news_xml

    yield from parse_news_xml(data, file)


def _html(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.html.reading import parse_html

    yield parse_html(data, file, settings)


def _markdown(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.markdown.reading import parse_markdown

    yield parse_markdown(data, file)


def _json(data: bytes, file: str, settings: Settings) -> Iterator[Parsed]:
    from attribution.readers.ninjs import parse_ninjs

    yield from parse_ninjs(data, file, settings)


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("txt", (".txt",), _text, editable=True),
        Format("jsonl", (".jsonl",), _json_lines),
        Format("docx", (".docx",), _word),
        Format("json", (".json",), _json),
        Format("xml", (".xml", ".nitf"), _news_xml),
        Format("markdown", (".md", ".markdown"), _markdown, editable=True),
        Format("html", (".html", ".htm", ".xhtml"), _html, editable=True),
    )
}
"""Our formats, by name."""
