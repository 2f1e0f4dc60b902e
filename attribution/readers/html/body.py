"""Which part of a page is the article, and what of it is none of it."""

from attrs import define, field

from attribution.readers.html.elements import BLOCKS, HEADER, HEADINGS, PULL_QUOTES, SKIPPED, SKIPPED_ROLES
from attribution.readers.html.hints import hints, meant
from attribution.readers.html.tree import Element, EventKind, Tree
from attribution.readers.settings import Settings

# An article element is the article only with this share of what the page says in paragraphs: a front page has many.
_ENOUGH = 0.5
# Else it is the smallest element with this share: comments and teasers beside it may take the rest.
_MOST = 0.8
_ARTICLE_BODIES = hints(("[itemprop=articleBody]",))
_MAINS = hints(("main", "[role=main]"))


@define(eq=False)
class Body:
    """The article in a page: the numbers of its element, of a headline that stands before it, and what is skipped."""

    element: int
    headline: int | None
    skipped: frozenset[int] = field(factory=frozenset)


def choose_body(tree: Tree, settings: Settings) -> Body:
    """The part of a page that is the article.

    What the settings name; else the element that calls itself the body of an article, an `<article>` or `<main>`, if it
    holds half of the page's prose; else the smallest element that holds four fifths of it, so that little is lost where
    nothing is marked. A page's headline may stand before it.
    """
    skipped = _skipped(tree, settings)
    prose = _prose(tree, skipped)
    chosen = _chosen(tree, settings, skipped, prose)
    headline = _headline(tree, chosen, skipped)
    return Body(chosen, headline, frozenset((skipped | _inner_articles(tree, chosen)) - _all_in(tree, headline)))


def _skipped(tree: Tree, settings: Settings) -> set[int]:
    """The elements that hold nothing of an article, and all that are inside them."""
    own = hints(settings.skip)
    skipped: set[int] = set()
    for number, element in enumerate(tree.elements):
        if element.parent in skipped or meant(element, own) or _is_skipped(tree, number, element, settings):
            skipped.add(number)
    return skipped


def _is_skipped(tree: Tree, number: int, element: Element, settings: Settings) -> bool:
    if element.name in SKIPPED:
        return True
    if element.name == HEADER and not any(item.name in ("article", "main") for item in tree.ancestors(number)):
        return True
    if element.name == "figcaption":
        return not settings.captions
    if element.name in ("pre", "sup"):
        return _holds_no_words(tree, element)
    if not element.attributes:
        return False
    classes = (element.attribute("class") or "").split()
    return (
        element.attribute("hidden") is not None
        or element.attribute("aria-hidden") == "true"
        or element.attribute("role") in SKIPPED_ROLES
        or not PULL_QUOTES.isdisjoint(classes)
    )


def _holds_no_words(tree: Tree, element: Element) -> bool:
    """Whether `<pre>` holds code and no wire copy, and `<sup>` the number of a footnote and no part of a word."""
    inside = (
        tree.elements[event.element]
        for event in tree.events[element.enter + 1 : element.leave]
        if event.kind is EventKind.ENTER
    )
    if element.name == "pre":
        return any(item.name in ("code", "samp", "kbd") for item in inside) or element.attribute("class") is not None
    if element.name == "sup":
        return any(item.name == "a" and (item.attribute("href") or "").startswith("#") for item in inside)
    return False


def _prose(tree: Tree, skipped: set[int]) -> list[int]:
    """For each element, how many characters of words in paragraphs it holds; words of links are not counted."""
    prose = [0] * len(tree.elements)
    for event in tree.events:
        if event.kind is EventKind.TEXT and event.element not in skipped:
            words = len(tree.text[event.start : event.end].split())
            if words and _in_paragraph(tree, event.element):
                prose[event.element] += words
    for number in range(len(prose) - 1, 0, -1):
        prose[tree.elements[number].parent] += prose[number]
    return prose


def _in_paragraph(tree: Tree, number: int) -> bool:
    """Whether words stand in running text: not in a link, nor in a heading."""
    element = tree.elements[number]
    while number > 0 and element.name not in ("p", "div", "td", "section", "article", "body"):
        if element.name == "a" or element.name in HEADINGS:
            return False
        number = element.parent
        element = tree.elements[number]
    return True


def _chosen(tree: Tree, settings: Settings, skipped: set[int], prose: list[int]) -> int:
    own = hints(settings.body)
    kept = [number for number in range(1, len(tree.elements)) if number not in skipped]
    named = [number for number in kept if meant(tree.elements[number], own)]
    if named:
        return max(named, key=lambda number: prose[number])
    for wanted in (_ARTICLE_BODIES, hints(("article",)), _MAINS):
        found = [number for number in kept if meant(tree.elements[number], wanted)]
        best = max(found, key=lambda number: prose[number], default=None)
        if best is not None and prose[best] >= _ENOUGH * prose[0]:
            return best
    smallest = [number for number in (0, *kept) if prose[number] >= _MOST * prose[0]]
    blocks = [number for number in smallest if tree.elements[number].name in BLOCKS - {"p"} - HEADINGS]
    return max(blocks, default=0) if prose[0] else 0


def _inner_articles(tree: Tree, chosen: int) -> set[int]:
    """Articles inside the article, as comments and teasers are, with all that is in them."""
    inside: set[int] = set()
    if tree.elements[chosen].name == "article":
        for number in range(chosen + 1, len(tree.elements)):
            element = tree.elements[number]
            if element.enter > tree.elements[chosen].leave:
                break
            if element.parent in inside or element.name == "article":
                inside.add(number)
    return inside


def _headline(tree: Tree, chosen: int, skipped: set[int]) -> int | None:
    """The last `<h1>` before the article, if there is none in it."""
    body = tree.elements[chosen]
    before = None
    for number, element in enumerate(tree.elements):
        if element.name == "h1" and (number not in skipped or _in_header(tree, number)):
            if body.enter <= element.enter <= body.leave:
                return None
            before = number if element.enter < body.enter else before
    return before


def _in_header(tree: Tree, number: int) -> bool:
    """Whether an element is skipped for standing in the page's `<header>` alone."""
    return not any(item.name in SKIPPED for item in tree.ancestors(number))


def _all_in(tree: Tree, number: int | None) -> set[int]:
    """An element and those inside it."""
    if number is None:
        return set()
    last = tree.elements[number].leave
    return {item for item in range(number, len(tree.elements)) if tree.elements[item].enter < last}
