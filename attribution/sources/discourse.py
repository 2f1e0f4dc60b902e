"""The sources met so far while an article is read, and what can be asked about them."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve, field, frozen

from attribution.model.attribution import Attribution
from attribution.model.document import Document, Sentence
from attribution.model.name import Gender
from attribution.model.source import Confidence, SourceStatus, Tally
from attribution.model.span import Evidence, Span
from attribution.sources.reading import PERSONAL, Reading

PEOPLE = "people"
BODY = "body"
WORK = "work"
OWN = "own"
NOBODY = "nobody"

_WORKS = frozenset({SourceStatus.DOCUMENT, SourceStatus.DATA, SourceStatus.SOCIAL})
_OPENING = 2  # paragraphs: a headline and the line under it, or a headline and the lead
_BODIES = frozenset({SourceStatus.INSTITUTION, SourceStatus.OUTLET})


@frozen
class Traits:
    """What is known of one source so far: what it is, how it was called, where it was last met.

    `words` are the modifiers used of it ("u.s.", "intelligence"); `relay` the outlets through which it spoke. `split`
    says that "one of" it has spoken, `headline` that it was first met without an article ("official says"), `opening`
    that it was first met in a heading or at the article's very start, `spoken_for` who without a name spoke for it
    last ("spokeswoman"), so that "she" may mean it.
    """

    kind: str
    status: SourceStatus
    gender: Gender
    plural: bool
    lemmas: frozenset[str]
    words: frozenset[str]
    relay: tuple[str, ...]
    last: int
    count: Tally | None = None
    entity: int | None = None
    split: bool = False
    headline: bool = False
    opening: bool = False
    spoken_for: str = ""


@frozen
class Link:
    """Which source a mention belongs to, how sure that is, why, and the status that it takes from there.

    Where `source` is `None` and there are `entities`, the mention is the first of someone whom the register knows.
    """

    source: int | None
    confidence: Confidence
    code: str
    status: SourceStatus | None = None
    count: Tally | None = None
    entities: tuple[int, ...] = ()

    def evidence(self, span: Span | None) -> Evidence:
        """Why the mention at `span` belongs to its source."""
        return Evidence(self.code, span)


@frozen(eq=False)
class Discourse:
    """The sources met so far. It grows as the article is read; each index keeps its entries in reading order."""

    document: Document
    sentences: tuple[Sentence, ...] = field(repr=False)
    sentence_starts: tuple[int, ...] = field(repr=False)
    traits: list[Traits] = field(factory=list)
    by_key: dict[tuple[int, ...], int] = field(factory=dict)
    by_lemma: dict[str, list[int]] = field(factory=dict)
    by_last_word: dict[str, list[int]] = field(factory=dict)
    by_outlet: dict[str, int] = field(factory=dict)
    loose: list[int] = field(factory=list)
    by_end: dict[int, int] = field(factory=dict)
    by_start: dict[int, int] = field(factory=dict)
    by_span: dict[tuple[int, int], int] = field(factory=dict)
    recent: list[int] = field(factory=list)
    of_attribution: dict[int, int] = field(factory=dict)
    known: dict[int, int] = field(factory=dict)

    def add(
        self, reading: Reading, kind: str, gender: Gender, relay: tuple[str, ...], status: SourceStatus | None = None
    ) -> int:
        """A new source, first met in `reading`."""
        assert reading.span is not None
        phrase = reading.phrase
        source = len(self.traits)
        self.traits.append(
            Traits(
                kind=kind,
                status=status or reading.status,
                gender=gender,
                plural=is_plural(reading),
                lemmas=frozenset({phrase.lemma}) if phrase else frozenset(),
                words=reading.modifiers,
                relay=relay,
                last=reading.span.start,
                count=Tally(2, 2) if len(reading.entities) == 2 else reading.count.tally if reading.count else None,
                entity=reading.entities[0] if len(reading.entities) == 1 else None,
                headline=phrase is not None
                and not phrase.opening
                and phrase.before[:1] != ("one",)
                and (not phrase.plural or self._heads(reading.span.start)),
                opening=self._opens(reading.span.start),
                spoken_for=_speaker(reading),
            )
        )
        if phrase:
            self._called_by(phrase.lemma, source)
        return source

    def _called_by(self, lemma: str, source: int) -> None:
        """Index a source under its noun, and under the last word of "foreign minister"."""
        self.by_lemma.setdefault(lemma, []).append(source)
        _, joined, last = lemma.rpartition(" ")
        if joined:
            self.by_last_word.setdefault(last, []).append(source)

    def meet(self, source: int, reading: Reading, gender: Gender = Gender.UNKNOWN, *, nested: bool = False) -> None:
        """Note that `source` is mentioned again; one `nested` in what another says does not hold the floor."""
        assert reading.span is not None
        traits = self.traits[source]
        lemmas, words = traits.lemmas, traits.words
        phrase = reading.phrase
        if phrase is not None and not reading.entities and not phrase.quantifier:
            if phrase.lemma not in lemmas:
                lemmas |= {phrase.lemma}
                self._called_by(phrase.lemma, source)
            words |= reading.modifiers
        self.traits[source] = evolve(
            traits,
            lemmas=lemmas,
            words=words,
            last=traits.last if nested else max(traits.last, reading.span.start),
            gender=gender if traits.gender is Gender.UNKNOWN else traits.gender,
            split=traits.split or (phrase is not None and phrase.partitive),
            spoken_for=traits.spoken_for if reading.pronoun in PERSONAL else _speaker(reading),
        )
        if not nested:
            self.recent.append(source)
        self.by_span[(reading.span.start, reading.span.end)] = source
        self.by_end[reading.span.end] = source
        self.by_start[reading.span.start] = source
        self.of_attribution[reading.attribution] = source

    def speaker_around(self, attribution: int | None, attributions: Sequence[Attribution]) -> int | None:
        """Who speaks in an attribution, looked for in those around it where it tells nobody: "we were told to go"."""
        passed: set[int] = set()
        while attribution is not None and attribution not in passed:
            if attribution in self.of_attribution:
                return self.of_attribution[attribution]
            passed.add(attribution)
            attribution = attributions[attribution].parent
        return None

    def name(self, source: int, entity: int) -> None:
        """Note that a source met without a name is this person."""
        self.by_key[(entity,)] = source
        self.traits[source] = evolve(self.traits[source], entity=entity)

    def entities(self) -> tuple[tuple[int, ...], ...]:
        """What each source is in the register, by the number of the source."""
        found: list[tuple[int, ...]] = [()] * len(self.traits)
        for key, source in self.by_key.items():
            found[source] = key
        return tuple(found)

    def called(self, lemma: str, most: int = 8) -> list[int]:
        """The sources called by this noun so far, the last one met first, each once."""
        found = list(dict.fromkeys(reversed(self.by_lemma.get(lemma, ())[-3 * most :])))[:most]
        return sorted(found, key=lambda source: -self.traits[source].last)

    def called_longer(self, word: str, most: int = 4) -> list[int]:
        """The sources called by a longer noun that ends in `word`: "the foreign minister" for "minister"."""
        return list(dict.fromkeys(reversed(self.by_last_word.get(word, ())[-most:])))

    def latest(self, most: int = 12) -> list[int]:
        """The sources met last, nearest first, each once."""
        return list(dict.fromkeys(reversed(self.recent[-3 * most :])))[:most]

    def sentence(self, position: int) -> int:
        """The index of the sentence that holds `position`."""
        return bisect_right(self.sentence_starts, position) - 1

    def sentence_before(self, position: int) -> Sentence | None:
        """The sentence before the one that holds `position`, in the same paragraph."""
        index = self.sentence(position) - 1
        before = self.sentences[index] if index >= 0 else None
        same = before is not None and self.paragraph(before.span.start) == self.paragraph(position)
        return before if same else None

    def paragraph(self, position: int) -> int:
        """The index of the paragraph that holds `position`; 0 where there is none."""
        found = self.document.paragraph_at(position)
        return found.index if found else 0

    def _heads(self, position: int) -> bool:
        found = self.document.paragraph_at(position)
        return found is not None and found.heading

    def _opens(self, position: int) -> bool:
        """Whether `position` is in a heading or in one of the first paragraphs, which tell the rest in short."""
        found = self.document.paragraph_at(position)
        return found is not None and (found.heading or found.index <= _OPENING)


def discourse_of(document: Document) -> Discourse:
    """An empty discourse for one article."""
    sentences = document.sentences
    return Discourse(document, sentences, tuple(sentence.span.start for sentence in sentences))


def reading_order(attributions: Sequence[Attribution], readings: Sequence[Reading]) -> list[int]:
    """Outermost attributions by the place of their source, each followed by those nested in its content."""
    roots: list[int] = []
    for index, attribution in enumerate(attributions):
        above = attribution.parent
        roots.append(roots[above] if above is not None and above < index else index)
    starts = [reading.span.start if reading.span is not None else 0 for reading in readings]
    placed = (index for index, reading in enumerate(readings) if reading.span is not None)
    return sorted(placed, key=lambda i: (starts[roots[i]], roots[i], attributions[i].depth, starts[i], i))


def kind_of(reading: Reading) -> str:
    """Whether a reading is of people, a body, a work, the article's own outlet, or none of them."""
    if reading.status is SourceStatus.OBSERVATION:
        return OWN
    if reading.status in _WORKS:
        return WORK
    if reading.status in _BODIES:
        return BODY
    if reading.status is SourceStatus.PASSIVE:
        return NOBODY
    return PEOPLE


def _speaker(reading: Reading) -> str:
    """Who without a name speaks for a body, or as one of a group: "one of them, a clerk", so that "she" may be it."""
    phrase = reading.phrase
    if phrase is None:
        return ""
    if reading.spoken_for:
        return phrase.lemma
    return "one" if phrase.partitive and phrase.quantifier[:1] == ("one",) else ""


def is_plural(reading: Reading) -> bool:
    """Whether several are meant."""
    if reading.entities:
        return len(reading.entities) > 1 or (reading.phrase is not None and reading.phrase.plural)
    if reading.count is not None:
        return reading.count.tally.most != 1
    return reading.phrase is not None and (reading.phrase.plural or reading.status.collective)
