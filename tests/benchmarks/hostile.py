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


def repeated(unit: str) -> Filling:
    """One unit over and over."""
    return lambda characters: (unit * (characters // len(unit) + 1))[:characters]


def _ending(unit: str, end: str) -> Filling:
    return lambda characters: (unit * (characters // len(unit) + 1))[: characters - len(end)] + end


def _names() -> list[str]:
    first = ("Ana", "Bo", "Carl", "Dina", "Egon", "Frida", "Gus", "Hedda", "Ivo", "Jana")
    last = ("Lund", "Mare", "Nolde", "Orban", "Prill", "Quist", "Rask", "Solt", "Tamm", "Ulve")
    middle = ("berg", "dal", "feld", "gard", "holm", "kamp", "lund", "mark", "ness", "rud")
    return [f"{a} {b}{c}" for a in first for b in last for c in middle]


def _numbered(unit: str) -> Filling:
    """A unit with a new name in each place of "{}": no two of them are the same."""

    def filled(characters: int) -> str:
        written = "".join(unit.replace("{}", _letters(number)) for number in range(characters // len(unit) + 1))
        return (written + unit * 2)[:characters]

    return filled


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
    "opening quotes": repeated("“"),
    "alternating quotes": repeated("“a” "),
    "straight quotes": repeated('" '),
    "two single quotes": repeated("'' "),
    "no spaces": repeated("a"),
    "parentheses": repeated("("),
    "newlines": repeated("\n"),
    "spaces": repeated(" "),
    "dots": repeated("."),
    "initials": repeated("A. "),
    "first names": repeated("John "),
    "first names, a pronoun": _ending("John ", "left. Later he said no."),
    "names with of": repeated("John of "),
    "said": repeated("said "),
    "said said": repeated("said said, "),
    "that that": repeated("that that "),
    "told an outlet": repeated("told Bloomberg "),
    "commas": repeated(","),
    "dashes": repeated("— "),
    "combining marks": repeated("e\u0301"),
    "dotted capital I": repeated("İ"),
    "NUL": repeated("\0"),
    "lone surrogates": repeated("\ud800"),
    "citing chain": repeated("citing Reuters, which cited "),
    "he said that": repeated("He said that he said that "),
    "who said": repeated("who said "),
    "quoted turns": repeated("“Yes,” he said. "),
    "critics say": repeated("Critics say "),
    "anonymity": repeated("on condition of anonymity "),
    "anonymity because": repeated("on condition of anonymity because "),
    "asked not to be": repeated("asked not to be named "),
    "names to withhold": repeated("who asked that his name, her name, "),
    "agreed to talk if": repeated("agree to talk if we a a a a a a name "),
    "as put it": repeated("as "),
    "on ground": repeated("speak on  "),
    "figures": repeated("1,200 people "),
    "one paragraph of prose": repeated(PROSE),
    "attributions": repeated("She said.\n"),
    "many speakers": repeated("Anna Marsh said no. A resident said yes. He said why.\n"),
    "sources that may link": _linking_sources,
    "words of one letter": repeated("a "),
    "words on lines": repeated("Said\n"),
    "long words": repeated("said" * 250 + " "),
    "closing quotes": repeated("”"),
    "apostrophes": repeated("’"),
    "guillemets": repeated("«a »b "),
    "low quotes": repeated("„a “b "),
    "quotes in quotes": repeated("“‘said "),
    "quoted words": repeated("“no” "),
    "quotes over lines": repeated("“She said no.\n"),
    "a quote in each sentence": repeated('"No," said Ann. '),
    "square brackets": repeated("[said] "),
    "asides": repeated("(he said) "),
    "dashed asides": repeated("he — she said — "),
    "colons": repeated("said: "),
    "semicolons": repeated("he said; "),
    "ellipses": repeated("he said … "),
    "question marks": repeated("Who said? "),
    "clauses": repeated("he said, she said, "),
    "and said": repeated("and he said and "),
    "because": repeated("because he said "),
    "which said": repeated("which said that which "),
    "who said who": repeated("who said who knew who "),
    "according to": repeated("according to "),
    "according to a name": repeated("according to Anna Marsh, "),
    "in a report": repeated("in a report by the board of the "),
    "the report said": repeated("the report said the report "),
    "officials": repeated("officials "),
    "a senior official": repeated("a senior official "),
    "two officials": repeated("two officials said. "),
    "a person familiar": repeated("a person familiar with the matter "),
    "sources close to": repeated("sources close to sources "),
    "spokesman for": repeated("a spokesman for the "),
    "one of them": repeated("one of the officials said. "),
    "another": repeated("Another said. "),
    "told": repeated("told "),
    "told him": repeated("told him that she told "),
    "told reporters": repeated("told reporters on Monday that "),
    "declined to comment": repeated("declined to comment "),
    "could not be reached": repeated("could not be reached for comment. "),
    "did not respond": repeated("did not respond to a request for "),
    "requests for comment": repeated("requests for comment from "),
    "reportedly": repeated("reportedly "),
    "it was said": repeated("it was reported that "),
    "first reported": repeated("first reported by Reuters, "),
    "outlets": repeated("Reuters "),
    "Reuters reported": repeated("Reuters reported that the AP reported "),
    "anonymity to": repeated("spoke on condition of anonymity to discuss "),
    "not authorized": repeated("was not authorized to speak and "),
    "no name": repeated("declined to give his name "),
    "millions": repeated("$1.2 million "),
    "percentages": repeated("12 percent of the "),
    "number words": repeated("twenty-two hundred and "),
    "years": repeated("in 2016, "),
    "one long number": repeated("1,234"),
    "digits": repeated("1 "),
    "a poll": repeated("a poll of 1,000 people showed 12 percent, "),
    "a study": repeated("a study found that a study "),
    "more than": repeated("more than "),
    "titles": repeated("Mr. "),
    "titles and names": repeated("Mr. Lund, Mrs. Mare, "),
    "offices": repeated("Mayor Deputy Senator "),
    "chief of the": repeated("chief of staff of the "),
    "the minister": repeated("the minister said. The mayor said. "),
    "initials said": repeated("J. R. said. "),
    "abbreviations": repeated("U.S. Gov. St. "),
    "one long name": repeated("Anna Marsh Lund "),
    "hyphened names": repeated("Anna-Marsh-"),
    "names in a list": repeated("Anna Marsh, Bo Lund, and "),
    "new names": _numbered("Anna {} said no. "),
    "new names on lines": _numbered("Anna {} said no.\n"),
    "new surnames, pronouns": _numbered("Mr {} said no. He said why.\n"),
    "new roles": _numbered("a {} official said. "),
    "new groups": _numbered("The {} Board said. Its chief said.\n"),
    "one surname": _numbered("{} Marsh said no. Marsh said why.\n"),
    "ambiguous groups": _numbered("the {} Ministry, or the ministry, said. "),
    "new outlets": _numbered("The {} Post reported it. "),
    "new words": _numbered("{} "),
    "new quotations": _numbered("“The {} is rotten,” he said. "),
    "new contents": _numbered("She said that {} would close. "),
    "claims without a source": _numbered("{} stole 1,200 crowns in 2016.\n"),
    "groups and members": repeated("Two officials said. One official said. The other said.\n"),
    "pronouns": repeated("he she they "),
    "they said": repeated("They said. He said. She said. "),
    "his": repeated("his her their "),
    "transcript": repeated("ANNA MARSH: She said no.\n"),
    "questions and answers": repeated("Q: Who said?\nA: He said.\n"),
    "headings": repeated("WHO SAID\n\n"),
    "bullets": repeated("• he said\n"),
    "datelines": repeated("VENNBY (Reuters) - "),
    "bylines": repeated("By Anna Marsh\n"),
    "addresses": repeated("http://vennby.example/said "),
    "one long address": repeated("www.said."),
    "mail": repeated("said@vennby.example "),
    "handles": repeated("@said #said "),
    "directives": repeated("[attribution: ignore ANON101 a]\nSources said.\n"),
    "unclosed directives": repeated("[attribution: "),
    "hedges": repeated("apparently allegedly "),
    "crimes": repeated("murdered stole killed "),
    "opinions": repeated("corrupt liar "),
    "worry that": repeated("the fear that the claim that "),
    "to say that": repeated("to say that to say that "),
    "not": repeated("did not say not "),
    "would have said": repeated("would have been said to have "),
    "as he said": repeated("as he said, as "),
    "when asked": repeated("asked whether he said if "),
    "for example": repeated("in an interview on Monday with the Post, "),
    "days": repeated("on Monday on Tuesday "),
    "by": repeated("by "),
    "of the": repeated("of the "),
    "the": repeated("the "),
    "and": repeated("and "),
    "capitals": repeated("SAID "),
    "capitalised words": repeated("Said The Board "),
    "Cyrillic names": repeated("Анна Мороз said. "),
    "Chinese": repeated("他说：“不。”"),
    "Arabic": repeated("قالت «لا» "),
    "joined emoji": repeated("👩‍👩 "),
    "right to left": repeated("‮a‬ "),
    "soft hyphens": repeated("sa­id "),
    "zero width": repeated("​"),
    "no-break spaces": repeated("he said "),
    "tabs": repeated("said\t"),
    "carriage returns": repeated("he said\r\n"),
    "other line breaks": repeated("said \x0b\x85"),
    "blank lines": repeated("said\n\n\n\n"),
    "varied prose": lambda characters: varied_prose(characters, 0),
}
"""Each text's name and the function that fills so many characters with it."""
