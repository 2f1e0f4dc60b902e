"""A source as its own words tell it, before anything is known of other mentions."""

from attrs import frozen

from attribution.model.source import Detail, SourceStatus
from attribution.model.span import Evidence, Span
from attribution.sources.counting import Count
from attribution.sources.phrases import Phrase

FIRST_PERSON = frozenset(["i", "we", "us", "my", "our", "me"])
PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
PLURAL_PRONOUNS = frozenset(["they", "them", "their", "theirs", "these", "those", "themselves"])
NEUTER = frozenset(["it", "its", "this", "itself"])
RELATIVE = frozenset(["who", "whom", "which", "that", "whose"])
PRONOUNS = FIRST_PERSON | PERSONAL | PLURAL_PRONOUNS | NEUTER | RELATIVE

EDGES = " \t\n\u00a0,;:.\"“”'‘’()"
"""Characters at the ends of a source's words that say nothing."""


@frozen
class Reading:
    """One attribution's source, read by itself.

    `entities` are the indices, in the register, of what it names: one for most, several for "Graham and Perdue".
    `pronoun` is the pronoun, lower case, when there is nothing else, and `outlet` the canonical name of an outlet.
    `modifiers` are the words that tell it from others of its kind ("u.s.", "minnesota"), `side` those of them before
    the head. `spoken_for` marks a body that speaks through someone whom the text does not name.
    """

    attribution: int
    span: Span | None
    status: SourceStatus
    phrase: Phrase | None = None
    head: Span | None = None
    entities: tuple[int, ...] = ()
    pronoun: str = ""
    count: Count | None = None
    details: tuple[Detail, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    modifiers: frozenset[str] = frozenset()
    side: frozenset[str] = frozenset()
    outlet: str = ""
    spoken_for: bool = False
