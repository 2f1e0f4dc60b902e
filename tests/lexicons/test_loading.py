"""Lexicons from files: what is accepted, what is refused, and how the refusal reads."""

from pathlib import Path

import pytest

from attribution.errors import LexiconError
from attribution.lexicons.loading import Lexicons, load


def written(folder: Path, name: str, text: str) -> Lexicons:
    """Lexicons that consist of one file of `text`."""
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Lexicons((folder,))


def test_a_group_keeps_its_keys(tmp_path: Path) -> None:
    lexicons = written(
        tmp_path,
        "cues_speech",
        """
        [[group]]
        name = "hoot-like"
        class = "speech"
        frames = ["that", "quotation"]
        addressee = true
        why = "Owls."
        phrases = ["hoot", "screech"]
        """,
    )
    group = lexicons.lexicon("cues_speech").group("hoot-like")
    assert group.entry == "cues_speech/hoot-like"
    assert group.phrases == ("hoot", "screech")
    assert (group.text("class"), group.text("voice", "active"), group.why) == ("speech", "active", "Owls.")
    assert group.texts("frames") == ("that", "quotation")
    assert group.texts("class") == ()
    assert group.flag("addressee")
    assert not group.flag("class")


def test_phrases_of_all_or_some_groups(tmp_path: Path) -> None:
    lexicon = written(
        tmp_path, "words", '[[group]]\nname = "a"\nphrases = ["x"]\n[[group]]\nname = "b"\nphrases = ["y"]\n'
    ).lexicon("words")
    assert lexicon.phrases() == {"x", "y"}
    assert lexicon.phrases("b") == {"y"}
    with pytest.raises(KeyError, match="no group 'c'"):
        lexicon.group("c")


def test_a_newsroom_adds_groups_after_ours(tmp_path: Path) -> None:
    (tmp_path / "cues_speech.toml").write_text('[[group]]\nname = "owl"\nclass = "speech"\nphrases = ["hoot"]\n')
    groups = load(tmp_path).lexicon("cues_speech").groups
    assert groups[-1].phrases == ("hoot",)
    assert len(groups) == len(load().lexicon("cues_speech").groups) + 1


def test_a_lexicon_is_read_once(tmp_path: Path) -> None:
    lexicons = written(tmp_path, "words", '[[group]]\nname = "a"\nphrases = ["x"]\n')
    first = lexicons.lexicon("words").groups
    (tmp_path / "words.toml").write_text("broken")
    assert lexicons.lexicon("words").groups is first or lexicons.lexicon("words").groups == first


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[group]", "not valid TOML"),
        ('title = "x"\n', "unknown key 'title'; a lexicon holds [[group]] tables only"),
        ('[[group]]\nphrases = ["x"]\n', "every group needs a name of its own"),
        ('[[group]]\nname = "a"\n[[group]]\nname = "a"\n', "every group needs a name of its own"),
        (
            '[[group]]\nname = "a"\nklass = "speech"\n',
            "unknown key 'klass'; accepted are addressee, class, definite, frames",
        ),
        ('[[group]]\nname = "a"\nphrases = "x"\n', "phrases must be a list of strings that are not empty"),
        ('[[group]]\nname = "a"\nphrases = ["x", ""]\n', "phrases must be a list of strings that are not empty"),
        ('[[group]]\nname = "a"\nphrases = ["x", "y", "x"]\n', "phrase 'x' stands twice"),
        ('[[group]]\nname = "a"\nclass = 1.5\n', "class must be a string, a boolean, an integer or a list of strings"),
        ('[[group]]\nname = "a"\nframes = ["x", 1]\n', "frames must be a string"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as refused:
        written(tmp_path, "cues_speech", text).lexicon("cues_speech")
    assert message in str(refused.value)
    assert refused.value.file == str(tmp_path / "cues_speech.toml")


def test_the_error_names_file_group_and_problem(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as refused:
        written(tmp_path, "words", '[[group]]\nname = "b"\nphrases = ["x", "x"]\n').lexicon("words")
    assert (refused.value.group, refused.value.problem) == ("b", "phrase 'x' stands twice")
    assert isinstance(refused.value, ValueError)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_bytes(b'[[group]]\nname = "caf\xe9"\n')
    with pytest.raises(LexiconError, match="not valid TOML"):
        Lexicons((tmp_path,)).lexicon("words")


def test_a_lexicon_that_no_folder_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such lexicon"):
        Lexicons((tmp_path,)).lexicon("nonsuch")
