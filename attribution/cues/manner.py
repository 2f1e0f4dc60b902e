"""Words behind a verb that belong to its cue: how it was said, and on which day."""

from attribution.text.phrases import Phrases

_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})


def said_how(phrases: Phrases, stop: int, nouns: frozenset[str]) -> int:
    """Where adverb and phrase of manner end behind a verb that ends before token `stop`: "said flatly in a statement".

    `nouns` are the nouns of such phrases.
    """
    return _manner_stop(phrases, _adverb_stop(phrases, stop), nouns)


def said_last(phrases: Phrases, stop: int, nouns: frozenset[str], weekdays: frozenset[str]) -> int:
    """The same behind the content, where the bare day belongs to the cue ("…, he said Friday night") and so does the
    look on a face ("…, she said with a grin").

    `nouns` are none where the verb is one of writing: in "…, she wrote in a letter" the letter is a place.
    """
    return _closing_stop(phrases, said_how(phrases, stop, nouns), weekdays)


def _manner_stop(phrases: Phrases, stop: int, nouns: frozenset[str]) -> int:
    """Where the words of manner end that belong to a cue ("said in a statement"), or `stop` when there are none."""
    tokens = phrases.tokens
    if stop >= len(tokens) or tokens.words[stop] not in ("in", "by", "via", "through"):
        return stop
    finish = phrases.core_noun(stop + 1)
    while finish is not None and finish > stop + 2 and tokens.tags[finish - 1] == "Y":
        finish -= 1  # "said in a statement Wednesday"
    return finish if finish is not None and tokens.words[finish - 1] in nouns else stop


def _adverb_stop(phrases: Phrases, stop: int) -> int:
    tokens = phrases.tokens
    adverb = tokens.tags[stop : stop + 1] == "A" and tokens.words[stop].endswith("ly")
    return stop + (adverb and tokens.tags[stop + 1 : stop + 2] != "Y")  # but "said early Friday"


def _closing_stop(phrases: Phrases, stop: int, weekdays: frozenset[str]) -> int:
    tokens = phrases.tokens
    words = tokens.words
    if stop >= len(tokens):
        return stop
    if words[stop] in weekdays:
        return stop + 1 + (words[stop + 1 : stop + 2] != () and words[stop + 1] in _PARTS_OF_DAY)
    if words[stop] == "with" and words[stop + 1 : stop + 2] in (("a",), ("an",)):
        finish = phrases.core_noun(stop + 1)
        if finish is not None and "Z" not in tokens.tags[stop:finish] and tokens.tags[finish : finish + 1] in ",-.;":
            return finish
    return stop
