"""`attribution rules`: every rule on a line."""

import argparse
from collections.abc import Iterator

from attribution.cli.terminal import color, width, write

_CODE, _LEVEL = 8, 7
# With less room than this a summary says nothing.
_SHORTEST = 20


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser("rules", help="list every rule with its code, level and name", allow_abbrev=False)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the rules, one a line, in order of code."""
    write(_lines(), None)
    return 0


def _lines() -> Iterator[str]:
    from attribution.renderers.display import Paint, shorten
    from attribution.renderers.wording import SEVERITY_STYLES
    from attribution.rules.catalogue import catalogue

    paint = Paint(color(None))
    rules = catalogue().values()
    longest = max(len(rule.name) for rule in rules)
    for rule in rules:
        level = paint(f"{rule.severity if rule.enabled else 'off':<{_LEVEL}}", SEVERITY_STYLES[rule.severity])
        room = width() - _CODE - _LEVEL - longest - 6
        summary = f"  {shorten(rule.page.summary, room)}" if room >= _SHORTEST else ""
        yield f"{rule.code:<{_CODE}}  {level}  {rule.name:<{longest}}{summary}".rstrip() + "\n"
