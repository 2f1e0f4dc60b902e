"""Gold articles and predictions from marked texts: "[[source|Ida]] [[cue|left]]"; a number tells attributions apart."""

from collections import defaultdict

from attribution.evaluation.labelled import GoldArticle, Labelled, Role
from attribution.marked import Marked, parse
from attribution.model.span import Span


def attributions(marked: Marked | str) -> tuple[Labelled, ...]:
    """The attributions of a marked text: "source", "cue" and "content" are one, "source2" and so on the next."""
    marked = parse(marked) if isinstance(marked, str) else marked
    parts: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for label, span in marked.spans:
        role = label.rstrip("0123456789")
        if role in tuple(Role):
            parts[label.removeprefix(role)][role].append(span)
    return tuple(
        Labelled(*(tuple(parts[number][role]) for role in Role), name=number or "1") for number in sorted(parts)
    )


def article(marked: Marked | str, name: str = "a") -> GoldArticle:
    """An article with the attributions marked in it, and the regions marked "ignore"."""
    marked = parse(marked) if isinstance(marked, str) else marked
    return GoldArticle(name, marked.text, attributions(marked), marked.labelled("ignore"))
