"""A report without the findings that its article suppresses, and with what there is to say about the suppressing."""

from collections.abc import Sequence

from attrs import evolve, field, frozen

from attribution.config import Config
from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.suppression.directives import Directive, codes_meant, read_directives
from attribution.suppression.objections import objections

# Which directive suppresses which codes: the directive's number and the selector of it that does.
Silence = dict[str, tuple[int, str]]


@frozen(eq=False)
class Sorted:
    """The directives of one article by what they reach: the paragraph behind them, the whole file, or what follows."""

    directives: tuple[Directive, ...]
    house: tuple[str, ...]
    paragraphs: dict[int, Silence] = field(factory=dict)
    file: Silence = field(factory=dict)


def without_suppressed(report: Report, config: Config | None = None, *, require_reason: bool = False) -> Report:
    """The report without the findings that directives in its article suppress.

    Added are findings about the directives themselves: those that suppress nothing although their rules looked, that
    name unknown rules or nothing known and, with `require_reason`, that give no reason. `config` is what the report was
    made under.

    >>> from attribution import audit
    >>> text = "[attribution: ignore ANON103 the source is named below]\\nSources said the pier had sunk."
    >>> report = audit(text)
    >>> {finding.code for finding in report.findings} - {item.code for item in without_suppressed(report).findings}
    {'ANON103'}
    """
    document = report.analysis.document
    if not document.directives:
        return report
    config = config or Config(policy=report.policy.name)
    house = tuple(phrase.code for phrase in config.phrases)
    directives = tuple(read_directives(document, house))
    kept, effective = _sifted(report.findings, _sorted(directives, house))
    said = objections(document, directives, effective, config, require_reason=require_reason)
    found = sorted((*kept, *said), key=lambda finding: (finding.span.start, finding.code, finding.span.end))
    return evolve(report, findings=tuple(found))


def _sorted(directives: tuple[Directive, ...], house: tuple[str, ...]) -> Sorted:
    by_reach = Sorted(directives, house)
    for number, directive in enumerate(directives):
        if directive.verb == "ignore-file":
            _silence(by_reach.file, number, directive, house)
        elif directive.verb == "ignore" and directive.paragraph is not None:
            _silence(by_reach.paragraphs.setdefault(directive.paragraph, {}), number, directive, house)
    return by_reach


def _silence(silence: Silence, number: int, directive: Directive, house: tuple[str, ...]) -> None:
    """Adds what a directive suppresses; where two suppress the same, the first one does."""
    for selector in directive.selectors:
        for code in codes_meant(selector, house):
            silence.setdefault(code, (number, selector))


def _sifted(findings: Sequence[Finding], by_reach: Sorted) -> tuple[list[Finding], set[tuple[int, str]]]:
    """The findings that are left, and the selectors that suppressed one or ended an `off`, with their directives."""
    kept: list[Finding] = []
    effective: set[tuple[int, str]] = set()
    off: Silence = {}
    switches = [number for number, item in enumerate(by_reach.directives) if item.verb in ("off", "on")]
    passed = 0
    for finding in sorted(findings, key=lambda item: item.paragraph):
        while passed < len(switches) and _stands_before(by_reach.directives[switches[passed]], finding.paragraph):
            _switch(off, switches[passed], by_reach, effective)
            passed += 1
        reaching = (by_reach.paragraphs.get(finding.paragraph, {}), off, by_reach.file)
        suppressing = next((silence[finding.code] for silence in reaching if finding.code in silence), None)
        if suppressing is None:
            kept.append(finding)
        else:
            effective.add(suppressing)
    for number in switches[passed:]:
        _switch(off, number, by_reach, effective)
    return kept, effective


def _stands_before(directive: Directive, paragraph: int) -> bool:
    return directive.paragraph is not None and directive.paragraph <= paragraph


def _switch(off: Silence, number: int, by_reach: Sorted, effective: set[tuple[int, str]]) -> None:
    """Turns the rules of an `off` or an `on` off or on."""
    directive = by_reach.directives[number]
    if directive.verb == "off":
        _silence(off, number, directive, by_reach.house)
        return
    for selector in directive.selectors:
        codes = off.keys() & codes_meant(selector, by_reach.house)
        for code in codes:
            del off[code]
        if codes:
            effective.add((number, selector))
