"""Rules as JSON: what each is called, what it looks for, which options it takes."""

from typing import Any

from attribution.rules.base import Example, FixKind, Rule
from attribution.rules.options import Option
from attribution.rules.selection import family


def rule_to_dict(rule: Rule) -> dict[str, Any]:
    """A rule as `attribution rules --format json` lists it; `plugin` is `None` for ours.

    >>> from attribution.rules.catalogue import find_rule
    >>> rule_to_dict(find_rule("ANON111"))["options"]["max_share"]["default"]
    0.5
    """
    return {
        "code": rule.code,
        "name": rule.name,
        "family": family(rule),
        "severity": str(rule.severity),
        "enabled": rule.enabled,
        "scope": str(rule.scope),
        "fixable": rule.fix is not FixKind.NONE,
        "fix": str(rule.fix),
        "summary": rule.page.summary,
        "message": rule.message,
        "policies": list(rule.policies),
        "options": {option.name: _option(option) for option in rule.page.options},
        "plugin": _plugin(rule),
    }


def rule_page_to_dict(rule: Rule) -> dict[str, Any]:
    """The same with the sections of its page and its examples."""
    return {
        **rule_to_dict(rule),
        "sections": dict(rule.page.sections),
        "examples": [_example(example) for example in rule.examples],
    }


def _option(option: Option) -> dict[str, Any]:
    types = option.json_types
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    return {"type": types[0] if len(types) == 1 else list(types), "default": default, "meaning": option.meaning}


def _plugin(rule: Rule) -> dict[str, str] | None:
    if rule.plugin is None:
        return None
    return {
        "distribution": rule.plugin.distribution,
        "version": rule.plugin.version,
        "entry_point": rule.plugin.name,
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "text": example.marked,
        "flagged": example.flagged,
        "own_outlet": example.own_outlet,
        "options": dict(example.options),
    }
