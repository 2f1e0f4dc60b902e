"""A subject, its verb, and the content on the right: "X said that …", "X told Y that …", "X called for …"."""

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading, figure_follows
from attribution.cues.table import Entry
from attribution.extraction.classes import is_artifact
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.issued import through_object
from attribution.extraction.speakers.speakers import governor, speaker
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import CueClass
from attribution.model.span import Span

# Prepositions that belong to the cue: "warned of | a flood", "is critical of | the delay".
ABSORBED = frozenset({"of", "about", "for", "against", "over", "with", "on", "to_noun"})
# Words on the right of a cue beyond which a sentence is no sentence any more, but a list or a lost full stop.
_LONGEST = 250
# Frames before which an adverb tells how it was said: "said flatly that", not "revealed exactly what".
_SAID_SO = frozenset({"that", "quotation", "colon"})
# Relative pronouns that a verb may tell something of, and the frames in which any verb does: "whom she described as",
# "which, he added, “is a gift”".
_NAMED = frozenset({"which", "whom", "what"})
_OF_OBJECTS = frozenset({"as", "object_as", "quotation"})


def reported(
    scene: Scene,
    cues: SentenceCues,
    candidate: Candidate,
    earlier: Sequence[Draft],
    limit: int,
    lexicons: Lexicons,
) -> Draft | None:
    """The draft of a verb with its content on the right, which ends before token `limit`.

    `earlier` are the drafts of the same sentence that stand before it.
    """
    within = _relative_object(cues, candidate) or _relative_figure(cues, candidate)
    if within is not None:
        return within
    for reading, entry in candidate.readings:
        if reading.frame == "end":
            continue
        if reading.frame == "to_noun":
            reading = evolve(reading, frame="to")  # "pledged to “…”", "threatens to jam …": the verb is unknown
        if reading.frame == "noun" and entry.objects:
            candidate, reading = through_object(cues, candidate, reading)
        content = content_right(scene, cues, reading, limit)
        if content is None:
            continue
        source, shape = speaker(cues, candidate, earlier, lexicons)
        if entry.subjects and (source is None or not is_artifact(cues, source, entry.subjects, lexicons)):
            continue
        if source is not None and entry.cls.audited and _is_asked(cues, candidate, source):
            return None
        nobody = entry.cls in (CueClass.HEARSAY, CueClass.APPEARANCE) or _is_judged(cues, candidate, lexicons)
        if nobody and source is not None and source.of(scene.text).lower() == "it":
            draft = _draft(scene, cues, candidate, entry, reading, None, content, shape, earlier)
            return evolve(draft, shape="expletive")
        if source is None:
            return None
        pronoun = _named_pronoun(cues, candidate, reading, source, lexicons)
        content = (pronoun, *content) if pronoun is not None else content
        draft = _draft(scene, cues, candidate, entry, reading, source, content, shape, earlier)
        return _with_phase(cues, candidate, draft, lexicons)
    return None


def _named_pronoun(
    cues: SentenceCues, candidate: Candidate, reading: Reading, source: Span, lexicons: Lexicons
) -> Span | None:
    """The relative pronoun of what a verb names or describes: "the mill, [which] the mayor called a wreck", "[what] she
    described as a slip", but "the ferry, which the union praised"."""
    tokens = cues.phrases.tokens
    pronoun = tokens.first_at_or_after(source.start) - 1
    if pronoun < 0 or tokens.words[pronoun] not in _NAMED or source.end > tokens.starts[candidate.start]:
        return None
    verb = tokens.words[candidate.head]
    named = reading.frame == "noun" and verb in _forms(lexicons, "naming_verbs")
    return tokens.span(pronoun, pronoun + 1) if named or reading.frame in _OF_OBJECTS else None


def _is_judged(cues: SentenceCues, candidate: Candidate, lexicons: Lexicons) -> bool:
    """Whether a cue tells how something is to do: "it [is hard to imagine] that", but "it [was quick to deny] that"."""
    words = cues.phrases.tokens.words[max(0, candidate.start - 4) : candidate.stop]
    return not lexicons.lexicon("words").phrases("judging_adjectives").isdisjoint(words)


