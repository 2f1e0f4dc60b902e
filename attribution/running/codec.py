"""Results as lists that JSON can hold, and back: each class by the types of its fields."""

from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

Value = TypeVar("Value")


def flatten(value: object) -> Any:
    """A value of our classes as a list of its fields, all the way down.

    >>> from attribution.model.span import Span
    >>> flatten((Span(1, 3), None))
    [[1, 3], None]
    """
    if isinstance(value, tuple):
        return [flatten(item) for item in value]
    kind: Any = type(value)
    if has(kind):
        return [flatten(getattr(value, item.name)) for item in fields(kind)]
    return value


def restore(kind: type[Value], data: object) -> Value:
    """The value of a class that was flattened to `data`; raises `ValueError` or `TypeError` when it is none.

    >>> from attribution.model.span import Span
    >>> restore(Span, [1, 3])
    Span(start=1, end=3)
    """
    any_kind: Any = kind
    value: Value = _restorer(any_kind)(data)
    return value


@cache
def _restorer(kind: Any) -> Callable[[Any], Any]:
    """What turns data into a value of a type."""
    if get_origin(kind) in (Union, UnionType):
        inner = [item for item in get_args(kind) if item is not NoneType]
        if len(inner) == 1 and NoneType in get_args(kind):
            return _or_none(_restorer(inner[0]))
    elif get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        return _items(_restorer(get_args(kind)[0]))
    elif isinstance(kind, type) and has(kind):
        hints = get_type_hints(kind)
        return _built(kind, tuple(hints[item.name] for item in fields(kind)))
    elif isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    elif kind in (str, int, float, bool):
        return _plain(kind)
    raise TypeError(f"no way to restore {kind!r}")


def _or_none(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda data: None if data is None else inner(data)


def _items(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda data: tuple([inner(item) for item in _list(data)])


def _built(kind: type, kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    # Asked for when something is built: a field that nothing ever fills may be of a type nobody can restore.
    return lambda data: kind(*[_restorer(inner)(item) for inner, item in zip(kinds, _list(data), strict=True)])


def _plain(kind: type) -> Callable[[Any], Any]:
    accepted = (int, float) if kind is float else kind

    def restored(data: Any) -> Any:
        if not isinstance(data, accepted):
            raise ValueError(f"expected {kind.__name__}, not {data!r}")
        return data

    return restored


def _list(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(f"expected a list, not {data!r}")
    return data
