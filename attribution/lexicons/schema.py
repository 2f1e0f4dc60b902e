"""Which keys the groups of each lexicon may have, besides `name`, `phrases` and `why`."""

from collections.abc import Mapping

KEYS: Mapping[str, frozenset[str]] = {
    "cues": frozenset({"class", "part", "frames", "voice", "stance", "addressee", "possessor"}),
    "abbreviations": frozenset({"class"}),
    "irregular_verbs": frozenset({"lemma"}),
    "given_names": frozenset({"gender"}),
    "roles": frozenset({"gender"}),
    "knowledge": frozenset({"detail"}),
    "outlets": frozenset({"kind"}),
    "anonymity": frozenset({"terms"}),
    "venues": frozenset({"part", "near"}),
    "reasons": frozenset({"kind", "rote"}),
}
