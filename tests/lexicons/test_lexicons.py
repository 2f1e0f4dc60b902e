"""Every shipped lexicon as a whole: it loads, is sorted, explains itself and does not contradict itself."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator

import pytest

from attribution.cues.table import LEXICONS as CUES
from attribution.cues.table import cue_table
from attribution.lexicons.entry import Group
from attribution.lexicons.loading import SHIPPED, load
from attribution.model.attribution import CueClass

NAMES = sorted(path.stem for path in SHIPPED.glob("*.toml"))
# Lexicons of patterns, aliases and ranked words, whose phrases stand by meaning or rank rather than by alphabet.
UNSORTED = frozenset(
    {"abbreviations", "anonymity", "innocent", "nonresponse", "numbers", "outlets", "reasons"}
    | {"sentence_tails", "stance", "times", "venues"}
)
PARTS = frozenset({"verb", "noun", "adjective", "preposition", "adverb", "idiom", "agent"})
# Besides these, a frame may be the preposition, "whether", "if" or "how" that stands behind the cue.
GRAMMAR = frozenset(
    {
        "that",
        "clause",
        "wh",
        "to",
        "to_noun",
        "noun",
        "object_as",
        "object_at",
        "ing",
        "quotation",
        "colon",
        "trailing",
        "end",
    }
)


def cue_groups() -> Iterator[Group]:
    """All groups of the cue lexicons."""
    for name in CUES:
        yield from load().lexicon(name).groups


def rows() -> dict[tuple[str, str, str, str], list[Group]]:
    """The groups that claim each part, phrase, voice and frame."""
    found = defaultdict(list)
    for group in cue_groups():
        for phrase in group.phrases:
            for frame in group.texts("frames"):
                found[group.text("part"), phrase, group.text("voice", "active"), frame].append(group)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_loads_and_its_groups_hold_something(name: str) -> None:
    for group in load().lexicon(name).groups:
        assert group.phrases, group.name
        assert group.why.endswith((".", "?", "”", '"', ")")), f"{group.entry} does not say why"


@pytest.mark.parametrize("name", sorted(set(NAMES) - UNSORTED))
def test_phrases_are_sorted(name: str) -> None:
    for group in load().lexicon(name).groups:
        assert list(group.phrases) in (sorted(group.phrases), sorted(group.phrases, key=str.casefold)), group.entry


@pytest.mark.parametrize("name", NAMES)
def test_phrases_carry_no_stray_white_space(name: str) -> None:
    for group in load().lexicon(name).groups:
        assert [phrase for phrase in group.phrases if phrase != " ".join(phrase.split())] == []


@pytest.mark.parametrize("name", CUES)
def test_a_cue_lexicon_has_one_group_a_name(name: str) -> None:
    tables = tomllib.loads((SHIPPED / f"{name}.toml").read_text(encoding="utf-8"))["group"]
    assert len({table["name"] for table in tables}) == len(tables)


def test_cue_groups_use_known_classes_parts_and_frames() -> None:
    frames = GRAMMAR | load().lexicon("words").phrases("prepositions", "wh_words")
    for group in cue_groups():
        assert group.text("class") in set(CueClass), group.entry
        assert group.text("part") in PARTS, group.entry
        assert group.texts("frames"), group.entry
        assert set(group.texts("frames")) <= frames, group.entry
        assert group.text("voice", "active") in ("active", "passive"), group.entry
        assert group.text("possessor", "optional") in ("required", "optional", "free"), group.entry
        assert group.text("subject", "source") in ("source", "addressee", "content"), group.entry


def test_keys_stand_where_they_mean_something() -> None:
    for group in cue_groups():
        part = group.text("part")
        assert bool(group.text("possessor")) == (part == "noun"), group.entry
        assert part == "verb" or not (group.text("voice") or group.flag("addressee")), group.entry
        assert group.text("voice") == "passive" or group.text("subject") in ("", "content"), group.entry
        assert part == "preposition" or not group.flag("definite"), group.entry
        assert part == "verb" or "trailing" not in group.texts("frames"), group.entry


def test_no_cue_stands_in_two_groups_for_the_same_frame() -> None:
    twice = {row: [group.entry for group in groups] for row, groups in rows().items() if len(groups) > 1}
    assert twice == {}


def test_there_are_enough_cues() -> None:
    phrases: dict[str, set[str]] = defaultdict(set)
    for group in cue_groups():
        phrases[group.text("part")].update(group.phrases)
    assert len({phrase.split(" ")[0] for phrase in phrases["verb"]}) >= 400
    assert len([phrase for phrase in phrases["verb"] if " " in phrase]) >= 60
    assert len(phrases["noun"]) >= 80
    assert len(phrases["adjective"]) >= 40


@pytest.mark.parametrize(
    ("lemma", "voice", "frame", "cls"),
    [
        ("say", "active", "trailing", "speech"),
        ("tell", "active", "that", "speech"),
        ("call for", "active", "noun", "speech"),
        ("promise", "active", "to", "speech"),
        ("propose", "active", "noun", "speech"),
        ("show", "active", "that", "evidence"),
        ("find", "active", "that", "evidence"),
        ("say", "passive", "to", "hearsay"),
        ("expect", "passive", "to", "hearsay"),
        ("believe", "active", "that", "belief"),
        ("want", "active", "to", "intent"),
        ("hope", "active", "that", "intent"),
        ("praise", "active", "noun", "attitude"),
        ("praise", "active", "trailing", "speech"),
        ("denounce", "active", "noun", "attitude"),
        ("rule", "active", "that", "decree"),
        ("appoint", "active", "noun", "decree"),
        ("see", "active", "that", "perception"),
        ("seem", "active", "to", "appearance"),
    ],
)
def test_the_class_of_a_cue_in_a_frame(lemma: str, voice: str, frame: str, cls: str) -> None:
    assert [group.text("class") for group in rows()["verb", lemma, voice, frame]] == [cls]


@pytest.mark.parametrize(
    ("lemma", "voice", "frame"),
    [
        ("see", "active", "noun"),
        ("hear", "active", "noun"),
        ("find", "active", "noun"),
        ("tell", "active", "noun"),
        ("like", "active", "noun"),
        ("need", "active", "noun"),
        ("continue", "active", "to"),
        ("try", "active", "to"),
        ("state", "active", "noun"),
        ("suppose", "passive", "to"),
    ],
)
def test_frames_in_which_a_verb_attributes_nothing(lemma: str, voice: str, frame: str) -> None:
    """A group that names the subjects it wants says nothing of the others: "the survey found no …"."""
    assert [group for group in rows()["verb", lemma, voice, frame] if not group.texts("subjects")] == []


def test_the_table_finds_every_form_of_a_cue() -> None:
    table = cue_table(load())
    for form, lemma in [
        ("told", "tell"),
        ("labelled", "label"),
        ("denies", "deny"),
        ("vetoes", "veto"),
        ("spoke", "speak of"),
    ]:
        assert lemma in [verb.lemma for verb in table.verbs[form]]
    assert "allegation" in [phrase.lemma for phrase in table.phrases["allegations"][()]]
