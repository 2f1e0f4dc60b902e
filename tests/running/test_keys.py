import pytest
from attrs import evolve, fields

from attribution.config import Config, Phrase
from attribution.lexicons.loading import Addition
from attribution.model.document import Article, Passage
from attribution.model.original import Original, Segment
from attribution.model.span import Span
from attribution.readers.settings import Settings
from attribution.running import keys
from attribution.running.keys import entry_key, fingerprint

ARTICLE = Article("Rain fell.", name="rain.txt", publisher="Post", published="2024-05-01")
OTHER_SETTINGS = {
    "policy": "strict",
    "own_outlet": "Post",
    "own_outlet_aliases": ("the Post",),
    "select": (),
    "extend_select": ("QUOT",),
    "ignore": ("ANON",),
    "rules": {"ANON101": {"severity": "error"}},
    "words": (Addition("well_known", "configured", ("Ada Lind",)),),
    "phrases": (Phrase("HOUSE001", "No.", phrases=("sources close to",)),),
    "readers": Settings(skip=(".promo",)),
}


@pytest.mark.parametrize("name", [item.name for item in fields(Config)])
def test_every_setting_is_part_of_the_fingerprint(name, tmp_path):
    (tmp_path / "cues_speech.toml").write_text('[[group]]\nname = "own"\nphrases = ["opine"]\n')
    values = {**OTHER_SETTINGS, "lexicons": (tmp_path,)}
    assert fingerprint(Config(**{name: values[name]})) != fingerprint(Config())
    assert fingerprint(Config(**{name: values[name]})) == fingerprint(Config(**{name: values[name]}))


def test_the_contents_of_word_lists_are_part_of_the_fingerprint(tmp_path):
    before = fingerprint(Config(lexicons=(tmp_path,)))
    (tmp_path / "cues_speech.toml").write_text('[[group]]\nname = "own"\nphrases = ["opine"]\n')
    written = fingerprint(Config(lexicons=(tmp_path,)))
    (tmp_path / "cues_speech.toml").write_text('[[group]]\nname = "own"\nphrases = ["aver"]\n')
    assert len({before, written, fingerprint(Config(lexicons=(tmp_path,)))}) == 3


def test_settings_that_look_alike_are_told_apart():
    assert fingerprint(Config(rules={"A": {"x": True}})) != fingerprint(Config(rules={"A": {"x": 1}}))
    assert fingerprint(Config(select=("A", "B"))) != fingerprint(Config(select=("A,B",)))
    assert fingerprint(Config(select=None)) != fingerprint(Config(select=()))


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Rain fell!"},
        {"name": "snow.txt"},
        {"publisher": "Herald"},
        {"published": None},
        {"segments": (Segment(0, 10, 3),)},
        {"segments": (Segment(0, 10, 3, length=12),)},
        {"originals": (Original("<p>Rain fell."),)},
        {"passages": (Passage(Span(0, 10)),)},
        {"format": "html"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_everything_about_an_article_is_part_of_its_key(other):
    assert entry_key(evolve(ARTICLE, **other), "s", "check") != entry_key(ARTICLE, "s", "check")


def test_a_key_depends_on_settings_on_what_is_made_and_on_nothing_else():
    same = {entry_key(ARTICLE, "s", "check"), entry_key(evolve(ARTICLE, file="elsewhere/rain.txt"), "s", "check")}
    assert len(same) == 1
    assert len(same | {entry_key(ARTICLE, "t", "check"), entry_key(ARTICLE, "s", "report json")}) == 3


def test_another_version_and_another_source_are_another_key(monkeypatch):
    first = entry_key(ARTICLE, "s", "check")
    monkeypatch.setattr(keys, "VERSION", "9.9.9")
    second = entry_key(ARTICLE, "s", "check")
    monkeypatch.setattr(keys, "library_digest", lambda: "edited")
    assert len({first, second, entry_key(ARTICLE, "s", "check")}) == 3


def test_the_digest_of_the_library_changes_with_any_file_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "_PACKAGE", tmp_path)
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "cues.toml").write_text("a = 1")
    (tmp_path / "rule.py").write_text("A = 1")

    def digest():
        return keys.library_digest.__wrapped__()

    found = [digest()]
    (tmp_path / "rule.py").write_text("A = 2")
    found.append(digest())
    (tmp_path / "lexicons" / "cues.toml").write_text("a = 2")
    found.append(digest())
    (tmp_path / "rule.pyc").write_text("compiled")
    assert digest() == found[-1]
    assert len(set(found)) == 3
