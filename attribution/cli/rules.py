"""`attribution rules`: every rule on a line, or all of them as JSON."""

import argparse
import json
from collections.abc import Iterator

from attribution.cli.terminal import color, width, write

FORMATS = ("plain", "json")
_CODE, _LEVEL = 8, 7
# With less room than this a summary says nothing.
_SHORTEST = 20


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser("rules", help="list every rule with its code, level and name", allow_abbrev=False)
    parser.add_argument("--format", choices=FORMATS, default="plain", help="how to list them (default: plain)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the rules in order of code, one a line; a plugin whose rules are left out is said."""
    from attribution.cli.plugged import plugin_faults

    plugin_faults()
    write(_json() if arguments.format == "json" else _lines(), None)
    return 0


def _lines() -> Iterator[str]:
    from attribution.renderers.display import Paint, shorten
    from attribution.renderers.wording import SEVERITY_STYLES
    from attribution.rules.catalogue import catalogue

    paint = Paint(color(None))
    rules = catalogue().values()
    codes = max(_CODE, *(len(rule.code) for rule in rules))
    longest = max(len(rule.name) for rule in rules)
    for rule in rules:
        level = paint(f"{rule.severity if rule.enabled else 'off':<{_LEVEL}}", SEVERITY_STYLES[rule.severity])
        room = width() - codes - _LEVEL - longest - 6
        told = rule.page.summary if rule.plugin is None else f"[{rule.plugin.distribution}] {rule.page.summary}"
        summary = f"  {shorten(told, room)}" if room >= _SHORTEST else ""
        yield f"{rule.code:<{codes}}  {level}  {rule.name:<{longest}}{summary}".rstrip() + "\n"


def _json() -> Iterator[str]:
    from attribution.renderers.rules_json import rule_to_dict
    from attribution.rules.catalogue import catalogue

    yield json.dumps([rule_to_dict(rule) for rule in catalogue().values()], ensure_ascii=False, indent=2) + "\n"
