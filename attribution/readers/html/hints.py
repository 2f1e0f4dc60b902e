"""Which elements somebody means: ".class", "#id", "name", "[attribute]" or "[attribute=value]"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from attribution.readers.html.tree import Element

_HINT = re.compile(
    r"""\.(?P<class>[^\s.#\[\]]+)|\#(?P<id>[^\s.\#\[\]]+)|(?P<name>[a-zA-Z][\w-]*)|
    \[(?P<key>[a-zA-Z][\w:-]*)(?:=(?P<quote>["']?)(?P<value>[^\]"']*)(?P=quote))?\]""",
    re.VERBOSE,
)


@frozen
class Hint:
    """One of them: `value` is what the attribute `key` must be, or hold for a class; `None` for anything."""

    key: str
    value: str | None

    def means(self, element: Element) -> bool:
        """Whether an element is meant."""
        if self.key == "":
            return element.name == self.value
        found = element.attribute(self.key)
        if found is None or self.value is None:
            return found is not None
        return self.value in found.split() if self.key == "class" else found == self.value


@lru_cache(maxsize=64)
def hints(written: tuple[str, ...]) -> tuple[Hint, ...]:
    """The hints as values; those that are none are left out, since the configuration has objected to them.

    >>> hints((".promo", "[data-kind=teaser]"))
    (Hint(key='class', value='promo'), Hint(key='data-kind', value='teaser'))
    """
    return tuple(hint for hint in map(_hint, written) if hint is not None)


def is_hint(written: str) -> bool:
    """Whether it is written as a hint is."""
    return _hint(written) is not None


def meant(element: Element, listed: Iterable[Hint]) -> bool:
    """Whether an element is meant by one of the hints."""
    return any(hint.means(element) for hint in listed)


def _hint(written: str) -> Hint | None:
    found = _HINT.fullmatch(written.strip())
    if found is None:
        return None
    if found["key"]:
        return Hint(found["key"].lower(), found["value"])
    kind = next(kind for kind in ("class", "id", "name") if found[kind])
    return Hint("" if kind == "name" else kind, found[kind].lower() if kind == "name" else found[kind])
