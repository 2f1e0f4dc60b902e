"""Which words of a sentence without a cue are spoken: its quotation, or all of it where the quotation is but a part.

"“It was loud,” she said. | “It is quiet now.”", "… Now, “the nets come up empty.”", "… “They never told us about” the
second barge."
"""

import re
from collections.abc import Container

from attribution.extraction.drafts import Scene
from attribution.model.document import Paragraph, Quotation, Sentence
from attribution.model.span import Span

# A quotation of fewer words is a title, a term or a scare quote when nothing attributes it.
_SHORTEST_SPEECH = 4
# A part of a sentence of fewer words may well be a term that anybody uses.
_SHORTEST_PART = 5
_OPENING_SIGNS = re.compile(r"[(\[…. ]{1,8}")
_ASIDE = re.compile(r", ?[”\"'’]{1,2} (?:which|who|where)\b")
# "He seeks “a lasting ban on night fishing”" tells of the speaker.
_THE_SPEAKER = re.compile(r"(?:He|She)\b")
_VERBS = "BVKXsed"


def spoken_words(scene: Scene, quotation: Quotation, paragraph: Paragraph, attributed: Container[int]) -> Span | None:
    """What the speaker before goes on to say where nobody else is named; `None` where the quotation is no speech.

    `attributed` are the indices of the sentences in which somebody is said to speak, think or want.
    """
    sentence = next((one for one in paragraph.sentences if one.span.end > quotation.span.start), None)
    if sentence is None:
        return None
    words = quotation.inner.of(scene.text).split(None, _SHORTEST_PART)
    if sentence.span.start < quotation.span.start:
        told = sentence.index in attributed or len(words) < _SHORTEST_PART or not words[0][:1].islower()
        return (
            None if told or _THE_SPEAKER.match(scene.text, sentence.span.start) else _whole(scene, sentence, quotation)
        )
    if not _is_sentence(quotation, words):
        return None
    if sentence.span.end <= quotation.span.end + 1 or not quotation.closed:
        return quotation.span
    if sentence.index in attributed or len(words) < _SHORTEST_PART:
        return None
    return _with_tail(scene, sentence, quotation)


def _is_sentence(quotation: Quotation, words: list[str]) -> bool:
    """Whether quoted words are a sentence of their own, not a word or a title in somebody else's."""
    if not words:
        return False
    first = words[0][:1]
    if not (first.isupper() or first.isdigit() or _OPENING_SIGNS.match(words[0])):
        return False
    return quotation.continues or len(words) >= _SHORTEST_SPEECH or words[-1][-1:] in ".!?…"


def _with_tail(scene: Scene, sentence: Sentence, quotation: Quotation) -> Span | None:
    """The quotation with the words that end its sentence: "“They never told us about” the second barge."

    Words behind a comma are the reporter's: "“They sold the mill,” | which had stood empty."
    """
    end = quotation.span.end
    if _ASIDE.match(scene.text, quotation.inner.end - 1):
        return quotation.span
    tokens = sentence.tokens
    if tokens is None or scene.text[quotation.inner.end - 1] in ",.?!":
        return None
    following = tokens.first_at_or_after(end)
    if tokens.tags[following : following + 1] in _VERBS:
        return None  # "“Save the mill” is painted on the gate."
    return _whole(scene, sentence, quotation)


def _whole(scene: Scene, sentence: Sentence, quotation: Quotation) -> Span:
    """The sentence without its full stop; where it ends with the quotation, with its closing mark."""
    end = sentence.span.end
    if end > quotation.span.end and scene.text[end - 1] == ".":
        end -= 1
    return Span(sentence.span.start, max(end, quotation.span.end))
