"""Cues that are prepositions, adverbs or adjectives: "according to X", "reportedly", "X is adamant that"."""

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction.contents.left_contents import clause_start
from attribution.extraction.contents.resumed import words_end
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.adjectival import copulas
from attribution.extraction.shapes.nominal import possessor
from attribution.extraction.shapes.reported import ABSORBED, content_right
from attribution.extraction.speakers.following import inverted_source_stop
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Cue
from attribution.model.document import Tokens
from attribution.model.span import Span


def prepositional(scene: Scene, cues: SentenceCues, candidate: Candidate, left: int) -> Draft | None:
    """The draft of "according to X": its source on the right, its content before it, after it or around it."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    if not candidate.frames or candidate.stop >= len(tags) or cues.phrases.core_noun(candidate.stop) is None:
        return None
    entry = next(iter(candidate.frames.values()))
    start = candidate.stop
    if entry.definite and tags[start] not in "DS" and "Z" not in tags[start : cues.phrases.whole_noun(start)]:
        return None  # "per Reuters", not "per square foot"
    # "said [that, according to the count, the list had won]": a clause that opens inside another one's content.
    inner = tags[max(left, candidate.start - 2) : candidate.start].rstrip(",").endswith("H")
    opens = inner or all(tag in "CA<-,;(" for tag in tags[left : candidate.start])
    stop = inverted_source_stop(cues, start, leading=opens)
    if opens:
        comma = stop if stop < len(tags) and tags[stop] == "," else tags.find(",", stop)
        if comma < 0:
            return None
        stop = min(stop, comma)
        content = _to_end(cues, comma + 1)
        shape = "according_first"
    else:
        content = _before(scene, cues, candidate, left)
        if content and stop < len(tags) and tags[stop] == "," and tags[candidate.start - 1] in ",":
            content = (*content, *_rest(cues, stop + 1))
        shape = "according"
    if not content or stop <= start:
        return None
    cue = cue_of(cues, candidate, entry, "noun", candidate.stop)
    return Draft(cues.sentence.index, cue, tokens.span(start, stop), content, shape)


def relaying(cues: SentenceCues, candidate: Candidate, relayed: Draft) -> Draft | None:
    """The draft of "…, Lee said, according to the Herald": what is passed on is that Lee said so."""
    if not candidate.frames or cues.phrases.core_noun(candidate.stop) is None:
        return None
    tokens = cues.phrases.tokens
    entry = next(iter(candidate.frames.values()))
    source = tokens.span(candidate.stop, inverted_source_stop(cues, candidate.stop))
    cue = cue_of(cues, candidate, entry, "noun", candidate.stop)
    return Draft(cues.sentence.index, cue, source, (Span(relayed.start, relayed.end),), "according")


def _before(scene: Scene, cues: SentenceCues, candidate: Candidate, left: int) -> tuple[Span, ...]:
    tokens = cues.phrases.tokens
    tags = tokens.tags
    start, stop = left, candidate.start
    start = clause_start(tags, start, stop)
    while start < stop and left > 0 and tags[start] == "U":
        start += 1  # "…, according to X, while [wages fell], according to Y"
    while stop > start and tags[stop - 1] in ",-(":
        stop -= 1
    if stop <= start:
        return ()
    if tags[stop - 1] == ">":
        quotation = scene.closing.get(tokens.ends[stop - 1])
        if quotation is not None and quotation.span.start < tokens.starts[start]:
            return (Span(quotation.span.start, tokens.ends[stop - 1]),)
    return (tokens.span(start, stop),)


def _rest(cues: SentenceCues, position: int) -> tuple[Span, ...]:
    tags = cues.phrases.tokens.tags
    if position >= len(tags) or tags[position] in "CgUw.":
        return ()
    return _to_end(cues, position)


def _to_end(cues: SentenceCues, position: int) -> tuple[Span, ...]:
    tokens = cues.phrases.tokens
    stop = words_end(tokens.tags, position)
    return (tokens.span(position, stop),) if stop > position else ()


def viewpoint(scene: Scene, cues: SentenceCues, candidate: Candidate) -> Draft | None:
    """The draft of "in X's view": X is the source, and the content stands around it or after it."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    entry = candidate.frames.get("end")
    source = possessor(cues, candidate) if entry is not None else None
    if entry is None or source is None:
        return None
    start = tokens.first_at_or_after(source.start) - 1
    if start < 0 or tokens.words[start] not in ("in", "from", "to"):
        return None
    stop = candidate.stop
    if tags.rfind("<", 0, start) > tags.rfind(">", 0, start) and tags.find(">", stop) >= 0:
        return None  # "“In my view, it is the school,” says Ann Lee": her words
    comma = tags[stop : stop + 1] == ","
    left = max(tags.rfind(mark, 0, start) for mark in ";:-<") + 1
    content = _before(scene, cues, candidate, left) if any(tag not in "CAU,(" for tag in tags[left:start]) else ()
    if content:
        content = _until(tokens, content, start)
    if not content and not comma:
        return None
    if comma:
        content = (*content, *(_rest(cues, stop + 1) if content else _to_end(cues, stop + 1)))
    if not content:
        return None
    cue = cue_of(cues, candidate, entry, "end", stop)
    return Draft(cues.sentence.index, cue, source, content, "viewpoint", open_right=comma)


