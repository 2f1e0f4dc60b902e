"""Who passes words on and whom they cite: "Reuters reported on Nov. 23, citing a source in …, that …".

One attribution comes of it: its source is whom the outlet cites, its cue holds both verbs, and `via` the outlets between.
"""

from functools import lru_cache

from attrs import evolve, frozen

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import frame_at, skip_time
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.settled import inverted_source_stop
from attribution.extraction.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass
from attribution.model.span import Span

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "cites", "quoted", "quotes"})
# More links than this are no chain of outlets but a sentence gone wrong.
_LINKS = 4


@frozen(eq=False)
class _Chain:
    """The tokens of a chain: the citing words, those cited on the way, and the last one cited."""

    cues: tuple[int, ...]
    passed: tuple[tuple[int, int], ...]
    source: tuple[int, int]
    stop: int


def cited(scene: Scene, cues: SentenceCues, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """The drafts of a sentence, with each cited source joined to the report that cites it."""
    words = cues.phrases.tokens.words
    if _CITING.isdisjoint(words):
        return drafts
    found = list(drafts)
    for index, word in enumerate(words):
        if word in _CITING:
            chain = _chain(cues, index)
            if chain is not None and _can_speak(cues, chain.source, lexicons):
                found = _joined(scene, cues, found, chain)
    return found


def _chain(cues: SentenceCues, index: int) -> _Chain | None:
    """ "citing The Wall Street Journal, which in turn cited an unnamed adviser" """
    tags, words = cues.phrases.tokens.tags, cues.phrases.tokens.words
    heads = [index]
    passed: list[tuple[int, int]] = []
    start = index + 1
    for _ in range(_LINKS):
        core = cues.phrases.whole_noun(start)
        if core is None:
            return None
        following = core + 1 if tags[core : core + 1] == "," else core
        verb = following + 1
        while verb < min(len(words), following + 4) and words[verb] not in _CITED:
            verb += 1
        if tags[following : following + 1] != "w" or verb >= len(words) or words[verb] not in _CITED:
            return _Chain(tuple(heads), tuple(passed), (start, inverted_source_stop(cues, start)), core)
        passed.append((start, core))
        heads.append(verb)
        start = verb + 1
    return None


def _can_speak(cues: SentenceCues, bounds: tuple[int, int], lexicons: Lexicons) -> bool:
    """Whether the words cited are a source, not a reason: "citing two officials", not "citing high costs"."""
    tokens = cues.phrases.tokens
    start, stop = bounds
    core = cues.phrases.core_noun(start) or stop
    known = _speakers(lexicons)
    return any(
        tokens.tags[index] == "Z" or tokens.words[index] in known or tokens.words[index].removesuffix("s") in known
        for index in range(start, min(core, stop))
    )


@lru_cache(maxsize=8)
def _speakers(lexicons: Lexicons) -> frozenset[str]:
    return (
        lexicons.lexicon("roles").phrases("roles", "generic_heads", "spokespeople", "offices")
        | lexicons.lexicon("artifacts").phrases("documents", "research", "data", "media")
        | lexicons.lexicon("institutions").phrases("heads")
    )


def _joined(scene: Scene, cues: SentenceCues, drafts: list[Draft], chain: _Chain) -> list[Draft]:
    """The drafts with the chain joined to the report it hangs on; unchanged when there is none."""
    tokens = cues.phrases.tokens
    citing = tokens.span(chain.cues[0], chain.cues[0] + 1)
    others = [draft for draft in drafts if not any(piece.overlaps(citing) for piece in draft.cue.spans)]
    report = _report(scene, cues, others, chain)
    if report is None or report.source is None:
        return drafts
    source = tokens.span(*chain.source)
    heads = tuple(tokens.span(index, index + 1) for index in chain.cues)
    clause = Span(citing.start, source.end)
    joined = evolve(
        report,
        cue=evolve(report.cue, spans=tuple(sorted((*report.cue.spans, *heads)))),
        source=source,
        via=(report.source, *(tokens.span(*bounds) for bounds in chain.passed)),
        content=tuple(piece for whole in report.content for piece in _without(scene.text, whole, clause)),
        shape="citing",
    )
    inner = [draft for draft in others if draft is not report and not draft.cue.span.overlaps(clause)]
    return [*(draft for draft in inner if not draft.cue.span.overlaps(joined.cue.span)), joined]


def _report(scene: Scene, cues: SentenceCues, drafts: list[Draft], chain: _Chain) -> Draft | None:
    """The report that a chain hangs on: one found already, or a verb whose that-clause comes after the chain."""
    position = cues.phrases.tokens.starts[chain.cues[0]]
    for draft in sorted(drafts, key=lambda draft: abs(draft.cue.span.start - position)):
        if draft.source is not None and draft.cue.cls in (CueClass.SPEECH, CueClass.EVIDENCE):
            return draft
    tags = cues.phrases.tokens.tags
    after = chain.source[1]
    after = after + 1 if tags[after : after + 1] == "," else after
    if frame_at(cues.phrases, skip_time(tags, after)) not in ("that", "clause"):
        return None
    for candidate in reversed(cues.candidates):
        if candidate.head < chain.cues[0] and candidate.part == "verb" and "that" in candidate.frames:
            return _late_clause(cues, candidate, skip_time(tags, after))
    return None


def _late_clause(cues: SentenceCues, candidate: Candidate, start: int) -> Draft | None:
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, candidate.start)
    stop = len(tokens)
    while stop > start and tokens.tags[stop - 1] in ".;,-":
        stop -= 1
    if subject is None or stop <= start:
        return None
    cue = cue_of(cues, candidate, candidate.frames["that"], "that", candidate.stop)
    source = tokens.span(subject.start, subject.stop)
    return Draft(cues.sentence.index, cue, source, (tokens.span(start, stop),), "citing", open_right=True)


def _without(text: str, whole: Span, clause: Span) -> tuple[Span, ...]:
    """A content without the citing clause inside it."""
    if not whole.overlaps(clause):
        return (whole,)
    before = whole.start + len(text[whole.start : max(whole.start, clause.start)].rstrip(" ,"))
    after = min(whole.end, clause.end) + len(text[clause.end : whole.end]) - len(text[clause.end : whole.end].lstrip(" ,"))
    return tuple(Span(start, end) for start, end in ((whole.start, before), (after, whole.end)) if start < end)
