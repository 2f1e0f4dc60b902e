"""What a number is, told by its shape and its neighbours: an ordered list of judges, the first that knows decides."""

import re
from collections.abc import Callable, Sequence

from attribution.model.document import FigureKind
from attribution.text.counted import judge_counted
from attribution.text.surroundings import Shape, Surroundings, Verdict

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_DAYS = 31
_OLDEST = 115
_HIGHEST_SCORE = 250
_LARGEST_YEAR_LENGTH = 4
_COMPOUND_AGE = re.compile(r"[- ]years?[- ](?:olds?|of[- ]age)(?!\w)", re.IGNORECASE)
_IN_SOMEONES = frozenset(["her", "his", "their", "my", "your", "early", "mid", "late"])
_GOES_ON_AFTER_AGE = frozenset([",", ")", "."])
_FULL_MONTHS_THAT_ARE_WORDS = frozenset(["may.", "march.", "june.", "july.", "april."])
_STREET_WORDS = 4
_THRESHOLD_WORDS = 5


def judge(around: Surroundings) -> Verdict | None:
    """What the number counts; `None` when it is no figure at all ("one" as a pronoun, "two-state")."""
    for judge_one in _JUDGES:
        verdict = judge_one(around)
        if verdict is not None:
            return verdict
    return judge_counted(around)


def _shape(around: Surroundings) -> Verdict | None:
    """Dates, clock times and decades say themselves what they are; a decade of a life is an age: "in his 30s"."""
    shape, text = around.number.shape, around.text[around.number.start : around.number.end]
    if shape is Shape.DATE:
        return around.verdict(FigureKind.PLAIN if text == "24/7" else FigureKind.DATE)
    if shape is Shape.CLOCK:
        return around.verdict(FigureKind.TIME)
    if shape is Shape.DECADE:
        aged = around.previous_word() in _IN_SOMEONES and text[:2].isdigit() and not text[2].isdigit()
        return around.verdict(FigureKind.AGE if aged else FigureKind.DATE)
    return None


def _money(around: Surroundings) -> Verdict | None:
    number = around.number
    if number.sign is not None:
        return around.verdict(FigureKind.LEGAL if _is_threshold(around) else FigureKind.MONEY, number.sign.lower())
    match = around.words.currency.match(around.text, number.end)
    if match is None or number.ordinal:
        return None
    return around.verdict(FigureKind.MONEY, match.group().strip(" -\u00a0\u202f").lower(), match.end())


def _is_threshold(around: Surroundings) -> bool:
    """Whether a sum is a limit that a rule sets: "checks at the limit of $2,700", "a minimum wage of $15"."""
    if around.previous_word() not in ("of", "at", "to", "maximum", "minimum", "limit"):
        return False
    return any(around.words.has("thresholds", word) for word in around.clause_before(_THRESHOLD_WORDS))


def _percent(around: Surroundings) -> Verdict | None:
    match = around.words.percent.match(around.text, around.number.end)
    if match is None:
        return _points(around)
    unit = match.group().strip(" -\u00a0\u202f").lower()
    skip = len(unit.split(" ")) if unit != "%" else 1
    kind = FigureKind.TERRITORY if of_land(around, skip) else FigureKind.PERCENTAGE
    return around.verdict(kind, unit, match.end())


def _points(around: Surroundings) -> Verdict | None:
    """Points of a lead: "a 12-point lead", "leads by five points"."""
    if around.lower[:1] == ["-"] and around.lower[1:3] in (["point", "lead"], ["point", "margin"]):
        return around.verdict(FigureKind.PERCENTAGE, "point")
    leading = {"lead", "leads", "leading", "led", "ahead", "behind", "trails", "trailing", "advantage"}
    if around.lower[:1] in (["points"], ["point"]) and leading & {*around.clause_before(6), *around.lower[1:4]}:
        return around.verdict(FigureKind.PERCENTAGE, around.lower[0])
    return None


