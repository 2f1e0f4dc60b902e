"""Which outlet a phrase names, and whether it is the one whose article this is."""

import re
from bisect import bisect_left
from functools import lru_cache

from attrs import frozen

from attribution.config import Config
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.outlets import OutletNames, outlet_key, outlet_names
from attribution.model.span import Span

# "ALMATY, Nov 20 (Reuters) - …", "(Bloomberg) -- …": an agency's own copy says so before its first sentence ends.
_DATELINE = re.compile(r"\(\s{0,2}([^()\n]{2,40})\s{0,2}\)\s{0,3}(?:[-–—]|--)")
_DATELINE_WITHIN = 400
_SHORTLY = 600  # code points
# "The Merrow Gazette can reveal", "the Guardian understands": an outlet says so of itself alone.
_DISCLOSES = r"(?:can\s(?:now\s|today\s|exclusively\s)?(?:reveal|disclose|report)|understands)\b"
_DISCLOSURE = re.compile(rf"\s{_DISCLOSES}")
_DISCLOSING = re.compile(rf"(?<![\w'’-])((?:[A-Z][\w'’&.-]{{0,20}}\s){{1,5}}){_DISCLOSES}")
_BACK_REFERENCE = re.compile(
    r"(?:[Tt]he|[Tt]hat)\s{1,4}(?:\w{1,20}\s{1,4}){0,2}"
    r"(?:newspaper|paper|tabloid|broadcaster|magazine|outlet|website|agency|network|daily|weekly|station|channel|site)"
    r"(?!\w)"
)


# Behind these "the paper" is one that somebody has written.
_RESEARCH = re.compile(
    r"(?<!\w)(?:stud(?:y|ies)|research\w{0,4}|co-?author\w{0,2}|journal|preprint"
    r"|(?:an?|white|green|position)\spapers?)(?!\w)",
    re.IGNORECASE,
)


@frozen
class Outlet:
    """An outlet that a phrase names: `own` when the article is its own, `unnamed` for "local media" and the like."""

    name: str
    span: Span
    own: bool = False
    unnamed: bool = False


@frozen(eq=False)
class Desk:
    """Whose article it is: the canonical names and spellings that stand for its own outlet."""

    names: frozenset[str]
    spellings: re.Pattern[str] | None

    def owns(self, name: str) -> bool:
        """Whether the outlet called `name` is the article's own."""
        return outlet_key(name) in self.names


def find_outlet(text: str, span: Span, lexicons: Lexicons) -> str | None:
    """The canonical name of the first outlet named within `span`; `None` when none is.

    A short form counts when one of the outlets that use it has been named in full before: "the Post" after "The
    Washington Post". Names that the lexicon does not hold are recognised by their last word or by a word like
    "newspaper" beside them, and are returned as they stand.

    >>> from attribution.lexicons.loading import load
    >>> text = "The Boston Globe had asked first. She told the Globe so."
    >>> find_outlet(text, Span(43, 52), load())
    'The Boston Globe'
    """
    found = _named(text, span, outlet_names(lexicons), lexicons)
    return found.name if found else None


def outlet_in(text: str, span: Span, desk: Desk, lexicons: Lexicons, *, trusting: bool = False) -> Outlet | None:
    """The outlet named within `span`, the article's own and media without a name included.

    `trusting` says that an outlet is likely there, right behind a verb of telling: a short form needs no full name.
    """
    names = outlet_names(lexicons)
    if desk.spellings is not None:
        own = desk.spellings.search(text, span.start, span.end)
        if own is not None:
            return Outlet(own.group(), Span(*own.span()), own=True)
    itself = names.itself.search(text, span.start, span.end)
    if itself is not None:
        return Outlet(itself.group(), Span(*itself.span()), own=True)
    for short in names.short(text, span.start, span.end):
        if any(desk.owns(name) for name in names.shortened[short.name]):
            return Outlet(short.name, short.span, own=True)
    found = _named(text, span, names, lexicons)
    if found is not None:
        return Outlet(found.name, found.span, own=desk.owns(found.name))
    if trusting:
        for short in names.short(text, span.start, span.end):
            if short.span.end == span.end and short.span.start - span.start in (0, 4):
                candidates = names.shortened[short.name]
                return Outlet(next(iter(candidates)) if len(candidates) == 1 else short.name, short.span)
    unnamed = names.unnamed.search(text, span.start, span.end)
    if unnamed is not None:
        return Outlet(text[span.start : span.end], Span(*unnamed.span()), unnamed=True)
    return None


def names_an_outlet(text: str, span: Span, lexicons: Lexicons) -> bool:
    """Whether `span` names any outlet, the article's own ("we", "this newspaper") and one referred back to included."""
    if find_outlet(text, span, lexicons) is not None or _BACK_REFERENCE.search(text, span.start, span.end) is not None:
        return True
    names = outlet_names(lexicons)
    return (
        names.itself.search(text, span.start, span.end) is not None
        or next(names.short(text, span.start, span.end), None) is not None
    )


def last_outlet_before(text: str, position: int, lexicons: Lexicons) -> str | None:
    """The outlet last named in full before `position`, for "the newspaper" and the like."""
    before = None
    for start, name in _mentions(text, lexicons):
        if start >= position:
            break
        before = name
    return before


