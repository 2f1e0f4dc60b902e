"""What there is to say about directives: they suppress nothing, name nothing known, or give no reason."""

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from attribution.config import Config
from attribution.errors import suggestion
from attribution.model.document import Document
from attribution.model.finding import Finding
from attribution.rules.checking import fingerprint
from attribution.rules.selection import ALL, means_code
from attribution.rules.settings import codes_looking
from attribution.rules.upkeep import (
    NO_REASON,
    SELECTORS,
    UNKNOWN_RULE,
    UNREADABLE,
    UNUSED,
    Upkeep,
    upkeep_looking,
    upkeep_severity,
)
from attribution.suppression.directives import Directive, codes_meant, known_selectors
from attribution.text.directives import VERBS, asked

_QUOTED = 40
# So many names of one directive are spoken of one by one. With more unknown names than the second figure a text is
# no slip, and the nearest ones are not looked for any more.
_MOST_NAMES, _MOST_SUGGESTIONS = 8, 100


@frozen(eq=False)
class _Run:
    """What a report was made under: the rules that looked, those that look when nobody selects, and house codes."""

    looking: frozenset[str]
    standing: frozenset[str]
    house: tuple[str, ...]
    require_reason: bool


def objections(
    document: Document,
    directives: Sequence[Directive],
    effective: Collection[tuple[int, str]],
    config: Config,
    *,
    require_reason: bool = False,
) -> Iterator[Finding]:
    """The findings about the directives of an article, in order and with fingerprints.

    `effective` are the selectors, with the number of their directive, that suppressed a finding or ended an `off`.
    """
    run = _Run(
        looking=codes_looking(config),
        standing=codes_looking(evolve(config, select=None, extend_select=(), ignore=())),
        house=tuple(phrase.code for phrase in config.phrases),
        require_reason=require_reason,
    )
    wanted = upkeep_looking(config)
    seen: dict[tuple[str, str], int] = {}
    suggested = 0
    for number, directive in enumerate(directives):
        unknown = [item for item in directive.selectors if not codes_meant(item, run.house)]
        idle = [
            item
            for item in directive.selectors
            if (number, item) not in effective and _could_have(directive, item, run)
        ]
        suggested += len(unknown)
        said = (
            *_about_words(directive, document, run),
            *(
                (UNKNOWN_RULE, _unknown(item, run.house if suggested <= _MOST_SUGGESTIONS else None))
                for item in unknown[:_MOST_NAMES]
            ),
            *([(UNUSED, _unused(directive, idle))] if idle else []),
        )
        for kind, message in said:
            if kind.code in wanted:
                found = _finding(document, directive, kind, message, seen)
                yield evolve(found, severity=upkeep_severity(config, kind))


def _about_words(directive: Directive, document: Document, run: _Run) -> Iterator[tuple[Upkeep, str]]:
    if not directive.readable:
        yield UNREADABLE, _unreadable(directive, document)
    elif run.require_reason and directive.verb != "on" and not directive.reason:
        yield NO_REASON, "This suppression gives no reason."


def _finding(
    document: Document, directive: Directive, kind: Upkeep, message: str, seen: dict[tuple[str, str], int]
) -> Finding:
    words = " ".join(directive.span.of(document.text).casefold().split())
    number = seen[kind.code, words] = seen.get((kind.code, words), 0) + 1
    paragraph = directive.paragraph or max(len(document.paragraphs), 1)
    found = Finding(kind.code, kind.name, kind.severity, paragraph, directive.span, message)
    return evolve(found, fingerprint=fingerprint(kind.code, words, number))


def _could_have(directive: Directive, selector: str, run: _Run) -> bool:
    """Whether a selector would have suppressed something if there were anything: its rules have looked.

    Of several rules, those have to have looked that do so when nobody selects.
    """
    codes = codes_meant(selector, run.house)
    if directive.verb == "on":
        return bool(codes)
    return bool(codes & run.looking) and codes & run.standing <= run.looking


def _unreadable(directive: Directive, document: Document) -> str:
    if directive.verb:
        return f"No rule stands in the brackets of {directive.verb}."
    words = asked(directive.span.of(document.text)).split("[")[0].split()
    word = words[0][:_QUOTED] if words else ""
    if not word:
        return f"This directive asks for nothing; it may be {', '.join(VERBS)}."
    return f"No directive is called {word!r}{suggestion(word, VERBS) or '; there are ' + ', '.join(VERBS) + '.'}"


def _unknown(selector: str, house: tuple[str, ...] | None) -> str:
    shown = selector if len(selector) <= _QUOTED else selector[:_QUOTED] + "…"
    if means_code(selector, SELECTORS):
        return f"{shown} cannot be suppressed by a directive, only left out with --ignore."
    near = suggestion(selector, known_selectors(house)) if house is not None and shown == selector else ""
    return f"No rule or family answers to {shown!r}{near or '.'}"


def _unused(directive: Directive, idle: Sequence[str]) -> str:
    names = ", ".join(item[:_QUOTED] for item in idle[:_MOST_NAMES] if item != ALL)
    names += " and others" if len(idle) > _MOST_NAMES else ""
    if directive.verb == "on":
        return "Nothing was off that this turns on" + (f": {names}." if names else ".")
    return f"This suppresses nothing of {names}." if names else "This suppresses nothing."
