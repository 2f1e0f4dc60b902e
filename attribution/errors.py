"""The errors this library raises: one base class and a few subclasses, each with its facts as attributes."""

from collections.abc import Iterable, Sequence

_ALIKE = 0.6  # from which on a name is worth suggesting, of 1 for the same name


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, or nothing when none is near.

    >>> suggestion("ANON1O1", ["ANON101", "ANON114"])
    '; did you mean ANON101?'
    """
    from difflib import SequenceMatcher

    wanted = word.casefold()

    def likeness(name: str) -> tuple[float, int]:
        there = name.casefold()
        return SequenceMatcher(None, wanted, there).ratio(), sum(map(str.__eq__, wanted, there))

    best = max(known, key=likeness, default="")
    return f"; did you mean {best}?" if best and likeness(best)[0] >= _ALIKE else ""


class AttributionError(Exception):
    """Base of every error raised on purpose by this library; each can be handed from process to process."""

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.args, self.__dict__)


class ConfigError(AttributionError, ValueError):
    """A configuration or an option is wrong; `faults` holds one line for each fault found."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class LexiconError(AttributionError, ValueError):
    """A lexicon file is wrong: names the file, the group and what was expected there."""

    def __init__(self, file: str, group: str, problem: str) -> None:
        self.file = file
        self.group = group
        self.problem = problem
        super().__init__(f"{file}, group {group!r}: {problem}")


class RuleError(AttributionError, ValueError):
    """A rule is declared wrongly or asked for by a code that does not exist."""

    def __init__(self, code: str, problem: str) -> None:
        self.code = code
        self.problem = problem
        super().__init__(f"{code}: {problem}")


class PatternError(ConfigError):
    """A newsroom's own pattern took too long on a text: `code` names its rule, `seconds` how long it was given."""

    def __init__(self, code: str, seconds: float) -> None:
        self.code = code
        self.seconds = seconds
        super().__init__([f"phrase {code}: its pattern did not finish within {seconds:g} s; bound its repeats"])


class PluginError(AttributionError, RuntimeError):
    """A plugin does not do what it should: names its `distribution`, `version`, `group` and entry point (`name`).

    `code` is the rule that it happened in, `None` when the plugin could not even be loaded.
    """

    def __init__(self, distribution: str, version: str, group: str, name: str, problem: str, code: str | None) -> None:
        self.distribution = distribution
        self.version = version
        self.group = group
        self.name = name
        self.problem = problem
        self.code = code
        where = f"entry point {name!r} of {group}" if name else group
        rule = f", rule {code}" if code else ""
        super().__init__(f"plugin {distribution} {version} ({where}{rule}): {problem}")


class PluginWarning(UserWarning):
    """A plugin is left out because of a `PluginError`."""


class WorkerError(AttributionError, RuntimeError):
    """A process that articles were shared out to ended before its work was done."""

    def __init__(self) -> None:
        super().__init__("a process ended before its work was done; memory may be short: try --jobs 1")


class ExtraError(AttributionError, ImportError):
    """A library is not installed that only an extra brings: names the `library`, the `extra` and what needs it."""

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        self.library = library
        self.extra = extra
        self.purpose = purpose
        super().__init__(f"{purpose} needs {library}: pip install 'attribution-audit[{extra}]'")


class ArchiveError(AttributionError, RuntimeError):
    """A run over an archive cannot begin, go on or be trusted; `faults` holds one line for each reason."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class ReadError(AttributionError, OSError):
    """A document could not be read: `path` says which, `problem` why and what would be right."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")


class OtherKindError(ReadError):
    """A document is sound, but of a kind that holds no article: in a folder that is walked, it is passed over."""


def _rebuilt(kind: type[AttributionError], arguments: tuple[object, ...], facts: dict[str, object]) -> AttributionError:
    """An error as it was in the process that raised it: its own arguments are not those of its class."""
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(facts)
    return error
