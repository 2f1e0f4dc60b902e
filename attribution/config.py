"""What a newsroom decides: whose article it is, which policy holds, and options for rules.

Rule options stay plain mappings here, so that configuration needs no rule; `attribution.rules` turns them into each
rule's own options and reports every fault at once.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from attribution.errors import ConfigError

POLICIES = Path(__file__).parent / "policies"

RuleOptions = Mapping[str, Mapping[str, Any]]


@frozen(eq=False)
class Policy:
    """A named set of rule settings: which are off, and which severity or options differ from a rule's own.

    `rules` maps a code to `severity`, `enabled` and the rule's options.
    """

    name: str
    rules: RuleOptions = field(factory=dict)
    options: Mapping[str, Any] = field(factory=dict)


@frozen(eq=False)
class Config:
    """The settings of one run.

    `own_outlet` is the outlet whose article it is, with `own_outlet_aliases`: what was told to it is first-hand.
    `lexicons` are folders with a newsroom's own word lists.
    """

    policy: str = "default"
    own_outlet: str | None = None
    own_outlet_aliases: tuple[str, ...] = ()
    rules: RuleOptions = field(factory=dict)
    lexicons: tuple[Path, ...] = ()


def policy_names() -> tuple[str, ...]:
    """The policies that ship with the library, sorted."""
    return tuple(sorted(path.stem for path in POLICIES.glob("*.toml")))


@cache
def load_policy(name: str) -> Policy:
    """The shipped policy called `name`; raises `ConfigError` for an unknown one."""
    if name not in policy_names():
        raise ConfigError([f"policy: no policy is called {name!r}; there are {', '.join(policy_names())}"])
    data = tomllib.loads((POLICIES / f"{name}.toml").read_text(encoding="utf-8"))
    return Policy(name=name, rules=data.get("rules", {}), options=data.get("options", {}))
