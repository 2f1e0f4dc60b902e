"""Which rules look, by selectors: a code, the first letters of codes, a family or a name; the most specific decides."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from attribution.rules.base import Rule

ALL = "ALL"
"""The selector of every rule."""


def family(rule: Rule) -> str:
    """The family a rule belongs to: the folder that it stands in."""
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


def selector_faults(rules: Mapping[str, Rule], selectors: Iterable[str], path: str) -> list[str]:
    """One line for each selector that no rule answers to, with the nearest that one does."""
    known = [
        ALL,
        *sorted({*rules, *(family(rule) for rule in rules.values()), *(rule.name for rule in rules.values())}),
    ]
    faults = []
    for selector in selectors:
        if not any(_fit(rule, selector) for rule in rules.values()):
            near = get_close_matches(selector.upper(), known, 1) or get_close_matches(selector.lower(), known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            faults.append(f"{path}: no rule or family answers to {selector!r}{hint}")
    return faults


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
