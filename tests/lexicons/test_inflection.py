"""Verb forms and plurals, by rule."""

import pytest

from attribution.lexicons.inflection import Doubling, VerbForms, plural, verb_forms


@pytest.mark.parametrize(
    ("lemma", "third", "past", "gerund"),
    [
        ("add", "adds", "added", "adding"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("announce", "announces", "announced", "announcing"),
        ("apply", "applies", "applied", "applying"),
        ("buzz", "buzzes", "buzzed", "buzzing"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("deny", "denies", "denied", "denying"),
        ("echo", "echoes", "echoed", "echoing"),
        ("eye", "eyes", "eyed", "eyeing"),
        ("fix", "fixes", "fixed", "fixing"),
        ("focus", "focuses", "focused", "focusing"),
        ("lie", "lies", "lied", "lying"),
        ("mimic", "mimics", "mimicked", "mimicking"),
        ("nod", "nods", "nodded", "nodding"),
        ("offer", "offers", "offered", "offering"),
        ("quip", "quips", "quipped", "quipping"),
        ("quiz", "quizzes", "quizzed", "quizzing"),
        ("radio", "radios", "radioed", "radioing"),
        ("reach", "reaches", "reached", "reaching"),
        ("reveal", "reveals", "revealed", "revealing"),
        ("stress", "stresses", "stressed", "stressing"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("vow", "vows", "vowed", "vowing"),
        ("wish", "wishes", "wished", "wishing"),
    ],
)
def test_regular_verbs(lemma: str, third: str, past: str, gerund: str) -> None:
    assert verb_forms(lemma) == VerbForms(lemma, third, past, past, gerund)


@pytest.mark.parametrize(("lemma", "third"), [("be", "is"), ("do", "does"), ("go", "goes"), ("have", "has")])
def test_third_persons_of_their_own(lemma: str, third: str) -> None:
    assert verb_forms(lemma).third == third


def test_given_forms_override_the_rule() -> None:
    forms = verb_forms("speak", "spoke", "spoken")
    assert (forms.past, forms.participle, forms.third, forms.gerund) == ("spoke", "spoken", "speaks", "speaking")


def test_the_past_stands_for_a_participle_that_is_not_given() -> None:
    assert verb_forms("say", "said").participle == "said"


def test_a_particle_stays_behind_the_verb() -> None:
    assert verb_forms("point out").all() == {"point out", "points out", "pointed out", "pointing out"}
    assert verb_forms("take issue with", "took", "taken").participle == "taken issue with"


def test_stressed_last_syllables_double_their_consonant() -> None:
    forms = verb_forms("admit", doubling=Doubling.ALWAYS)
    assert (forms.past, forms.gerund, forms.third, forms.variants) == ("admitted", "admitting", "admits", frozenset())


def test_british_doubling_is_a_second_spelling() -> None:
    forms = verb_forms("label as", doubling=Doubling.BRITISH)
    assert forms.past == "labeled as"
    assert forms.variants == {"labelled as", "labelling as"}
    assert forms.variants < forms.all()


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("aide", "aides"),
        ("ally", "allies"),
        ("analysis", "analyses"),
        ("attorney", "attorneys"),
        ("human", "humans"),
        ("memo", "memos"),
        ("person", "people"),
        ("quiz", "quizzes"),
        ("search", "searches"),
        ("spokesman", "spokesmen"),
        ("spokeswoman", "spokeswomen"),
        ("witness", "witnesses"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
