"""What a rule is, and the decorator that declares one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from attribution.errors import RuleError
from attribution.marked import Marked, parse
from attribution.model.attribution import Attribution
from attribution.model.finding import Fix, Severity
from attribution.model.source import Source
from attribution.model.span import Span
from attribution.plugins import Origin
from attribution.rules.page import Page, parse_page
from attribution.rules.reading import Reading

FEWEST_FLAGGED, FEWEST_CLEAN = 2, 3


class Scope(StrEnum):
    """How often a rule may object: once for each attribution, sentence, paragraph or source, or once in all."""

    ATTRIBUTION = "attribution"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SOURCE = "source"
    DOCUMENT = "document"


class FixKind(StrEnum):
    """Whether a rule offers to mend what it objects to: never, as a suggestion to look at, or safely."""

    NONE = "none"
    SUGGESTED = "suggested"
    SAFE = "safe"


@frozen(eq=False)
class Hit:
    """One place a rule objects to.

    `words` fill the rule's message, besides `{source}` and `{text}`, which are always there; `related`
    are other spans that a reader of the finding wants to see.
    """

    span: Span
    source: Source | None = None
    attribution: Attribution | None = None
    related: tuple[Span, ...] = ()
    words: Mapping[str, str] = field(factory=dict)
    fix: Fix | None = None


@frozen(eq=False)
class Example:
    """A text with what the rule flags in it marked "[[so]]"; nothing is marked in a clean one.

    `own_outlet` and `options` say under which settings it holds.
    """

    marked: str
    flagged: bool
    own_outlet: str | None = None
    options: Mapping[str, Any] = field(factory=dict)

    def parsed(self) -> Marked:
        """The text and its marks."""
        return parse(self.marked)


@frozen
class NoOptions:
    """The options of a rule that has none."""


Check = Callable[[Reading, Any], Iterable[Hit]]


@frozen(eq=False)
class Rule:
    """One rule: how it is known, how much it matters, what it says, and the function that looks.

    `enabled` is false for rules that must be asked for; `options` is a frozen class whose fields all have defaults, and
    `fix` says what its hits may bring along. `plugin` is where a rule comes from that is not ours.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    message: str
    policies: tuple[str, ...]
    examples: tuple[Example, ...]
    page: Page
    options: type[Any]
    enabled: bool
    fix: FixKind
    check: Check
    plugin: Origin | None = None


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    scope: Scope,
    message: str,
    policies: Sequence[str],
    examples: Sequence[Example],
    options: type[Any] = NoOptions,
    enabled: bool = True,
    fix: FixKind = FixKind.NONE,
) -> Callable[[Check], Rule]:
    """Declares a rule: the decorated function becomes a frozen `Rule`, and nothing is registered anywhere.

    The function gets a `Reading` and an instance of `options`, a frozen class whose docstring has a paragraph
    "`name`: meaning." for each option. Raises `RuleError` when the examples or the module's page are not complete.
    """
    flagged_count = sum(example.flagged for example in examples)
    if flagged_count < FEWEST_FLAGGED or len(examples) - flagged_count < FEWEST_CLEAN:
        raise RuleError(code, f"a rule needs {FEWEST_FLAGGED} flagged and {FEWEST_CLEAN} clean examples")

    def declare(check: Check) -> Rule:
        page = parse_page(code, check.__globals__.get("__doc__"), options)
        given = (code, name, severity, scope, message, tuple(policies), tuple(examples))
        return Rule(*given, page=page, options=options, enabled=enabled, fix=fix, check=check)

    return declare


def flagged(marked: str, *, own_outlet: str | None = None, **options: Any) -> Example:
    """An example in which the rule objects to exactly the marked words; raises `RuleError` when none are marked.

    >>> flagged("[[Sources]] said so.").parsed().text
    'Sources said so.'
    """
    if "[[" not in marked:
        raise RuleError("example", f"a flagged example marks what is flagged, as in '[[Sources]] said so.': {marked!r}")
    return Example(marked, True, own_outlet, options)


def clean(text: str, *, own_outlet: str | None = None, **options: Any) -> Example:
    """An example to which the rule has no objection."""
    return Example(text, False, own_outlet, options)
