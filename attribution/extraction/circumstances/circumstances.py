"""To whom, when and where something was said, from the words around a cue."""

import re

from attrs import evolve

from attribution.extraction.circumstances.occasions import Listener, listener_at, occasion_at
from attribution.extraction.circumstances.stretches import WIDEST_GAP, gaps_of
from attribution.extraction.circumstances.times import Time, first_time, time_at
from attribution.extraction.circumstances.venues import OPENING, Venues, venues
from attribution.extraction.circumstances.words import Words, words_of
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.circumstances import Circumstances, Occasion
from attribution.model.document import Document
from attribution.model.span import Span

_MOST_STEPS = 8
_PAPERS = frozenset(["statement", "remarks", "essay", "journal"])
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[^\W_]")
_QUOTED = re.compile("[“”\"]|''")
_ENDS_OBJECT = frozenset([",", ";", ":", "that", "which", "who", "as", "because", "after"])
_TALKING = frozenset(["opened", "sat", "interview", "interviews", "conversation", "chatted"])


def read_circumstances(document: Document, attribution: Attribution, lexicons: Lexicons) -> Circumstances:
    """Addressee, time and occasions of an attribution, as far as its sentence tells them.

    The words of the content itself are not looked at.
    """
    found, text = Circumstances(), document.text
    gaps = tuple(gaps_of(document, attribution))
    for cue in attribution.cue.spans:
        behind = next((gap.end for gap, after_cue in gaps if after_cue and gap.start == cue.end), cue.end)
        found = _within(found, text, cue, behind, lexicons)
    for gap, after_cue in gaps:
        if _LETTER.search(text, gap.start, gap.end):  # many a gap is a comma or a full stop
            found = _read(found, words_of(text, gap.start, gap.end), after_cue, attribution, lexicons)
    if attribution.source is not None:
        found = _within(found, text, attribution.source, attribution.source.end, lexicons, opened=True)
    if not found.occasions and found.audience is None:
        found = _within_object(found, text, attribution, lexicons)
    return found


def occasions_in(document: Document, sentence: Span, lexicons: Lexicons) -> tuple[Occasion, ...]:
    """Every occasion told in a stretch of text, as in "She spoke at a rally in Ohio." """
    words = words_of(document.text, sentence.start, min(sentence.end, sentence.start + WIDEST_GAP))
    found: list[Occasion] = []
    after = 0
    for index in words.opened_by(venues(lexicons).openings):
        if index < after:
            continue
        occasion = occasion_at(words, index, lexicons) or _spoken_to(words, index, lexicons)
        occasion = occasion or _on_set(words, index, lexicons)
        if occasion is not None:
            found.append(occasion[0])
            after = occasion[1]
    return tuple(found)


