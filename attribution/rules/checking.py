"""Analysis → findings: every rule that is on looks, and what it objects to is reported once for its scope."""

import hashlib
from collections.abc import Hashable, Iterable, Iterator

from attrs import evolve

from attribution.config import Config
from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document
from attribution.model.finding import Finding
from attribution.model.report import Analysis
from attribution.rules.base import Hit, Scope
from attribution.rules.credits import credit_findings
from attribution.rules.house import house_findings
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting, settings

FINGERPRINT_DIGITS = 16


def check(analysis: Analysis, lexicons: Lexicons, config: Config) -> tuple[Finding, ...]:
    """What the rules object to in an article, ordered by position, then by code.

    Raises `ConfigError` when the configuration names rules, severities or options that do not exist, `PatternError`
    when one of a newsroom's own patterns does not come to an end, `PluginError` when a plugin's rule fails.
    """
    reading = Reading(analysis, lexicons)
    found = [finding for setting in settings(config) for finding in look(reading, setting)]
    found.extend(house_findings(reading, config))
    found.extend(credit_findings(reading, config))
    found.sort(key=lambda finding: (finding.span.start, finding.code, finding.span.end))
    return tuple(_fingerprinted(found, analysis.document))


def fingerprint(code: str, words: str, number: int) -> str:
    """A mark of a code and of the words it objects in, without needless spaces; `number` tells equal ones apart."""
    content = f"{code}\n{words}\n{number}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_DIGITS]


def look(reading: Reading, setting: Setting) -> Iterator[Finding]:
    """What one rule objects to, once for each thing of its scope, in order of position and without fingerprints.

    Raises `PluginError` when a plugin's rule fails, in whatever way.
    """
    if setting.rule.plugin is None:
        return _findings(reading, setting)
    try:
        found = list(_findings(reading, setting))
    except Exception as error:
        raise setting.rule.plugin.fault(error, setting.rule.code) from error
    if any(finding.span.end > len(reading.text) for finding in found):
        raise setting.rule.plugin.fault("it objects to words behind the end of the text", setting.rule.code)
    return iter(found)


def _findings(reading: Reading, setting: Setting) -> Iterator[Finding]:
    rule = setting.rule
    for hit in _once(rule.check(reading, setting.options), rule.scope, reading):
        paragraph = reading.document.paragraph_at(hit.span.start)
        words = {"source": hit.source.label if hit.source else "", "text": hit.span.of(reading.text), **hit.words}
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=setting.severity,
            paragraph=paragraph.index if paragraph is not None else 1,
            span=hit.span,
            message=rule.message.format(**words),
            related=hit.related,
            source=hit.source.id if hit.source else None,
            fix=hit.fix,
        )


def _once(hits: Iterable[Hit], scope: Scope, reading: Reading) -> Iterator[Hit]:
    """The first hit by position for each thing of the scope."""
    seen: set[Hashable] = set()
    for hit in sorted(hits, key=lambda item: item.span):
        key = _key(hit, scope, reading)
        if key not in seen:
            seen.add(key)
            yield hit


def _key(hit: Hit, scope: Scope, reading: Reading) -> Hashable:
    match scope:
        case Scope.DOCUMENT:
            return None
        case Scope.SOURCE if hit.source is not None:
            return hit.source.id
        case Scope.ATTRIBUTION if hit.attribution is not None:
            return hit.attribution.index
        case Scope.SENTENCE:
            sentence = reading.sentence_at(hit.span.start)
            return sentence.index if sentence is not None else hit.span
        case Scope.PARAGRAPH:
            paragraph = reading.document.paragraph_at(hit.span.start)
            return paragraph.index if paragraph is not None else hit.span
        case _:
            return hit.span


def _fingerprinted(findings: Iterable[Finding], document: Document) -> Iterator[Finding]:
    """Each finding with a mark of its code and its paragraph's words, numbered where both are the same."""
    seen: dict[tuple[str, int], int] = {}
    digests: dict[int, str] = {}
    for finding in findings:
        if finding.paragraph not in digests:
            digests[finding.paragraph] = _words(document, finding)
        number = seen[finding.code, finding.paragraph] = seen.get((finding.code, finding.paragraph), 0) + 1
        yield evolve(finding, fingerprint=fingerprint(finding.code, digests[finding.paragraph], number))


def _words(document: Document, finding: Finding) -> str:
    """The words of the finding's paragraph: a change of spaces or capitals leaves the fingerprint alone."""
    paragraph = document.paragraph_at(finding.span.start)
    return " ".join(paragraph.span.of(document.text).casefold().split()) if paragraph is not None else ""
