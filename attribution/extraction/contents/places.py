"""Places at which a content may end, and the patterns that the cuts share."""

import re
from collections.abc import Callable

from attrs import frozen

from attribution.model.attribution import Cue
from attribution.text.phrases import Phrases

_CLAUSES = frozenset({"that", "clause", "wh"})
# What follows these is a clause even where its verb is too far away to be seen: "said the head of … in … was …".
_TELLING = frozenset({"say", "according to"})
# Lexicon groups of what a sentence opens with or holds as an aside: "In a poll, …", "…, in her view, …".
_OF_SENTENCES = (
    "leading/",
    "cues_phrases/according-to",
    "cues_phrases/per",
    "cues_phrases/eyes-of",
    "cues_nouns/in-view",
)
SUBJECT = r"(?:R|[DSZ#n][^,;:.<>()BVKXsebdpgUHwq]{0,12})(?:,[^,;:.<>]{1,25},)?"
"""A subject at the beginning of a clause, with a short aside."""


@frozen(eq=False)
class Bearings:
    """What holds at every place of one content.

    `cue` is whose content it is; `dependent` says that the cue stands in a clause that a main clause must follow;
    `relative` that it stands in a relative clause; `awaited` is where the verb stands whose subject a noun cue is;
    `later` is the last token at which another attribution of the sentence has its cue, -1 where none follows;
    `occasions` are nouns for what people speak at.
    """

    cue: Cue
    dependent: bool
    relative: bool
    awaited: int | None
    later: int
    occasions: frozenset[str]


@frozen(eq=False)
class Place:
    """A token at which a content may end."""

    phrases: Phrases
    bearings: Bearings
    index: int

    @property
    def tags(self) -> str:
        """The tags of the whole sentence."""
        return self.phrases.tokens.tags

    @property
    def quoted(self) -> bool:
        """Whether a quotation has just closed."""
        return self.tag(-1) == ">"

    def word(self, offset: int = 0) -> str:
        """The lower-case word `offset` tokens to the right; empty past the end."""
        index = self.index + offset
        return self.phrases.tokens.words[index] if index < len(self.phrases.tokens) else ""

    def tag(self, offset: int = 0) -> str:
        """The tag `offset` tokens to the right; empty past the end."""
        return self.tags[self.index + offset : self.index + offset + 1]

    def looking_at(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` matches the tags from here."""
        return pattern.match(self.tags, self.index) is not None


def is_clausal(cue: Cue) -> bool:
    """Whether the content of a cue is a clause; any other content is a phrase."""
    if cue.frame in _CLAUSES or cue.frame == "trailing":
        return True
    return cue.entry.startswith(_OF_SENTENCES) or (cue.frame == "noun" and cue.lemma in _TELLING)


_RELATIVE_OBJECT = re.compile(rf",w(?:{SUBJECT})A{{0,2}}[VBX]{{0,2}}A?[sedp](?:[UP]D?)?<")


def before_naming(place: Place) -> bool:
    """ "… that he would back Lee, | whom he called “a friend”": words of their own, not what the first verb says."""
    return place.tag() == "," and place.tag(1) == "w" and place.looking_at(_RELATIVE_OBJECT)


Rule = Callable[[Place], bool]
