"""What a policy and a configuration make of the rules: which look, how severe they are, with which options."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import frozen

from attribution.config import Config, Policy, load_policy, policy_names
from attribution.errors import ConfigError, suggestion
from attribution.model.finding import Severity
from attribution.rules.base import Rule
from attribution.rules.catalogue import catalogue
from attribution.rules.house import looking_phrases, phrase_faults
from attribution.rules.options import checked_options
from attribution.rules.selection import chosen, selector_faults
from attribution.rules.upkeep import SELECTORS, UPKEEP, upkeep_faults


@frozen(eq=False)
class Setting:
    """A rule that is to look, with its severity and its options."""

    rule: Rule
    severity: Severity
    options: Any


@lru_cache(maxsize=16)
def settings(config: Config) -> tuple[Setting, ...]:
    """The rules that look under `config`, in order of code.

    Raises `ConfigError` with every fault there is, one line each: unknown codes, severities and options.

    >>> settings(Config(rules={"ANON101": {"severity": "fatal"}, "NOPE": {}}))
    Traceback (most recent call last):
    attribution.errors.ConfigError: rules.NOPE: no rule has this code
    rules.ANON101.severity: expected error, warning or info, not 'fatal'
    """
    found, standing, faults = _examined(config)
    if faults:
        raise ConfigError(faults)
    looking = chosen(
        catalogue(), standing, select=config.select, extend_select=config.extend_select, ignore=config.ignore
    )
    return tuple(setting for setting in found if setting.rule.code in looking)


@lru_cache(maxsize=64)
def codes_looking(config: Config) -> frozenset[str]:
    """The codes of the rules that look under `config`, a newsroom's own included."""
    own = (phrase.code for phrase in looking_phrases(config))
    return frozenset((*(setting.rule.code for setting in settings(config)), *own))


def all_settings(config: Config) -> tuple[Setting, ...]:
    """The setting of every rule, whether it looks or not, in order of code; faults are left out of account."""
    return tuple(_examined(config)[0])


def setting_faults(config: Config, selectors: Sequence[str] = ()) -> list[str]:
    """One line for each fault in the settings of rules; `selectors` are checked with those of `config`."""
    if config.policy not in policy_names():
        return [f"profile: no policy is called {config.policy!r}; there are {', '.join(policy_names())}"]
    faults = _examined(config)[2]
    return [*faults, *selector_faults(catalogue(), selectors, "per_file_ignores", _besides(config))]


def _examined(config: Config) -> tuple[list[Setting], list[str], list[str]]:
    """Every rule's setting, the codes of those that look when nobody selects, and every fault."""
    policy = load_policy(config.policy)
    faults = _faults(config)
    found: list[Setting] = []
    standing: list[str] = []
    for rule in catalogue().values():
        given = {**policy.rules.get(rule.code, {}), **config.rules.get(rule.code, {})}
        enabled = given.pop("enabled", rule.enabled or policy.options.get("opt_in") is True)
        if not isinstance(enabled, bool):
            faults.append(f"rules.{rule.code}.enabled: expected true or false, not {enabled!r}")
        severity = _severity(rule, given, policy, faults)
        checked = checked_options(rule.options, given, f"rules.{rule.code}")
        faults.extend(checked.faults)
        if enabled is True:
            standing.append(rule.code)
        found.append(Setting(rule, severity, checked.options))
    return found, standing, faults


def _faults(config: Config) -> list[str]:
    """What is wrong outside the settings of single rules."""
    known = (*catalogue(), *UPKEEP)
    unknown = [code for code in config.rules if code not in known]
    faults = [f"rules.{code}: no rule has this code{suggestion(code, known)}" for code in unknown]
    faults.extend(upkeep_faults(config))
    selectors = {"select": config.select or (), "extend_select": config.extend_select, "ignore": config.ignore}
    for key, given in selectors.items():
        faults.extend(selector_faults(catalogue(), given, key, _besides(config)))
    return [*faults, *phrase_faults(config.phrases, {*catalogue(), *UPKEEP})]


def _besides(config: Config) -> tuple[str, ...]:
    """What selectors may mean besides the catalogue's rules."""
    return (*(phrase.code for phrase in config.phrases), *SELECTORS)


def _severity(rule: Rule, given: dict[str, Any], policy: Policy, faults: list[str]) -> Severity:
    """The severity stated for the rule, or what the policy makes of the rule's own; takes it out of `given`."""
    stated = given.pop("severity", None)
    if stated is None:
        raised: Mapping[str, str] = policy.options.get("severities", {})
        return Severity(raised.get(rule.severity.value, rule.severity.value))
    if stated not in list(Severity):
        faults.append(f"rules.{rule.code}.severity: expected error, warning or info, not {stated!r}")
        return rule.severity
    return Severity(stated)
