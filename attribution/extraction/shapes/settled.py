"""Frames that claim the text on their left: "…, X said", "…, said X", a quotation with its speaker after it.

They are settled before anything else, and swallow the cues inside what they claim.
"""

import re

from attribution.cues.complements import skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.table import Entry
from attribution.extraction.contents.left_contents import content_left, ends_in_quotation
from attribution.extraction.contents.resumed import completed_by_quotation, resumed, to_the_end
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.asked import PUT_TO
from attribution.extraction.speakers.following import inverted_source_stop
from attribution.extraction.speakers.subjects import subject_before
from attribution.model.document import Tokens
from attribution.model.span import Span

_STOPS = frozenset(".,;-)")
# A clause that opens with one of these is no content of its own: "When asked about it, Trump said".
_DEPENDENT = frozenset("Ugwq")
_LEADING = frozenset("PUgqedY")
_MAIN_CLAUSE = re.compile(r",A{0,2}[RDSZ#n][^,;:.<>BVKXsebdpg]{0,12}A{0,2}[BVKXsedb]")
# Without a verb that is known to be finite, a claim at the end of which someone "says" has at least so many words.
_SHORTEST_CLAIM = 4
# "It was “a slip,” two engineers said [that they …]", but "…, he said that night".
_ANNOUNCED = re.compile(r"H(?!A?Y)")
_NAME_AT_END = re.compile(r"[DnZ']{0,8}Z(?:,[^;:<>BVKXsebd]{1,25})?\.?\Z")
_ADJUNCT = re.compile(r"(?:[PTU](?![RH])[^,.;:<>HwqCbsepdBVKX]{1,12}){1,3}")


def settled(scene: Scene, cues: SentenceCues, candidate: Candidate, left: int) -> Draft | None:
    """The draft of a verb whose content stands before it; `left` is the first token not yet claimed by another."""
    entry = candidate.frames.get("trailing")
    if entry is None or candidate.group is None or candidate.passive or candidate.group.form == "infinitive":
        return None
    if candidate.group.form in ("gerund", "participle"):
        return None
    if candidate.start == 0:
        return _verb_opening(scene, cues, candidate, entry)
    return _subject_first(scene, cues, candidate, entry, left) or _verb_first(scene, cues, candidate, entry, left)


def _verb_opening(scene: Scene, cues: SentenceCues, candidate: Candidate, entry: Entry) -> Draft | None:
    """ "[Said] [Lee], [“The dam is safe.”]" """
    tokens = cues.phrases.tokens
    if cues.phrases.core_noun(candidate.stop) is None:
        return None
    stop = inverted_source_stop(cues, candidate.stop)
    opening = stop + 1
    if tokens.tags[stop : stop + 2] not in (",<", ":<") or tokens.starts[opening] not in scene.opening:
        return None
    cue = cue_of(cues, candidate, entry, "trailing", candidate.stop)
    content = scene.opening[tokens.starts[opening]].span
    return Draft(cues.sentence.index, cue, tokens.span(candidate.stop, stop), (content,), "inverted")


def _subject_first(scene: Scene, cues: SentenceCues, candidate: Candidate, entry: Entry, left: int) -> Draft | None:
    """ "…, X said."""
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, candidate.start)
    if subject is None or subject.kind == "relative" or _ANNOUNCED.match(tokens.tags, candidate.stop):
        return None
    stop = after_cue(cues, candidate, entry, candidate.stop)
    start = subject.start - 1 if tokens.words[subject.start - 1 : subject.start] == ("as",) else subject.start
    if start < subject.start and all(tag in "CA,<" for tag in tokens.tags[left:start]):
        pieces = _as_someone_says(scene, cues, stop)
        shape = "as_first"
    else:
        pieces = (
            around(scene, cues, start, stop, left)
            or _after_question(scene, cues, start, stop)
            or _after_conjunction(scene, cues, start, stop)
        )
        shape = "medial" if len(pieces) > 1 else "trailing"
    if not pieces:
        return None
    cue = cue_of(cues, candidate, entry, "trailing", candidate.last)
    source = tokens.span(subject.start, subject.stop)
    return Draft(cues.sentence.index, cue, source, pieces, shape, open_right=shape == "as_first")


