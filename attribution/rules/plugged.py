"""Rules of plugins: an entry point in `attribution.rules` leads to a rule, or to a module or package of rules."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

from attrs import evolve, frozen

from attribution.errors import PluginError
from attribution.model.finding import Severity
from attribution.plugins import RULES, Origin, load, origins
from attribution.rules.base import Rule, Scope

_CODE = re.compile(r"[A-Z]{2,12}\d{1,4}")
_NAME = re.compile(r"[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){0,12}")


@frozen(eq=False)
class Plugged:
    """The rules that plugins add, each with its origin, and what is wrong with those that are left out."""

    rules: tuple[Rule, ...]
    faults: tuple[PluginError, ...]


def plugged_rules(ours: Mapping[str, Rule]) -> Plugged:
    """The rules of every plugin beside `ours`: one that is broken, or takes a code or name of another, is left out."""
    rules: dict[str, Rule] = {}
    faults: list[PluginError] = []
    for origin in origins(RULES):
        try:
            found = list(_rules(load(origin), origin))
        except PluginError as error:
            faults.append(error)
            continue
        for rule in found:
            if any(rule is other for other in ours.values()):
                continue  # imported by the plugin for its own use
            problem = _problem(rule, {**ours, **rules})
            if problem:
                faults.append(origin.fault(problem, str(rule.code)))
            else:
                rules[rule.code] = evolve(rule, plugin=origin)
    return Plugged(tuple(rules.values()), tuple(faults))


def _rules(value: object, origin: Origin) -> Iterator[Rule]:
    """Every rule that an entry point leads to, each once."""
    if isinstance(value, Rule):
        yield value
        return
    if not isinstance(value, ModuleType):
        raise origin.fault(f"{origin.value} is neither a rule nor a module of rules but a {type(value).__name__}")
    seen: list[Rule] = []
    for module in _modules(value, origin):
        for item in vars(module).values():
            if isinstance(item, Rule) and not any(item is other for other in seen):
                seen.append(item)
    if not seen:
        raise origin.fault(f"{origin.value} holds no rule")
    yield from seen


def _modules(module: ModuleType, origin: Origin) -> Iterator[ModuleType]:
    """A module, and those in its folder when it is a package."""
    yield module
    for entry in sorted(pkgutil.iter_modules(getattr(module, "__path__", ())), key=lambda item: item.name):
        if entry.name != "__main__":
            try:
                yield import_module(f"{module.__name__}.{entry.name}")
            except (Exception, SystemExit) as error:
                problem = f"{module.__name__}.{entry.name}: {type(error).__name__}: {error}"
                raise origin.fault(problem) from error


def _problem(rule: Rule, others: Mapping[str, Rule]) -> str:
    """What keeps a rule out of the catalogue, or nothing."""
    if not _CODE.fullmatch(rule.code):
        return "a code is capital letters and a number, as in HARB101"
    if not _NAME.fullmatch(rule.name):
        return f"a name is small letters with hyphens, as in bare-source, not {rule.name!r}"
    for other in others.values():
        if rule.code == other.code or rule.name == other.name:
            owner = f"of {other.plugin.distribution}" if other.plugin is not None else "built in"
            same = "code" if rule.code == other.code else f"name {rule.name!r}"
            return f"its {same} is that of {other.code} {other.name}, which is {owner}"
    if rule.severity not in tuple(Severity) or rule.scope not in tuple(Scope):
        return "its severity and its scope must be members of Severity and Scope"
    try:
        rule.options()
    except Exception as error:
        return f"every option needs a default: {error}"
    return ""
