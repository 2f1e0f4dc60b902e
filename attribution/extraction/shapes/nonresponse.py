"""Answers that were not given: "declined to comment", "did not return calls", "could not be reached".

They are looked for before anything else, since their verbs mean other things elsewhere ("shares declined").
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.extraction.speakers.clause_subjects import first_subject
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span
from attribution.text.phrases import VerbGroup

_NEGATIVE_SUBJECTS = frozenset({"neither", "none", "nobody"})


@frozen(eq=False)
class _Words:
    """The forms that matter, compiled from the lexicon "nonresponse"; `lemmas` gives the lemma of a verb's form."""

    refusing: frozenset[str]
    acts: frozenset[str]
    bare_acts: frozenset[str]
    left_unsaid: frozenset[str]
    passive_acts: frozenset[str]
    unanswering: frozenset[str]
    requests: frozenset[str]
    unreachable: frozenset[str]
    refused: frozenset[str]
    silent: frozenset[str]
    nothing: frozenset[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    triggers: frozenset[str]
    lemmas: Mapping[str, str]


def nonresponses(cues: SentenceCues, lexicons: Lexicons) -> list[Draft]:
    """The drafts of the answers not given in one sentence."""
    known = _words(lexicons)
    if known.triggers.isdisjoint(cues.phrases.tokens.words):
        return []
    found = [draft for group in cues.phrases.verbs for draft in _by_verb(cues, group, known)]
    return found or list(_by_phrase(cues, known))


def _by_verb(cues: SentenceCues, group: VerbGroup, known: _Words) -> Iterator[Draft]:
    tokens = cues.phrases.tokens
    head = tokens.words[group.head]
    if group.bare or group.form != "finite":
        return
    if head in known.refusing and not group.passive:
        if _refused_act(cues, group, known) or _has(cues, group.stop, known.refused):
            yield from _draft(cues, group, known, group.stop, group.stop)
    elif head in known.unanswering and (group.negated or _negative(cues, group)):
        stop = group.stop + (tokens.words[group.stop : group.stop + 1] == ("to",))
        if _has(cues, stop, known.requests):
            yield from _draft(cues, group, known, stop, stop)
        elif stop >= len(tokens) or (head.startswith(("repl", "respon")) and tokens.tags[stop] in ".,;CP"):
            yield from _draft(cues, group, known, group.stop, len(tokens))
    elif head in known.unreachable and group.passive and group.negated:
        comment = tokens.words[group.stop : group.stop + 2] == ("for", "comment")
        if comment or tokens.tags[group.stop : group.stop + 1] in ("", ".", ",", "A", "Y"):
            yield from _draft(cues, group, known, group.stop, group.stop if comment else len(tokens))
    elif head in known.silent and not group.passive and _nothing(cues, group, known):
        yield from _draft(cues, group, known, group.stop + 1, group.stop + 1)
    elif not group.passive and _unsaid(cues, group, known):
        stop = group.stop + (tokens.words[group.stop : group.stop + 1] == ("on",))
        yield from _draft(cues, group, known, stop, stop)


def _unsaid(cues: SentenceCues, group: VerbGroup, known: _Words) -> bool:
    """ "Did not elaborate", "would not comment", "neither firm would comment" """
    tokens = cues.phrases.tokens
    head = tokens.words[group.head]
    if head in known.left_unsaid and group.negated:
        return True
    negated = group.negated or _negative(cues, group)
    return head in known.bare_acts and tokens.tags[group.start] in "XN" and negated


def _nothing(cues: SentenceCues, group: VerbGroup, known: _Words) -> bool:
    """Whether nothing was said: "said little about the deal"; not "said nothing was wrong", "said nothing but no"."""
    tokens = cues.phrases.tokens
    after = group.stop + 1
    if tokens.words[group.stop : after] == () or tokens.words[group.stop] not in known.nothing:
        return False
    following = tokens.words[after : after + 1]
    if following in (("but",), ("except",)):
        return False
    if tokens.tags[after : after + 1] in ("B", "V", "K", "X", "s", "e"):
        return False  # "said little had changed"
    topical = following in (("about",), ("of",), ("on",), ("regarding",))
    return topical or tokens.tags[after : after + 1] in ("", ".", ",", ";", "C") or not _goes_on(cues, after)


def _goes_on(cues: SentenceCues, position: int) -> bool:
    """Whether a finite verb follows before the next comma or conjunction."""
    tags = cues.phrases.tokens.tags
    stop = next((index for index in range(position, len(tags)) if tags[index] in ".,;:UC-<"), len(tags))
    return bool(cues.phrases.finite_between(position, stop))


def _refused_act(cues: SentenceCues, group: VerbGroup, known: _Words) -> bool:
    """Whether "to comment", "to be interviewed" follows a verb of refusal."""
    words = cues.phrases.tokens.words
    if words[group.stop : group.stop + 1] != ("to",):
        return False
    following = [word for word in words[group.stop + 1 : group.stop + 5] if not word.endswith("ly")]
    if following[:1] == ["be"]:
        return following[1:2] != [] and following[1] in known.passive_acts
    return following[:1] != [] and following[0] in known.acts


def _has(cues: SentenceCues, position: int, nouns: frozenset[str]) -> bool:
    """Whether the noun phrase at `position` speaks of one of `nouns`."""
    words = cues.phrases.tokens.words
    stop = cues.phrases.whole_noun(position)
    return stop is not None and not nouns.isdisjoint(words[position:stop])


def _negative(cues: SentenceCues, group: VerbGroup) -> bool:
    subject = subject_before(cues.phrases, group.start)
    return subject is not None and cues.phrases.tokens.words[subject.start] in _NEGATIVE_SUBJECTS


def _draft(cues: SentenceCues, group: VerbGroup, known: _Words, stop: int, start: int) -> Iterator[Draft]:
    """A draft whose cue ends before token `stop` and whose content starts at `start`."""
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, group.start)
    if subject is None and tokens.tags[group.start - 1 : group.start] == "C":
        # "He said the man was known to the police but did not elaborate": the first subject goes on.
        subject = first_subject(cues.phrases, tokens.tags.rfind(";", 0, group.start) + 1, group.start)
    if subject is None:
        return
    source = tokens.span(subject.start, subject.stop)
    yield _finished(cues, group.start, stop, start, source, known.lemmas[tokens.words[group.head]])


