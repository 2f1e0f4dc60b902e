"""Who passes words on and whom they cite: "Reuters reported on Nov. 23, citing a source in …, that …".

One attribution comes of it: its source is whom the outlet cites, its cue holds both verbs, and `via` the outlets
between.
"""

from functools import lru_cache

from attrs import evolve, frozen

from attribution.cues.complements import frame_at, skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction.drafts import Draft, cue_of
from attribution.extraction.speakers.following import inverted_source_stop
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass
from attribution.model.span import Span

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "cites", "quoted", "quotes"})
_WITHOUT = (("without",), ("not",), ("never",))
_SOME = frozenset({"one", "two", "three", "four", "several", "some", "many", "most", "both", "all"})
# More links than this are no chain of outlets but a sentence gone wrong.
_LINKS = 4


@frozen(eq=False)
class _Chain:
    """The tokens of a chain: the citing words, those cited on the way, and the last one cited."""

    cues: tuple[int, ...]
    passed: tuple[tuple[int, int], ...]
    source: tuple[int, int]


def cited(cues: SentenceCues, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """The drafts of a sentence, with each cited source joined to the report that cites it."""
    words = cues.phrases.tokens.words
    if _CITING.isdisjoint(words):
        return drafts
    found = list(drafts)
    for index, word in enumerate(words):
        told = word in _CITING and words[index - 1 : index] not in _WITHOUT
        chain = _chain(cues, index) if told else None
        if chain is not None and _can_speak(cues, chain.source[0], lexicons):
            found = _joined(cues, found, chain)
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
            return _Chain(tuple(heads), tuple(passed), (start, inverted_source_stop(cues, start)))
        passed.append((start, core))
        heads.append(verb)
        start = verb + 1
    return None


def _can_speak(cues: SentenceCues, start: int, lexicons: Lexicons) -> bool:
    """Whether the words cited are a source, not a reason: "citing two officials", not "citing high costs"."""
    tokens = cues.phrases.tokens
    head = (cues.phrases.core_noun(start) or start + 1) - 1
    if tokens.tags[head + 1 : head + 2] == "O" and tokens.words[head] in _SOME:
        return _can_speak(cues, head + 2, lexicons)  # "citing one of the aides"
    if tokens.tags[head] == "Z":
        return True
    known = _speakers(lexicons)
    nouns = tokens.words[start : head + 1]
    return any(noun in known or noun.removesuffix("s") in known for noun in (nouns[-1], *nouns[-2:-1]))


@lru_cache(maxsize=8)
def _speakers(lexicons: Lexicons) -> frozenset[str]:
    return (
        lexicons.lexicon("roles").phrases("roles", "generic_heads", "spokespeople", "offices")
        | lexicons.lexicon("artifacts").phrases("documents", "research", "data", "media")
        | lexicons.lexicon("institutions").phrases("heads")
        | {"people"}
    )


def _joined(cues: SentenceCues, drafts: list[Draft], chain: _Chain) -> list[Draft]:
    """The drafts with the chain joined to the report it hangs on; unchanged when there is none."""
    tokens = cues.phrases.tokens
    citing = tokens.span(chain.cues[0], chain.cues[0] + 1)
    source = tokens.span(*chain.source)
    clause = Span(citing.start, source.end)
    others = [draft for draft in drafts if not any(clause.overlaps(piece) for piece in draft.cue.spans)]
    report = _late_report(cues, chain) or _nearest_report(others, citing.start)
    if report is None or report.source is None or _explains_refusal(drafts, report, citing.start):
        return drafts
    heads = tuple(tokens.span(index, index + 1) for index in chain.cues)
    joined = evolve(
        report,
        cue=evolve(report.cue, spans=tuple(sorted((*report.cue.spans, *heads)))),
        source=source,
        via=(report.source, *(tokens.span(*bounds) for bounds in chain.passed)),
        content=tuple(piece for whole in report.content for piece in _without(whole, clause)),
        shape="citing",
    )
    return [*(draft for draft in others if draft.cue.span != report.cue.span), joined]


def _explains_refusal(drafts: list[Draft], report: Draft, position: int) -> bool:
    """Whether a refusal stands between a report and "citing": "confirmed it but declined to say more, citing a court
    order" gives the reason for the refusal."""
    start = report.cue.span.start
    return any(draft.shape == "nonresponse" and start < draft.cue.span.start < position for draft in drafts)


def _nearest_report(drafts: list[Draft], position: int) -> Draft | None:
    """The nearest outermost report: one whose cue no other report has as content."""
    reports = [draft for draft in drafts if draft.cue.cls in (CueClass.SPEECH, CueClass.EVIDENCE) and draft.source]
    reports = sorted(reports, key=lambda draft: abs(draft.cue.span.start - position))[:_LINKS]
    for report in reports:
        cue = report.cue.span
        if not any(piece.covers(cue) for other in reports if other is not report for piece in other.content):
            return report
    return None


def _late_report(cues: SentenceCues, chain: _Chain) -> Draft | None:
    """A verb whose that-clause comes after the chain: "reported, citing two officials, that …"."""
    tokens = cues.phrases.tokens
    after = chain.source[1]
    after = skip_time(tokens.tags, after + 1 if tokens.tags[after : after + 1] == "," else after)
    if frame_at(cues.phrases, after) != "that":
        return None
    for candidate in reversed(cues.candidates):
        if candidate.head < chain.cues[0] and candidate.part == "verb" and "that" in candidate.frames:
            return _late_clause(cues, candidate, after)
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


def _without(whole: Span, clause: Span) -> tuple[Span, ...]:
    """A content without the citing clause and what follows it; contents that begin behind the clause stay whole."""
    if whole.end <= clause.start or whole.start >= clause.end:
        return (whole,)
    return (Span(whole.start, clause.start),) if whole.start < clause.start else ()


def quoted_as_saying(cues: SentenceCues, drafts: list[Draft]) -> list[Draft]:
    """The drafts with "quoted X as saying …" made one: X is the source and who quotes stands in `via`."""
    tokens = cues.phrases.tokens
    if "as" not in tokens.words or _CITED.isdisjoint(tokens.words):
        return drafts
    found = list(drafts)
    for draft in drafts:
        index = tokens.first_at_or_after(draft.cue.span.start)
        if (
            draft.cue.frame
            and 0 < index < len(tokens)
            and tokens.words[index - 1] == "as"
            and tokens.tags[index] == "g"
        ):
            joined = _quoted(cues, draft, index)
            if joined is not None:
                clause = Span(joined.cue.span.start, draft.cue.span.end)
                found = [other for other in found if not clause.covers(other.cue.span)]
                found.append(joined)
    return found


def _quoted(cues: SentenceCues, saying: Draft, index: int) -> Draft | None:
    """The draft of "quoted … as saying" when "saying" is the token at `index`."""
    tokens = cues.phrases.tokens
    group = next(
        (
            g
            for g in reversed(cues.phrases.verbs_between(max(0, index - 12), index - 1))
            if tokens.words[g.head] in _CITED
        ),
        None,
    )
    subject = subject_before(cues.phrases, group.start) if group is not None else None
    if group is None or subject is None:
        return None
    who = tokens.span(subject.start, subject.stop)
    start = group.stop + (tokens.words[group.stop] == "by")
    other = cues.phrases.whole_noun(start)
    named = tokens.span(start, other) if other is not None and other <= index - 1 else None
    source, via = (who, (named,) if named and start > group.stop else ()) if group.passive else (named, (who,))
    if source is None:
        return None
    as_saying = Span(tokens.starts[index - 1], saying.cue.span.end)
    spans: tuple[Span, ...] = (tokens.span(group.start, group.stop), as_saying)
    if group.stop == index - 1:
        spans = (Span(tokens.starts[group.start], as_saying.end),)
    return evolve(saying, cue=evolve(saying.cue, spans=spans), source=source, via=via, shape="quoted_as_saying")
