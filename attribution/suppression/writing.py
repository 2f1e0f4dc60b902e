"""Directives written into an article, above the paragraphs of findings that are to be suppressed."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from attribution.errors import ConfigError
from attribution.model.document import Document
from attribution.model.finding import Finding
from attribution.rules.upkeep import UPKEEP
from attribution.suppression.directives import Directive, codes_meant, read_directives
from attribution.text.lines import FileLines

_BREAK = re.compile(r"\r\n|\n|\r")
_LINE_END = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_OPENING_MARKS = " \t\xa0:,;-–—"
_FORBIDDEN = ("[", "]", "<!--", "-->")


@frozen(eq=False)
class Written:
    """The text of a file with directives added: `suppressed` are the findings that they reach.

    `unreached` are those in paragraphs that no line can be put above, as a cell of a Markdown table.
    """

    text: str
    suppressed: tuple[Finding, ...]
    unreached: tuple[Finding, ...] = ()


def with_directives(
    document: Document,
    findings: Iterable[Finding],
    reason: str = "",
    *,
    comments: bool = False,
    house: tuple[str, ...] = (),
) -> Written:
    """The text of the document's file with directives that suppress `findings`, each above the finding's paragraph.

    A directive that is there already and gives the same reason, or any when none is given, takes in the codes; else a
    new line is written, as a comment if `comments`, and always as one in a file with markup. Findings about directives
    are left alone. Raises `ConfigError` for a reason that a directive cannot hold.

    >>> from attribution import audit
    >>> report = audit("Sources said the pier had sunk.")
    >>> bare = [finding for finding in report.findings if finding.code == "ANON103"]
    >>> print(with_directives(report.analysis.document, bare, "known to the desk").text)
    [attribution: ignore ANON103 known to the desk]
    Sources said the pier had sunk.
    """
    reason = checked_reason(reason)
    wanted = tuple(item for item in findings if item.code not in UPKEEP and item.paragraph <= len(document.paragraphs))
    codes: dict[int, list[str]] = defaultdict(list)
    for finding in wanted:
        if finding.code not in codes[finding.paragraph]:
            codes[finding.paragraph].append(finding.code)
    there = _ignoring(document, house)
    places = FileLines.of(document.article)
    edits, closed = [], set()
    for paragraph, added in codes.items():
        host = next((item for item in there.get(paragraph, ()) if reason in ("", item.reason)), None)
        start = _above(document, paragraph, places)
        if host is not None:
            span = places.span(host.span)
            edits.append((span.start, span.end, _merged(host, added, house)))
        elif start is not None:
            line = directive_line(sorted(added), reason, comment=comments or not places.is_article)
            edits.append((start, start, line + _behind(places, start)))
        else:
            closed.add(paragraph)
    return Written(
        "".join(_edited(places.text, edits)),
        tuple(item for item in wanted if item.paragraph not in closed),
        tuple(item for item in wanted if item.paragraph in closed),
    )


def directive_line(selectors: Iterable[str], reason: str = "", *, comment: bool = False) -> str:
    """A directive that suppresses what the selectors mean in the paragraph behind it.

    >>> directive_line(["ANON101", "ANON103"], "known", comment=True)
    '<!-- attribution: ignore[ANON101, ANON103] known -->'
    """
    listed, said = ", ".join(selectors), f" {reason}" if reason else ""
    return f"<!-- attribution: ignore[{listed}]{said} -->" if comment else f"[attribution: ignore {listed}{said}]"


def checked_reason(reason: str) -> str:
    """A reason on one line; raises `ConfigError` when it holds what would end a directive."""
    found = [mark for mark in _FORBIDDEN if mark in reason]
    if found:
        raise ConfigError([f"reason: {' and '.join(found)} cannot stand in a directive"])
    return " ".join(reason.split()).strip(_OPENING_MARKS)


def _ignoring(document: Document, house: tuple[str, ...]) -> dict[int, list[Directive]]:
    """The directives above each paragraph that name rules which exist, nearest first."""
    there: dict[int, list[Directive]] = defaultdict(list)
    for directive in read_directives(document, house):
        sound = directive.named and directive.readable and all(codes_meant(item, house) for item in directive.selectors)
        if directive.verb == "ignore" and directive.paragraph is not None and sound:
            there[directive.paragraph].insert(0, directive)
    return there


def _merged(directive: Directive, added: Iterable[str], house: tuple[str, ...]) -> str:
    known = {code for selector in directive.selectors for code in codes_meant(selector, house)}
    selectors = (*directive.selectors, *(code for code in sorted(added) if code not in known))
    return directive_line(selectors, directive.reason, comment=directive.comment)


def _above(document: Document, paragraph: int, places: FileLines) -> int | None:
    """Where in the file a directive for a paragraph goes; `None` where none can."""
    start = document.paragraphs[paragraph - 1].span.start
    if places.is_article:
        return _line_start(places.text, start)
    passages = document.article.passages
    index = bisect_right(passages, start, key=lambda passage: passage.span.start) - 1
    return passages[index].origin if index >= 0 else None


def _behind(places: FileLines, start: int) -> str:
    """What stands between a directive that is put in at `start` and what it is put in before.

    The line break that the file uses, with the indent of the line; nothing in the middle of a line.
    """
    indent = places.text[_line_start(places.text, start) : start]
    return _break(places.text) + indent if not indent.strip() else ""


def _line_start(text: str, position: int) -> int:
    while position > 0 and _LINE_END.match(text[position - 1]) is None:
        position -= 1
    return position


def _break(text: str) -> str:
    """The line break that the text uses."""
    found = _BREAK.search(text)
    return found[0] if found is not None else "\n"


def _edited(text: str, edits: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    position = 0
    for start, end, written in sorted(edits):
        yield from (text[position:start], written)
        position = end
    yield text[position:]
