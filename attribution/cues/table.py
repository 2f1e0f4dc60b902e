"""The cue lexicons as one table: lemma, then frame, then the group that says what it means there."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.entry import Group
from attribution.lexicons.inflection import plural
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import CueClass

LEXICONS = ("cues_speech", "cues_stance", "cues_nouns", "cues_phrases")


@frozen(eq=False)
class Entry:
    """What a lexicon says of one lemma in one frame.

    `addressee`: a noun phrase right behind the verb may be whom it was said to. `possessor`: "required" where a noun
    attributes only with one, "free" where it attributes without any. `definite`: a preposition
    wants a name or a determiner ("per Reuters", "per the accounts", not "per week").
    `subject`: what the subject of a passive is, "source" or "addressee" where it is not part of the content;
    of an active verb, "content" where who feels is the object: "the noise unsettled the neighbours".
    `objects`: the only nouns with which a verb attributes, where it does with few: "filed a [lawsuit]", not "filed her
    nails"; `subjects` the groups of the lexicon of artifacts that its subject must be of: "the [survey] found no …".
    """

    cls: CueClass
    entry: str
    addressee: bool = False
    possessor: str = ""
    subject: str = ""
    definite: bool = False
    objects: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()


Frames = Mapping[str, Entry]


@frozen(eq=False)
class Verb:
    """A cue verb: its particle, if it has one ("out" of "point out"), and its frames by voice."""

    lemma: str
    particle: tuple[str, ...]
    active: Frames
    passive: Frames


@frozen(eq=False)
class Phrase:
    """A cue that is no verb: the words of one of its forms, and its frames."""

    lemma: str
    words: tuple[str, ...]
    part: str
    frames: Frames


@frozen(eq=False)
class CueTable:
    """All cues, found by the form of their first word; within a form the longest phrase comes first.

    `phrases` leads from the first word to the second one, none for a single word: many phrases open with "in" or "the".
    `manner` are the nouns of phrases of manner that belong to a cue: "in a statement"; `writing` the verbs of
    writing; `weekdays` the names of days; `innocent` the objects with which a verb attributes nothing: "claimed
    victory".
    """

    verbs: Mapping[str, tuple[Verb, ...]]
    phrases: Mapping[str, Mapping[tuple[str, ...], tuple[Phrase, ...]]]
    manner: frozenset[str]
    writing: frozenset[str]
    weekdays: frozenset[str]
    innocent: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def cue_table(lexicons: Lexicons) -> CueTable:
    """The table of these lexicons, compiled once."""
    groups = [group for name in LEXICONS for group in lexicons.lexicon(name).groups]
    return CueTable(
        verbs=_verbs([group for group in groups if _part(group) == "verb"], lexicons),
        phrases=_phrases([group for group in groups if _part(group) != "verb"], lexicons),
        manner=lexicons.lexicon("words").phrases("manner_nouns"),
        writing=lexicons.lexicon("words").phrases("writing_verbs"),
        weekdays=frozenset(day.lower() for day in lexicons.lexicon("times").phrases("weekdays")),
        innocent={group.name: frozenset(group.phrases) for group in lexicons.lexicon("innocent").groups},
    )


def _part(group: Group) -> str:
    return group.text("part", "verb")


def _verbs(groups: list[Group], lexicons: Lexicons) -> dict[str, tuple[Verb, ...]]:
    frames: dict[tuple[str, str], dict[str, Entry]] = {}
    for group in groups:
        voice, row = group.text("voice", "active"), _frames(group, lexicons)
        for phrase in group.phrases:
            frames.setdefault((phrase, voice), {}).update(row)
    conjugate = conjugator(lexicons)
    found: dict[str, list[Verb]] = {}
    for phrase in sorted({phrase for phrase, _ in frames}):
        head, *particle = phrase.split(" ")
        verb = Verb(phrase, tuple(particle), frames.get((phrase, "active"), {}), frames.get((phrase, "passive"), {}))
        for form in sorted(conjugate(head).all()):
            found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(verbs, key=lambda verb: -len(verb.particle))) for form, verbs in found.items()}


def _phrases(groups: list[Group], lexicons: Lexicons) -> dict[str, dict[tuple[str, ...], tuple[Phrase, ...]]]:
    frames: dict[tuple[str, str], dict[str, Entry]] = {}
    for group in groups:
        part, row = _part(group), _frames(group, lexicons)
        for phrase in group.phrases:
            frames.setdefault((phrase, part), {}).update(row)
    found: dict[str, dict[tuple[str, ...], list[Phrase]]] = {}
    for (lemma, part), row in sorted(frames.items()):
        for form in _noun_forms(lemma) if part in ("noun", "agent") else (lemma,):
            words = tuple(form.split(" "))
            found.setdefault(words[0], {}).setdefault(words[1:2], []).append(Phrase(lemma, words, part, row))
    return {
        first: {second: tuple(sorted(phrases, key=lambda each: -len(each.words))) for second, phrases in rest.items()}
        for first, rest in found.items()
    }


def _noun_forms(lemma: str) -> tuple[str, ...]:
    many = plural(lemma)
    return (lemma,) if many == lemma else (lemma, many)


def _frames(group: Group, lexicons: Lexicons) -> dict[str, Entry]:
    kinds = group.texts("objects")
    entry = Entry(
        cls=CueClass(group.text("class", "speech")),
        entry=group.entry,
        addressee=group.flag("addressee"),
        possessor=group.text("possessor"),
        subject=group.text("subject"),
        definite=group.flag("definite"),
        subjects=group.texts("subjects"),
        objects=frozenset(form for noun in _objects(lexicons, kinds) for form in _noun_forms(noun)),
    )
    return dict.fromkeys(group.texts("frames"), entry)


def _objects(lexicons: Lexicons, kinds: tuple[str, ...]) -> frozenset[str]:
    return lexicons.lexicon("objects").phrases(*kinds) if kinds else frozenset()
