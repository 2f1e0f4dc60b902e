"""To whom, when and where something was said, from the words around a cue."""

from collections.abc import Iterator

from attrs import evolve, frozen

from attribution.extraction.occasions import (
    Listener,
    Occasion,
    Venues,
    Words,
    listener_at,
    occasion_at,
    venues,
    words_of,
)
from attribution.extraction.times import Time, first_time, time_at
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.document import Document, Paragraph
from attribution.model.span import Span

# A circumstance stands close to its cue; this keeps the cost of a hostile sentence linear.
_WIDEST_GAP = 240
_MOST_STEPS = 8


@frozen
class Circumstances:
    """What a sentence tells of how something was said; `day` says that `when` tells the day."""

    addressee: Span | None = None
    audience: str | None = None
    when: Span | None = None
    day: bool = False
    occasions: tuple[Occasion, ...] = ()

    @property
    def venue(self) -> Span | None:
        """The first phrase that tells where or how."""
        return self.occasions[0].span if self.occasions else None


def circumstances(
    document: Document, attribution: Attribution, lexicons: Lexicons
) -> tuple[Span | None, Span | None, Span | None]:
    """Addressee, time and venue of an attribution, each `None` when its sentence does not tell."""
    found = read_circumstances(document, attribution, lexicons)
    return found.addressee, found.when, found.venue


def read_circumstances(document: Document, attribution: Attribution, lexicons: Lexicons) -> Circumstances:
    """The same with what kind of audience and occasion it was. The words of the content itself are not looked at."""
    found = Circumstances()
    gaps = tuple(_gaps(document, attribution))
    for cue in attribution.cue.spans:
        behind = next((gap.end for gap, after_cue in gaps if after_cue and gap.start == cue.end), cue.end)
        found = _within(found, document.text, cue, behind, lexicons)
    for gap, after_cue in gaps:
        words = words_of(document.text, gap.start, gap.end)
        if len(words):
            found = _read(found, words, after_cue, attribution, lexicons)
    if attribution.source is not None:
        found = _within(found, document.text, attribution.source, attribution.source.end, lexicons, opened=True)
    return found


def occasions_in(document: Document, sentence: Span, lexicons: Lexicons) -> tuple[Occasion, ...]:
    """Every occasion told in a stretch of text, as in "She spoke at a rally in Ohio." """
    words = words_of(document.text, sentence.start, min(sentence.end, sentence.start + _WIDEST_GAP))
    found: list[Occasion] = []
    index = 0
    while index < len(words):
        occasion = occasion_at(words, index, lexicons)
        if occasion is not None:
            found.append(occasion[0])
        index = occasion[1] if occasion is not None else index + 1
    return tuple(found)


def sentence_at(document: Document, position: int) -> Span:
    """The sentence that holds `position`; its paragraph where that has not been cut, else nothing but the position.

    Takes a number of steps that grows with the logarithm of the text's length.
    """
    paragraph = document.paragraph_at(position)
    if paragraph is None:
        return Span(position, position)
    return _sentence_of(paragraph, position)


def sentence_before(document: Document, position: int) -> Span | None:
    """The sentence before the one at `position`, within its paragraph."""
    sentence = sentence_at(document, position)
    paragraph = document.paragraph_at(position)
    if paragraph is None or sentence.start <= paragraph.span.start:
        return None
    before = _sentence_of(paragraph, max(paragraph.span.start, sentence.start - 2))
    return before if before != sentence else None


def _sentence_of(paragraph: Paragraph, position: int) -> Span:
    sentences = paragraph.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= position:
            low = middle + 1
        else:
            high = middle
    if low < len(sentences) and sentences[low].span.start <= position:
        return sentences[low].span
    return paragraph.span


def _gaps(document: Document, attribution: Attribution) -> Iterator[tuple[Span, bool]]:
    """The stretches of the cue's sentence between the attribution's parts, and whether a cue stands before each."""
    cue = attribution.cue
    sentence = sentence_at(document, cue.span.start)
    cues = set(cue.spans)
    parts = sorted({*cue.spans, *attribution.content, *attribution.via, *_optional(attribution.source)})
    inside = [part for part in parts if part.overlaps(sentence)]
    if not inside:
        return
    position, after_cue, first = sentence.start, False, True
    for part in inside:
        # Words before a leading content are a dateline or belong to the content.
        if part.start > position and not (first and part in attribution.content):
            start = max(position, part.start - _WIDEST_GAP) if first else position
            yield Span(start, min(part.start, start + _WIDEST_GAP)), after_cue
        position = max(position, part.end)
        after_cue = part in cues or (after_cue and part == attribution.source)
        first = False
    if position < sentence.end:
        yield Span(position, min(sentence.end, position + _WIDEST_GAP)), after_cue


def _optional(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


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
    occasion = occasion_at(words, index, lexicons)
    if occasion is not None:
        return _with_occasion(found, occasion[0]), occasion[1]
    if words.lower[index] in ("to", "with", "by", "before") and found.addressee is None:
        listener = listener_at(words, index + 1, lexicons) if index + 1 < len(words) else None
        if listener is not None and listener.kind is not None:
            return _with_listener(found, words, listener), listener.after
    return found, index


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
    words = words_of(text, span.start, min(end, span.start + _WIDEST_GAP))
    ready = not opened
    speaking = venues(lexicons).words["speaking"] | venues(lexicons).words["spoke"]
    for index in range(len(words)):
        if words.spans[index][0] >= span.end:
            break
        if not ready:
            ready = words.lower[index] in speaking
            continue
        if words.lower[index] in ("to", "with", "by", "for", "in", "at", "on", "during", "via"):
            found, _ = _step(found, words, index, lexicons)
    if not opened and found.when is None:
        time = first_time(text, span.start, span.end, lexicons)
        if time is not None:
            found = _with_time(found, time)
    return found


def _with_listener(found: Circumstances, words: Words, listener: Listener) -> Circumstances:
    return evolve(found, addressee=words.span(listener.first, listener.after), audience=listener.kind)


def _with_time(found: Circumstances, time: Time) -> Circumstances:
    if found.when is not None and (found.day or not time.day):
        return found
    return evolve(found, when=time.span, day=time.day)


def _with_occasion(found: Circumstances, occasion: Occasion) -> Circumstances:
    if any(known.span.overlaps(occasion.span) for known in found.occasions):
        return found
    return evolve(found, occasions=(*found.occasions, occasion))
