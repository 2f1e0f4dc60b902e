"""The pages of rules in Markdown: one for each rule, an index by family, and the newsroom policies behind them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib import import_module

from attribution.config import Config, policy_names
from attribution.configuring.toml import written
from attribution.marked import Marked
from attribution.rules.base import Example, FixKind, Rule
from attribution.rules.catalogue import FAMILIES, catalogue, own_rules
from attribution.rules.newsrooms import newsroom_policies
from attribution.rules.page import WHAT, WHEN_OFF, WHY
from attribution.rules.selection import family
from attribution.rules.settings import settings

INDEX, POLICIES = "index.md", "policies.md"

OFF = "off"
"""What stands in the place of a level where a rule does not look."""

_MADE = "<!-- Made from the rules' own modules; `pytest --update-golden` makes it anew. -->"
_ON_POLICIES = """\
The rules follow what newsrooms and their associations have published. This is what each policy asks for, in our own
words, and where we know it from. Policies disagree in places, which is why rules have levels, options and profiles: one
newsroom wants a reason for every unnamed source, another holds a rote one to be worse than none."""

_SPECIAL = re.compile(r"([\\`*_\[\]#])")
_FIXES = {
    FixKind.NONE: "It offers none: only a person can mend this.",
    FixKind.SUGGESTED: "`--unsafe-fixes` applies what it suggests; look at the outcome.",
    FixKind.SAFE: "`--fix` mends it: what the article claims stays the same.",
}


def rule_pages() -> Mapping[str, str]:
    """Every page of our rules by the name of its file, the index first."""
    pages = {INDEX: _index(), POLICIES: _policies()}
    return {
        **pages,
        **{f"{rule.code}.md": f"{rule_page(rule, linked=True)}\n{_MADE}\n" for rule in own_rules().values()},
    }


def rule_page(rule: Rule, *, linked: bool = False) -> str:
    """The page of one rule, also of one that is not ours; words that it objects to are bold in its examples.

    With `linked`, it leads to the page of newsroom policies beside it.

    >>> from attribution.rules.catalogue import find_rule
    >>> rule_page(find_rule("ANON103")).splitlines()[0]
    '# ANON103 bare-source'
    """
    return "\n".join([f"# {rule.code} {rule.name}", "", rule.page.summary, "", *_body(rule, linked=linked)])


def _body(rule: Rule, *, linked: bool) -> Iterator[str]:
    yield from ("## What it does", "", rule.page.sections[WHAT], "")
    yield from (f"It speaks at most once for each {rule.scope}, and says: `{rule.message}`", "")
    yield from ("## Why it matters", "", rule.page.sections[WHY], "")
    if rule.policies:
        yield from (
            "Newsroom policies that ask for it:",
            "",
            *(_policy(key, linked=linked) for key in rule.policies),
            "",
        )
    yield from ("## Examples", "", "It objects to the words in bold:", "")
    yield from _examples(rule, flagged=True)
    yield from ("It leaves these alone:", "")
    yield from _examples(rule, flagged=False)
    yield from ("## Level", "", *_levels(rule), "")
    yield from ("## Options", "", *_options(rule), "")
    yield from ("## Fix", "", _FIXES[rule.fix], "")
    yield from ("## When to switch it off", "", rule.page.sections[WHEN_OFF], "")
    if rule.enabled:
        yield from ("```toml", f'ignore = ["{rule.code}"]', "```", "")


def _policy(key: str, *, linked: bool) -> str:
    policy = newsroom_policies().get(key)
    if policy is None:  # a plugin's rule may follow a policy that we do not know
        return f"- {key}"
    shown = f"[{key}]({POLICIES}#{key.lower()})" if linked else key
    return f"- {policy.issuer} ({shown}): {policy.asks}"


def _examples(rule: Rule, *, flagged: bool) -> Iterator[str]:
    for example in rule.examples:
        if example.flagged is flagged:
            paragraphs = [paragraph for paragraph in _shown(example.parsed()).split("\n") if paragraph]
            yield from ("- " + "\n\n    ".join([*paragraphs, *_settings(example)]), "")


def _shown(marked: Marked) -> str:
    """The text as Markdown, with what is marked in bold."""
    opened = {span.start for _, span in marked.spans}
    closed = {span.end for _, span in marked.spans}
    pieces = []
    for offset, character in enumerate(marked.text):
        pieces.append("</b>" if offset in closed else "")
        pieces.append("<b>" if offset in opened else "")
        pieces.append(_SPECIAL.sub(r"\\\1", escape(character, quote=False)))
    return "".join(pieces) + ("</b>" if len(marked.text) in closed else "")


def _settings(example: Example) -> list[str]:
    """Under which settings an example holds, as a line below it."""
    outlet = [f"own_outlet = {written(example.own_outlet)}"] if example.own_outlet else []
    options = [f"{name} = {written(value)}" for name, value in example.options.items()]
    return [f"With {', '.join(f'`{item}`' for item in (*outlet, *options))}."] if outlet or options else []


def _levels(rule: Rule) -> Iterator[str]:
    """Its level in each profile; a rule that is not ours has its own in all of them."""
    own = str(rule.severity) if rule.enabled else OFF
    known = catalogue().get(rule.code) is rule
    names = sorted(policy_names(), key=lambda name: (name != "default", name))
    yield f"| {' | '.join(f'`{name}`' for name in names)} |"
    yield "|" + "---|" * len(names)
    yield f"| {' | '.join(_profile(name).get(rule.code, OFF) if known else own for name in names)} |"
    if not rule.enabled:
        yield from ("", "It looks where it is asked to:", "", "```toml", f'extend_select = ["{rule.code}"]', "```")


@cache
def _profile(name: str) -> Mapping[str, str]:
    return {setting.rule.code: str(setting.severity) for setting in settings(Config(policy=name))}


def _options(rule: Rule) -> Iterator[str]:
    if not rule.page.options:
        yield "It has none but `severity` and `enabled`, as every rule."
        return
    yield from ("| option | type | default | meaning |", "|---|---|---|---|")
    for option in rule.page.options:
        yield f"| `{option.name}` | {option.kind} | `{written(option.default)}` | {option.meaning} |"
    yield from ("", "```toml", f"[rules.{rule.code}]")
    yield from (f"{option.name} = {written(option.default)}" for option in rule.page.options)
    yield "```"


def _index() -> str:
    rules = own_rules().values()
    off = sum(not rule.enabled for rule in rules)
    lines = ["# Rules", ""]
    lines += [f"{len(rules)} rules in {len(FAMILIES)} families; {off} of them look only when asked to. The level here"]
    lines += ["is that of the profile `default`; each page has those of the other profiles, with examples and options."]
    lines += [f"[What newsroom policies ask for]({POLICIES}) says whose demands they are.", ""]
    for name in FAMILIES:
        described = import_module(f"attribution.rules.{name}").__doc__ or ""
        lines += [f"## {name.capitalize()}", "", described.strip(), ""]
        lines += ["| rule | name | level | fix | what is wrong |", "|---|---|---|---|---|"]
        lines += [*(_entry(rule) for rule in rules if family(rule) == name), ""]
    return "\n".join([*lines, _MADE, ""])


def _entry(rule: Rule) -> str:
    level = str(rule.severity) if rule.enabled else OFF
    fix = "" if rule.fix is FixKind.NONE else str(rule.fix)
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {level} | {fix} | {rule.page.summary} |"


def _policies() -> str:
    lines = ["# What newsroom policies ask for", "", _ON_POLICIES, ""]
    lines += ["| key | whose | what it asks for | known from | rules |", "|---|---|---|---|---|"]
    for policy in newsroom_policies().values():
        after = " ".join(
            f"[{rule.code}]({rule.code}.md)" for rule in own_rules().values() if policy.key in rule.policies
        )
        key = f'<a id="{policy.key.lower()}"></a>{policy.key}'
        lines += [f"| {key} | {policy.issuer}: {policy.document} | {policy.asks} | {policy.read} | {after} |"]
    return "\n".join([*lines, "", _MADE, ""])
