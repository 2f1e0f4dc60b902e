"""Inflected forms of English verbs and nouns, by rule; only irregular ones are written down."""

from attrs import frozen

VOWELS = frozenset("aeiou")

# Verbs of more than one syllable that double their last consonant, since the stress lies on it.
_DOUBLING = frozenset(
    "admit commit permit submit refer infer defer prefer confer concur occur rebut regret allot compel propel rebel "
    "control patrol acquit forget begin upset outwit".split()
)


@frozen
class VerbForms:
    """The forms of a verb: "say", "says", "said", "said", "saying"."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def all(self) -> frozenset[str]:
        """Every form, once."""
        return frozenset({self.base, self.third, self.past, self.participle, self.gerund})


def verb_forms(lemma: str, past: str | None = None, participle: str | None = None) -> VerbForms:
    """The forms of the verb `lemma`; `past` and `participle` override the regular ones.

    >>> verb_forms("deny").past, verb_forms("admit").gerund, verb_forms("stress").third
    ('denied', 'admitting', 'stresses')
    """
    head, *rest = lemma.split(" ")
    tail = "".join(f" {word}" for word in rest)
    regular = _past(head)
    return VerbForms(
        base=lemma,
        third=_third(head) + tail,
        past=(past or regular) + tail,
        participle=(participle or past or regular) + tail,
        gerund=_gerund(head) + tail,
    )


def plural(noun: str) -> str:
    """The plural of a regular noun.

    >>> plural("party"), plural("witness"), plural("aide")
    ('parties', 'witnesses', 'aides')
    """
    if noun.endswith("man") and noun != "human":
        return noun[:-2] + "en"
    if noun.endswith("woman"):
        return noun[:-2] + "en"
    if noun == "person":
        return "people"
    return _third(noun)


def _third(word: str) -> str:
    if word in ("have", "be", "do", "go"):
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ied"
    if word.endswith("c"):
        return word + "ked"
    return _doubled(word) + "ed"


def _gerund(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing"
    if word.endswith("c"):
        return word + "king"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    if len(word) < 3 or word[-1] in VOWELS or word[-1] in "wxy" or word[-2] not in VOWELS:
        return word
    if word in _DOUBLING:
        return word + word[-1]
    one_syllable = sum(letter in VOWELS for letter in word) == 1
    return word + word[-1] if one_syllable else word
