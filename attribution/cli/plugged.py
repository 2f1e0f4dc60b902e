"""Plugins that do not do what they should: a line on standard error for each, while everything else goes on."""

from typing import TYPE_CHECKING

from attrs import evolve

from attribution.cli.terminal import complain
from attribution.config import Config
from attribution.errors import PluginError
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.plugins import READERS, RENDERERS

if TYPE_CHECKING:
    from collections.abc import Iterator


def plugin_faults() -> list[PluginError]:
    """Says what is wrong with the plugins that are installed; gives what keeps rules from looking."""
    faults = list(_faults())
    for fault in faults:
        complain(str(fault))
    return [fault for fault in faults if fault.group not in (READERS, RENDERERS)]


def audit_without_broken(article: Article, config: Config) -> tuple[Report, Config, tuple[PluginError, ...]]:
    """The report of an article by every rule that works, the configuration that it was made under, and what failed.

    A rule of a plugin that fails in this article is said, left out of it, and looks at the next one again.
    """
    from attribution.pipeline import audit

    failed: list[PluginError] = []
    while True:
        try:
            return audit(article, config=config), config, tuple(failed)
        except PluginError as error:
            if error.code is None or error.code in config.ignore:
                raise
            complain(f"{article.name}: {error}")
            failed.append(error)
            config = evolve(config, ignore=(*config.ignore, error.code))


def _faults() -> "Iterator[PluginError]":
    from attribution.plugins import declaration_faults, search_faults
    from attribution.readers.reading import FORMATS as READ
    from attribution.renderers.checks.formats import FORMATS
    from attribution.renderers.rendering import RENDERERS as REPORTS
    from attribution.rules.catalogue import rule_faults

    yield from search_faults()
    yield from rule_faults()
    yield from declaration_faults(READERS, READ.values())
    yield from declaration_faults(RENDERERS, (*FORMATS, *REPORTS))
