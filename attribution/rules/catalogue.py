"""Every rule there is: the modules of this folder, walked once, and what plugins add. The tree is the registry."""

import pkgutil
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from attribution import rules as folder
from attribution.errors import PluginError, PluginWarning, RuleError
from attribution.rules.base import Rule
from attribution.rules.plugged import Plugged, plugged_rules

FAMILIES = ("anonymity", "claims", "quotation", "relay", "wording", "balance")
"""The folders that hold rules, in the order of their codes."""


@cache
def catalogue() -> Mapping[str, Rule]:
    """The rules by code, sorted: ours, and those of plugins. A plugin that is left out is a `PluginWarning`.

    >>> catalogue()["ANON103"].name
    'bare-source'
    """
    plugged = _plugged()
    for fault in plugged.faults:
        warnings.warn(str(fault), PluginWarning, stacklevel=2)
    return MappingProxyType(dict(sorted({**own_rules(), **{rule.code: rule for rule in plugged.rules}}.items())))


@cache
def own_rules() -> Mapping[str, Rule]:
    """Our rules by code, sorted. Raises `RuleError` when two rules share a code or a name."""
    found: dict[str, Rule] = {}
    names: set[str] = set()
    for declared in _declared():
        if declared.code in found or declared.name in names:
            raise RuleError(declared.code, f"another rule has the code or the name {declared.name!r} too")
        found[declared.code] = declared
        names.add(declared.name)
    return MappingProxyType(dict(sorted(found.items())))


def rule_faults() -> tuple[PluginError, ...]:
    """What is wrong with the rules of plugins that are left out."""
    return _plugged().faults


def find_rule(code: str) -> Rule:
    """The rule with this code or name, in either case; raises `RuleError` for an unknown one.

    >>> find_rule("no-named-source").code
    'BAL605'
    """
    wanted = code.casefold()
    for declared in catalogue().values():
        if wanted in (declared.code.casefold(), declared.name):
            return declared
    raise RuleError(code, f"no such rule; there are {', '.join(catalogue())}")


@cache
def _plugged() -> Plugged:
    return plugged_rules(own_rules())


def _declared() -> Iterator[Rule]:
    for family in FAMILIES:
        package = import_module(f"{folder.__name__}.{family}")
        for module in _modules(package):
            for value in vars(module).values():
                if isinstance(value, Rule):
                    yield value


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for entry in sorted(pkgutil.iter_modules(package.__path__), key=lambda item: item.name):
        yield import_module(f"{package.__name__}.{entry.name}")