def _part(around: Surroundings) -> Verdict | None:
    if around.number.shape not in (Shape.PART, Shape.RATIO):
        return None
    if around.previous_word() in ("first", "second", "latter", "other"):
        return around.verdict(FigureKind.PLAIN)  # "the first half of the year"
    return around.verdict(FigureKind.TERRITORY if of_land(around, 0) else FigureKind.STATISTIC)


def of_land(around: Surroundings, skip: int) -> bool:
    """Whether a share is one of land: "40 per cent of the territory it held", "a third of Kursk Oblast"."""
    rest = around.lower[skip : skip + 7]
    return rest[:1] == ["of"] and any(around.words.has("land", word) for word in _until_closed(around, rest[1:]))


def _until_closed(around: Surroundings, words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word in around.words.closed or not word[0].isalnum():
            break
        found.append(word)
    return found


def _ordinal(around: Surroundings) -> Verdict | None:
    if not around.number.ordinal:
        return None
    if _touches_month(around, 2):
        return around.verdict(FigureKind.DATE)
    if _is_address(around):
        return around.verdict(FigureKind.ADDRESS)
    if around.after and around.after[0][0].isupper():
        return around.verdict(FigureKind.NAME)
    return around.verdict(FigureKind.DATE if around.lower[:1] == ["century"] else FigureKind.ORDINAL)


def _law(around: Surroundings) -> Verdict | None:
    before, after = around.previous_word(), around.lower[0] if around.after else ""
    named = around.words.has("legal nouns", before)
    if around.words.has("codes", after.rstrip(".")) or around.words.has("codes", before.rstrip(".")):
        return around.verdict(FigureKind.LEGAL)
    if named and around.number.shape is Shape.DIGITS and not around.number.scale:
        return around.verdict(FigureKind.LEGAL)
    return None


def _rank(around: Surroundings) -> Verdict | None:
    if around.number.scale or around.number.shape not in (Shape.DIGITS, Shape.WORDS):
        return None
    if around.words.has("rank words", around.previous_word()):
        return around.verdict(FigureKind.ORDINAL)
    return None


def _date(around: Surroundings) -> Verdict | None:
    number = around.number
    if number.shape is not Shape.DIGITS or number.scale or number.value is None or number.value % 1:
        return None
    if _touches_month(around, 1) and (number.value <= _DAYS or _is_year(around)):
        return around.verdict(FigureKind.DATE)
    if not _is_year(around):
        return None
    counted = any(around.words.has("people", word) for word in around.lower[:2])
    measured = around.words.unit.match(around.text, number.end) is not None
    anchored = around.words.has("before a year", around.previous_word()) or around.previous_word() in (",", "(")
    return around.verdict(FigureKind.DATE) if anchored or not (counted or measured) else None


def _touches_month(around: Surroundings, reach: int) -> bool:
    """Whether a month stands right before the number or up to `reach` words after it ("the 27th of December")."""
    before, months = around.previous_word(), around.words.groups["months"]
    if before.rstrip(".") in months and before not in _FULL_MONTHS_THAT_ARE_WORDS:
        place = 1 if before.endswith(".") else 0
        return around.before[place][0].isupper()
    following = [word for word in around.after[:reach] if word != "of"]
    return bool(following) and following[0][0].isupper() and following[0].lower() in months


def _is_year(around: Surroundings) -> bool:
    number = around.number
    written = around.text[number.start : number.end]
    return (
        number.value is not None
        and _FIRST_YEAR <= number.value <= _LAST_YEAR
        and written[:_LARGEST_YEAR_LENGTH].isdigit()
        and not number.ordinal
        and (number.second is None or "-" in number.joint or "–" in number.joint or number.second >= _FIRST_YEAR)
    )


def _time(around: Surroundings) -> Verdict | None:
    if around.lower[:1] and around.words.has("clock", around.lower[0]) and around.number.shape is not Shape.OPEN:
        return around.verdict(FigureKind.TIME)
    return None


def _age(around: Surroundings) -> Verdict | None:
    number = around.number
    match = _COMPOUND_AGE.match(around.text, number.end)
    if match is not None:
        return around.verdict(FigureKind.AGE, end=match.end())
    if around.words.has("age nouns", around.previous_word()):
        return around.verdict(FigureKind.AGE)
    if number.shape is not Shape.DIGITS or number.value is None or number.value > _OLDEST or number.second is not None:
        return None
    # "Olga Petrova, 34, said", "Petrova (34) said": a bare number between marks after a name.
    opened = around.before[:1] in ([","], ["("]) and len(around.before) > 1 and around.before[1][0].isupper()
    if opened and around.after and around.after[0] in _GOES_ON_AFTER_AGE and number.value % 1 == 0:
        return around.verdict(FigureKind.AGE)
    return None


def _measure(around: Surroundings) -> Verdict | None:
    number = around.number
    if number.scale == "m" and not any(around.words.has("people", word) for word in around.lower[:3]):
        # "38m people" are millions; a bare "100m" without a currency is a length.
        return around.verdict(FigureKind.DISTANCE, "m")
    match = around.words.unit.match(around.text, number.end)
    if match is None or number.ordinal:
        return None
    unit = match.group().strip(" -\u00a0\u202f").lower()
    return around.verdict(around.words.units[unit], unit, match.end()) if unit in around.words.units else None


def _score(around: Surroundings) -> Verdict | None:
    number = around.number
    if number.shape is not Shape.DIGITS or number.second is None or number.value is None or number.scale:
        return None
    if max(number.value, number.second) > _HIGHEST_SCORE:
        return None
    near = {*around.clause_before(10), *_until_comma(around.lower[:6])}
    if near & around.words.groups["poll words"]:
        return around.verdict(FigureKind.PERCENTAGE)
    versus = (
        bool(around.before) and around.before[0][0].isupper() and bool(around.after) and around.after[0][0].isupper()
    )
    return around.verdict(FigureKind.SCORE) if versus or near & around.words.groups["score words"] else None


def _until_comma(words: Sequence[str]) -> Sequence[str]:
    return next((words[:place] for place, word in enumerate(words) if word in ",.;:"), words)


def _address(around: Surroundings) -> Verdict | None:
    if around.number.shape is Shape.DIGITS and not around.number.scale:
        before = around.previous_word()
        if (
            around.words.has("places with numbers", before)
            and around.before[0 if before[-1] != "." else 1][0].isupper()
        ):
            return around.verdict(FigureKind.ADDRESS)
        if _is_address(around):
            return around.verdict(FigureKind.ADDRESS)
    return None


def _is_address(around: Surroundings) -> bool:
    """Whether up to three capitalised words and then a kind of street follow: "10 Downing Street"."""
    for place, word in enumerate(around.after[:_STREET_WORDS]):
        if not word[0].isupper():
            return False
        if place and around.words.has("streets", word.lower()):
            return True
        if around.number.ordinal and around.words.has("streets", word.lower()):
            return True
    return False


def _name(around: Surroundings) -> Verdict | None:
    """Numbers inside names: "Boeing 737", "Group of 7", "the Big Three"."""
    number = around.number
    if (
        number.scale
        or number.second is not None
        or number.shape not in (Shape.DIGITS, Shape.WORDS)
        or not around.before
    ):
        return None
    before = around.before[0]
    if before == "of" and len(around.before) > 1 and around.before[1] in ("Group", "Gang", "Class"):
        return around.verdict(FigureKind.NAME)
    capital = any(letter.isupper() for letter in before) and before.lower() not in around.words.openers
    first = around.text[number.start]
    adjacent = around.text[number.start - 1] in " \u00a0-"
    if number.shape is Shape.WORDS:
        return around.verdict(FigureKind.NAME) if first.isupper() and not around.opens_sentence() and adjacent else None
    follows_noun = any(around.words.has("people", word) for word in around.lower[:3])
    return around.verdict(FigureKind.NAME) if capital and adjacent and not follows_noun else None


_JUDGES: tuple[Callable[[Surroundings], Verdict | None], ...] = (
    _shape,
    _money,
    _percent,
    _part,
    _ordinal,
    _law,
    _rank,
    _date,
    _time,
    _age,
    _measure,
    _score,
    _address,
    _name,
)
