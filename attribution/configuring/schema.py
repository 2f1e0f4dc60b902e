"""The JSON Schema of a configuration file, for editors and for other programs; made from the keys and the rules."""

from typing import Any

from attribution.config import policy_names
from attribution.configuring.keys import KEYS, PARTY_KEYS, PHRASE_KEYS, Key, Kind
from attribution.model.finding import Severity
from attribution.rules.base import Rule
from attribution.rules.catalogue import catalogue
from attribution.rules.house import CODE
from attribution.rules.options import Option
from attribution.rules.upkeep import UPKEEP, Upkeep

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_PLAIN: dict[Kind, Schema] = {Kind.TEXT: _TEXT, Kind.TEXTS: _TEXTS, Kind.FLAG: {"type": "boolean"}}
_SEVERITY: Schema = {"enum": [str(severity) for severity in Severity]}


def configuration_schema() -> Schema:
    """The schema of `attribution.toml`, and of the table `[tool.attribution]`.

    It knows every key and every option of a rule; whether a selector means a rule, or a pattern is one, is checked
    when the file is read.
    """
    return {
        "$schema": DIALECT,
        "title": "Configuration of attribution",
        "type": "object",
        "properties": {key.name: {**_of_key(key), "description": key.meaning} for key in KEYS.values()},
        "additionalProperties": False,
    }


def _of_key(key: Key) -> Schema:
    if key.name == "profile":
        return {"enum": list(policy_names()), "default": "default"}
    match key.kind:
        case Kind.PATTERNS:
            return {"type": "object", "additionalProperties": _TEXTS}
        case Kind.RULES:
            upkeep = {code: _of_upkeep(kind) for code, kind in UPKEEP.items()}
            return _closed({**{code: _of_rule(rule) for code, rule in catalogue().items()}, **upkeep})
        case Kind.PARTIES:
            party = _closed({name: _PLAIN[kind] for name, kind in PARTY_KEYS.items()})
            return {"type": "object", "additionalProperties": {**party, "required": ["words"]}}
        case Kind.PHRASES:
            return {"type": "array", "items": _of_phrase()}
        case plain:
            return _PLAIN[plain]


def _of_rule(rule: Rule) -> Schema:
    options = {option.name: _of_option(option) for option in rule.page.options}
    always = {
        "severity": {**_SEVERITY, "description": f"{rule.severity}, unless the profile has another"},
        "enabled": {"type": "boolean", "description": "whether it looks when nobody selects"},
    }
    return {**_closed({**always, **options}), "description": f"{rule.name}: {rule.page.summary}"}


def _of_upkeep(kind: Upkeep) -> Schema:
    severity = {**_SEVERITY, "description": f"{kind.severity}, whatever the profile"}
    return {**_closed({"severity": severity}), "description": f"{kind.name}: {kind.meaning}"}


def _of_phrase() -> Schema:
    properties = {name: _PLAIN[kind] for name, kind in PHRASE_KEYS.items()}
    return {
        **_closed({**properties, "severity": _SEVERITY, "code": {**_TEXT, "pattern": f"^{CODE}$"}}),
        "required": ["code", "message"],
        "oneOf": [{"required": ["phrases"]}, {"required": ["pattern"]}],
    }


def _of_option(option: Option) -> Schema:
    types = option.json_types
    described: Schema = {"type": types[0] if len(types) == 1 else list(types), "description": option.meaning}
    if "array" in types:
        described["items"] = {"type": "string"}
    return {**described, "default": option.default}


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}
