"""What holds, written down: as a configuration file that would bring about the same, or as JSON."""

import json
from collections.abc import Iterator

import attrs

from attribution.configuring.effective import Effective, RuleState
from attribution.configuring.toml import written

_COMMENT = 60
"""The column where comments begin, if there is room."""


def as_toml(holding: Effective) -> Iterator[str]:
    """Lines of TOML that name where each setting comes from; a file of them makes every rule what it is."""
    yield f"# {', which adds to '.join(holding.files)}" if holding.files else "# no configuration file"
    for item in holding.values:
        yield _line(f"{item.key} = {written(item.value)}", ", ".join(item.origins))
    looking = sum(state.looks for state in holding.rules)
    yield from ("", f"# {looking} of {len(holding.rules)} rules look.", "[rules]")
    for state in holding.rules:
        known = f"# {state.code}: {state.severity if state.looks else 'off'}" if state.own else ""
        yield _line(known or f"{state.code} = {written(_table(state))}", ", ".join((state.name, *state.origins)))


def as_json(holding: Effective) -> str:
    """The same as one object."""
    return json.dumps(attrs.asdict(holding), ensure_ascii=False, indent=2)


def _table(state: RuleState) -> dict[str, object]:
    changed = {name: value for name, value in state.options.items() if value != state.usual[name]}
    return {"enabled": state.looks, "severity": str(state.severity), **changed}


def _line(text: str, comment: str) -> str:
    return f"{text:<{_COMMENT}}  # {comment}"