def _with_phase(cues: SentenceCues, candidate: Candidate, draft: Draft, lexicons: Lexicons) -> Draft:
    """The draft with the verb of beginning or going on right before its gerund: "[began telling] us that", "[concluded
    by warning] that"."""
    phrases = cues.phrases
    if draft.shape != "participle" or phrases.tokens.tags[candidate.group.head if candidate.group else 0] != "g":
        return draft
    by = phrases.tokens.words[candidate.start - 1] == "by"
    verbs = _forms(lexicons, "opening_verbs" if by else "phase_verbs")
    for group in phrases.verbs_between(max(0, candidate.start - 6), candidate.start - by):
        between = phrases.tokens.words[group.stop : candidate.start - by]
        if between in ((), ("first",), ("up",)) and phrases.tokens.words[group.head] in verbs:
            first, *others = draft.cue.spans
            spans = (Span(phrases.tokens.starts[group.start], first.end), *others)
            return evolve(draft, cue=evolve(draft.cue, spans=spans))
    return draft


@lru_cache(maxsize=16)
def _forms(lexicons: Lexicons, name: str) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(form for lemma in lexicons.lexicon("words").phrases(name) for form in conjugate(lemma).all())


def _is_asked(cues: SentenceCues, candidate: Candidate, source: Span) -> bool:
    """Whether the sentence asks whether somebody spoke: "Did the keeper say anything before he left?" """
    tokens = cues.phrases.tokens
    return (
        tokens.tags[0] == "K"
        and source.start == tokens.starts[1]
        and tokens.ends[0] < source.start
        and tokens.starts[candidate.start] >= source.end
        and tokens.words[-1] == "?"
    )


def _relative_object(cues: SentenceCues, candidate: Candidate) -> Draft | None:
    """ "the gang, [which] police say [laundered 90 million euros], was led …", "[what] she said [was a slip]" """
    tokens = cues.phrases.tokens
    tags = tokens.tags
    entry = candidate.frames.get("clause")
    subject = subject_before(cues.phrases, candidate.start) if entry is not None and candidate.group else None
    if entry is None or subject is None or subject.start == 0 or tags[subject.start - 1] not in "wHqnZ":
        return None
    following = cues.phrases.verbs_between(candidate.stop, candidate.stop + 1)
    if not following or following[0].form != "finite" or subject.kind != "noun":
        return None
    stop = candidate.stop
    while stop < len(tags) and tags[stop] not in ",;.":
        stop += 1
    stop += 2 * (tags[stop + 1 : stop + 2] == ">")  # "a plan that it says would “save the town.”"
    about = subject.start - 1
    if tags[about] in "nZ":  # "ended [a probe] the mayor said [was still open]"
        noun = cues.phrases.noun_ending(subject.start)
        if noun is None:
            return None
        about = noun
    content = (tokens.span(about, subject.start), tokens.span(candidate.stop, stop))
    cue = cue_of(cues, candidate, entry, "clause", candidate.stop)
    source = tokens.span(subject.start, subject.stop)
    return Draft(cues.sentence.index, cue, source, content, "relative_object")


def _relative_figure(cues: SentenceCues, candidate: Candidate) -> Draft | None:
    """ "a crowd [that] the police put [at 30,000]", "losses, [which] the ministry estimated [at 4 million]" """
    tokens = cues.phrases.tokens
    entry = candidate.frames.get("object_at")
    if entry is None or not candidate.group or not figure_follows(cues.phrases, candidate.stop):
        return None
    subject = subject_before(cues.phrases, candidate.start)
    if subject is None or subject.start == 0 or tokens.tags[subject.start - 1] not in "wH":
        return None
    stop = candidate.stop
    while stop < len(tokens) and tokens.tags[stop] not in ",;.BVKXsebd":
        stop += 1
    noun = cues.phrases.noun_ending(subject.start - 1 - (tokens.tags[subject.start - 2] == ","))
    about = subject.start - 1 if noun is None else noun
    content = (tokens.span(about, subject.start), tokens.span(candidate.stop, stop))
    cue = cue_of(cues, candidate, entry, "object_at", candidate.stop)
    return Draft(cues.sentence.index, cue, tokens.span(subject.start, subject.stop), content, "relative_object")


