"""What a lexicon file holds: groups of phrases that behave alike."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

Value = str | bool | int | tuple[str, ...]


@frozen(eq=False)
class Group:
    """Phrases of one lexicon that share their properties; `why` says what they have in common."""

    lexicon: str
    name: str
    phrases: tuple[str, ...]
    why: str = ""
    values: Mapping[str, Value] = field(factory=dict)

    @property
    def entry(self) -> str:
        """How evidence refers to the group: "cues/announce-like"."""
        return f"{self.lexicon}/{self.name}"

    def text(self, key: str, default: str = "") -> str:
        """The string value `key`, or `default`."""
        value = self.values.get(key, default)
        return value if isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """The list value `key`, or an empty tuple."""
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()

    def flag(self, key: str) -> bool:
        """Whether the value `key` is set and true."""
        return self.values.get(key) is True


@frozen(eq=False)
class Lexicon:
    """All groups of one name, ours first and then a newsroom's own."""

    name: str
    groups: tuple[Group, ...]

    def group(self, name: str) -> Group:
        """The group called `name`; `KeyError` when there is none."""
        for group in self.groups:
            if group.name == name:
                return group
        raise KeyError(f"lexicon {self.name!r} has no group {name!r}")

    def phrases(self, *names: str) -> frozenset[str]:
        """Every phrase of the groups with these names; of all groups when none is given."""
        return _phrases(self, names)


# Rules and stages ask for the same few hundred sets in every article.
@lru_cache(maxsize=2048)
def _phrases(lexicon: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    chosen = (group for group in lexicon.groups if not names or group.name in names)
    return frozenset(phrase for group in chosen for phrase in group.phrases)
