"""A newsroom's own rules: phrases and patterns of its configuration, looked for in every article.

Their patterns are not ours, so each gets a limit of time instead of a promise of linear cost.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from attribution.config import Config, Phrase
from attribution.errors import PatternError
from attribution.model.finding import Edit, Finding, Fix, Severity
from attribution.model.span import Span
from attribution.rules.reading import Reading
from attribution.rules.selection import means_code

SECONDS = 2.0
"""How long one pattern may search one article: a thousand times what a sound one needs."""

CODE = r"[A-Z]{2,12}[0-9]{1,4}"
"""What the code of a newsroom's own rule looks like."""


def house_findings(reading: Reading, config: Config) -> Iterator[Finding]:
    """What a newsroom's own rules object to, in order of rule and position, as far as they are selected.

    Raises `PatternError` when a pattern runs out of time.
    """
    for phrase in looking_phrases(config):
        for span in _matches(phrase, reading.text):
            if not phrase.quotations and reading.quoted(span):
                continue
            paragraph = reading.document.paragraph_at(span.start)
            yield Finding(
                code=phrase.code,
                name=phrase.name,
                severity=Severity(phrase.severity),
                paragraph=paragraph.index if paragraph is not None else 1,
                span=span,
                message=phrase.message,
                fix=_fix(phrase, span),
            )


def looking_phrases(config: Config) -> Iterator[Phrase]:
    """A newsroom's own rules as far as they are selected."""
    for phrase in config.phrases:
        selected = config.select is None or any(
            means_code(item, (phrase.code,)) for item in (*config.select, *config.extend_select)
        )
        if selected and not any(means_code(item, (phrase.code,)) for item in config.ignore):
            yield phrase


def phrase_faults(phrases: Sequence[Phrase], taken: Container[str]) -> Iterator[str]:
    """One line for each thing that is wrong with a newsroom's own rules; `taken` are the codes of ours."""
    seen: set[str] = set()
    for number, phrase in enumerate(phrases, start=1):
        where = f"phrase {phrase.code or number}"
        if not regex.fullmatch(CODE, phrase.code):
            yield f"{where}.code: expected capital letters and a number, as in HOUSE001, not {phrase.code!r}"
        elif phrase.code in taken or phrase.code in seen:
            yield f"{where}.code: another rule has this code"
        seen.add(phrase.code)
        if phrase.severity not in tuple(Severity):
            yield f"{where}.severity: expected error, warning or info, not {phrase.severity!r}"
        if bool(phrase.phrases) == (phrase.pattern is not None):
            yield f"{where}: expected either phrases or a pattern"
        yield from _pattern_faults(phrase, where)


def _pattern_faults(phrase: Phrase, where: str) -> Iterator[str]:
    if phrase.pattern is None:
        return
    try:
        compiled = regex.compile(phrase.pattern)
    except regex.error as error:
        yield f"{where}.pattern: not a regular expression: {error}"
        return
    if compiled.fullmatch("") is not None:
        yield f"{where}.pattern: it matches nothing at all, everywhere"


def _matches(phrase: Phrase, text: str) -> Iterable[Span]:
    try:
        for match in _compiled(phrase).finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                yield Span(match.start(), match.end())
    except TimeoutError as error:
        raise PatternError(phrase.code, SECONDS) from error


@lru_cache(maxsize=256)
def _compiled(phrase: Phrase) -> "regex.Pattern[str]":
    if phrase.pattern is not None:
        return regex.compile(phrase.pattern)
    words = "|".join(regex.escape(item) for item in sorted(phrase.phrases, key=len, reverse=True))
    return regex.compile(rf"(?<!\w)(?:{words})(?!\w)", regex.IGNORECASE)


def _fix(phrase: Phrase, span: Span) -> Fix | None:
    if phrase.replacement is None:
        return None
    return Fix(f"Replace with “{phrase.replacement}”.", (Edit(span, phrase.replacement),), safe=False)