def _draft(
    scene: Scene,
    cues: SentenceCues,
    candidate: Candidate,
    entry: Entry,
    reading: Reading,
    source: Span | None,
    content: tuple[Span, ...],
    shape: str,
    earlier: Sequence[Draft],
) -> Draft:
    how = reading.frame in _SAID_SO or candidate.manner > candidate.stop + 1
    stop = candidate.manner if how and reading.start >= candidate.manner else candidate.stop
    if reading.frame == "colon" and reading.addressee is None and reading.start == stop:
        stop = reading.start + 1
    if reading.frame == "colon" and reading.addressee is not None:
        cue = cue_of(cues, candidate, entry, reading.frame, stop)
        return Draft(cues.sentence.index, cue, source, content, shape)
    if reading.frame in ABSORBED and reading.start == stop:
        stop += 1
    cue = cue_of(cues, candidate, entry, reading.frame, stop)
    if shape == "infinitive":
        governing = governor(cues, candidate, earlier)
        if governing is not None:
            cue = evolve(cue, spans=(Span(cues.phrases.tokens.starts[governing.start], cue.span.end),))
    last = content[-1]
    quotation = scene.opening.get(last.start)
    return Draft(
        cues.sentence.index, cue, source, content, shape, open_right=quotation is None or quotation.span != last
    )


def content_right(scene: Scene, cues: SentenceCues, reading: Reading, limit: int) -> tuple[Span, ...] | None:
    """The content that begins at a reading's complement and ends before token `limit`."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    start = reading.start + (reading.frame in ABSORBED)
    limit = min(limit, start + _LONGEST)
    while start < limit and tags[start] in ",:":
        start += 1
    if start >= limit:
        return _next_quotation(scene, cues) if reading.frame == "colon" and start >= len(tags) else None
    if tags[start] == "<" and reading.frame in ("quotation", "colon"):
        quotation = scene.opening.get(tokens.starts[start])
        if quotation is not None and _is_title(quotation.inner.of(scene.text)):
            return None
        if quotation is not None:
            return (_with_rest(scene, cues, quotation.span, limit),)
    stop = limit
    while stop > start and tags[stop - 1] in ".;,-":
        stop -= 1
    return (tokens.span(start, stop),) if stop > start else None


def _is_title(words: str) -> bool:
    """Whether quoted words are the title of a song or a book: capitals on all longer words, and no stop."""
    longer = [word for word in words.split() if len(word) > 3]
    return len(longer) > 1 and all(word[0].isupper() for word in longer) and words[-1].isalnum()


def _with_rest(scene: Scene, cues: SentenceCues, span: Span, limit: int) -> Span:
    """A quotation with the rest of its sentence when it is only the beginning of a clause: said "no" to the plan."""
    tokens = cues.phrases.tokens
    if span.end >= tokens.ends[-1]:
        return span
    after = tokens.first_at_or_after(span.end)
    inner_end = scene.text[max(span.start, span.end - 3) : span.end]
    if after >= limit or tokens.tags[after] in ".,;-)<" or any(mark in inner_end for mark in ".!?,"):
        return span
    stop = limit
    while stop > after and tokens.tags[stop - 1] in ".;,-":
        stop -= 1
    return Span(span.start, tokens.ends[stop - 1]) if stop > after else span


def _next_quotation(scene: Scene, cues: SentenceCues) -> tuple[Span, ...] | None:
    """The quotation that opens the next sentence, after a colon that ends this one; or the paragraph below, which is
    one without marks: "The mayor wrote:" and, set apart, "I have read the report." """
    index = cues.sentence.index + 1
    sentences = scene.document.sentences
    if index >= len(sentences):
        return None
    quotation = scene.opening.get(sentences[index].span.start)
    if quotation is not None:
        return (quotation.span,)
    below = scene.document.paragraphs[sentences[index].paragraph - 1]
    return (below.span,) if sentences[index].paragraph != cues.sentence.paragraph and not below.heading else None
