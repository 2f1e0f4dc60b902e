"""Names of people, organisations and places in a text, from one pass over it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import evolve, frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document
from attribution.model.name import Gender, Name, NameKind
from attribution.model.span import Span
from attribution.text.bylines import byline_spans
from attribution.text.headline_names import unravel
from attribution.text.name_words import NameWords, name_words

Word = tuple[int, int, str]

_SUFFIXES = ("Jr", "Jr.", "Sr", "Sr.")
_NICKNAME_MARKS = frozenset([" “", ' "', "” ", '" '])
_REMEMBERED = 1 << 12  # names whose words have been read: news repeats them
_LINK = 9  # code points between two parts of a name: " for the "
_PARTICLES_BEFORE = re.compile(
    r"(?<![\w'’-])(?P<particles>(?:van|von|de|di|del|della|du|bin|ibn|ter|ten)[ \u00a0]"
    r"(?:(?:der|den|de|la)[ \u00a0])?)\Z"
)
# "MetService", "OpenAI": a capital within a word is a firm's, save behind what surnames open with ("MacArthur").
_TWO_CAPITALS = re.compile(r"(?!(?:Mac|Fitz|Van|Von|Des?|Del|Della|Di|Du|La|Le|Ap|O)[A-Z])[A-Z][a-z]{2,}[A-Z]")


def find_names(document: Document, lexicons: Lexicons) -> tuple[Name, ...]:
    """Every name in the article, in order, but for those of its authors in a byline.

    A name that is told by its own words (a title, a given name, "Bank") tells the same name elsewhere: "Zelensky" is a
    person in an article that has "Volodymyr Zelensky", before and after it.
    """
    text = document.text
    words = name_words(lexicons)
    bylines = byline_spans(document)
    found = list(_candidates(text, words))
    if bylines:
        found = [name for name in found if not any(line.covers(name.span) for line in bylines)]
    headings = [paragraph.span for paragraph in document.paragraphs if paragraph.heading]
    if headings:
        found = unravel(text, found, headings)
    return tuple(_agree(found, words))


def _candidates(text: str, words: NameWords) -> Iterator[Name]:
    """The names that the pattern finds, those joined by *of* made one."""
    waiting: list[Word] = []
    for match in words.pattern.finditer(text):
        pieces = [(start, end, text[start:end]) for start, end in match.spans("word")]
        for run in _runs(pieces, words):
            if waiting and run[0][0] - waiting[-1][1] <= _LINK and _joins(text, waiting, run, words):
                waiting = [*waiting, *run]
                continue
            if waiting:
                yield from _named(text, waiting, words)
            waiting = run
    if waiting:
        yield from _named(text, waiting, words)


def _runs(pieces: Sequence[Word], words: NameWords) -> Iterator[list[Word]]:
    """The stretches of a capitalised run between plain words ("But Trump", "On Tuesday")."""
    run: list[Word] = []
    for piece in pieces:
        if _plain(piece[2], run, words):
            if run:
                yield run
            run = []
        else:
            run.append(piece)
    if run:
        yield run


def _plain(word: str, run: Sequence[Word], words: NameWords) -> bool:
    """Whether a capitalised word belongs to no name: "But", "Tuesday", "Aug"; "May" does after a given name."""
    lower = word.lower().replace("’", "'").split("'")[0] or word
    if lower not in words.plain and f"{lower}." not in words.plain:
        return False
    if len(word) > 1 and word.isupper():
        return bool(run) and not run[-1][2].isupper()  # "Kerry COULD still run" shouts; "WHO" and "US" name bodies
    return not (run and (word in words.suffixes or (lower == "may" and run[-1][2] in words.given)))


def _joins(text: str, waiting: Sequence[Word], run: Sequence[Word], words: NameWords) -> bool:
    """Whether "of" between two runs makes them one organisation: "Bank" + "England", "Academy" + "Sciences".

    So does the apostrophe of many owners: "Transport Workers’" + "Federation".
    """
    between = text[waiting[-1][1] : run[0][0]]
    link = between.strip()
    if between[:2] in _NICKNAME_MARKS:
        return _nicknamed(text, waiting, run, words)
    if link in ("'", "’"):
        owners = waiting[-1][2].endswith("s") and waiting[0][2] not in words.given
        return owners and any(word in words.heads for _, _, word in run)
    return link in ("of", "of the", "for", "for the", "on", "on the") and waiting[-1][2] in words.connecting


def _nicknamed(text: str, waiting: Sequence[Word], run: Sequence[Word], words: NameWords) -> bool:
    """Whether two runs are parts of a name around a nickname: "William" + "Bud", "Bud" + "Kessler"."""
    between, behind = text[waiting[-1][1] : run[0][0]], text[run[-1][1] : run[-1][1] + 3]
    if between[0] == " ":  # of William “Bud” Kessler
        goes_on = behind[:2] in _NICKNAME_MARKS and behind[2:].isupper()
        return len(between) == len(" “") and len(run) == 1 and goes_on and waiting[-1][2] in words.given
    opened = text[waiting[-1][0] - len(" “") : waiting[-1][0]]
    return between in _NICKNAME_MARKS and opened in _NICKNAME_MARKS and len(waiting) > 1


def _named(text: str, run: Sequence[Word], words: NameWords) -> Iterator[Name]:
    cut, role = _title(tuple([word for _, _, word in run]), words)
    if cut and cut == len(run):
        return
    core = [(_with_particles(text, run[cut][0]), run[cut][1], run[cut][2]), *run[cut + 1 :]]
    role = role or core[-1][2] in words.letters
    title = Span(run[0][0], run[cut - 1][1]) if cut else None
    spoken = " ".join(word for _, _, word in run[:cut])
    kind = _kind(text, core, cut > 0, words)
    gender = _gender(text, core, spoken, words) if kind in (NameKind.PERSON, NameKind.UNKNOWN) else Gender.UNKNOWN
    yield Name(
        span=Span(min(run[0][0], core[0][0]), run[-1][1]),
        core=Span(core[0][0], core[-1][1]),
        words=_words(core, words),
        kind=kind,
        gender=gender,
        title=title,
        role=role,
        bare=kind is NameKind.PLACE and _bare(text, run[0][0], run[-1][1], words),
    )


def _with_particles(text: str, start: int) -> int:
    """Where a name begins whose surname opens in lower case: "van der Wijngaard", "de Vries"."""
    found = _PARTICLES_BEFORE.search(text, max(0, start - 14), start)
    return found.start("particles") if found else start


def _bare(text: str, start: int, end: int, words: NameWords) -> bool:
    before = text[max(0, start - 14) : start].split()
    return (not before or before[-1].lower() not in words.plain) and text[end : end + 1] not in ("'", "’", "-")


def _words(core: Sequence[Word], words: NameWords) -> tuple[str, ...]:
    """The words by which the name is known again: no "Jr.", and for "Van den Driessche" the last alone."""
    kept = tuple(word for _, _, word in core if word not in words.suffixes)
    if (
        len(kept) > 1
        and kept[0].lower() in words.particles
        and kept[0] not in words.given
        and kept[0] not in ("El", "La", "Los")
    ):
        kept = kept[1:]
    return kept or (core[0][2],)


@lru_cache(maxsize=_REMEMBERED)
def _title(run: tuple[str, ...], words: NameWords) -> tuple[int, bool]:
    """How many words of the run are a title, and whether it tells a role.

    A title may have other words before it ("UK Independence Party Leader …", "Former House Speaker …"), unless the run
    opens with a given name: "Howard Dean".
    """
    cut, role = 0, False
    while cut < len(run):
        opens = run[cut] in words.title_openers  # most words open no title at all
        step = next((n for n in (3, 2, 1) if _phrase(run, cut, n) in words.titles), 0) if opens else 0
        if step:
            cut, role = cut + step, True
        elif run[cut] in words.courtesy:
            cut += 1
        elif run[cut] in words.peoples and cut + 1 < len(run) and run[cut + 1] in words.given:
            cut, role = cut + 1, True  # "Democrat Hillary Clinton"
        else:
            break
    if len(run) > cut + 1 and run[cut] not in words.given and run[-1] not in words.heads:
        for index in range(min(len(run) - 2, cut + 8), cut - 1, -1):
            word = run[index]
            title = word in words.titles or (word.lower() in words.roles and _names_follow(run, index, words))
            if title and word not in words.suffixes and words.heads.isdisjoint(run[index + 1 :]):
                return index + 1, True
    if cut and cut == len(run) and cut > 1 and run[cut - 1] not in words.courtesy:
        cut -= 1  # "Judge Dean", "President King": the last title is the surname
        role = role and cut > 0
    return cut, role


def _names_follow(run: Sequence[str], index: int, words: NameWords) -> bool:
    """Whether a name follows a role that is no title: "Team-mate Kwabena …", not "Independent Journal"."""
    return not run[index].isupper() and (len(run) > index + 2 or run[index + 1] in words.given)


def _phrase(run: Sequence[str], start: int, count: int) -> str:
    return " ".join(run[start : start + count]) if start + count <= len(run) else ""


def _kind(text: str, core: Sequence[Word], titled: bool, words: NameWords) -> NameKind:
    gaps = tuple([text[left[1] : right[0]].strip() for left, right in pairwise(core)])
    kind = _kind_by_words(tuple([word for _, _, word in core]), gaps, titled, words)
    return kind or (NameKind.PERSON if _after_role(text, core[0][0], words) else NameKind.UNKNOWN)


@lru_cache(maxsize=_REMEMBERED)
def _kind_by_words(core: tuple[str, ...], gaps: tuple[str, ...], titled: bool, words: NameWords) -> NameKind | None:
    """What a name is by its words and what stands between them; `None` when these do not tell."""
    spelled = " ".join(core)
    last = next((word for word in reversed(core) if word not in words.suffixes), core[-1])
    if spelled in words.organisations:
        return NameKind.ORGANISATION
    if spelled in words.peoples:
        return NameKind.UNKNOWN
    if not titled:
        if len(core) > 1 and (last in words.legal_forms or _is_firm(core, gaps, words)):
            return NameKind.ORGANISATION
        if spelled in words.places or (last.isupper() and spelled.title() in words.places):
            return NameKind.PLACE
        if len(core) > 1 and core[0] not in words.given and not words.heads.isdisjoint(core):
            return NameKind.ORGANISATION
        if len(core) == 1 and ((last.isupper() and 2 <= len(last) <= 5) or _TWO_CAPITALS.match(last)):
            return NameKind.ORGANISATION
    first = core[0].split("-")[0] if len(core) > 1 else core[0]
    if len(core) > 1 and core[-1] in _SUFFIXES:
        return NameKind.PERSON
    if titled or (len(core) > 1 and (_has_initial(core) or _has_particle(core, gaps, words))):
        return NameKind.PERSON
    return NameKind.PERSON if first in words.given else None


def _is_firm(core: Sequence[str], gaps: Sequence[str], words: NameWords) -> bool:
    """Whether two surnames make a firm: "Baker & Finch"; "Graham & Ruth Tolland" are a couple."""
    return any("&" in gap for gap in gaps) and core[0] not in words.given


def _has_initial(core: Sequence[str]) -> bool:
    return any(len(word) <= 3 and word.endswith(".") for word in core[:-1]) and not core[-1].endswith(".")


def _has_particle(core: Sequence[str], gaps: Sequence[str], words: NameWords) -> bool:
    """Whether a small word stands in the name: "Lieke van der Wijngaard", "Gabriele D'Amico"."""
    if any(word[:2] in ("D'", "D’", "O'", "O’") for word in core):
        return True
    return any(gap and gap.split(" ")[-1] in words.particles for gap in gaps)


def _after_role(text: str, start: int, words: NameWords) -> bool:
    """Whether a role stands right before, in lower case: "manager Lieke", "analyst Chidi"."""
    before = text[max(0, start - 24) : start]
    if not before.endswith(" "):
        return False
    word = before.rstrip().rpartition(" ")[2]
    return word in words.roles and word not in words.bodies


def _gender(text: str, core: Sequence[Word], title: str, words: NameWords) -> Gender:
    for word in title.split(" "):
        told = words.courtesy.get(word) or words.gendered_roles.get(word.lower())
        if told:
            return told
    before = text[max(0, core[0][0] - 24) : core[0][0]].rstrip(" ,").rpartition(" ")[2]  # "her husband, Milton"
    told = words.gendered_roles.get(before)
    if told:
        return told
    first = core[0][2].split("-")[0] if len(core) > 1 else core[0][2]
    return words.given.get(first, Gender.UNKNOWN) if len(core) > 1 or not title else Gender.UNKNOWN


@frozen
class _Known:
    kind: NameKind
    gender: Gender


def _agree(names: Sequence[Name], words: NameWords) -> Iterator[Name]:
    """The same names, undecided single words decided by the longer names that hold them."""
    known: dict[str, _Known] = {}
    for name in names:
        if name.kind is NameKind.PERSON and (len(name.words) > 1 or name.title):
            known.setdefault(name.words[-1], _Known(NameKind.PERSON, name.gender))
        elif name.kind is NameKind.ORGANISATION and len(name.words) > 1:
            common = name.words[0] in words.peoples or name.words[0] in words.places
            if not common:
                known.setdefault(name.words[0], _Known(NameKind.ORGANISATION, Gender.UNKNOWN))
    for name in names:
        told = known.get(name.words[-1])
        if told and len(name.words) > 1 and told.kind is not NameKind.PERSON:
            told = None
        surname = told is not None and name.kind is NameKind.PERSON and len(name.words) == 1 and name.title is None
        if told is not None and surname and told.gender is not Gender.UNKNOWN:
            # "Kamau" is a man's first name, and here the surname of Wanjiru Kamau.
            yield evolve(name, gender=told.gender)
            continue
        if told and name.kind is NameKind.UNKNOWN and name.words[0] not in words.peoples:
            gender = told.gender if len(name.words) == 1 else name.gender
            yield Name(name.span, name.core, name.words, told.kind, gender, name.title, name.role)
        else:
            yield name
