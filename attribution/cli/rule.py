"""`attribution rule CODE`: the documentation of one rule."""

import argparse
import json
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from attribution.cli.terminal import color, width, write

if TYPE_CHECKING:
    from attribution.rules.base import Rule

FORMATS = ("plain", "json", "markdown")

# Lines longer than this are hard to read, however wide the terminal.
_WIDEST = 100


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser("rule", help="what a rule does, and why it matters", allow_abbrev=False)
    parser.add_argument("code", metavar="CODE", help="a code or a name from `attribution rules`")
    parser.add_argument("--format", choices=FORMATS, default="plain", help="how to write it (default: plain)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the rule's page; `RuleError` for a code that does not exist."""
    from attribution.cli.plugged import plugin_faults
    from attribution.rules.catalogue import find_rule
    from attribution.rules.upkeep import UPKEEP

    plugin_faults()
    if arguments.format == "plain" and (upkeep := UPKEEP.get(arguments.code.upper())) is not None:
        said = f"{upkeep.code} {upkeep.name} ({upkeep.severity}, about directives in an article): {upkeep.meaning}."
        write((line + "\n" for line in wrap(said, min(width(), _WIDEST))), None)
        return 0
    rule = find_rule(arguments.code)
    if arguments.format == "json":
        from attribution.renderers.rules_json import rule_page_to_dict

        write([json.dumps(rule_page_to_dict(rule), ensure_ascii=False, indent=2) + "\n"], None)
    elif arguments.format == "markdown":
        from attribution.renderers.rule_pages import rule_page

        write([rule_page(rule)], None)
    else:
        write((line + "\n" for line in _page(rule)), None)
    return 0


def _page(rule: "Rule") -> Iterator[str]:
    from attribution.configuring.toml import written
    from attribution.renderers.display import Paint

    paint = Paint(color(None))
    columns = min(width(), _WIDEST)
    state = f"{rule.severity}, once for each {rule.scope}" + ("" if rule.enabled else ", off unless asked for")
    head, *rest = wrap(f"{rule.code} {rule.name} ({state})", columns)
    yield from (paint(rule.code, "bold") + head.removeprefix(rule.code), *rest)
    yield from wrap(rule.page.summary, columns)
    for heading, text in rule.page.sections.items():
        yield from ("", paint(heading, "bold"))
        for index, paragraph in enumerate(text.split("\n\n")):
            yield from ([""] if index else [])
            yield from wrap(" ".join(paragraph.split()), columns)
    yield from ("", paint("Examples", "bold"))
    for example in rule.examples:
        yield from _item("flagged" if example.flagged else "clean", example.marked, columns)
    if rule.page.options:
        yield from ("", paint("Options", "bold"))
        for option in rule.page.options:
            yield f"  {option.name} = {written(option.default)}"
            yield from wrap(option.meaning, columns, initial_indent=" " * 6, subsequent_indent=" " * 6)
    if rule.policies:
        yield from ("", *wrap(f"Asked for by {', '.join(map(_policy, rule.policies))}.", columns))
    if rule.plugin is not None:
        yield from ("", f"From the plugin {rule.plugin.distribution} {rule.plugin.version}.")


def _policy(key: str) -> str:
    from attribution.rules.newsrooms import newsroom_policies

    policy = newsroom_policies().get(key)
    return f"{policy.issuer} ({key})" if policy is not None else key


def _item(label: str, text: str, columns: int) -> list[str]:
    return wrap(" ".join(text.split()), columns, initial_indent=f"  {label:<8}", subsequent_indent=" " * 10)
