"""Conjugation with the irregular verbs of the lexicon."""

from pathlib import Path

import pytest

from attribution.errors import LexiconError
from attribution.lexicons.loading import Lexicons, load
from attribution.lexicons.verbs import conjugator


@pytest.mark.parametrize(
    ("lemma", "past", "participle"),
    [
        ("begin", "began", "begun"),
        ("broadcast", "broadcast", "broadcast"),
        ("find", "found", "found"),
        ("forecast", "forecast", "forecast"),
        ("foresee", "foresaw", "foreseen"),
        ("hear", "heard", "heard"),
        ("know", "knew", "known"),
        ("mean", "meant", "meant"),
        ("overhear", "overheard", "overheard"),
        ("put", "put", "put"),
        ("read", "read", "read"),
        ("rethink", "rethought", "rethought"),
        ("say", "said", "said"),
        ("see", "saw", "seen"),
        ("seek", "sought", "sought"),
        ("show", "showed", "shown"),
        ("speak", "spoke", "spoken"),
        ("strive", "strove", "striven"),
        ("swear", "swore", "sworn"),
        ("tell", "told", "told"),
        ("think", "thought", "thought"),
        ("undergo", "underwent", "undergone"),
        ("understand", "understood", "understood"),
        ("uphold", "upheld", "upheld"),
        ("write", "wrote", "written"),
    ],
)
def test_irregular_verbs(lemma: str, past: str, participle: str) -> None:
    forms = conjugator(load())(lemma)
    assert (forms.past, forms.participle) == (past, participle)


def test_the_first_word_of_a_particle_verb_is_conjugated() -> None:
    assert conjugator(load())("speak out against").participle == "spoken out against"


@pytest.mark.parametrize(("lemma", "past"), [("concur", "concurred"), ("dispel", "dispelled"), ("rebut", "rebutted")])
def test_verbs_that_always_double(lemma: str, past: str) -> None:
    assert conjugator(load())(lemma).past == past


@pytest.mark.parametrize("lemma", ["counsel", "label", "marvel", "signal"])
def test_verbs_that_double_in_british_spelling(lemma: str) -> None:
    forms = conjugator(load())(lemma).all()
    assert {f"{lemma}ed", f"{lemma}led", f"{lemma}ing", f"{lemma}ling"} <= forms


def test_a_verb_that_no_lexicon_lists_is_regular() -> None:
    assert conjugator(load())("blurf").past == "blurfed"


def test_an_irregular_verb_needs_three_forms(tmp_path: Path) -> None:
    (tmp_path / "irregular_verbs.toml").write_text('[[group]]\nname = "irregular"\nphrases = ["say said"]\n')
    with pytest.raises(LexiconError, match="'say said' is not three forms"):
        conjugator(Lexicons((tmp_path,)))
