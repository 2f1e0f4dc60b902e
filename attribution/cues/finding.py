"""Cue candidates of a document, sentence by sentence: which words may attribute, with what the lexicon says of them."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from attribution.cues.complements import skip_time
from attribution.cues.frames import Reading, readings
from attribution.cues.manner import said_how, said_last
from attribution.cues.table import CueTable, Entry, Frames, Phrase, Verb, cue_table
from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document, Sentence
from attribution.text.phrases import Phrases, VerbGroup, find_phrases

AFTER_ADDRESSEE = frozenset({"that", "clause", "wh", "quotation", "colon", "to", "of", "about"})
NOTHING: frozenset[str] = frozenset()
# Particles that are prepositions: "asked for a photo and …" is followed by a phrase, never by a clause.
ABSORBING = frozenset({"about", "against", "at", "for", "from", "of", "on", "to", "with"})
# "A channel [called Nichnyi Vartovyi] put the toll at 14": a name, and the verb that the noun before it has.
_NAMING = frozenset({"called", "named", "nicknamed", "titled", "dubbed"})
_NAME_AND_VERB = re.compile(r"Z{1,4}A?[BVKXsedb]")
_NAME = re.compile(r"D?Z")
# "called him reckless": a pronoun, and what somebody is called.
_DESCRIBED = re.compile(r"[MR]A{0,2}(?P<described>n{1,3})(?:[.,;>UCP]|\Z)")
_CALLING = frozenset({"brand", "call", "declare", "dub", "label", "pronounce", "term"})
# "called him at home", "called me yesterday", "called him."
_TELEPHONED = re.compile(r"[MR](?:[PTYU.,;]|\Z|A(?:[PY.,;]|\Z))")
# Those of them that may stand apart from their verb.
_APART = frozenset({"about", "against", "for", "on"})
ANNOUNCING = frozenset({"that", "quotation", "colon"})


@frozen(eq=False)
class Candidate:
    """Words that may attribute. `start` to `stop` are the cue's own tokens, `head` its main word.

    `manner` is where its words of manner end ("said in a statement"), or `stop`; `last` where it ends behind its
    content ("…, he said Friday").

    `readings` are those ways to read the right side that the lexicon accepts, the nearest first, each with its entry;
    `frames` is the lexicon's row, for frames that look to the left ("trailing").
    """

    part: str
    lemma: str
    start: int
    head: int
    stop: int
    manner: int
    last: int
    frames: Frames
    readings: tuple[tuple[Reading, Entry], ...]
    group: VerbGroup | None = None

    @property
    def passive(self) -> bool:
        """Whether it is a verb in the passive."""
        return self.group is not None and self.group.passive

    @property
    def negated(self) -> bool:
        """Whether its verb group holds a negation."""
        return self.group is not None and self.group.negated


@frozen(eq=False)
class SentenceCues:
    """The phrases of one sentence and the cue candidates in it, in order."""

    sentence: Sentence
    phrases: Phrases
    candidates: tuple[Candidate, ...]


def find_cues(document: Document, lexicons: Lexicons) -> Iterator[SentenceCues]:
    """The cue candidates of every sentence that has tokens, one after the other: together they outweigh the text."""
    table = cue_table(lexicons)
    for sentence in document.sentences:
        if sentence.tokens is not None and len(sentence.tokens):
            phrases = find_phrases(sentence.tokens)
            candidates = sorted(_candidates(phrases, table), key=lambda candidate: (candidate.start, candidate.stop))
            yield SentenceCues(sentence, phrases, tuple(candidates))


def _candidates(phrases: Phrases, table: CueTable) -> Iterator[Candidate]:
    words = phrases.tokens.words
    for group in phrases.verbs:
        if words[group.head] in table.verbs:
            candidate = _verb(phrases, group, table)
            if candidate is not None:
                yield candidate
    for position, word in enumerate(words):
        if word in table.phrases:
            yield from _longest_phrase(phrases, position, table)


def _longest_phrase(phrases: Phrases, position: int, table: CueTable) -> Iterator[Candidate]:
    """The candidate of the longest phrase that begins at token `position`, if there is one."""
    words = phrases.tokens.words
    known = table.phrases[words[position]]
    second = words[position + 1 : position + 2]
    for phrase in known.get(second, ()) + (known.get((), ()) if second else ()):
        if words[position : position + len(phrase.words)] == phrase.words:
            candidate = _phrase(phrases, position, phrase, table)
            if candidate is not None:
                yield candidate
                return


def _verb(phrases: Phrases, group: VerbGroup, table: CueTable) -> Candidate | None:
    """The candidate of a verb group: a particle verb before the bare verb, the first that has an accepted reading."""
    words, tags = phrases.tokens.words, phrases.tokens.tags
    if words[group.head] in _NAMING and group.start == group.head and _only_names(phrases, group):
        return None
    fallback: Candidate | None = None
    for verb, stop in _verbs_of(phrases, group, table):
        manner = said_how(phrases, stop, table.manner)
        last = said_last(phrases, stop, NOTHING if verb.lemma in table.writing else table.manner, table.weekdays)
        row = verb.passive if group.passive else verb.active
        innocent = table.innocent.get(verb.lemma, NOTHING)
        if verb.lemma == "call" and _TELEPHONED.match(tags, stop):
            return None  # "called him at home", "called me yesterday"
        if innocent and any(" ".join(words[stop : stop + length]) in innocent for length in (2, 3)):
            return None  # "called it a day", "to tell the time"
        if innocent and words[stop : stop + 1] and words[stop] in innocent and tags[stop + 1 : stop + 2] in ("C", ","):
            return None  # "said grace and cut the bread"
        accepted = _accepted(phrases, row, stop, innocent) or _described(phrases, verb, row, stop, innocent)
        if verb.particle and verb.particle[-1] in ABSORBING:
            accepted = tuple(pair for pair in accepted if pair[0].frame != "clause") or accepted
        if not accepted and group.passive and words[group.head - 1] == "'s":
            row, accepted = verb.active, _accepted(phrases, verb.active, stop, innocent)
            group = evolve(group, passive=not accepted)  # "he's predicted victory": he has
        candidate = Candidate("verb", verb.lemma, group.start, group.head, stop, manner, last, row, accepted, group)
        if accepted:
            return candidate
        if row and fallback is None:
            fallback = candidate
    return fallback


def _verbs_of(phrases: Phrases, group: VerbGroup, table: CueTable) -> Iterator[tuple[Verb, int]]:
    """The verbs that a group may be, each with where it ends: behind its particle, be it after a day: "called [Friday
    for]"."""
    words, start = phrases.tokens.words, group.head + 1
    later = skip_time(phrases.tokens.tags, start)
    near, apart = words[start : start + 1], words[later : later + 1]
    for verb in table.verbs[words[group.head]]:
        particle = verb.particle
        if not particle:
            if not group.bare:
                yield verb, start
        elif particle[:1] == near:
            if words[start : start + len(particle)] == particle:
                yield verb, start + len(particle)
        elif particle == apart and particle[0] in _APART and near != ("for",):  # but "bragged [for a year] about"
            yield verb, later + 1


