"""One configuration file's table, checked: what it says, and one line for each thing that is wrong with it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from attribution.config import Phrase, policy_names
from attribution.configuring.keys import KEYS, PARTY_KEYS, PHRASE_KEYS, Kind
from attribution.errors import suggestion
from attribution.lexicons.loading import Addition

_LISTS = ("own_outlet_aliases", "extend_select", "ignore", "html_body", "html_skip")


@frozen(eq=False)
class Stated:
    """What one file states, with its paths resolved; `None` where it is silent.

    `per_file_ignores` holds a folder, a pattern below it, and the selectors ignored there.
    """

    extend: Path | None = None
    profile: str | None = None
    own_outlet: str | None = None
    own_outlet_aliases: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Path, str, tuple[str, ...]], ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    phrases: tuple[Phrase, ...] = ()
    lexicons: tuple[Path, ...] = ()
    words: tuple[Addition, ...] = ()
    baseline: Path | None = None
    require_reason: bool | None = None
    html_body: tuple[str, ...] = ()
    html_skip: tuple[str, ...] = ()
    html_captions: bool | None = None

    def over(self, other: "Stated") -> "Stated":
        """This file's statements over those of the file that it extends: single values win, lists and tables add."""
        rules = {
            code: {**other.rules.get(code, {}), **self.rules.get(code, {})} for code in {**other.rules, **self.rules}
        }
        return Stated(
            profile=self.profile or other.profile,
            own_outlet=self.own_outlet or other.own_outlet,
            own_outlet_aliases=(*other.own_outlet_aliases, *self.own_outlet_aliases),
            select=other.select if self.select is None else self.select,
            extend_select=(*other.extend_select, *self.extend_select),
            ignore=(*other.ignore, *self.ignore),
            per_file_ignores=(*other.per_file_ignores, *self.per_file_ignores),
            rules=rules,
            phrases=(*other.phrases, *self.phrases),
            lexicons=(*other.lexicons, *self.lexicons),
            words=(*other.words, *self.words),
            baseline=self.baseline or other.baseline,
            require_reason=other.require_reason if self.require_reason is None else self.require_reason,
            html_body=self.html_body or other.html_body,
            html_skip=(*other.html_skip, *self.html_skip),
            html_captions=other.html_captions if self.html_captions is None else self.html_captions,
        )


def stated(table: Mapping[str, Any], folder: Path, faults: list[str]) -> Stated:
    """What `table` states, paths being relative to `folder`; adds a line to `faults` for each thing that is wrong."""
    sound = dict(_sound(table, {key.name: key.kind for key in KEYS.values()}, "", faults))
    lists = {key: tuple(sound.get(key, ())) for key in _LISTS}
    found = Stated(
        extend=folder / sound["extend"] if "extend" in sound else None,
        profile=sound.get("profile"),
        own_outlet=sound.get("own_outlet"),
        select=tuple(sound["select"]) if "select" in sound else None,
        per_file_ignores=tuple(
            (folder, pattern, tuple(selectors)) for pattern, selectors in sound.get("per_file_ignores", {}).items()
        ),
        rules=sound.get("rules", {}),
        phrases=tuple(_phrases(sound.get("phrase", []), faults)),
        lexicons=tuple(_folders(sound.get("lexicons", []), folder, faults)),
        words=tuple(_words(sound, faults)),
        baseline=folder / sound["baseline"] if "baseline" in sound else None,
        require_reason=sound.get("require_reason"),
        html_captions=sound.get("html_captions"),
        **lists,
    )
    faults.extend(_hint_faults(found))
    if found.profile is not None and found.profile not in policy_names():
        faults.append(f"profile: no policy is called {found.profile!r}{_nearest(found.profile, policy_names())}")
        return evolve(found, profile=None)
    return found


def _sound(
    table: Mapping[str, Any], kinds: Mapping[str, Kind], path: str, faults: list[str]
) -> Iterator[tuple[str, Any]]:
    """The entries of a table that are known and of their kind."""
    for key, value in table.items():
        if key not in kinds:
            faults.append(f"{path}{key}: no such key{_nearest(key, kinds)}")
        elif not _fits(value, kinds[key]):
            faults.append(f"{path}{key}: expected {kinds[key]}, not {value!r}")
        else:
            yield key, value


def _fits(value: object, kind: Kind) -> bool:
    match kind:
        case Kind.TEXT:
            return isinstance(value, str) and bool(value)
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.TEXTS:
            return isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        case Kind.PATTERNS:
            return isinstance(value, dict) and all(_fits(item, Kind.TEXTS) for item in value.values())
        case Kind.RULES | Kind.PARTIES:
            return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
        case Kind.PHRASES:
            return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _hint_faults(found: Stated) -> Iterator[str]:
    """What is written as no hint at an element is."""
    if not (found.html_body or found.html_skip):
        return
    from attribution.readers.html.hints import is_hint

    for key, listed in (("html_body", found.html_body), ("html_skip", found.html_skip)):
        for hint in listed:
            if not is_hint(hint):
                yield f"{key}: {hint!r} names no element; write .class, #id, name, [attribute] or [attribute=value]"


def _phrases(tables: list[Mapping[str, Any]], faults: list[str]) -> Iterator[Phrase]:
    for number, table in enumerate(tables, start=1):
        path = f"phrase[{number}]"
        given = dict(_sound(table, PHRASE_KEYS, f"{path}.", faults))
        missing = [key for key in ("code", "message") if key not in table]
        faults.extend(f"{path}.{key}: missing" for key in missing)
        if "code" in given and "message" in given:
            values: dict[str, Any] = {
                key: tuple(item) if isinstance(item, list) else item for key, item in given.items()
            }
            yield Phrase(**values)


def _words(sound: Mapping[str, Any], faults: list[str]) -> Iterator[Addition]:
    if sound.get("well_known"):
        yield Addition("well_known", "configured", tuple(sound["well_known"]))
    for name, table in sound.get("parties", {}).items():
        given = dict(_sound(table, PARTY_KEYS, f"parties.{name}.", faults))
        if not given.get("words"):
            faults.append(f"parties.{name}.words: missing; the words that name the party")
            continue
        adversaries = (("adversaries", tuple(given["adversaries"])),) if given.get("adversaries") else ()
        yield Addition("belligerents", name, tuple(given["words"]), adversaries)


def _folders(names: list[str], folder: Path, faults: list[str]) -> Iterator[Path]:
    for name in names:
        path = folder / name
        if path.is_dir():
            yield path
        else:
            faults.append(f"lexicons: {path.as_posix()} is no folder")


def _nearest(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    return suggestion(word, known) or f"; there are {', '.join(known)}"
