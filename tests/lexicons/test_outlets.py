"""The outlet lexicon: large, free of clashes, and easy to extend by a line."""

import pytest

from attribution.lexicons.loading import load
from attribution.lexicons.outlets import outlet_key, outlet_names

LEXICONS = load()
NAMES = outlet_names(LEXICONS)


def full(text):
    return [(found.span.of(text), found.name) for found in NAMES.full(text, 0, len(text))]


def test_there_are_outlets_enough():
    assert len(set(NAMES.forms.values())) >= 1000


def test_no_name_stands_for_two_outlets():
    lines = [line for group in LEXICONS.lexicon("outlets").groups for line in group.phrases]
    forms = [form for line in lines for form in line.split(" ? ")[0].split(" = ") if " = " in line or " ? " in line]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("told the FT on Monday", "Financial Times"),
        ("told CNN's New Day", "CNN"),
        ("the Wall Street Journal’s editor", "The Wall Street Journal"),
        ("L’Équipe said", "L'Équipe"),
        ("Democracy Now! reported", "Democracy Now!"),
        ("told Ukrainska Pravda.", "Ukrainska Pravda"),
        ("the Times\nof Israel wrote", "The Times of Israel"),
    ],
)
def test_full_names_are_found(text, name):
    assert [found for _, found in full(text)] == [name]


@pytest.mark.parametrize(
    "text", ["in due time", "the people said", "a metro station", "he saw the sun", "the hill was steep"]
)
def test_ordinary_words_are_no_outlets(text):
    assert full(text) == []


def test_short_forms_are_kept_apart():
    assert full("told the Post") == []
    assert {found.name for found in NAMES.short("told the Post", 0, 13)} == {"Post"}


def test_spellings_share_a_key():
    assert outlet_key("The Huff-Post") == outlet_key("HuffPost")


def test_a_newsroom_adds_one_by_a_line(tmp_path):
    lines = '[[group]]\nname = "ours"\nkind = "newspaper"\nphrases = ["The Ferry Crier = Crier Online ? Crier"]\n'
    (tmp_path / "outlets.toml").write_text(lines, encoding="utf-8")
    names = outlet_names(load(tmp_path))
    text = "He told Crier Online."
    assert [found.name for found in names.full(text, 0, len(text))] == ["The Ferry Crier"]
