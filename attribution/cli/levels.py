"""From which level on findings or changes are shown and fail a run; the options that `check` and `diff` share."""

import argparse
from collections import Counter

from attribution.model.finding import Severity

NEVER = "never"


def add_level_arguments(parser: argparse.ArgumentParser, found: str) -> None:
    """Declares --min-level, --fail-on, --exit-zero, --output and --quiet; `found` is what is shown: "finding"."""
    levels = [str(severity) for severity in Severity]
    parser.add_argument(
        "--min-level", choices=levels, default="warning", help=f"show {found}s from this level on (default: warning)"
    )
    parser.add_argument(
        "--fail-on",
        choices=[*levels, NEVER],
        default="error",
        help=f"exit with 1 when there is a {found} of this level or above (default: error)",
    )
    parser.add_argument("--exit-zero", action="store_true", help=f"exit with 0 whatever {found}s there are")
    parser.add_argument("--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--quiet", action="store_true", help=f"no last line that counts {found}s")


def fails(found: Counter[Severity], level: str) -> bool:
    """Whether anything was found at or above a level.

    >>> fails(Counter({Severity.WARNING: 2}), "error"), fails(Counter({Severity.WARNING: 2}), "info")
    (False, True)
    """
    if level == NEVER:
        return False
    order = list(Severity)
    return any(found[severity] for severity in order[: order.index(Severity(level)) + 1])
