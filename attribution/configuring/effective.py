"""What holds for one article, and where each setting comes from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import evolve, frozen

from attribution.config import Config, Phrase
from attribution.configuring.files import Link, load_chain, shown
from attribution.configuring.keys import KEYS
from attribution.configuring.project import Overrides, Project, project_of
from attribution.model.finding import Severity
from attribution.rules.settings import Setting, all_settings, codes_looking, settings

COMMAND_LINE, DEFAULT, SPARED = "command line", "default", "per_file_ignores"

_SINGLE = ("profile", "own_outlet", "select", "baseline", "require_reason", "html_body", "html_captions")


@frozen(eq=False)
class Value:
    """One key with the value that holds, as TOML and JSON write it, and where that comes from, the last word first."""

    key: str
    value: Any
    origins: tuple[str, ...]


@frozen(eq=False)
class RuleState:
    """One rule: whether it looks, its level, its options with what they usually are, and what made it so, if not it.

    `own` rules are the newsroom's: a phrase or pattern of its configuration.
    """

    code: str
    name: str
    looks: bool
    severity: Severity
    options: Mapping[str, Any]
    usual: Mapping[str, Any]
    origins: tuple[str, ...]
    own: bool = False


@frozen(eq=False)
class Effective:
    """Everything that holds: the files that take part, the nearest first, the keys that are set, and every rule."""

    files: tuple[str, ...]
    values: tuple[Value, ...]
    rules: tuple[RuleState, ...]


def effective(path: Path, overrides: Overrides) -> Effective:
    """What holds for the article in the file `path`, or for the articles in the folder `path`.

    Raises `ConfigError` with every fault there is in the files and on the command line.
    """
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    project = project_of(folder, overrides)
    config = project.config if path.is_dir() else project.config_for(str(path))
    chain = load_chain(project.file)[0] if project.file is not None else ()
    held = _held(project, config, spare=not path.is_dir())
    values = [Value(key, held[key], _origins(key, chain, overrides)) for key in KEYS if _set(held.get(key))]
    if config is not project.config:
        values = [evolve(item, origins=(*item.origins, SPARED)) if item.key == "ignore" else item for item in values]
    return Effective(
        files=tuple(shown(link.file) for link in chain),
        values=tuple(values),
        rules=(*_rules(config, chain), *_own(config, chain)),
    )


def _held(project: Project, config: Config, *, spare: bool) -> dict[str, Any]:
    """The value of each key but `extend` and `rules`, which what they bring along takes the place of."""
    words = {name: [item for item in config.words if item.lexicon == name] for name in ("well_known", "belligerents")}
    return {
        "profile": config.policy,
        "own_outlet": config.own_outlet,
        "own_outlet_aliases": list(config.own_outlet_aliases),
        "select": config.select,
        "extend_select": list(config.extend_select),
        "ignore": list(config.ignore),
        "per_file_ignores": {} if spare else {pattern: list(of) for _, pattern, of in project.per_file_ignores},
        "phrase": [_phrase(phrase) for phrase in config.phrases],
        "lexicons": [shown(folder) for folder in config.lexicons],
        "well_known": [name for item in words["well_known"] for name in item.phrases],
        "parties": {
            item.group: {"words": list(item.phrases), **{key: list(value) for key, value in item.values}}
            for item in words["belligerents"]
        },
        "baseline": shown(project.baseline) if project.baseline is not None else None,
        "html_body": list(config.readers.body),
        "html_skip": list(config.readers.skip),
        "html_captions": config.readers.captions,
        "require_reason": project.require_reason,
    }


def _set(value: object) -> bool:
    """Whether a key says anything; an empty `select` does, and is no list here."""
    return value is not None and value is not False and value != [] and value != {}


def _phrase(phrase: Phrase) -> dict[str, Any]:
    """What a rule of the newsroom's own states, without what is so anyway."""
    given = {item.name: getattr(phrase, item.name) for item in attrs.fields(Phrase)}
    usual = {item.name: item.default for item in attrs.fields(Phrase)}
    stated = {name: value for name, value in given.items() if value != usual[name]}
    return {name: _plain(value) for name, value in stated.items()}


def _origins(key: str, chain: tuple[Link, ...], overrides: Overrides) -> tuple[str, ...]:
    said = [COMMAND_LINE] if getattr(overrides, key, None) not in (None, ()) else []
    places = [*said, *(shown(link.file) for link in chain if key in link.table)]
    return tuple(places[:1] if key in _SINGLE else places) or (DEFAULT,)


def _rules(config: Config, chain: tuple[Link, ...]) -> Iterator[RuleState]:
    looking = {setting.rule.code for setting in settings(config)}
    standing = {setting.rule.code for setting in settings(evolve(config, select=None, extend_select=(), ignore=()))}
    usual = {setting.rule.code: setting for setting in all_settings(evolve(config, rules={}))}
    for setting in all_settings(config):
        code = setting.rule.code
        origins = [shown(link.file) for link in chain if code in link.table.get("rules", {})]
        if code in looking ^ standing:
            origins.append(_selection(config, looks=code in looking))
        if _of_profile(usual[code], looks=code in standing) and not origins:
            origins.append(f"profile {config.policy}")
        usually = {option.name: _plain(option.default) for option in setting.rule.page.options}
        yield RuleState(
            code=code,
            name=setting.rule.name,
            looks=code in looking,
            severity=setting.severity,
            options={name: _plain(getattr(setting.options, name)) for name in usually},
            usual=usually,
            origins=tuple(origins),
        )


def _own(config: Config, chain: tuple[Link, ...]) -> Iterator[RuleState]:
    for phrase in config.phrases:
        code, looks = phrase.code, phrase.code in codes_looking(config)
        origins = [shown(link.file) for link in chain if phrase in link.stated.phrases]
        reasons = () if looks else (_selection(config, looks=False),)
        severity = Severity(phrase.severity)
        yield RuleState(code, phrase.name, looks, severity, {}, {}, (*origins, *reasons), own=True)


def _selection(config: Config, *, looks: bool) -> str:
    if looks:
        return "selected"
    return "ignored" if config.select is None else "not selected"


def _of_profile(setting: Setting, *, looks: bool) -> bool:
    return setting.severity != setting.rule.severity or looks != setting.rule.enabled


def _plain(value: Any) -> Any:
    """A value as TOML and JSON have it."""
    return list(value) if isinstance(value, tuple) else value
