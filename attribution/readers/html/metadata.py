"""Who published a page and when, as its metadata say: JSON-LD, then `<meta>`.

Metadata that are broken say nothing, as on the web: they are for machines, and no reader of the page sees them.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from attribution.readers.html.tree import EventKind, Tree

_ARTICLES = ("Article", "Report", "LiveBlogPosting", "BlogPosting")
_PUBLISHERS = ("og:site_name", "article:publisher", "dc.publisher", "dcterms.publisher", "publisher")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "pubdate",
)
_DEEPEST = 8  # how far in JSON-LD an article is looked for


@frozen
class Metadata:
    """What a page says of itself; `None` where it says nothing."""

    publisher: str | None = None
    published: str | None = None


def read_metadata(tree: Tree) -> Metadata:
    """The publisher and the date of publication of a page."""
    linked = list(_linked(tree))
    named = dict(_named(tree))
    publisher = next((item for item in map(_publisher, linked) if item), None)
    published = next((item for item in (_text(article.get("datePublished")) for article in linked) if item), None)
    return Metadata(
        publisher or next((named[name] for name in _PUBLISHERS if name in named and "//" not in named[name]), None),
        published or next((named[name] for name in _DATES if name in named), None) or _time(tree),
    )


def _linked(tree: Tree) -> Iterator[Mapping[str, Any]]:
    """The articles that JSON-LD describes."""
    for event in tree.events:
        element = tree.elements[event.element]
        if event.kind is not EventKind.TEXT or element.name != "script":
            continue
        if (element.attribute("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(tree.text[event.start : event.end])
        except (ValueError, RecursionError):
            continue
        yield from _articles(data, _DEEPEST)


def _articles(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _articles(item, depth - 1)
    elif depth and isinstance(data, dict):
        kinds = data.get("@type")
        listed = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in listed):
            yield data
        for key in ("@graph", "mainEntity"):
            yield from _articles(data.get(key), depth - 1)


def _publisher(article: Mapping[str, Any]) -> str | None:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _text(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _named(tree: Tree) -> Iterator[tuple[str, str]]:
    """What `<meta>` says, the first of each name last, so that it holds."""
    for element in reversed(tree.elements):
        content = _text(element.attribute("content")) if element.name == "meta" else None
        if content is not None:
            for key in ("name", "property", "itemprop"):
                name = element.attribute(key)
                if name:
                    yield name.strip().lower(), content


def _time(tree: Tree) -> str | None:
    """The date of a `<time>` that is said to be that of publication."""
    for element in tree.elements:
        if element.name == "time" and (
            element.attribute("itemprop") == "datePublished" or element.attribute("pubdate") is not None
        ):
            return _text(element.attribute("datetime"))
    return None
