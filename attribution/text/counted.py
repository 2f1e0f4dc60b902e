"""What is counted: the dead and wounded, people, places, things."""

from collections.abc import Sequence

from attribution.model.document import FigureKind
from attribution.text.surroundings import Shape, Surroundings, Verdict

# An informant is one of a few; "40 officials" are a statistic.
_FEW = 20
# "the 12 jurors": a small number behind a definite word is one the reader knows already.
_SMALL_DEFINITE = 100
# "three reasons", "five plans": below this, things are part of the story and no statistic.
_STATISTIC = 10
_THOUSAND = 1000

_NOUN_PHRASE = 5
_CLAUSE = 11
_BE = frozenset(["are", "be", "been", "being", "got", "is", "was", "were"])
_AFTER_PARTICIPLE = frozenset(
    [".", ",", "and", "or", "in", "by", "on", "at", "during", "when", "since", "near", "as", "after", ";"]
)
_BETWEEN_VERB_AND_NUMBER = frozenset(
    ["a", "an", "and", "another", "further", "or", "other", "the", "total", "of", "additional"]
)
_OF_THOSE = (["of", "them"], ["of", "whom"], ["of", "those"])
_HARM = ("casualty participles", "casualty nouns", "harming")


def judge_counted(around: Surroundings) -> Verdict | None:
    """What the number counts, as the noun and the verbs around it tell; `None` when it is no figure."""
    if _is_compound(around):
        return None if around.number.shape is not Shape.DIGITS else around.verdict(FigureKind.PLAIN)
    if around.number.shape is Shape.OPEN and not _counts(around):
        return None
    phrase = noun_phrase(around)
    verdict = _casualties(around, phrase) or _speakers(around, phrase) or _people(around, phrase)
    verdict = verdict or _places(around, phrase) or _things(around, phrase)
    return None if verdict.kind not in _OF_ONE and _is_one(around) else verdict


_OF_ONE = frozenset([FigureKind.CASUALTIES, FigureKind.PEOPLE_SPEAKING])


def noun_phrase(around: Surroundings) -> Sequence[str]:
    """The words of the noun phrase after the number, lower case: "of the", then up to the first closed-class word."""
    words = around.lower
    start = 0
    if words[:1] == ["of"]:
        start = 2 if len(words) > 1 and around.words.has("definite openers", words[1]) else 1
    found: list[str] = []
    if around.words.afterthought.match(around.text, around.number.end) is not None:
        start += 1 if words[:1] == ["+"] else 2  # "300+ homes", "300-odd homes", "300 or so homes"
    for word in words[start : start + _NOUN_PHRASE]:
        if word in around.words.closed or not word[0].isalpha():
            break
        found.append(word)
    return found


def _is_compound(around: Surroundings) -> bool:
    """Whether a hyphen ties the number to a word that is no measure: "two-state solution"."""
    end = around.number.end
    if around.words.afterthought.match(around.text, end) is not None:
        return False
    return around.text[end : end + 1] in ("-", "‐", "‑") and around.text[end + 1 : end + 2].isalpha()


def _counts(around: Surroundings) -> bool:
    """ "he scores", "the hundreds": an open amount counts only with "of" or a noun; scores and tens with "of" alone."""
    written = around.text[around.number.start : around.number.end].lower()
    return around.lower[:1] == ["of"] or written not in ("scores", "tens")


def _is_one(around: Surroundings) -> bool:
    return around.number.shape is Shape.WORDS and around.number.value == 1


def _casualties(around: Surroundings, phrase: Sequence[str]) -> Verdict | None:
    unit = _harmed_after(around, phrase) or _harmed_before(around, phrase)
    if unit is None:
        return None
    people = next((word for word in phrase if around.words.has("people", word)), None)
    return around.verdict(FigureKind.CASUALTIES, people or unit)


def _harmed_after(around: Surroundings, phrase: Sequence[str]) -> str | None:
    """The word after the number that says those counted were harmed: "12 dead", "12 people have been killed"."""
    words = around.words
    for word in phrase:
        if words.has("casualty nouns", word):
            return word
    passive = False
    for place, word in enumerate(around.lower[:_CLAUSE]):
        if word in '.;:!?()“”"':
            return None
        if word in _BE:
            passive = True
        elif words.has("dying", word):
            return word if place > 0 else None
        elif (passive or _ends_phrase(around, place)) and _tells_harm(around, phrase, word):
            return word
    return None


