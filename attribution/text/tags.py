"""One letter for each token: enough grammar for regular expressions, without a part-of-speech model.

Closed classes, verb forms that a lexicon knows, capitals and suffixes decide; a few context rules then settle words
that are both noun and verb.

| letter | stands for | letter | stands for |
|---|---|---|---|
| `D` | determiner: the, some, another | `S` | possessive: his, their |
| `R` | subject pronoun: he, they, it | `M` | object pronoun: him, them |
| `P` | preposition | `O` | of |
| `T` | to | `H` | that |
| `w` | who, which, whom, whose | `q` | what, how, why |
| `U` | subordinator: if, because, after | `C` | and, or, but |
| `B` `V` `K` `X` | form of be, have, do; modal | `N` | not, never |
| `A` | adverb | `#` | number |
| `Y` | time word: Monday, week, March | `Z` | capitalised word |
| `b` `s` `e` `p` `g` | known verb: base, third person, past, participle only, gerund | `n` | any other word |
| `d` | unknown word in -ed | `'` | possessive 's |
| `<` `>` | opening, closing quotation mark | `-` | dash |
| `,` `;` `:` `(` `)` | themselves | `.` | full stop, question or exclamation mark |
| `o` | any other sign | | |

While a sentence is read, `i` stands for a determiner that may as well be a pronoun ("some", "many"), `v` and `u` for a
base form and a form in -s that may as well be nouns ("plan", "claims"); `settling` turns them into others.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import field, frozen

from attribution.lexicons.inflection import VerbForms
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator

CUE_LEXICONS = ("cues_speech", "cues_stance")

# Which letter each group of the lexicon "words" gives; a later group overrides an earlier one.
_GROUP_LETTERS = (
    ("time_words", "Y"),
    ("number_words", "#"),
    ("adverbs", "A"),
    ("determiners", "D"),
    ("possessives", "S"),
    ("prepositions", "P"),
    ("nominative_pronouns", "R"),
    ("objective_pronouns", "M"),
    ("wh_words", "q"),
    ("relatives", "w"),
    ("subordinators", "U"),
    ("coordinators", "C"),
    ("be_forms", "B"),
    ("have_forms", "V"),
    ("do_forms", "K"),
    ("modals", "X"),
    ("negations", "N"),
)

# Words of several classes whose commonest use in news text decides.
_LETTERS_OF_THEIR_OWN = {
    "of": "O",
    "to": "T",
    "that": "H",
    "why": "q",
    "where": "q",
    "said": "e",
    "saying": "g",
    "own": "n",
    "registered": "n",
    "police": "n",
    "unnamed": "n",
    "unidentified": "n",
    "undisclosed": "n",
    "unspecified": "n",
    "close": "n",
    "according": "o",
    "no": "D",
    "neither": "D",
    **dict.fromkeys(["all", "another", "both", "each", "few", "many", "most", "several", "some"], "i"),
    "there": "h",
    "none": "D",
    "nobody": "n",
    "nothing": "n",
    "however": "A",
    "like": "P",
    "'s": "'",
    "%": "n",
    "wo": "X",
    "ca": "X",
    "sha": "X",
    "ai": "B",
}
_SIGNS = {
    ",": ",",
    ";": ";",
    ":": ":",
    **dict.fromkeys(["(", "["], "("),
    **dict.fromkeys([")", "]"], ")"),
    "：": ":",
    **dict.fromkeys([".", "?", "!", "…", "..."], "."),
    **dict.fromkeys("$£€%", "#"),
    **dict.fromkeys(["—", "–", "--", "---", "-"], "-"),
}

# Words that are names in capitals: "US President Ann Lee", "an IT professional".
_INITIALS = frozenset({"IT", "US", "WHO"})

_SPELT_OUT = str.maketrans(
    {"\u00ad": "", "\u2032": "'", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)

# A capital inside a sentence makes a name of these, and of "May" too.
_LOSES_TO_A_CAPITAL = frozenset("nAbsepgdPvu#")

# "Ultimately voters decided", but "Kelly decided", "McNally decided".
_OPENING_ADVERB = re.compile(r"^[A-Z][a-z]{2,20}(?:ab|ib|al|ate|ed|ing|ous|ive|ent|ant)ly$")

_CLOCK = re.compile(r"\d{1,2}(?::\d\d|[.:]\d\d[ap]m)")

# Tokens that a tagger remembers: the words of some hundred articles.
_REMEMBERED = 1 << 16


@frozen(eq=False)
class Tagger:
    """Word to tag letter, and verb form to lemma, compiled from the lexicons.

    `unchanging` are verbs whose past looks like their base form ("forecast"); `plurals` nouns that are one without an
    -s, `singulars` those in -s that are none.
    """

    letters: Mapping[str, str]
    lemmas: Mapping[str, str]
    calendar: frozenset[str]
    unchanging: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
    inside: Callable[[str], tuple[str, str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        # News repeats its words: what a token is inside a sentence depends on the token alone, so it is remembered.
        object.__setattr__(self, "inside", lru_cache(maxsize=_REMEMBERED)(self._inside))

    def _inside(self, raw: str) -> tuple[str, str]:
        """The token in lower case and its letter where it does not open a sentence."""
        lower = plain(raw)
        return lower, self.letter(raw, lower, False)

    def letter(self, raw: str, lower: str, first: bool) -> str:
        """The tag letter of the token `raw`; `first` when it opens its sentence and its capital means little."""
        found = self.letters.get(lower)
        initial = raw[0]
        if found is not None:
            if initial.isupper() and not first:
                if found in _LOSES_TO_A_CAPITAL or (found == "Y" and lower not in self.calendar):
                    return "Z"
                if raw in _INITIALS:
                    return "Z"
                if raw == "May":
                    return "Y"
                if raw == "Will":
                    return "Z"
            return found
        sign = _SIGNS.get(raw)
        if sign is not None:
            return sign
        if initial.isdigit():
            return "o" if first and _CLOCK.fullmatch(raw) else "#"  # "14:32 Police say": the stamp of a live blog
        if not initial.isalpha():
            return "o"
        if initial.isupper() or initial.istitle():
            return "A" if first and _OPENING_ADVERB.search(raw) else "Z"
        return _by_suffix(lower)


def plain(raw: str) -> str:
    """A token as the lexicons spell it: in lower case, without soft hyphens and ligatures.

    >>> plain("CON\ufb01rmed"), plain("an\xadnounced")
    ('confirmed', 'announced')
    """
    lower = raw.lower().replace("’", "'")
    return lower if lower.isascii() else lower.translate(_SPELT_OUT)


def _by_suffix(lower: str) -> str:
    if len(lower) > 4:
        if lower.endswith("ly"):
            return "A"
        if "-" in lower:
            return "n"  # "left-leaning economists", "the state-backed lender"
        if lower.endswith("ing"):
            return "g"
        if lower.endswith("ed") and not lower.endswith("eed"):
            return "d"
    return "n"


@lru_cache(maxsize=8)
def tagger(lexicons: Lexicons) -> Tagger:
    """The tagger for these lexicons, compiled once."""
    words = lexicons.lexicon("words")
    conjugate = conjugator(lexicons)
    cue_verbs = sorted(
        {
            phrase.split(" ")[0]
            for name in CUE_LEXICONS
            for group in lexicons.lexicon(name).groups
            if group.text("part", "verb") == "verb"
            for phrase in group.phrases
        }
    )
    letters: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    nouns = words.phrases("cue_noun_ambiguous") | lexicons.lexicon("cues_nouns").phrases()
    for lemma in sorted(words.phrases("finite_verbs") - frozenset(cue_verbs)):
        _add_verb(conjugate(lemma), True, letters, lemmas)
    for lemma in cue_verbs:
        forms = conjugate(lemma)
        _add_verb(forms, forms.base in nouns or forms.third in nouns, letters, lemmas)
    for word in words.phrases("ly_nouns", "ing_nouns"):
        if letters.get(word, "g") == "g":
            letters[word] = "n"
    for name, letter in _GROUP_LETTERS:
        for word in words.group(name).phrases:
            letters[word] = letter
    letters.update(_LETTERS_OF_THEIR_OWN)
    return Tagger(
        letters,
        lemmas,
        words.phrases("calendar"),
        unchanging=frozenset(lemma for lemma in set(lemmas.values()) if conjugate(lemma).past == lemma),
        plurals=words.phrases("plurals_without_s"),
        singulars=words.phrases("singulars_in_s"),
    )


def _add_verb(forms: VerbForms, noun_too: bool, letters: dict[str, str], lemmas: dict[str, str]) -> None:
    for form, letter in (
        (forms.gerund, "g"),
        (forms.participle, "p"),
        (forms.third, "u" if noun_too else "s"),
        (forms.base, "v" if noun_too else "b"),
        (forms.past, "e"),
        *((variant, "g" if variant.endswith("ing") else "e") for variant in sorted(forms.variants)),
    ):
        lemmas[form] = forms.base
        if letter != "e" or form != forms.base:  # "forecast", "put": what the base form may be
            letters[form] = letter
