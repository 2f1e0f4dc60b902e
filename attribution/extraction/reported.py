"""A subject, its verb, and the content on the right: "X said that …", "X told Y that …", "X called for …"."""

from collections.abc import Sequence

from attrs import evolve

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.subjects import Subject, first_subject, previous_subject, subject_before
from attribution.model.attribution import CueClass
from attribution.model.span import Span
from attribution.text.phrases import VerbGroup

# Prepositions that belong to the cue: "warned of | a flood", "is critical of | the delay".
ABSORBED = frozenset({"of", "about", "for", "against", "over", "with", "on", "to_noun"})
# Words on the right of a cue beyond which a sentence is no sentence any more, but a list or a lost full stop.
_LONGEST = 250
_CLAUSAL = frozenset({"that", "clause", "wh", "quotation"})
_POSSESSED = frozenset({"noun", "adjective"})
_BEFORE_GERUND = frozenset({"by", "despite", "after", "before", "in", "without"})


def reported(
    scene: Scene, cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft], limit: int
) -> Draft | None:
    """The draft of a verb with its content on the right, which ends before token `limit`.

    `earlier` are the drafts of the same sentence that stand before it.
    """
    within = _relative_object(cues, candidate)
    if within is not None:
        return within
    for reading, entry in candidate.readings:
        if reading.frame == "end":
            continue
        if reading.frame == "to_noun":
            reading = evolve(reading, frame="to")  # "pledged to “…”", "threatens to jam …": the verb is unknown
        content = content_right(scene, cues, reading, limit)
        if content is None:
            continue
        source, shape = source_of(cues, candidate, earlier)
        if entry.cls is CueClass.HEARSAY and source is not None and source.of(scene.text).lower() == "it":
            return _draft(scene, cues, candidate, entry, reading, None, content, "expletive", earlier)
        if source is None:
            return None
        return _draft(scene, cues, candidate, entry, reading, source, content, shape, earlier)
    return None


def _relative_object(cues: SentenceCues, candidate: Candidate) -> Draft | None:
    """ "the gang, [which] investigators say [laundered 90 million euros], was led …" """
    tokens = cues.phrases.tokens
    tags = tokens.tags
    entry = candidate.frames.get("clause")
    subject = subject_before(cues.phrases, candidate.start) if entry is not None and candidate.group else None
    if entry is None or subject is None or subject.start == 0 or tags[subject.start - 1] not in "wH":
        return None
    following = cues.phrases.verbs_between(candidate.stop, candidate.stop + 1)
    if not following or following[0].form != "finite" or subject.kind != "noun":
        return None
    stop = candidate.stop
    while stop < len(tags) and tags[stop] not in ",;.":
        stop += 1
    content = (tokens.span(subject.start - 1, subject.start), tokens.span(candidate.stop, stop))
    cue = cue_of(cues, candidate, entry, "clause", candidate.stop)
    source = tokens.span(subject.start, subject.stop)
    return Draft(cues.sentence.index, cue, source, content, "relative_object")


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
    stop = candidate.manner if reading.start >= candidate.manner else candidate.stop
    if reading.frame == "colon" and reading.addressee is None and reading.start == stop:
        stop = reading.start + 1
    if reading.frame == "colon" and reading.addressee is not None:
        colon = cues.phrases.tokens.span(reading.start, reading.start + 1)
        cue = cue_of(cues, candidate, entry, reading.frame, stop)
        return Draft(cues.sentence.index, evolve(cue, spans=(*cue.spans, colon)), source, content, shape)
    if reading.frame in ABSORBED and reading.start == stop:
        stop += 1
    cue = cue_of(cues, candidate, entry, reading.frame, stop)
    if shape == "infinitive":
        governor = _governor(cues, candidate, earlier)
        if governor is not None:
            cue = evolve(cue, spans=(Span(cues.phrases.tokens.starts[governor.start], cue.span.end),))
    quotation = scene.opening.get(content[0].start)
    return Draft(
        cues.sentence.index, cue, source, content, shape, open_right=quotation is None or quotation.span != content[0]
    )


