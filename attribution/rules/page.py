"""A rule's documentation: the docstring of its module, cut into the sections every page has, and its options."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from attribution.errors import RuleError
from attribution.rules.options import Option, declared_options

WHAT, WHY, WHEN_OFF = "What it does", "Why it matters", "When to switch it off"
SECTIONS = (WHAT, WHY, WHEN_OFF)

_HEADING = re.compile(r"^([A-Z][^\n]{0,60})\n-{3,60}$", re.MULTILINE)


@frozen(eq=False)
class Page:
    """What a rule's page says: one sentence in `summary`, a text for each heading in `sections`, in order, and its
    options.
    """

    summary: str
    sections: Mapping[str, str]
    options: tuple[Option, ...] = ()


def parse_page(code: str, docstring: str | None, options: type[Any] | None = None) -> Page:
    """The page in a rule module's `docstring`, with its class of `options`; raises `RuleError` naming what is missing.

    >>> parse_page("X1", "A fault.")
    Traceback (most recent call last):
    attribution.errors.RuleError: X1: its docstring lacks the section 'What it does'
    """
    pieces = _HEADING.split((docstring or "").strip())
    summary = " ".join(pieces[0].split())
    sections = {heading: text.strip() for heading, text in zip(pieces[1::2], pieces[2::2], strict=True)}
    if not summary:
        raise RuleError(code, "its module has no docstring; the first sentence says the fault")
    missing = [heading for heading in SECTIONS if not sections.get(heading)]
    if missing:
        raise RuleError(code, f"its docstring lacks the section {missing[0]!r}")
    return Page(summary, sections, declared_options(code, options) if options is not None else ())