def _only_names(phrases: Phrases, group: VerbGroup) -> bool:
    """Whether a participle gives what stands before it its name: "a channel [called Nichnyi Vartovyi] put the toll at
    14", "they joined a movement [called the River League]"."""
    tags, words = phrases.tokens.tags, phrases.tokens.words
    if _NAME_AND_VERB.match(tags, group.head + 1):
        return True
    start = phrases.noun_ending(group.start)
    if start is None or words[start] not in ("a", "an", "another", "one") or not _NAME.match(tags, group.head + 1):
        return False
    return start > 0 and tags[start - 1] in "bsepdgPOT,"


def _accepted(
    phrases: Phrases, row: Frames, stop: int, innocent: frozenset[str] = NOTHING
) -> tuple[tuple[Reading, Entry], ...]:
    if not row:
        return ()
    found = []
    for reading in readings(phrases, stop, addressed=any(entry.addressee for entry in row.values())):
        entry = row.get(reading.frame)
        if entry is None and reading.frame == "wh" and phrases.tokens.words[reading.start] == "what":
            entry = row.get("noun")  # "criticized [what she called a giveaway]"
        if entry is None or (reading.addressee is not None and not entry.addressee):
            continue
        if reading.frame == "noun" and not _takes_object(phrases, reading, entry, innocent):
            continue
        if reading.addressee is not None and phrases.tokens.words[reading.addressee[1] - 1] in innocent:
            continue  # "told the time at four"
        if reading.frame == "clause" and _opens_innocently(phrases, reading.start, innocent):
            continue
        found.append((reading, entry))
    found.sort(key=lambda pair: _rank(pair[0]))
    return tuple(found)