def _as_someone_says(scene: Scene, cues: SentenceCues, stop: int) -> tuple[Span, ...]:
    """ "As the manual says, | the valve must be shut by hand." """
    tokens = cues.phrases.tokens
    if stop >= len(tokens) or tokens.tags[stop] not in ",:":
        return ()
    return to_the_end(scene, cues, stop + 1)


def _after_question(scene: Scene, cues: SentenceCues, start: int, stop: int) -> tuple[Span, ...]:
    """ "“Who would pay for it?” | Ann Lee said." where the frame was split off as a sentence of its own."""
    tokens = cues.phrases.tokens
    if start or (stop < len(tokens) and tokens.tags[stop] != "."):
        return ()
    before = cues.sentence.span.start - 1
    quotation = scene.closing.get(before) if scene.text[before : before + 1] == " " else None
    return (quotation.span,) if quotation is not None and not quotation.level else ()


def _after_conjunction(scene: Scene, cues: SentenceCues, start: int, stop: int) -> tuple[Span, ...]:
    """ "But, the clerk added, | the vote had been counted." """
    tags = cues.phrases.tokens.tags
    if tags[:start] != "C," or tags[stop : stop + 1] != ",":
        return ()
    rest = to_the_end(scene, cues, stop + 1)
    return rest if rest and _finite(cues, rest[0]) else ()


def around(scene: Scene, cues: SentenceCues, start: int, stop: int, left: int) -> tuple[Span, ...]:
    """The content before a frame that spans the tokens `[start, stop)`, and after it where it goes on."""
    tokens = cues.phrases.tokens
    content = content_left(scene, cues, start, left)
    quoted = ends_in_quotation(tokens, start)
    if content is None:
        return ()
    if (not quoted or _leads_in(cues, content)) and not (
        _closes(tokens, stop) or completed_by_quotation(scene, cues, content, stop)
    ):
        return ()
    pieces = (content, *resumed(scene, cues, stop, content, quoted))
    if quoted or _is_clause(cues, content, at_end=stop >= len(tokens) or tokens.tags[stop] == "."):
        return pieces
    return (
        pieces if len(pieces) > 1 and _finite(cues, pieces[1]) else ()
    )  # "In a good year, she said, the nets come up full."


def _leads_in(cues: SentenceCues, content: Span) -> bool:
    """Whether words before a frame only lead up to it: "On TV4's “Good Evening,” she said the dam …"."""
    tokens = cues.phrases.tokens
    return content.start >= tokens.starts[0] and tokens.tags[tokens.first_at_or_after(content.start)] in _LEADING


def _is_clause(cues: SentenceCues, content: Span, at_end: bool) -> bool:
    """Whether what stands before a frame is a claim of its own, not "When asked about it, he said"."""
    tokens = cues.phrases.tokens
    first = tokens.first_at_or_after(content.start)
    stop = tokens.first_at_or_after(content.end)
    tags = tokens.tags
    if tags[first] == "g" and "," not in tags[first:stop] and cues.phrases.finite_between(first, stop):
        return True  # "Seeing her fall taught him to swim, he said."
    if tags[first] in _DEPENDENT or tags[first : first + 2] == "AU" or tokens.words[first] in PUT_TO:
        return _MAIN_CLAUSE.search(tags, first, stop) is not None
    if cues.phrases.finite_between(first, stop):
        return True
    return at_end and tags[first] != "P" and stop - first >= _SHORTEST_CLAIM


def _finite(cues: SentenceCues, span: Span) -> bool:
    tokens = cues.phrases.tokens
    return cues.phrases.finite_between(tokens.first_at_or_after(span.start), tokens.first_at_or_after(span.end))


