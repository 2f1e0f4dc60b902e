"""Texts that cost too much where something is not linear, each of any length that is asked for."""

from collections.abc import Callable, Mapping
from itertools import count

Filling = Callable[[int], str]

PROSE = (
    "The harbour board will close the northern pier in March, two city officials said on Monday. The repairs, which "
    "Anna Marsh of the dockers' union called “long overdue”, are expected to cost 1.4 million crowns. “We were told in "
    "June, and nobody asked us,” she told the Vennby Post. A spokesman for the board declined to comment. According to "
    "a report that the council published last year, a third of the planks are rotten. Ferries go on as before. "
)
"""Ordinary news, to compare the others with."""


def _repeated(unit: str) -> Filling:
    return lambda characters: (unit * (characters // len(unit) + 1))[:characters]


def _ending(unit: str, end: str) -> Filling:
    return lambda characters: (unit * (characters // len(unit) + 1))[: characters - len(end)] + end


def _names() -> list[str]:
    first = ("Ana", "Bo", "Carl", "Dina", "Egon", "Frida", "Gus", "Hedda", "Ivo", "Jana")
    last = ("Lund", "Mare", "Nolde", "Orban", "Prill", "Quist", "Rask", "Solt", "Tamm", "Ulve")
    middle = ("berg", "dal", "feld", "gard", "holm", "kamp", "lund", "mark", "ness", "rud")
    return [f"{a} {b}{c}" for a in first for b in last for c in middle]


def _linking_sources(characters: int) -> str:
    """A thousand surnames over and over, with other titles: everyone may be anyone."""
    names = _names()
    titles = ("Mayor", "Ms", "Dr", "Officer", "Mr")
    sentences: list[str] = []
    length = 0
    for number in count():
        sentence = f"{titles[number % 5]} {names[number * 7 % len(names)]}-{_letters(number)} said no.\n"
        sentences.append(sentence)
        length += len(sentence)
        if length >= characters:
            return "".join(sentences)[:characters]
    raise AssertionError("counting has no end")


def varied_prose(characters: int, number: int) -> str:
    """Ordinary news with other names for each `number`, and others again in each paragraph."""
    names = _names()
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        place = number * 31 + len(paragraphs)
        name = f"{names[place % len(names)]}-{_letters(place)}"
        paragraphs.append(PROSE.replace("Anna Marsh", name).replace("Vennby", _letters(place + 7)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:characters]


def _letters(number: int) -> str:
    """A number as a capitalised name: 0 "Baaa", 1 "Caaa" …"""
    letters = "bcdfghjklmnprstvwz"
    return "".join(letters[number // len(letters) ** place % len(letters)] + "a" for place in range(4)).capitalize()


HOSTILE: Mapping[str, Filling] = {
    "opening quotes": _repeated("“"),
    "alternating quotes": _repeated("“a” "),
    "straight quotes": _repeated('" '),
    "two single quotes": _repeated("'' "),
    "no spaces": _repeated("a"),
    "parentheses": _repeated("("),
    "newlines": _repeated("\n"),
    "spaces": _repeated(" "),
    "dots": _repeated("."),
    "initials": _repeated("A. "),
    "first names": _repeated("John "),
    "first names, a pronoun": _ending("John ", "left. Later he said no."),
    "names with of": _repeated("John of "),
    "said": _repeated("said "),
    "said said": _repeated("said said, "),
    "that that": _repeated("that that "),
    "told an outlet": _repeated("told Bloomberg "),
    "commas": _repeated(","),
    "dashes": _repeated("— "),
    "combining marks": _repeated("e\u0301"),
    "dotted capital I": _repeated("İ"),
    "NUL": _repeated("\0"),
    "lone surrogates": _repeated("\ud800"),
    "citing chain": _repeated("citing Reuters, which cited "),
    "he said that": _repeated("He said that he said that "),
    "who said": _repeated("who said "),
    "quoted turns": _repeated("“Yes,” he said. "),
    "critics say": _repeated("Critics say "),
    "anonymity": _repeated("on condition of anonymity "),
    "anonymity because": _repeated("on condition of anonymity because "),
    "asked not to be": _repeated("asked not to be named "),
    "names to withhold": _repeated("who asked that his name, her name, "),
    "agreed to talk if": _repeated("agree to talk if we a a a a a a name "),
    "as put it": _repeated("as "),
    "on ground": _repeated("speak on  "),
    "figures": _repeated("1,200 people "),
    "one paragraph of prose": _repeated(PROSE),
    "attributions": _repeated("She said.\n"),
    "many speakers": _repeated("Anna Marsh said no. A resident said yes. He said why.\n"),
    "sources that may link": _linking_sources,
}
"""Each text's name and the function that fills so many characters with it."""
