"""Plugins that do not do what they should: a line on standard error for each, while everything else goes on."""

from typing import TYPE_CHECKING

from attribution.cli.terminal import complain
from attribution.errors import PatternError, PluginError
from attribution.model.document import Article
from attribution.plugins import READERS, RENDERERS, RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def plugin_faults() -> list[PluginError]:
    """Says what is wrong with the plugins that are installed; gives what keeps rules from looking."""
    faults = list(_faults())
    for fault in faults:
        complain(str(fault))
    return [fault for fault in faults if fault.group not in (READERS, RENDERERS)]


def say_broken(article: Article, broken: "Iterable[PluginError | PatternError]") -> None:
    """Says which rules of plugins and house patterns failed in an article."""
    for error in broken:
        complain(f"{article.name}: {error}")


def _faults() -> "Iterator[PluginError]":
    from attribution.plugins import declaration_faults, origins, search_faults

    yield from search_faults()
    # Most runs have no plugin: nothing is loaded to compare its names with.
    if origins(RULES):
        from attribution.rules.catalogue import rule_faults

        yield from rule_faults()
    if origins(READERS):
        from attribution.readers.formats import FORMATS as READ

        endings = (ending[1:] for format in READ.values() for ending in format.endings)
        yield from declaration_faults(READERS, (*READ, *endings))
    if origins(RENDERERS):
        from attribution.renderers.checks.formats import FORMATS
        from attribution.renderers.rendering import RENDERERS as REPORTS

        yield from declaration_faults(RENDERERS, (*FORMATS, *REPORTS))