def _verb_first(scene: Scene, cues: SentenceCues, candidate: Candidate, entry: Entry, left: int) -> Draft | None:
    """ "…," said X, or …, said X, where X runs to a comma or the end."""
    tokens = cues.phrases.tokens
    content = content_left(scene, cues, candidate.start, left)
    if candidate.group and candidate.group.head != candidate.start:
        return None
    if content is None:
        return _between_conjunction(scene, cues, candidate, entry)
    quoted = ends_in_quotation(tokens, candidate.start)
    start = skip_time(tokens.tags, candidate.stop)
    adjective = tokens.tags[start : start + 1] in ("e", "d", "p")  # "said retired Gen. Ann Lee"
    core = cues.phrases.core_noun(start + adjective)
    if core is None or (not quoted and tokens.tags[start] in "RM"):
        return None
    stop = inverted_source_stop(cues, start + adjective)
    if subject_before(cues.phrases, candidate.start) is not None and not _names_at_end(cues, candidate, start):
        return None  # "Ann Lee, who ran the inn, said the flood …" is no inversion, nor "…, star of “The Inn,” said …"
    after = after_cue(cues, candidate, entry, stop)
    if not quoted and not _closes(tokens, after):
        return None
    pieces = (content, *resumed(scene, cues, after, content, quoted))
    if not quoted and not _is_clause(cues, content, at_end=False):
        interrupted = len(pieces) > 1 and tokens.tags[candidate.start - 1] == "," and _finite(cues, pieces[1])
        if not interrupted:
            return None  # "The contrast, said Lee, would be clear", but "In Leeds, said Lee, no"
    cue = cue_of(cues, candidate, entry, "trailing", candidate.stop)
    return Draft(cues.sentence.index, cue, tokens.span(start, stop), pieces, "inverted")


def _names_at_end(cues: SentenceCues, candidate: Candidate, start: int) -> bool:
    """Whether a sentence ends in a name behind "said", which nobody says: "The nets, left out on the quay, rotted, said
    Ann Lee, a clerk."."""
    tokens = cues.phrases.tokens
    return (
        candidate.lemma == "say"
        and tokens.tags[candidate.start - 1] == ","
        and _NAME_AT_END.match(tokens.tags, start) is not None
        and cues.phrases.finite_between(0, candidate.start - 1)
    )


def _between_conjunction(scene: Scene, cues: SentenceCues, candidate: Candidate, entry: Entry) -> Draft | None:
    """ "But, [said] [Lee], [“the dam is safe.”]" """
    tokens = cues.phrases.tokens
    if tokens.tags[: candidate.start] != "C,":
        return None
    stop = inverted_source_stop(cues, candidate.stop)
    if tokens.tags[stop : stop + 2] != ",<":
        return None
    cue = cue_of(cues, candidate, entry, "trailing", candidate.stop)
    content = to_the_end(scene, cues, stop + 1)
    return Draft(cues.sentence.index, cue, tokens.span(candidate.stop, stop), content, "inverted")


def after_cue(cues: SentenceCues, candidate: Candidate, entry: Entry, stop: int) -> int:
    """Where the words around the cue end: time, addressee, manner, place."""
    tags = cues.phrases.tokens.tags
    position = skip_time(tags, stop)
    if entry.addressee and position < len(tags) and tags[position] in "DSMZn#R":
        finish = cues.phrases.whole_noun(position)
        if finish is not None and tags[finish : finish + 2] == "DZ":  # "told the newsletter [The Harbour]"
            finish = cues.phrases.whole_noun(finish)
        if finish is not None:
            position = skip_time(tags, finish)
    adjunct = _ADJUNCT.match(tags, position)
    return skip_time(tags, adjunct.end()) if adjunct else position


def _closes(tokens: Tokens, position: int) -> bool:
    """Whether the frame ends at `position` without announcing more speech on its right."""
    tags = tokens.tags
    if position >= len(tags):
        return True
    if tags[position] not in _STOPS:
        return False
    return not (tags[position] == "," and tags[position + 1 : position + 2] == "<")
