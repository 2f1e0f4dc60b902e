"""Reports as pages in a folder, with a list that leads to them."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from attribution.cli.auditing import paged
from attribution.cli.progress import Progress
from attribution.errors import AttributionError

if TYPE_CHECKING:
    from attribution.renderers.html.index_page import Entry

_INDEX = "index.html"


def pages(
    arguments: argparse.Namespace, failures: list[AttributionError], progress: Progress
) -> Iterator[tuple[str, str]]:
    """A page for each readable input, by the name of its file, and the list at the end; nothing where none is."""
    from urllib.parse import quote

    from attribution.renderers.file_names import flat_stem_of
    from attribution.renderers.html.index_page import render_index

    entries: list[Entry] = []
    taken = {"index"}
    for article, page in paged(arguments, failures, progress, _INDEX):
        file = flat_stem_of(article.name, taken) + ".html"
        entries.append(evolve(page.entry, address=quote(file)))
        yield file, page.text
    if entries:
        yield _INDEX, render_index(entries)
