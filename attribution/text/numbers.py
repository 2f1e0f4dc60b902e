"""Numbers in a text, with their approximator, their unit and what they count."""

import re

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Figure, FigureKind
from attribution.model.span import Span
from attribution.text.figure_kinds import judge
from attribution.text.number_words import NumberWords, number_words
from attribution.text.surroundings import Number, Shape, surroundings

_APPROXIMATOR_LENGTH = 24
_LARGEST_RATIO = 100
_PARTS_OF_ONE = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LETTERS = re.compile(r"[a-z]+|\d+")


def find_figures(text: str, lexicons: Lexicons) -> tuple[Figure, ...]:
    """The figures of `text`, in order of position.

    A figure's span takes in its approximator, and its unit where that is a sign, a percentage, a currency or a measure;
    where people or things are counted it ends with the number.

    >>> from attribution.lexicons.loading import load
    >>> text = "Nearly 60,000 troops hold over 40 per cent of the region."
    >>> [(figure.span.of(text), figure.kind.value, figure.unit) for figure in find_figures(text, load())]
    [('Nearly 60,000', 'population', 'troops'), ('over 40 per cent', 'territory', 'per cent')]
    """
    words = number_words(lexicons)
    figures: list[Figure] = []
    for match in words.pattern.finditer(text):
        figure = _figure(text, _read(text, match, words), figures[-1] if figures else None, words)
        if figure is not None:
            figures.append(figure)
    return tuple(figures)


def _figure(text: str, number: Number, previous: Figure | None, words: NumberWords) -> Figure | None:
    approximator = words.approximator.search(text, max(0, number.start - _APPROXIMATOR_LENGTH), number.start)
    start = number.start if approximator is None else approximator.start()
    verdict = judge(surroundings(text, number, start, previous, words))
    if verdict is None:
        return None
    loose = (
        approximator is not None
        or number.shape is Shape.OPEN
        or number.second is not None
        or words.afterthought.match(text, verdict.end) is not None
    )
    value = number.value
    if value is not None and verdict.kind is FigureKind.DISTANCE and number.scale == verdict.unit:
        value /= 10.0 ** words.powers[number.scale]  # "a 100m race": metres were read as millions
    return Figure(Span(start, verdict.end), verdict.kind, value, verdict.unit, approximate=loose)


def _read(text: str, match: re.Match[str], words: NumberWords) -> Number:
    """The number that the pattern found, multiplied out."""
    shape = Shape(match.lastgroup or Shape.DIGITS)
    start, end = match.span()
    if shape is Shape.DIGITS:
        return _read_digits(text, start, end, words)
    written = match.group().lower().replace("\u00a0", " ")
    if shape is Shape.WORDS:
        return Number(start, end, shape, _multiplied(written, words))
    if shape is Shape.PART:
        return Number(start, end, shape, _part(written, words))
    if shape is Shape.RATIO:
        return _ratio(start, end, written, words)
    return Number(start, end, shape, None)


def _read_digits(text: str, start: int, end: int, words: NumberWords) -> Number:
    found = words.digits.match(text, start, end)
    assert found is not None
    scale = (found["scale"] or "").strip(" -\u00a0")
    second = found["second"]
    value = _amount(found["number"], scale, words)
    further = _amount(second, (found["second_scale"] or "").strip(" -\u00a0"), words) if second is not None else None
    if further is not None and found["second_scale"] and not scale:
        scale = found["second_scale"].strip(" -\u00a0")
        value = _amount(found["number"], scale, words)  # "5-10 million"
    return Number(
        start,
        end,
        Shape.DIGITS,
        value,
        second=further,
        sign=found["sign"],
        scale=scale,
        joint=found["joint"] or "",
        ordinal=found["ordinal"] is not None,
    )


def _amount(written: str, scale: str, words: NumberWords) -> float:
    part = _PARTS_OF_ONE.get(written[-1], 0.0)
    number = float(written.rstrip("½¼¾").replace(",", "")) + part
    power = words.powers.get(scale, words.powers.get(scale.lower(), 0))
    # Rounded, since 4.35 million is no 4349999.9999999995.
    return round(number * 10.0**power, 6)


def _multiplied(written: str, words: NumberWords) -> float:
    """The value of a number in words: "two hundred and six thousand", "half a million"."""
    total: float = 0
    current: float | None = None
    for word in _LETTERS.findall(written):
        if word == "half":
            current = 0.5
        elif word == "dozen":
            current = (1 if current is None else current) * 12
        elif word in words.values:
            current = (current or 0) + words.values[word]
        elif word in words.powers:
            grown = (1 if current is None else current) * 10.0 ** words.powers[word]
            if word == "hundred":
                current = grown
            else:
                total, current = total + grown, None
    return total + (current or 0)


def _part(written: str, words: NumberWords) -> float:
    pieces = _LETTERS.findall(written)
    below = words.parts.get(pieces[-1], words.parts.get(pieces[-1].removesuffix("s"), 1))
    above = 1 if pieces[0] in ("a", "half") else words.values.get(pieces[0], 1)
    return round(above / below, 6)


def _ratio(start: int, end: int, written: str, words: NumberWords) -> Number:
    """ "one in five"; "three in two" is no share of anything and keeps its first number alone."""
    pieces = _LETTERS.findall(written)
    above, below = (float(piece) if piece.isdigit() else words.values[piece] for piece in (pieces[0], pieces[-1]))
    if above < below <= _LARGEST_RATIO:
        return Number(start, end, Shape.RATIO, round(above / below, 6))
    return Number(start, start + len(pieces[0]), Shape.WORDS, float(above))
