"""People whom one sentence brings in and the next lets speak: "His deputy was blunter. “It is gone,” he said."."""

from attribution.model.attribution import Attribution
from attribution.model.document import Sentence
from attribution.model.name import NameKind
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.sources.discourse import Discourse
from attribution.sources.kinds import Reader
from attribution.sources.phrases import Phrase, parse_phrase
from attribution.sources.reading import Reading
from attribution.text.phrases import noun_phrase_at

_OPENINGS = frozenset(["a", "an", "the", "another", "one", "his", "her", "their"])
_ANYONE = frozenset(["man", "woman", "boy", "girl", "person"])


def introduced_before(
    reader: Reader, discourse: Discourse, attribution: Attribution, position: int, *, several: bool, known: bool = False
) -> Reading | None:
    """The people with whom the sentence before opens, in the same paragraph, read as a source.

    Only those who have no name and have said nothing yet: whoever has is found among the sources. `several` asks for a
    counted group ("Two medics recalled a different week. … one of them said"), else for one person. Where somebody
    likely is `known`, only "the president" in a sentence that names nobody takes that one's place.
    """
    sentence = discourse.sentence_before(position)
    phrase = opening_phrase(reader, sentence) if sentence is not None else None
    if (
        sentence is None
        or phrase is None
        or phrase.span.start in discourse.by_start
        or not _brings_in(phrase, reader, several)
    ):
        return None
    definite = phrase.opening == "the"
    if (known and not definite) or (definite and _names_somebody(reader, sentence.span)):
        return None
    reading = reader.read(attribution, phrase.span)
    office = definite and reading.status is SourceStatus.NAMED_ROLE
    return reading if (reading.status.unnamed_person or office) and not reading.entities else None


def opening_phrase(reader: Reader, sentence: Sentence) -> Phrase | None:
    """The noun phrase that a sentence opens with."""
    if sentence.tokens is None:
        return None
    stop = noun_phrase_at(sentence.tokens, 0)
    return parse_phrase(reader.document.text, sentence.tokens.span(0, stop), reader.words) if stop else None


def _names_somebody(reader: Reader, span: Span) -> bool:
    return any(entity.kind is NameKind.PERSON for _, entity in reader.register.names_in(span))


def _brings_in(phrase: Phrase, reader: Reader, several: bool) -> bool:
    words = reader.words
    person = phrase.lemma in _ANYONE or (phrase.lemma in words.roles and phrase.lemma not in words.questioners)
    if not person or phrase.plural is not several or phrase.quantifier:
        return False
    if several:
        return phrase.before[:1] != () and phrase.before[0] in words.numbers
    return phrase.opening in _OPENINGS
