"""Findings about what stands beside a text, its directives and its metadata, with codes of their own."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from attribution.config import Config
from attribution.model.finding import Severity
from attribution.rules.selection import ALL


@frozen
class Upkeep:
    """One kind of finding about directives or metadata."""

    code: str
    name: str
    severity: Severity
    meaning: str


UNUSED = Upkeep("META901", "unused-suppression", Severity.WARNING, "a directive that suppresses or ends nothing")
UNKNOWN_RULE = Upkeep("META902", "unknown-suppressed-rule", Severity.WARNING, "no rule answers to what it names")
NO_REASON = Upkeep("META903", "suppression-without-reason", Severity.ERROR, "no reason, where one is required")
UNREADABLE = Upkeep("META904", "unreadable-directive", Severity.WARNING, "a directive that asks for nothing known")
NOT_CREDITED = Upkeep("META905", "credit-not-in-text", Severity.INFO, "metadata credit a source that no reader sees")

_KINDS = (UNUSED, UNKNOWN_RULE, NO_REASON, UNREADABLE, NOT_CREDITED)
UPKEEP: Mapping[str, Upkeep] = {item.code: item for item in _KINDS}
"""These findings by code. They are there whatever rules are selected, unless their codes are ignored."""

SELECTORS = (*UPKEEP, *(item.name for item in UPKEEP.values()))
"""What a selector may mean besides rules."""


def means_upkeep(selector: str, code: str) -> bool:
    """Whether a selector means a finding about directives: its code, the first letters of it, its name, or all.

    >>> means_upkeep("META", "META901"), means_upkeep("unused-suppression", "META902")
    (True, False)
    """
    return selector.upper() == ALL or code.startswith(selector.upper()) or selector.lower() == UPKEEP[code].name


def upkeep_looking(config: Config) -> frozenset[str]:
    """The codes of the findings about directives that are made under `config`.

    `ignore` takes them away, unless they are selected by more than `ALL`.
    """
    chosen = (*(config.select or ()), *config.extend_select)
    return frozenset(code for code in UPKEEP if not _means(config.ignore, code) or _means(_specific(chosen), code))


def upkeep_severity(config: Config, kind: Upkeep) -> Severity:
    """How severe a finding about directives is under `config`: what `[rules.META902] severity` says, or its own.

    >>> upkeep_severity(Config(rules={"META902": {"severity": "error"}}), UNKNOWN_RULE).value
    'error'
    """
    return Severity(config.rules.get(kind.code, {}).get("severity", kind.severity))


def upkeep_faults(config: Config) -> list[str]:
    """One line for each fault in what `config` says of findings about directives: they have a severity and no more."""
    faults: list[str] = []
    for code in (code for code in config.rules if code in UPKEEP):
        given = config.rules[code]
        faults.extend(f"rules.{code}.{key}: META findings have only a severity" for key in given if key != "severity")
        severity = given.get("severity", UPKEEP[code].severity)
        if severity not in list(Severity):
            faults.append(f"rules.{code}.severity: expected error, warning or info, not {severity!r}")
    return faults


def _means(selectors: Iterable[str], code: str) -> bool:
    return any(means_upkeep(selector, code) for selector in selectors)


def _specific(selectors: Iterable[str]) -> tuple[str, ...]:
    return tuple(selector for selector in selectors if selector.upper() != ALL)
