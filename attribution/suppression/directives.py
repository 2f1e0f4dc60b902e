"""What the directives of an article ask for."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from attrs import frozen

from attribution.model.document import Document
from attribution.model.span import Span
from attribution.rules.catalogue import catalogue
from attribution.rules.selection import ALL, means_code, meant, selector_names
from attribution.rules.upkeep import SELECTORS
from attribution.text.directives import VERBS, asked, is_comment

# How alike the first word behind a verb must be to a selector to be a slip for one and not the reason's first word:
# of "ignore anonimity cleared" one letter is wrong; "ignore already cleared" gives a reason.
_SLIP = 0.8
_LONGEST_SELECTOR = 40

_ASKED = re.compile(r"([A-Za-z-]+)\s*(?:\[([^\]]*)\])?(.*)", re.DOTALL)
_CODE = re.compile(r"[A-Z]{2,12}\d[A-Z\d]{0,6}")
_ITEM = re.compile(r"\s*([A-Za-z][\w-]*)\s*(,?)")
_BETWEEN = " \t\xa0:,;-–—"


@frozen
class Directive:
    """One directive: what it asks for, of which rules, and why.

    `verb` is one of `VERBS`, or empty where it is none of them. `selectors` are as written, and `ALL` where no rule is
    named; none are left where the brackets are empty. `paragraph` is the index of the next one, `None` behind the last.
    """

    span: Span
    verb: str
    selectors: tuple[str, ...]
    reason: str
    paragraph: int | None
    comment: bool
    named: bool = True

    @property
    def readable(self) -> bool:
        """Whether it asks for something."""
        return bool(self.verb and self.selectors)


def read_directives(document: Document, house: tuple[str, ...] = ()) -> Iterator[Directive]:
    """The directives of an article in order; `house` are the codes of a newsroom's own rules."""
    following = 0
    for span in document.directives:
        while following < len(document.paragraphs) and document.paragraphs[following].span.start < span.start:
            following += 1
        paragraph = following + 1 if following < len(document.paragraphs) else None
        yield _directive(span, span.of(document.article.text), paragraph, house)


@lru_cache(maxsize=4096)
def codes_meant(selector: str, house: tuple[str, ...] = ()) -> frozenset[str]:
    """The codes of the rules that a selector means, those of a newsroom's own included.

    >>> codes_meant("no-anonymity-reason")
    frozenset({'ANON101'})
    """
    own = (code for code in house if means_code(selector, (code,)))
    return meant(catalogue(), selector).union(own)


def known_selectors(house: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every whole selector that a directive may name."""
    return (*selector_names(catalogue()), *house)


def _directive(span: Span, written: str, paragraph: int | None, house: tuple[str, ...]) -> Directive:
    found = _ASKED.match(asked(written))
    verb = found[1].lower() if found is not None else ""
    if found is None or verb not in VERBS:
        return Directive(span, "", (), "", paragraph, is_comment(written))
    if found[2] is not None:
        selectors = tuple(dict.fromkeys(item.strip() for item in found[2].split(",") if item.strip()))
        rest = found[3]
    else:
        selectors, rest = _opening_selectors(found[3], house)
    named = bool(selectors) or found[2] is not None
    reason = " ".join(rest.strip(_BETWEEN + "\r\n").split())
    return Directive(span, verb, selectors if named else (ALL,), reason, paragraph, is_comment(written), named)


def _opening_selectors(text: str, house: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The selectors that open what stands behind a verb, and the rest, which is the reason."""
    selectors: list[str] = []
    end = 0
    while (item := _ITEM.match(text, end)) is not None and _is_selector(item[1], house):
        selectors.append(item[1])
        end = item.end()
        if not item[2]:
            break
    return tuple(dict.fromkeys(selectors)), text[end:]


@lru_cache(maxsize=4096)
def _is_selector(word: str, house: tuple[str, ...]) -> bool:
    """Whether a word names rules, or is meant to."""
    if _CODE.fullmatch(word) or codes_meant(word, house) or means_code(word, SELECTORS):
        return True
    if len(word) > _LONGEST_SELECTOR:
        return False
    matcher = SequenceMatcher(b=word.casefold())
    for name in known_selectors(house):
        if name[:1].casefold() != word[:1].casefold():
            continue  # a slip is seldom in the first letter, and a text may have thousands of words to try
        matcher.set_seq1(name.casefold())
        if matcher.real_quick_ratio() >= _SLIP and matcher.quick_ratio() >= _SLIP and matcher.ratio() >= _SLIP:
            return True
    return False
