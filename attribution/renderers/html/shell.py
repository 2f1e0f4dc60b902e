"""What all pages share: the templates, and the style sheet and the script that are written into each file.

A page may load nothing and run nothing but what its own file holds and the policy in its head names by digest, so that
no text of an article can do anything, even if it were to become markup.
"""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from attribution.errors import ConfigError
from attribution.renderers.html.visible import visible_value

if TYPE_CHECKING:
    from jinja2 import Environment

EXTRA = "html"

_FOLDER = Path(__file__).parent


@frozen
class Asset:
    """A style sheet or a script, and its digest as a content security policy names it."""

    text: str
    digest: str


def page(template: str, *, style: str, script: str, **values: Any) -> str:
    """The page that a template makes of `values`, with a style sheet and a script of ours written into it.

    Raises `ConfigError` when the library that fills templates is not installed.
    """
    return _environment().get_template(template).render(style=_asset(style), script=_asset(script), **values)


@cache
def _asset(name: str) -> Asset:
    from markupsafe import Markup

    text = (_FOLDER / "assets" / name).read_text(encoding="utf-8")
    return Asset(Markup(text), f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}")


@cache
def _environment() -> "Environment":
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise ConfigError([f"format html needs Jinja2: pip install 'attribution-audit[{EXTRA}]'"]) from error
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible_value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
