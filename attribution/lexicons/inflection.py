"""Inflected forms of English verbs and nouns, by rule; only irregular ones are written down."""

from enum import StrEnum

from attrs import frozen

VOWELS = frozenset("aeiou")


@frozen
class VerbForms:
    """The forms of a verb: "say", "says", "said", "said", "saying".

    `variants` are its past and gerund in the other spelling, where there is one: "labelled" beside "labeled".
    """

    base: str
    third: str
    past: str
    participle: str
    gerund: str
    variants: frozenset[str] = frozenset()

    def all(self) -> frozenset[str]:
        """Every form, once."""
        return frozenset({self.base, self.third, self.past, self.participle, self.gerund}) | self.variants


class Doubling(StrEnum):
    """Whether a verb of more than one syllable doubles its last consonant: "admitted", "labelled", "visited"."""

    ALWAYS = "always"
    BRITISH = "british"
    NEVER = "never"


def verb_forms(
    lemma: str, past: str | None = None, participle: str | None = None, doubling: Doubling = Doubling.NEVER
) -> VerbForms:
    """The forms of the verb `lemma`; `past` and `participle` override the regular ones.

    >>> verb_forms("deny").past, verb_forms("quip").gerund, verb_forms("stress").third
    ('denied', 'quipping', 'stresses')
    >>> verb_forms("admit", doubling=Doubling.ALWAYS).past
    'admitted'
    """
    head, *rest = lemma.split(" ")
    tail = "".join(f" {word}" for word in rest)
    doubled = head + head[-1:]
    stem = doubled if doubling is Doubling.ALWAYS else _doubled(head)
    return VerbForms(
        base=lemma,
        third=(head + "es" if _ends_in_consonant_and_o(head) else _third(head)) + tail,
        past=(past or _past(head, stem)) + tail,
        participle=(participle or past or _past(head, stem)) + tail,
        gerund=_gerund(head, stem) + tail,
        variants=frozenset({f"{doubled}ed{tail}", f"{doubled}ing{tail}"} if doubling is Doubling.BRITISH else ()),
    )


def plural(noun: str) -> str:
    """The plural of a regular noun.

    >>> plural("party"), plural("witness"), plural("hypothesis")
    ('parties', 'witnesses', 'hypotheses')
    """
    if noun.endswith("man") and noun != "human":
        return noun[:-2] + "en"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun == "person":
        return "people"
    return _third(noun)


def _third(word: str) -> str:
    if word in ("have", "be", "do", "go"):
        return {"have": "has", "be": "is", "do": "does", "go": "goes"}[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return _doubled(word) + "es" if word.endswith("z") else word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _ends_in_consonant_and_o(verb: str) -> bool:
    """ "echo", "veto": their third person is in -oes, unlike the plural of "photo"."""
    return verb.endswith("o") and len(verb) > 2 and verb[-2] not in VOWELS


def _past(word: str, stem: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ied"
    if word.endswith("c"):
        return word + "ked"
    return stem + "ed"


def _gerund(word: str, stem: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing"
    if word.endswith("c"):
        return word + "king"
    return stem + "ing"


def _doubled(word: str) -> str:
    """The stem of a verb of one syllable: "nodd" of "nod"; any other word as it is."""
    if len(word) < 3 or word[-1] in VOWELS or word[-1] in "wxy" or word[-2] not in VOWELS:
        return word
    one_syllable = sum(letter in VOWELS for letter in word.replace("qu", "q")) == 1
    return word + word[-1] if one_syllable else word
