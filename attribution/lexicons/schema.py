"""Which keys the groups of each lexicon may have, besides `name`, `phrases` and `why`."""

from collections.abc import Mapping

KEYS: Mapping[str, frozenset[str]] = {
    "cues": frozenset({"class", "part", "frames", "voice", "stance", "addressee", "possessor"}),
    "irregular_verbs": frozenset({"lemma"}),
    "outlets": frozenset({"canonical", "kind"}),
    "anonymity": frozenset({"terms"}),
    "reasons": frozenset({"kind", "rote"}),
}
