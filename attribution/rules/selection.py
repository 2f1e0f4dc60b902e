"""Which rules look, by selectors: a code, the first letters of codes, a family or a name; the most specific decides."""

from collections.abc import Iterable, Mapping, Sequence

from attribution.errors import suggestion
from attribution.rules.base import Rule

ALL = "ALL"
"""The selector of every rule."""


def family(rule: Rule) -> str:
    """The family a rule belongs to: the folder that it stands in, or the distribution that brought it."""
    if rule.plugin is not None:
        return rule.plugin.distribution
    return rule.check.__module__.split(".")[-2]


def chosen(
    rules: Mapping[str, Rule],
    standing: Iterable[str],
    *,
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> frozenset[str]:
    """The codes of the rules that look.

    `standing` are those that look when nobody selects; `select` takes their place, `extend_select` adds, `ignore` takes
    away. Where a rule is both selected and ignored, the more specific selector decides, so that "ignore ANON, select
    ANON101" leaves ANON101; equally specific ones ignore.
    """
    base = frozenset(standing) if select is None else frozenset()
    kept = set()
    for code, rule in rules.items():
        wanted = max((_fit(rule, item) for item in (*(select or ()), *extend_select)), default=0)
        unwanted = max((_fit(rule, item) for item in ignore), default=0)
        if wanted > unwanted or (code in base and not unwanted):
            kept.add(code)
    return frozenset(kept)


def selector_faults(
    rules: Mapping[str, Rule], selectors: Iterable[str], path: str, house: Sequence[str] = ()
) -> list[str]:
    """One line for each selector that no rule answers to, with the nearest that one does; `house` are other codes."""
    known = selector_names(rules)
    faults = []
    for selector in selectors:
        if not any(_fit(rule, selector) for rule in rules.values()) and not means_code(selector, house):
            faults.append(f"{path}: no rule or family answers to {selector!r}{suggestion(selector, known)}")
    return faults


def means_code(selector: str, codes: Iterable[str]) -> bool:
    """Whether a selector means one of these codes or names: by a code's first letters, a whole name, or as all."""
    return any(
        selector.upper() == ALL or code.startswith(selector.upper()) or code == selector.lower() for code in codes
    )


def meant(rules: Mapping[str, Rule], selector: str) -> frozenset[str]:
    """The codes of the rules that a selector means.

    >>> from attribution.rules.catalogue import catalogue
    >>> sorted(meant(catalogue(), "ANON11"))
    ['ANON110', 'ANON111', 'ANON112', 'ANON113', 'ANON114']
    """
    return frozenset(code for code, rule in rules.items() if _fit(rule, selector))


def selector_names(rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """Every whole selector of these rules: all, the letters of families, families, codes and names."""
    prefixes = sorted({code.rstrip("0123456789") for code in rules})
    others = {*rules, *(family(rule) for rule in rules.values()), *(rule.name for rule in rules.values())}
    return (ALL, *prefixes, *sorted(others))


def _fit(rule: Rule, selector: str) -> int:
    """How specifically `selector` means the rule: 0 not at all, 1 for all, 2 for its family, more for longer codes."""
    if selector.upper() == ALL:
        return 1
    if selector.lower() in (family(rule), rule.code.rstrip("0123456789").lower()):
        return 2
    if selector.lower() == rule.name:
        return len(rule.code) + 2
    prefix = rule.code.rstrip("0123456789")
    longer = len(selector) > len(prefix) and rule.code.startswith(selector.upper())
    return len(selector) + 2 if longer else 0
