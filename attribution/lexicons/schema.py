"""Which keys the groups of each lexicon may have, besides `name`, `phrases` and `why`."""

from collections.abc import Mapping

_CUES = frozenset(
    {
        "class",
        "part",
        "frames",
        "voice",
        "stance",
        "addressee",
        "possessor",
        "subject",
        "definite",
        "objects",
        "subjects",
    }
)

KEYS: Mapping[str, frozenset[str]] = {
    "cues_speech": _CUES,
    "cues_stance": _CUES,
    "cues_nouns": _CUES,
    "cues_phrases": _CUES,
    "abbreviations": frozenset({"class", "capital", "after"}),
    "numbers": frozenset({"power", "short", "kind"}),
    "irregular_verbs": frozenset({"lemma"}),
    "given_names": frozenset({"gender"}),
    "roles": frozenset({"gender"}),
    "knowledge": frozenset({"detail"}),
    "counts": frozenset({"least", "most", "bound"}),
    "outlets": frozenset({"kind"}),
    "anonymity": frozenset({"terms", "part", "anchors", "companions", "alone"}),
    "venues": frozenset({"part", "near"}),
    "belligerents": frozenset({"adversaries"}),
    "reasons": frozenset({"kind", "part", "after"}),
}