def source_of(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> tuple[Span | None, str]:
    """The source of a verb with its content on the right, and the name of the shape."""
    phrases = cues.phrases
    tokens = phrases.tokens
    group = candidate.group
    if group is None:
        return None, "left_subject"
    before = tokens.tags[candidate.start - 1] if candidate.start else ""
    if group.form in ("gerund", "participle"):
        return _main_clause_source(cues, candidate, earlier), "participle"
    if group.form == "infinitive":
        governor = _governor(cues, candidate, earlier)
        found = subject_before(phrases, governor.start) if governor else previous_subject(phrases, candidate.start)
        return (tokens.span(found.start, found.stop) if found else None), "infinitive"
    found = subject_before(phrases, candidate.start)
    if found is None or before == "C":
        shared = _shared(cues, candidate, earlier) if before in "C,;" and before else None
        if shared is not None:
            return shared, "coordinated"
    if found is None:
        return None, "left_subject"
    return tokens.span(found.start, found.stop), "relative" if found.kind == "relative" else "left_subject"


def _governor(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> VerbGroup | None:
    """The verb group that an infinitive hangs on and that is no cue itself: "[went on] to say", "[was quick] to point
    out"."""
    heads = {draft.cue.span.start for draft in earlier[-3:]}
    for group in reversed(cues.phrases.verbs_between(max(0, candidate.start - 4), candidate.start)):
        between = cues.phrases.tokens.tags[group.stop : candidate.start]
        if group.form == "finite" and all(tag in "nAP" for tag in between) and group.stop <= candidate.start:
            return None if cues.phrases.tokens.starts[group.start] in heads else group
    return None


def _shared(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> Span | None:
    """The subject that "and added that" shares with the verb before it."""
    tokens = cues.phrases.tokens
    position = tokens.starts[candidate.start]
    outer = _same_voice(cues, candidate, earlier)
    if outer is not None:
        return outer
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue.span.end <= position and draft.source.end <= position:
            return draft.source
    found = previous_subject(cues.phrases, candidate.start)
    return tokens.span(found.start, found.stop) if found else None


def _same_voice(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> Span | None:
    """Who said the first of two things in the same form of the verb: "[He] said she was free and added that …"."""
    tokens = cues.phrases.tokens
    for draft in earlier:
        if draft.cue.cls is not CueClass.SPEECH or draft.shape != "left_subject" or draft.cue.frame not in _CLAUSAL:
            continue
        head = tokens.first_at_or_after(draft.cue.span.start)
        if draft.source is not None and tokens.tags[head] == tokens.tags[candidate.head]:
            return draft.source
    return None


def _main_clause_source(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> Span | None:
    """The subject of the clause that a participle belongs to: ", adding that", "Noting that …, X said"."""
    phrases = cues.phrases
    tokens = phrases.tokens
    tags = tokens.tags
    before = tags[candidate.start - 1] if candidate.start else ""
    if (before and before in "OTDSBg") or (before == "P" and tokens.words[candidate.start - 1] not in _BEFORE_GERUND):
        return None
    if before and before in "nZRMY":
        start = phrases.noun_ending(candidate.start)
        preceding = tags[start - 1] if start else ""
        if start is not None and (preceding in "P" and tokens.words[start - 1] == "with"):
            return tokens.span(start, candidate.start)
        found = subject_before(phrases, candidate.start)
        if found is not None and before != "Y" and candidate.group is not None and candidate.group.form == "gerund":
            return tokens.span(found.start, found.stop)
    if before == "," and not phrases.finite_between(0, candidate.start):
        found = subject_before(phrases, candidate.start - 1)  # "The Journal, citing two letters, reported …"
        if found is not None:
            return tokens.span(found.start, found.stop)
    position = tokens.starts[candidate.start]
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue.span.end <= position and draft.shape not in _POSSESSED:
            return draft.source
    subject: Subject | None = None
    if candidate.start > 1:
        subject = previous_subject(phrases, candidate.start)
    if subject is None:
        comma = tags.find(",", candidate.stop, candidate.stop + 60)
        subject = first_subject(phrases, comma + 1, len(tags)) if comma >= 0 else None
    return tokens.span(subject.start, subject.stop) if subject else None


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
    """The quotation that opens the next sentence, after a colon that ends this one."""
    index = cues.sentence.index + 1
    sentences = scene.document.sentences
    if index >= len(sentences):
        return None
    quotation = scene.opening.get(sentences[index].span.start)
    return (quotation.span,) if quotation is not None else None
