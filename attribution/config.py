"""What a newsroom decides: whose article it is, which policy holds, and options for rules.

Rule options stay plain mappings here, so that configuration needs no rule; `attribution.rules` turns them into each
rule's own options and reports every fault at once.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from attribution.errors import ConfigError
from attribution.lexicons.loading import Addition
from attribution.readers.settings import DEFAULT, Settings

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
class Phrase:
    """A newsroom's own rule: words that its house style objects to.

    It is found by `phrases`, whole words in either case, or by `pattern`, a regular expression. `replacement`, when
    there is one, is offered as a fix; `quotations` says whether words inside quotation marks are objected to as well.
    """

    code: str
    message: str
    phrases: tuple[str, ...] = ()
    pattern: str | None = None
    name: str = "house-phrase"
    severity: str = "warning"
    replacement: str | None = None
    quotations: bool = False


@frozen(eq=False)
class Config:
    """The settings of one run.

    `own_outlet` is the outlet whose article it is, with `own_outlet_aliases`: what was told to it is first-hand.
    `select`, `extend_select` and `ignore` say which rules look, by code, first letters of codes, family or name;
    `rules` hold each rule's severity and options. `lexicons` are folders with a newsroom's own word lists, `words`
    additions to single ones, and `phrases` its own rules. `readers` say what its files hold that markup does not tell.
    """

    policy: str = "default"
    own_outlet: str | None = None
    own_outlet_aliases: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: RuleOptions = field(factory=dict)
    lexicons: tuple[Path, ...] = ()
    words: tuple[Addition, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    readers: Settings = DEFAULT


@lru_cache(maxsize=256)
def of_publisher(config: Config, publisher: str) -> Config:
    """The configuration for an article of this outlet."""
    return evolve(config, own_outlet=publisher) if publisher != config.own_outlet else config


def policy_names() -> tuple[str, ...]:
    """The policies that ship with the library, sorted."""
    return tuple(sorted(path.stem for path in POLICIES.glob("*.toml")))


@cache
def load_policy(name: str) -> Policy:
    """The shipped policy called `name`; raises `ConfigError` for an unknown one."""
    if name not in policy_names():
        raise ConfigError([f"policy: no policy is called {name!r}; there are {', '.join(policy_names())}"])
    import tomllib  # it compiles patterns of its own, and a run that is kept in the cache reads no TOML

    data = tomllib.loads((POLICIES / f"{name}.toml").read_text(encoding="utf-8"))
    return Policy(name=name, rules=data.get("rules", {}), options=data.get("options", {}))