def _spoken_to(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "(spoke) to Le Monde", "(sat down) with CNN": an outlet as partner of a talk."""
    if words.lower[index] not in ("to", "with") or index + 1 >= len(words) or index == 0:
        return None
    grammar = venues(lexicons).words
    before = words.lower[max(0, index - 3) : index]
    if all(grammar[name].isdisjoint(before) for name in ("spoke", "speaking")) and _TALKING.isdisjoint(before):
        return None
    listener = listener_at(words, index + 1, lexicons)
    if listener is None or listener.kind != "outlet":
        return None
    partner = words.span(listener.first, listener.after)
    return Occasion(words.span(index, listener.after), "outlet", "broadcast", partner), listener.after


def _on_set(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "(walked off) the set of a Sky News programme"."""
    if words.lower[index : index + 2] != ("set", "of") or index + 2 >= len(words):
        return None
    listener = listener_at(words, index + 2, lexicons)
    if listener is None or listener.kind != "outlet":
        return None
    partner = words.span(listener.first, listener.after)
    return Occasion(words.span(index, listener.after), "broadcast", "broadcast", partner), listener.after


def _read(
    found: Circumstances, words: Words, after_cue: bool, attribution: Attribution, lexicons: Lexicons
) -> Circumstances:
    """Step through the words of a gap as long as each next phrase is a circumstance."""
    known = venues(lexicons)
    index = steps = 0
    if after_cue and attribution.cue.lemma in known.tellers and found.addressee is None:
        listener = listener_at(words, 0, lexicons)
        if listener is not None:
            found, index = _with_listener(found, words, listener), listener.after
    while index < len(words) and steps < _MOST_STEPS:
        found, after = _step(found, words, index, lexicons)
        if after == index:
            after = _skipped(words, index, known)
        if after == index:
            if after_cue:
                break
            after = _next_clause(words, index)
        index = after
        steps += 1
    return found


def _step(found: Circumstances, words: Words, index: int, lexicons: Lexicons) -> tuple[Circumstances, int]:
    """The circumstances with the phrase at word `index`, and the word after it; `index` itself when it is none."""
    end = words.spans[-1][1]
    time = time_at(words.text, words.spans[index][0], end, lexicons)
    if time is not None:
        after = next((i for i in range(index, len(words)) if words.spans[i][0] >= time.end), len(words))
        return _with_time(found, time), after
    occasion = occasion_at(words, index, lexicons) or _speaking_at(words, index, lexicons)
    occasion = occasion or _written_for(words, index, lexicons)
    if occasion is not None:
        return _with_occasion(found, occasion[0]), occasion[1]
    if words.lower[index] in ("to", "with", "by", "before") and found.addressee is None:
        listener = listener_at(words, index + 1, lexicons) if index + 1 < len(words) else None
        if listener is not None and listener.kind is not None:
            return _with_listener(found, words, listener), listener.after
    return found, index


def _speaking_at(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "Speaking in Lisbon": somewhere where others listened; an occasion that follows tells more than the place."""
    if words.lower[index] != "speaking" or index + 2 >= len(words):
        return None
    grammar = venues(lexicons).words
    place = words.written[index + 2]
    placed = place[0].isupper() or (place == "the" and words.lower[index + 1] != "in")
    if words.lower[index + 1] not in grammar["speaking-at"] or not placed or place in grammar["languages"]:
        return None
    if occasion_at(words, index + 1, lexicons) is not None:
        return None
    return Occasion(words.span(index, index + 3), "speech", "public"), index + 2


def _written_for(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "writing for Le Monde", "in The Guardian"."""
    if index == 0 or words.lower[index - 1] != "writing" or words.lower[index] != "for" or index + 1 >= len(words):
        return None
    listener = listener_at(words, index + 1, lexicons)
    if listener is None or listener.kind != "outlet":
        return None
    partner = words.span(listener.first, listener.after)
    return Occasion(words.span(index, listener.after), "outlet", "broadcast", partner), listener.after


def _skipped(words: Words, index: int, known: Venues) -> int:
    """The word after a link between circumstances, an adverb or a place; `index` itself when none of these is here."""
    word = words.lower[index]
    if word in known.words["links"] or word in known.words["speaking"] or word.endswith("ly"):
        return index + 1
    if word in known.words["opens-place"] and index + 1 < len(words):
        start = after = index + 1
        while after < len(words) and after - start < 5 and words.written[after][0].isalnum():
            if not words.written[after][0].isupper() and words.lower[after] not in ("the", "of", "and"):
                break
            after += 1
        if after > start:
            return after
    return index


def _next_clause(words: Words, index: int) -> int:
    """Before the cue, phrases that are no circumstance are passed over up to the next comma."""
    while index < len(words) and words.written[index] not in (",", "—", "–"):
        index += 1
    return index


def _within(
    found: Circumstances, text: str, span: Span, end: int, lexicons: Lexicons, opened: bool = False
) -> Circumstances:
    """What the cue's own words tell ("said in a statement Monday") or, `opened` by a verb of speaking, the source's.

    A phrase that begins within `span` may reach as far as `end`: "said in comments" + "to Le Monde".
    """
    known = venues(lexicons)
    # Most cues and sources are a word or two that open nothing.
    if (known.speaking if opened else known.opening).search(text, span.start, span.end) is not None:
        words = words_of(text, span.start, min(end, span.start + WIDEST_GAP))
        ready = not opened
        for index in range(len(words)):
            if words.spans[index][0] >= span.end:
                break
            word = words.lower[index]
            if not ready:
                ready = word in known.words["speaking"] or word in known.words["spoke"]
            elif word in OPENING or word in known.words["puts-out"]:
                found, _ = _step(found, words, index, lexicons)
    if not opened and found.when is None and _SPACE.search(text, span.start, span.end):  # a verb alone tells no time
        time = first_time(text, span.start, span.end, lexicons)
        if time is not None:
            found = _with_time(found, time)
    return found


def _with_listener(found: Circumstances, words: Words, listener: Listener) -> Circumstances:
    return evolve(found, addressee=words.span(listener.first, listener.after), audience=listener.kind)


def _within_object(found: Circumstances, text: str, attribution: Attribution, lexicons: Lexicons) -> Circumstances:
    """What is told inside a content that is a plain noun phrase: "criticised the plan at a rally", "… to Reuters"."""
    grammar = venues(lexicons).words
    content = attribution.content[-1] if attribution.content else None
    if content is None or content.start < attribution.cue.span.end:
        return found
    if attribution.cue.frame not in grammar["object-frames"]:
        return found
    # "She called that “nonsense” in comments carried by state radio": what follows the quotation is no part of it.
    start = max((mark.end() for mark in _QUOTED.finditer(text, content.start, content.end)), default=content.start)
    words = words_of(text, start, min(content.end, start + WIDEST_GAP))
    disclosed = attribution.cue.lemma in grammar["disclosing"]
    for index in range(1 if start == content.start else 0, len(words)):
        word = words.lower[index]
        if word in _ENDS_OBJECT:
            break
        if word in ("at", "in", "on", "during") or (disclosed and word == "to"):
            found, _ = _step(found, words, index, lexicons)
    # "He saw no proof in the report": papers inside an object are read, not written, by the source.
    told = [each for each in found.occasions if each.kind not in _PAPERS or each.span.start >= start > content.start]
    return found if len(told) == len(found.occasions) else evolve(found, occasions=tuple(told))


def _with_time(found: Circumstances, time: Time) -> Circumstances:
    if found.when is not None and (found.day or not time.day):
        return found
    return evolve(found, when=time.span, day=time.day)


def _with_occasion(found: Circumstances, occasion: Occasion) -> Circumstances:
    if any(known.span.overlaps(occasion.span) for known in found.occasions):
        return found
    return evolve(found, occasions=(*found.occasions, occasion))