def _until(tokens: Tokens, content: tuple[Span, ...], stop: int) -> tuple[Span, ...]:
    """What of a content stands before token `stop`, without the comma there."""
    while stop and tokens.tags[stop - 1] in ",-(":
        stop -= 1
    first = content[0]
    return (Span(first.start, tokens.ends[stop - 1]),) if stop and first.start < tokens.ends[stop - 1] else ()


def agentive(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int, lexicons: Lexicons) -> Draft | None:
    """The draft of "X is a fierce critic of Y", "X, a longtime supporter of Y": the noun says what X holds of Y."""
    phrases, tokens = cues.phrases, cues.phrases.tokens
    start = phrases.noun_holding(candidate.head)
    if start is None or not candidate.readings:
        return None
    source = _bearer(cues, start, lexicons)
    reading, entry = candidate.readings[0]
    content = content_right(scene, cues, reading, limit)
    if source is None or content is None:
        return None
    bearer, opening = source
    cue = Cue(
        spans=(tokens.span(opening, candidate.stop + (reading.frame in ABSORBED)),),
        lemma=candidate.lemma,
        cls=entry.cls,
        frame=reading.frame,
        entry=entry.entry,
    )
    return Draft(cues.sentence.index, cue, tokens.span(*bearer), content, "agent_noun", open_right=True)


def _bearer(cues: SentenceCues, start: int, lexicons: Lexicons) -> tuple[tuple[int, int], int] | None:
    """Whose description the noun phrase at token `start` is, and where the cue begins."""
    phrases, tags = cues.phrases, cues.phrases.tokens.tags
    for group in reversed(phrases.verbs_between(max(0, start - 5), start)):
        if group.stop != start or group.form != "finite":
            break
        joins = group.bare and "B" in tags[group.start : group.stop]
        if not joins and phrases.tokens.words[group.head] not in copulas(lexicons):
            break
        subject = subject_before(phrases, group.start)
        return ((subject.start, subject.stop), group.start) if subject is not None else None
    if start > 1 and tags[start - 1] == "," and tags[start] == "D":
        named = phrases.noun_ending(start - 1)
        return ((named, start - 1), start) if named is not None and "Z" in tags[named : start - 1] else None
    return None


def adverbial(scene: Scene, cues: SentenceCues, candidate: Candidate) -> Draft | None:
    """The draft of "reportedly": no source, and the clause it stands in as content."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    behind_preposition = candidate.start > 0 and tags[candidate.start - 1] in "PO"
    if not candidate.frames or behind_preposition:  # "accused of allegedly bribing": the accuser's claim, hedged
        return None
    entry = next(iter(candidate.frames.values()))
    start = max(tags.rfind(mark, 0, candidate.start) for mark in ",;:-<H") + 1
    while start < candidate.start and tags[start] in "CU":
        start += 1
    stop = len(tags)
    while stop > candidate.stop and tags[stop - 1] in ".;,-":
        stop -= 1
    pieces = []
    if start < candidate.start:
        pieces.append(tokens.span(start, candidate.start))
    if candidate.stop < stop:
        pieces.append(tokens.span(candidate.stop, stop))
    if not pieces:
        return None
    cue = cue_of(cues, candidate, entry, "end", candidate.stop)
    return Draft(cues.sentence.index, cue, None, tuple(pieces), "hearsay_adverb", open_right=True)


def idiomatic(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a set phrase without a source: "it is not clear whether", "rumour has it that"."""
    tokens = cues.phrases.tokens
    start = candidate.start + (tokens.words[candidate.start] in ("it", "there"))
    for reading, entry in candidate.readings:
        content = content_right(scene, cues, reading, limit)
        if content is not None and reading.frame != "end":
            cue = Cue(
                spans=(tokens.span(start, candidate.stop),),
                lemma=candidate.lemma,
                cls=entry.cls,
                frame=reading.frame,
                negated="not" in tokens.words[start : candidate.stop],
                entry=entry.entry,
            )
            return Draft(cues.sentence.index, cue, None, content, "idiom", open_right=True)
    return None