def _finished(cues: SentenceCues, first: int, stop: int, start: int, source: Span | None, lemma: str) -> Draft:
    tokens = cues.phrases.tokens
    end = len(tokens)
    while end > start and tokens.tags[end - 1] in ".;,-":
        end -= 1
    content = (tokens.span(start, end),) if end > start else ()
    cue = Cue(
        spans=(tokens.span(first, stop),),
        lemma=lemma,
        cls=CueClass.NONRESPONSE,
        frame="to",
        negated="N" in tokens.tags[first:stop],
        entry="nonresponse/refusing",
    )
    return Draft(cues.sentence.index, cue, source, content, "nonresponse", open_right=True)


def _by_phrase(cues: SentenceCues, known: _Words) -> Iterator[Draft]:
    """ "had no comment", "E-mails to the landlord went unanswered" """
    tokens = cues.phrases.tokens
    for index, phrase, bar in _places(tokens.words, known):
        subject = subject_before(cues.phrases, index)
        if subject is None:
            continue
        if bar:
            source = tokens.span(subject.start, subject.stop)
            yield _finished(cues, index, index + bar, index + bar, source, phrase[0])
        elif not known.requests.isdisjoint(tokens.words[subject.start : subject.stop]):
            draft = _finished(cues, index, index + len(phrase), len(tokens), None, phrase[-1])
            yield draft.with_content(tokens.span(subject.start, subject.stop))


def _places(words: tuple[str, ...], known: _Words) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """Where whole phrases stand, with how many of their words are the cue: none where the questions are the content."""
    for index, word in enumerate(words):
        for phrase, bar in known.phrases.get(word, ()):
            if words[index : index + len(phrase)] == phrase:
                yield index, phrase, bar
                break


@lru_cache(maxsize=8)
def _words(lexicons: Lexicons) -> _Words:
    lexicon = lexicons.lexicon("nonresponse")
    conjugate = conjugator(lexicons)

    def forms(name: str) -> frozenset[str]:
        return frozenset(form for lemma in lexicon.group(name).phrases for form in conjugate(lemma.split(" ")[0]).all())

    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in sorted(lexicon.group("sayings").phrases, key=len, reverse=True):
        words = tuple(phrase.replace("|", " ").split())
        phrases.setdefault(words[0], []).append((words, len(phrase.split("|")[0].split())))
    for phrase in lexicon.group("unanswered").phrases:
        words = tuple(phrase.split(" "))
        phrases.setdefault(words[0], []).append((words, 0))
    heads = ("refusing", "unanswering", "unreachable", "bare_acts", "left_unsaid", "silent")
    lemmas: dict[str, str] = {}
    for verb in (phrase.split(" ")[0] for name in heads for phrase in lexicon.group(name).phrases):
        lemmas.update(dict.fromkeys(conjugate(verb).all(), verb))
    return _Words(
        refusing=forms("refusing"),
        acts=lexicon.phrases("acts"),
        bare_acts=lexicon.phrases("bare_acts"),
        left_unsaid=forms("left_unsaid"),
        passive_acts=forms("passive_acts"),
        unanswering=forms("unanswering"),
        requests=lexicon.phrases("requests"),
        unreachable=forms("unreachable"),
        refused=lexicon.phrases("refused_nouns"),
        silent=forms("silent"),
        nothing=lexicon.phrases("nothing"),
        phrases={word: tuple(found) for word, found in phrases.items()},
        triggers=frozenset(lemmas) | frozenset(phrases),
        lemmas=lemmas,
    )
