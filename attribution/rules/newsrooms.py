"""The published newsroom policies that rules follow: whose they are and what they ask for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

_FILE = Path(__file__).parent / "newsrooms.toml"


@frozen
class NewsroomPolicy:
    """One policy: `asks` is what it asks for, in our words; `read` says where that is known from."""

    key: str
    issuer: str
    document: str
    asks: str
    read: str


@cache
def newsroom_policies() -> Mapping[str, NewsroomPolicy]:
    """The policies by key, sorted.

    >>> newsroom_policies()["JTI"].issuer
    'Journalism Trust Initiative'
    """
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))["policy"]
    policies = {table["key"]: NewsroomPolicy(**table) for table in tables}
    return MappingProxyType(dict(sorted(policies.items())))


def find_policy(key: str) -> NewsroomPolicy | None:
    """The policy with this key; `None` for one that only a plugin's rule names."""
    return newsroom_policies().get(key)
