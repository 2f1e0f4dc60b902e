"""`attribution config`: what holds for an article, a file to start from, and the schema of such files."""

import argparse
from pathlib import Path

from attribution.cli.inputs import add_configuration_arguments, overrides
from attribution.cli.terminal import write

FORMATS = ("toml", "json")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand and its own three."""
    parser = commands.add_parser("config", help="show, begin or describe a configuration file", allow_abbrev=False)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    show = actions.add_parser("show", help="what holds for an article, and where it comes from", allow_abbrev=False)
    show.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder (default: this one)")
    show.add_argument("--own-outlet", metavar="NAME", help="the outlet whose articles these are")
    add_configuration_arguments(show)
    show.add_argument("--format", choices=FORMATS, default="toml", help="how to write it (default: toml)")
    show.set_defaults(run=_show)
    init = actions.add_parser("init", help="write a file with every key, as comments", allow_abbrev=False)
    init.add_argument(
        "file", nargs="?", default="attribution.toml", metavar="FILE", help="where (default: attribution.toml)"
    )
    init.set_defaults(run=_init)
    schema = actions.add_parser("schema", help="the JSON Schema of a configuration file", allow_abbrev=False)
    schema.set_defaults(run=_schema)


def _show(arguments: argparse.Namespace) -> int:
    from attribution.configuring.effective import effective
    from attribution.configuring.showing import as_json, as_toml

    holding = effective(Path(arguments.path), overrides(arguments))
    lines = [as_json(holding)] if arguments.format == "json" else as_toml(holding)
    write((line + "\n" for line in lines), None)
    return 0


def _init(arguments: argparse.Namespace) -> int:
    from attribution.configuring.template import write_template

    write([f"{write_template(Path(arguments.file)).as_posix()} written\n"], None)
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    import json

    from attribution.configuring.schema import configuration_schema

    write([json.dumps(configuration_schema(), ensure_ascii=False, indent=2) + "\n"], None)
    return 0
