"""A rule's options: what each of them is, and values for them from plain mappings, checked against its own class."""

import inspect
import re
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from attrs import fields, frozen

from attribution.errors import RuleError

_JSON_TYPES: Mapping[Any, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    tuple: "array",
    NoneType: "null",
}

_ITEM = re.compile(r"^`(\w{1,60})`: ", re.MULTILINE)


@frozen(eq=False)
class Option:
    """One option of a rule: its name, type and default, and what it means, as a text without capital and full stop."""

    name: str
    type: Any
    default: Any
    meaning: str

    @property
    def kind(self) -> str:
        """What values it takes: "a list of strings"."""
        return _described(self.type)

    @property
    def json_types(self) -> tuple[str, ...]:
        """What JSON calls the types of its values."""
        choices = get_args(self.type) if get_origin(self.type) is UnionType else (self.type,)
        return tuple(_JSON_TYPES.get(get_origin(choice) or choice, "string") for choice in choices)


def declared_options(code: str, cls: type[Any]) -> tuple[Option, ...]:
    """The options of a class, whose docstring has a paragraph "`name`: meaning." for each.

    Raises `RuleError` for an option without a meaning, and for a meaning without an option.
    """
    pieces = _ITEM.split(inspect.getdoc(cls) or "")
    texts = zip(pieces[1::2], pieces[2::2], strict=True)
    meanings = {name: " ".join(text.split()).removesuffix(".") for name, text in texts}
    known = fields(cls)
    odd = {item.name for item in known} ^ {name for name, meaning in meanings.items() if meaning}
    if odd:
        wanted = 'its options\' docstring should have a paragraph "`name`: meaning." for each'
        raise RuleError(code, f"{wanted}; look at {', '.join(sorted(odd))}")
    return tuple(Option(item.name, item.type, item.default, meanings[item.name]) for item in known)


@frozen(eq=False)
class Checked:
    """Options ready for a rule, and one line for each fault found on the way."""

    options: Any
    faults: tuple[str, ...]


def checked_options(cls: type[Any], given: Mapping[str, Any], path: str) -> Checked:
    """An instance of the options class `cls` from `given`; `path` ("rules.ANON108") starts each line about a fault.

    >>> from attrs import frozen
    >>> Options = frozen(type("Options", (), {"__annotations__": {"lookahead": int}, "lookahead": 2}))
    >>> checked_options(Options, {"lookahead": "two", "depth": 1}, "rules.X").faults
    ("rules.X.lookahead: expected an integer, not 'two'", 'rules.X.depth: no such option; there is lookahead')
    """
    known = {attribute.name: attribute.type for attribute in fields(cls)}
    faults: list[str] = []
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            there = f"there is {', '.join(sorted(known))}" if known else "this rule has none"
            faults.append(f"{path}.{key}: no such option; {there}")
            continue
        fits, converted = _fit(value, known[key])
        if fits:
            values[key] = converted
        else:
            faults.append(f"{path}.{key}: expected {_described(known[key])}, not {value!r}")
    return Checked(cls(**values), tuple(faults))


def _fit(value: object, wanted: Any) -> tuple[bool, object]:
    """Whether `value`, as TOML or JSON gives it, is of the type an option wants, and the value to use."""
    if get_origin(wanted) is UnionType:
        for choice in get_args(wanted):
            fits, converted = _fit(value, choice)
            if fits:
                return True, converted
        return False, value
    if get_origin(wanted) is tuple:
        if isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(item, str) for item in value):
            return True, tuple(value)
        return False, value
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool), value
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool), value
    return isinstance(value, wanted), value


_NAMES = {bool: "true or false", int: "an integer", float: "a number", str: "a string", NoneType: "nothing"}


def _described(wanted: Any) -> str:
    if get_origin(wanted) is UnionType:
        return " or ".join(_described(choice) for choice in get_args(wanted))
    if get_origin(wanted) is tuple:
        return "a list of strings"
    return _NAMES.get(wanted, str(wanted))