def means_newspaper(text: str, position: int, lexicons: Lexicons) -> bool:
    """Whether "the paper" at `position` is a newspaper: an outlet has been named before it, and no research."""
    mentions = _mentions(text, lexicons)
    return bool(mentions) and mentions[0][0] < position <= _first_research(text)


def means_outlet(text: str, position: int, lexicons: Lexicons) -> bool:
    """Whether "the network" or "the site" at `position` is an outlet: one has been named shortly before."""
    starts = [start for start, _ in _mentions(text, lexicons)]
    last = bisect_left(starts, position) - 1
    return last >= 0 and position - starts[last] <= _SHORTLY


def refers_back(text: str, span: Span) -> bool:
    """Whether `span` is "the newspaper", "the tabloid" or the like: an outlet named before."""
    return _BACK_REFERENCE.match(text, span.start, span.end) is not None


def desk_of(text: str, config: Config, lexicons: Lexicons) -> Desk:
    """Whose article it is: as configured, as its dateline says ("(Reuters) -"), and as it says itself ("the Guardian
    understands")."""
    names = [*config.own_outlet_aliases, *((config.own_outlet,) if config.own_outlet else ())]
    return _desk((*names, *_disclosing(text, lexicons)), text[:_DATELINE_WITHIN], lexicons)


@lru_cache(maxsize=4)
def _disclosing(text: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The outlets that a text makes disclosures of, once an article."""
    if _DISCLOSURE.search(text) is None:
        return ()
    known = outlet_names(lexicons)
    said = dict.fromkeys(match[1].strip().removeprefix("The ") for match in _DISCLOSING.finditer(text))
    return tuple(
        name
        for name in said
        if outlet_key(name) in known.by_key or outlet_key(name) in _short_keys(known) or known.unknown.search(name)
    )


@lru_cache(maxsize=32)
def _desk(names: tuple[str, ...], opening: str, lexicons: Lexicons) -> Desk:
    known = outlet_names(lexicons)
    dateline = _DATELINE.search(opening)
    if dateline is not None and (
        outlet_key(dateline[1]) in known.by_key or outlet_key(dateline[1]) in _short_keys(known)
    ):
        names = (*names, dateline[1])
    keys: set[str] = set()
    spellings: set[str] = set()
    for name in names:
        keys.add(outlet_key(name))
        canonical = known.by_key.get(outlet_key(name)) or _short_keys(known).get(outlet_key(name))
        if canonical is not None:
            keys.add(outlet_key(canonical))
            continue
        bare = re.sub(r"^the\s+", "", name.strip(), flags=re.I)
        spellings.add(bare)
        last = bare.split(" ")[-1]
        if " " in bare and last[:1].isupper():
            spellings |= {f"the {last}", f"The {last}"}
    alternatives = "|".join(
        re.escape(spelling) for spelling in sorted(spellings, key=lambda s: (-len(s), s)) if spelling
    )
    staff = "|".join(sorted(lexicons.lexicon("roles").phrases("staff", "questioners")))
    lasts = "|".join(re.escape(spelling[4:]) for spelling in sorted(spellings) if spelling.startswith("the "))
    if lasts:  # "a Beacon reporter" in The Irish Beacon
        alternatives += rf"|(?:{lasts})(?=\s(?:{staff})\b)"
    return Desk(frozenset(keys), re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None)


def _short_keys(known: OutletNames) -> dict[str, str]:
    """Short forms that only one outlet uses: "AP"."""
    return {outlet_key(form): next(iter(names)) for form, names in known.shortened.items() if len(names) == 1}


@frozen
class _Named:
    name: str
    span: Span


def _named(text: str, span: Span, names: OutletNames, lexicons: Lexicons) -> _Named | None:
    full = next(names.full(text, span.start, span.end), None)
    if full is not None:
        return _Named(full.name, full.span)
    unknown = names.unknown.search(text, span.start, span.end)
    for short in names.short(text, span.start, span.end):
        if unknown is not None and unknown.start() < short.span.start:
            break
        name = _resolved(text, short.span, names.shortened[short.name], lexicons)
        if name is not None:
            return _Named(name, short.span)
    if unknown is not None:
        group = unknown.lastgroup or "ended"
        return _Named(unknown[group], Span(*unknown.span(group)))
    return None


def _resolved(text: str, span: Span, candidates: frozenset[str], lexicons: Lexicons) -> str | None:
    """Which of the `candidates` was named last before the short form at `span`."""
    before = None
    for start, name in _mentions(text, lexicons):
        if start >= span.start:
            break
        if name in candidates:
            before = name
    return before


@lru_cache(maxsize=4)
def _first_research(text: str) -> int:
    """Where a text first speaks of research, or its end: once an article."""
    found = _RESEARCH.search(text)
    return found.start() if found else len(text)


@lru_cache(maxsize=4)
def _mentions(text: str, lexicons: Lexicons) -> tuple[tuple[int, str], ...]:
    """Every full name in `text`, once an article."""
    return tuple((found.span.start, found.name) for found in outlet_names(lexicons).full(text, 0, len(text)))
