"""Readers of plugins: an entry point in `attribution.readers` is named after a file ending and leads to a parser."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from attribution.errors import PluginError, ReadError
from attribution.model.document import Article
from attribution.plugins import READERS, Origin, find_origin, load, origins


def plugged_formats() -> tuple[str, ...]:
    """The file endings, small and without their dots, that plugins read."""
    return tuple(dict.fromkeys(origin.name for origin in origins(READERS)))


def parse_plugged(format: str, data: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles in the bytes of a file, by the parser that a plugin declares for `format`.

    The parser gets the bytes and the file's name, and gives an `Article` or several. Whatever goes wrong in it is a
    `ReadError` in the place of the article, so that other files are still read.
    """
    try:
        origin = find_origin(READERS, format)
        assert origin is not None, format
        parser = load(origin)
        if not callable(parser):
            raise origin.fault(f"{origin.value} is no function but a {type(parser).__name__}")
        yield from (_of_format(item, format) for item in _parsed(parser(data, name), name, origin))
    except ReadError as error:
        yield error
    except PluginError as error:
        yield _unreadable(name, error)
    except Exception as error:
        yield _unreadable(name, origin.fault(error) if origin is not None else error)


def _parsed(given: object, name: str, origin: Origin) -> Iterator[Article | ReadError]:
    """What a parser gave, checked; an article without a file or a name gets those of its file."""
    items = [given] if isinstance(given, Article | ReadError) or not isinstance(given, Iterable) else given
    empty = True
    for number, item in enumerate(items, start=1):
        empty = False
        if isinstance(item, ReadError):
            yield item
        elif not isinstance(item, Article) or not isinstance(item.text, str):
            raise origin.fault(f"a parser gives articles, not a {type(item).__name__}")
        elif not item.text.strip():
            yield ReadError(name, "holds no text" if given is item else f"article {number} holds no text")
        else:
            own = name if given is item else f"{name}:{number}"
            yield evolve(item, file=item.file or name, name=item.name or own)
    if empty:
        yield ReadError(name, "holds no articles")


def _of_format(item: Article | ReadError, format: str) -> Article | ReadError:
    return evolve(item, format=format) if isinstance(item, Article) else item


def _unreadable(name: str, error: Exception) -> ReadError:
    wrapped = ReadError(name, str(error))
    wrapped.__cause__ = error
    return wrapped
