"""What stands at the head of a Markdown file for those who publish it: YAML between "---", or TOML between "+++"."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from attribution.errors import ReadError
from attribution.readers.markdown.extra import needed

# A "---" with an empty line behind it is a rule.
_BLOCK = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)(?P<content>(?:.*\r?\n)*?)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_LONGEST = 65_536
_TITLES = ("headline", "title")
_PUBLISHERS = ("outlet", "publisher", "publication", "site")
_DATES = ("published", "date", "pubdate", "datePublished")
# A title on one line, in quotation marks or without, and what may follow it.
_TITLE = (
    r"^(?:{key})[ \t]*[:=][ \t]*"
    r"""(?:"(?P<double>[^"\\\n\r]*)"|'(?P<single>[^'\n\r]*)'|(?P<bare>[^\s"'#][^\n\r]*?))"""
    r"[ \t]*(?:#[^\n\r]*)?\r?$"
)


@frozen
class FrontMatter:
    """What a file says of itself, and where its text begins.

    `title` is where the title stands in the file, `None` where it has none on a line of its own.
    """

    end: int = 0
    title: tuple[int, int] | None = None
    publisher: str | None = None
    published: str | None = None


def read_front_matter(source: str, name: str) -> FrontMatter:
    """The front matter of a Markdown file; raises `ReadError` when it is neither YAML nor TOML.

    >>> found = read_front_matter("---\\ntitle: Pier shut\\ndate: 2025-03-02\\n---\\nRain.", "a.md")
    >>> found.end, found.title, found.published
    (42, (11, 20), '2025-03-02')
    """
    found = _BLOCK.match(source)
    if found is None:
        return FrontMatter()
    content = found["content"]
    if len(content) > _LONGEST:
        raise ReadError(name, f"front matter has more than {_LONGEST:,} characters")
    read = _read_yaml if found["fence"] == "---" else _read_toml
    table = read(content, name)
    if table is None:  # a rule and a paragraph below it, not a table
        return FrontMatter()
    return FrontMatter(
        found.end(),
        _title(source, found.start("content"), found.end("content"), table),
        _said(table, _PUBLISHERS),
        _said(table, _DATES),
    )


def _read_toml(content: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(content.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ReadError(name, f"front matter is not valid TOML: {error}") from error


def _read_yaml(content: str, name: str) -> Mapping[str, Any] | None:
    yaml = needed("yaml", name)
    try:
        # A few aliases of aliases unfold to more than any memory holds.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, Loader=yaml.SafeLoader)):
            raise ReadError(name, "front matter has aliases (*name), which are not read")
        table = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark is not None else ""
        problem = getattr(error, "problem", None) or type(error).__name__
        raise ReadError(name, f"front matter is not valid YAML{where}: {problem}") from error
    if table is None:
        return {}
    return table if isinstance(table, dict) else None


def _said(table: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = table.get(key)
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _title(source: str, start: int, end: int, table: Mapping[str, Any]) -> tuple[int, int] | None:
    """Where the words of the title stand, if they stand there as they are meant."""
    for key in _TITLES:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            continue
        for found in re.compile(_TITLE.format(key=key), re.MULTILINE).finditer(source, start, end):
            kind = next(kind for kind in ("double", "single", "bare") if found[kind] is not None)
            if found[kind].strip() == value.strip():
                return found.span(kind)
    return None