def _tells_harm(around: Surroundings, phrase: Sequence[str], word: str) -> bool:
    """Whether `word` says that those counted were harmed; "30,000 letters are missing" counts no victims."""
    if around.words.has("casualty adjectives", word):
        return not phrase or phrase[0] == word or any(around.words.has("people", noun) for noun in phrase)
    return around.words.has("casualty participles", word)


def _ends_phrase(around: Surroundings, place: int) -> bool:
    """Whether a participle right behind its noun closes it: "12 civilians killed in", not "who killed the guard"."""
    before = around.lower[:place]
    if any(word in around.words.closed or not word[0].isalpha() for word in before if word != "of"):
        return False
    following = around.lower[place + 1 : place + 2]
    return not following or following[0] in _AFTER_PARTICIPLE


def _harmed_before(around: Surroundings, phrase: Sequence[str]) -> str | None:
    """The word before the number that says those counted were harmed: "killing 12", "a death toll of 12"."""
    words, before = around.words, around.clause_before(9)
    if any(words.has("tolls", word) for word in before[:6]) and "," not in before[:6]:
        return "toll"
    for place, word in enumerate(before[:4]):
        if words.has("claimed losses", word):
            return next((noun for noun in phrase if words.has("lives", noun)), None)
        if words.has("harming", word):
            return word
        if word == "of" and place + 1 < len(before) and words.has("harm nouns before of", before[place + 1]):
            return before[place + 1]
        if word == "lost" and place == 0 and any(words.has("people", noun) for noun in phrase):
            return word
        if word not in _BETWEEN_VERB_AND_NUMBER:
            break
    named = before[:1] == ["including"] or (before[:1] == [","] and around.lower[:2] in _OF_THOSE)
    if named and any(words.has(group, word) for group in _HARM for word in before):
        return "including"
    return None


def _speakers(around: Surroundings, phrase: Sequence[str]) -> Verdict | None:
    """A few people who are the article's own informants: "two officials", "three people familiar with the talks"."""
    words, value = around.words, around.number.value
    if value is None or value > _FEW or around.number.scale:
        return None
    for place, word in enumerate(phrase):
        if words.has("speakers", word):
            return around.verdict(FigureKind.PEOPLE_SPEAKING, word)
        if words.has("people", word):
            rest = around.lower[place + 1 : place + 7]
            known = rest[:1] == ["who"] or rest[:1] == ["with"] or any(words.has("knowing", item) for item in rest[:2])
            told = any(words.has("knowing", item) for item in rest) and known
            speaking = any(words.has("speaking verbs", item) for item in rest[:2])
            return around.verdict(FigureKind.PEOPLE_SPEAKING, word) if told or speaking else None
    return None


def _people(around: Surroundings, phrase: Sequence[str]) -> Verdict | None:
    for word in phrase:
        if around.words.has("people", word) or around.words.has("speakers", word):
            kind = FigureKind.PLAIN if _is_known(around) else FigureKind.POPULATION
            return around.verdict(kind, word)
    return None


def _places(around: Surroundings, phrase: Sequence[str]) -> Verdict | None:
    for word in phrase:
        if around.words.has("settlements", word):
            return around.verdict(FigureKind.TERRITORY, word)
    return None


def _things(around: Surroundings, phrase: Sequence[str]) -> Verdict:
    value = around.number.value
    unit = next((word for word in phrase if _is_plural(around, word)), None)
    if around.number.shape is Shape.OPEN or around.number.scale or (value is not None and value >= _THOUSAND):
        return around.verdict(FigureKind.STATISTIC, unit)
    if unit is None or value is None or value < _STATISTIC or _is_known(around):
        return around.verdict(FigureKind.PLAIN, unit)
    return around.verdict(FigureKind.STATISTIC, unit)


def _is_known(around: Surroundings) -> bool:
    value = around.number.value
    small = value is not None and value < _SMALL_DEFINITE
    return small and around.words.has("definite openers", around.previous_word())


def _is_plural(around: Surroundings, word: str) -> bool:
    ends = len(word) > 3 and word.endswith("s") and word.isalpha() and not word.endswith(("ss", "us", "is"))
    return ends and not around.words.has("plural look-alikes", word)
