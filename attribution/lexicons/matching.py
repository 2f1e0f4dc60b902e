"""Phrases to regular expressions: one prefix trie for plain phrases, a small notation for variable ones.

The notation of variable phrases, word by word:

    speak~          any form of the verb
    his|her|their   one of these ("_" stands for a space inside one)
    (only)          may be absent; (his|her) too
    *               one word, whatever it is
    *3              up to three words

Every repeat is bounded, so that matching stays linear in the text.
"""

import re
from collections.abc import Callable, Iterable

from attribution.lexicons.inflection import VerbForms, verb_forms

_APOSTROPHE = "['’ʼ]"
_GAP = r"\s{1,4}"
_FIRST = re.compile(r"[^\W\u02bc]+")
_ANY_WORD = r"[^\s.;:!?\"“”]{1,40}"

Trie = dict[str, "Trie"]
END = ""


def trie_pattern(phrases: Iterable[str], *, capital: bool = False) -> str:
    """A pattern that matches any of `phrases`, the longest first, each prefix tried once.

    Spaces match any run of white space and apostrophes either form; with `capital`, the first letters may be capitals.

    >>> re.findall(trie_pattern(["said", "say", "says"]), "They say he said.")
    ['say', 'said']
    """
    root: Trie = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[END] = {}
    return _alternatives(root, capital)


def variable_pattern(phrase: str, forms: Callable[[str], VerbForms] = verb_forms) -> str:
    """The pattern of one phrase in the notation above, without word boundaries at its ends.

    `forms` gives a verb's forms; pass `attribution.lexicons.verbs.conjugator(lexicons)` for the irregular ones.

    >>> pattern = variable_pattern("ask~ not to be named|quoted (by_name)")
    >>> re.search(pattern, "She asked not to be quoted by name.").group()
    'asked not to be quoted by name'
    """
    pieces = [_piece(word, forms) for word in phrase.split(" ")]
    last = max((index for index, (_, optional) in enumerate(pieces) if not optional), default=-1)
    pattern = ""
    for index, (piece, optional) in enumerate(pieces):
        if index < last:
            pattern += f"(?:{piece}{_GAP})?" if optional else piece + _GAP
        elif index == last:
            pattern += piece
        else:
            pattern += f"(?:{_GAP}{piece})?"
    return pattern


def first_words(phrases: Iterable[str], forms: Callable[[str], VerbForms] = verb_forms) -> frozenset[str]:
    """The words, in lower case and without what a hyphen or an apostrophe joins to them, that phrases may begin with.

    None when one of the phrases, all in the notation above, may begin with any word or with a sign.

    >>> sorted(first_words(["(so-called|his) claim", "don't say"]))
    ['claim', 'don', 'his', 'so']
    """
    found: set[str] = set()
    for phrase in phrases:
        for word in phrase.split(" "):
            optional = word.startswith("(") and word.endswith(")")
            bare = word[1:-1] if optional else word
            openings = [_FIRST.match(choice) for choice in _choices(bare, forms)]
            if bare.startswith("*") or None in openings:
                return frozenset()
            found.update(opening.group().lower() for opening in openings if opening is not None)
            if not optional:
                break
    return frozenset(found)


def needed_words(phrases: Iterable[str], forms: Callable[[str], VerbForms] = verb_forms) -> frozenset[str]:
    """Words, spelt as in `first_words`, one of which stands in whatever is found: where each phrase's last word begins.

    None when the last word of one of the phrases may be any word or a sign.

    >>> sorted(needed_words(["their|his claim|claims (again)", "don't_you say"]))
    ['claim', 'claims', 'say']
    """
    found: set[str] = set()
    for phrase in phrases:
        last = next((word for word in reversed(phrase.split(" ")) if not word.startswith("(")), "*")
        openings = [_FIRST.match(choice) for choice in _choices(last, forms)]
        if last.startswith("*") or None in openings:
            return frozenset()
        found.update(opening.group().lower() for opening in openings if opening is not None)
    return frozenset(found)


def _piece(word: str, forms: Callable[[str], VerbForms]) -> tuple[str, bool]:
    """The pattern of one word of the notation, and whether it may be absent."""
    optional = word.startswith("(") and word.endswith(")")
    if optional:
        word = word[1:-1]
    if word.startswith("*"):
        most = int(word[1:] or 1)
        return f"{_ANY_WORD}(?:{_GAP}{_ANY_WORD}){{0,{most - 1}}}", optional
    choices = _choices(word, forms)
    pattern = trie_pattern(choices)
    return (f"(?:{pattern})" if len(choices) > 1 else pattern), optional


def _choices(word: str, forms: Callable[[str], VerbForms]) -> list[str]:
    """What may stand for one word of the notation."""
    choices: list[str] = []
    for choice in word.split("|"):
        if choice.endswith("~"):
            choices.extend(sorted(forms(choice[:-1]).all()))
        else:
            choices.append(choice.replace("_", " "))
    return choices


def _alternatives(node: Trie, capital: bool = False) -> str:
    """What may follow, as short as it can be written: compiling a pattern costs more than reading a page with it."""
    letters = [letter for letter in node if letter != END]
    rests = [_alternatives(node[letter]) for letter in letters]
    written = [_either_case(letter) if capital else _literal(letter) for letter in letters]
    if not letters:
        return ""
    if len(letters) == 1:
        joined, whole = written[0] + rests[0], not rests[0] and letters[0] != " "
    elif not any(rests) and not capital and all(letter.isalnum() for letter in letters):
        joined, whole = f"[{''.join(letters)}]", True
    else:
        joined, whole = f"(?:{'|'.join(map(str.__add__, written, rests))})", True
    if END not in node:
        return joined
    return f"{joined}?" if whole else f"(?:{joined})?"


def _either_case(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter.islower() and len(letter.upper()) == 1 else _literal(letter)


def _literal(letter: str) -> str:
    if letter == " ":
        return _GAP
    if letter in "'’":
        return _APOSTROPHE
    return re.escape(letter)