def _described(
    phrases: Phrases, verb: Verb, row: Frames, stop: int, innocent: frozenset[str]
) -> tuple[tuple[Reading, Entry], ...]:
    """The reading of a pronoun and what somebody calls it: "called him reckless", but not "called him names"."""
    entry = row.get("noun") if verb.lemma in _CALLING else None
    match = _DESCRIBED.match(phrases.tokens.tags, stop) if entry is not None else None
    if entry is None or match is None or phrases.tokens.words[match.end("described") - 1] in innocent:
        return ()
    return ((Reading("noun", stop), entry),)


def _opens_innocently(phrases: Phrases, start: int, innocent: frozenset[str]) -> bool:
    """Whether what looks like a clause opens with an object that is no content: "said goodbye to his fund, others
    hold suppers"."""
    stop = phrases.core_noun(start) if innocent else None
    tokens = phrases.tokens
    return stop is not None and tokens.words[stop - 1] in innocent and tokens.tags[stop : stop + 1] in ("P", "T", "O")


def _takes_object(phrases: Phrases, reading: Reading, entry: Entry, innocent: frozenset[str]) -> bool:
    """Whether a noun phrase behind a verb is content: not "claimed victory", nor "asked the clerk" without what was
    asked."""
    tokens = phrases.tokens
    stop = phrases.core_noun(reading.start)
    if stop is None:
        return not entry.addressee and not entry.objects
    if tokens.words[stop - 1] in innocent:
        return False
    if entry.objects and tokens.words[stop - 1] not in entry.objects:
        return False
    return not entry.addressee or tokens.tags[reading.start] not in "RMDSZn" or _goes_on(phrases, reading.start, stop)


def _goes_on(phrases: Phrases, start: int, stop: int) -> bool:
    """ "asked the clerk [to leave]", "warned them [about] the ice" """
    tags = phrases.tokens.tags
    whole = phrases.whole_noun(start) or stop
    return tags[stop : stop + 1] in ("T", "P", "O") or tags[whole : whole + 1] in ("T", "P")


def _rank(reading: Reading) -> int:
    """Which of several readings is tried first.

    Whom it was said to goes before a reading that takes the addressee for the content ("told the BBC that …"), and
    words that announce content go before a mere preposition ("said in a statement: …").
    """
    if reading.addressee is not None and reading.frame in AFTER_ADDRESSEE:
        return 0 if reading.frame not in ("of", "about") else 1
    return 1 if reading.frame in ANNOUNCING else 2


def _phrase(phrases: Phrases, position: int, phrase: Phrase, table: CueTable) -> Candidate | None:
    stop = position + len(phrase.words)
    head = stop - 1 if phrase.part in ("noun", "agent") else position
    if phrase.part in ("noun", "agent") and phrases.tokens.tags[head] not in "nZ":
        return None
    kinds = table.innocent.get(f"a {phrase.lemma}", NOTHING) if phrase.part == "noun" else NOTHING
    if kinds and position and phrases.tokens.words[position - 1] in kinds:
        return None  # "a conference [call] to"
    core = phrases.core_noun(stop)
    if (
        core is not None
        and core == stop + 1
        and phrases.tokens.words[stop] in table.innocent.get(phrase.lemma, NOTHING)
    ):
        return None  # "according to plan"
    accepted = _accepted(phrases, phrase.frames, stop)
    return Candidate(phrase.part, phrase.lemma, position, head, stop, stop, stop, phrase.frames, accepted)
