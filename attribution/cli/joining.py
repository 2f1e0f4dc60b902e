"""How what is written of each article becomes one output."""

from collections.abc import Callable, Iterator, Mapping

from attribution.errors import ConfigError


def json_list(texts: Iterator[str]) -> Iterator[str]:
    """The only text by itself, or several as a list; no more than two are held at once."""
    first = next(texts, None)
    if first is None:
        return
    second = next(texts, None)
    if second is None:
        yield first + "\n"
        return
    yield f"[\n{first},\n{second}"
    for text in texts:
        yield ",\n" + text
    yield "\n]\n"


def separated(texts: Iterator[str]) -> Iterator[str]:
    """Texts for people, with two blank lines between them."""
    for index, text in enumerate(texts):
        yield ("\n\n" if index else "") + text + "\n"


def lines(texts: Iterator[str]) -> Iterator[str]:
    """One text a line."""
    return (text + "\n" for text in texts)


def listed(texts: Iterator[str]) -> Iterator[str]:
    """A JSON list, even of one or none."""
    separator = "[\n"
    for text in texts:
        yield separator + text
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def only_one(texts: Iterator[str]) -> Iterator[str]:
    """The only text; raises `ConfigError` for a second one, before anything is written."""
    first = next(texts, None)
    if first is None:
        return
    if next(texts, None) is not None:
        raise ConfigError(["--format html writes a page for each article: say a folder for several, --output FOLDER/"])
    yield first


def one_table(texts: Iterator[str]) -> Iterator[str]:
    """Tables of CSV as one: the first row of each is its head, and only the first table keeps it."""
    for index, text in enumerate(texts):
        rows = text.partition("\r\n")[2] if index else text
        if rows:
            yield rows + "\r\n"


JOINED: Mapping[str, Callable[[Iterator[str]], Iterator[str]]] = {
    "plain": separated,
    "json": json_list,
    "jsonl": lines,
    "spans": lines,
    "markdown": separated,
    "html": only_one,
    "sources-csv": one_table,
    "label-studio": listed,
    "web-annotation": json_list,
}
"""The formats in which `attribution report` writes each article by itself, and how several are put together."""
