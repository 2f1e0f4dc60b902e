"""To whom, when and where something was said."""

from attrs import frozen

from attribution.model.span import Span


@frozen
class Occasion:
    """A phrase that tells how something was said, preposition included.

    `kind` is the group of the venue lexicon ("outlet" for "on CNN"), `near` how near that is to the article: "first",
    "public" or "broadcast"; `partner` is with whom or for whom.
    """

    span: Span
    kind: str
    near: str
    partner: Span | None = None


@frozen
class Circumstances:
    """What a sentence tells of how something was said; `day` says that `when` tells the day."""

    addressee: Span | None = None
    audience: str | None = None
    when: Span | None = None
    day: bool = False
    occasions: tuple[Occasion, ...] = ()

    @property
    def venue(self) -> Span | None:
        """The first phrase that tells where or how."""
        return self.occasions[0].span if self.occasions else None
