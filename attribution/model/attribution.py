"""An attribution relation: which words attribute, to whom, and what."""

from enum import StrEnum

from attrs import field, frozen

from attribution.model.circumstances import Circumstances
from attribution.model.span import Evidence, Span


class CueClass(StrEnum):
    """What kind of act a cue reports."""

    SPEECH = "speech"
    EVIDENCE = "evidence"
    HEARSAY = "hearsay"
    NONRESPONSE = "nonresponse"
    BELIEF = "belief"
    INTENT = "intent"
    ATTITUDE = "attitude"
    DECREE = "decree"
    PERCEPTION = "perception"
    APPEARANCE = "appearance"
    QUESTION = "question"

    @property
    def audited(self) -> bool:
        """Whether attributions of this class tell a reader where information came from."""
        return self in AUDIT_CLASSES


AUDIT_CLASSES = frozenset({CueClass.SPEECH, CueClass.EVIDENCE, CueClass.HEARSAY, CueClass.NONRESPONSE})
"""The classes that scores and rules use."""


class Stance(StrEnum):
    """How firmly the source, or the reporter, stands behind the content."""

    ASSERTED = "asserted"
    BELIEF = "belief"
    BELIEF_MODAL = "belief_modal"
    HEDGED = "hedged"


@frozen
class Cue:
    """The words that attribute: a verb group or a phrase, in one piece or more ("reported …, citing").

    `lemma` is the head word; `frame` what stands to its right ("that", "quotation", "noun" …); `entry` names the
    lexicon group that decided, as "cues/announce-like".
    """

    spans: tuple[Span, ...]
    lemma: str
    cls: CueClass
    frame: str
    negated: bool = False
    entry: str = ""

    @property
    def span(self) -> Span:
        """The first piece; for most cues the only one."""
        return self.spans[0]


@frozen
class Attribution:
    """One attribution relation.

    `source` is `None` when the text names none ("it was reported that …"). `content` may be in several pieces, in
    order; `carried` holds sentences that go on with the same source's words without a cue of their own. `parent`
    is the index of the attribution whose content holds this one; `shape` names the sentence shape that matched. `via`
    holds who passes the words on, nearest to the reader first: *Reuters* in "Reuters reported, citing a source in …".
    `circumstances` are those that `addressee`, `when` and `venue` were taken from; one that was read back has
    none.
    """

    index: int
    cue: Cue
    source: Span | None
    content: tuple[Span, ...]
    shape: str
    carried: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    addressee: Span | None = None
    when: Span | None = None
    venue: Span | None = None
    parent: int | None = None
    depth: int = 0
    stance: Stance = Stance.ASSERTED
    evidence: tuple[Evidence, ...] = ()
    circumstances: Circumstances | None = field(default=None, eq=False, repr=False)

    @property
    def audited(self) -> bool:
        """Whether this attribution tells a reader where information came from."""
        return self.cue.cls.audited

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in self._spans())

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(span.end for span in self._spans())

    def _spans(self) -> tuple[Span, ...]:
        return (*self.cue.spans, *self.content, *((self.source,) if self.source else ()))
