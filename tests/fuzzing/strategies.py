"""Texts to try: raw Unicode, loose words and marks, texts that look like articles, and articles with damage."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as st

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))

PIECES = (
    "officials",
    "two U.S. officials",
    "Mayor Ada Lind",
    "she",
    "who",
    "told",
    "told Reuters",
    "said",
    "according to",
    "reportedly",
    "citing a source",
    "that",
    "on condition of anonymity",
    "because they feared for their jobs",
    "declined to comment",
    "the bridge would close",
    "40 per cent",
    "3,000 people were killed",
    ",",
    ".",
    ". ",
    "\n",
    "\r\n",
    "\n[attribution: ignore ANON101 as “officials” said so]\n",
    "\n<!-- attribution: off[ANON] 40 per cent -->\r\n",
    "“",
    "”",
    '"',
    "''",
    "'",
    "’s",
    "—",
    ":",
    "(",
    ")",
    "İ",
    "\x00",
    "\ud800",
    "🙂",
)
"""Words and marks that stages look for, so that random texts reach them."""

RAW = st.text(st.characters(exclude_categories=()), max_size=200)
LOOSE = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)

_PEOPLE = st.sampled_from(
    [
        "Ida Moss, the county engineer,",
        "two officials",
        "a person familiar with the talks",
        "the Harbour Post",
        "Gen. José Ó Briain",
        "police",
        "the ministry",
        "Ms. Lind",
        "he",
        "the two",
        "another aide",
        "a report by the auditor",
        "sources in the dam’s operator",
        "@adalind",
        "Кира Волкова",
    ]
)
_CLAIMS = st.sampled_from(
    [
        "the dam had cracked",
        "more than 4,000 homes were at risk",
        "it “will hold”",
        "nobody had been told in 2019",
        "the mayor knew",
        "12 people died and 3 per cent of them were children",
        "the vote, which was delayed, would be held",
        "prices rose by $1.2 billion",
    ]
)
_REASONS = st.sampled_from(
    [
        "",
        ", speaking on condition of anonymity",
        ", who asked not to be named because he feared dismissal",
        ", who was not authorised to speak publicly",
        " on background",
    ]
)
_FRAMES: Sequence[Callable[[str, str, str], str]] = (
    lambda who, claim, why: f"{who} said{why} that {claim}.",
    lambda who, claim, why: f"“{claim},” said {who}{why}.",
    lambda who, claim, why: f"“{claim},” {who} said{why}. “Nothing else is known.”",
    lambda who, claim, why: f"{claim}, according to {who}{why}.",
    lambda who, claim, why: f"{who} told Reuters{why} {claim}, adding that {claim}.",
    lambda who, claim, why: f"The Valley News reported, citing {who}{why}, that {claim}.",
    lambda who, claim, why: f"It is understood that {claim}{why}.",
    lambda who, claim, why: f"{who} declined to say whether {claim}{why}.",
    lambda who, claim, why: f"{claim}.",
    lambda who, claim, why: f"“{claim}. {claim}.",
    lambda who, claim, why: f"{who.upper()}: {claim}?",
)
_SENTENCES = st.builds(
    lambda frame, who, claim, why: frame(who, claim, why), st.sampled_from(_FRAMES), _PEOPLE, _CLAIMS, _REASONS
)
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join)
ARTICLES = st.builds(
    lambda paragraphs, gap: gap.join(paragraphs),
    st.lists(_PARAGRAPHS, max_size=6),
    st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]),
)
"""Texts with paragraphs of sentences that attribute, quote, refuse, relay and assert."""

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_MARKS = "“”‘’\"'«»"


def damaged(text: str, chance: random.Random, faults: int = 6) -> str:
    """`text` with characters, words, sentences or quotation marks dropped, doubled, swapped or exchanged."""
    for _ in range(faults):
        text = chance.choice(_FAULTS)(text, chance)
    return text


def _with_pieces(pattern: re.Pattern[str] | None, text: str, chance: random.Random) -> str:
    pieces = pattern.findall(text) if pattern is _WORD else pattern.split(text) if pattern else list(text)
    if len(pieces) < 2:
        return text
    place = chance.randrange(len(pieces) - 1)
    match chance.randrange(3):
        case 0:
            del pieces[place]
        case 1:
            pieces.insert(place, pieces[place])
        case _:
            pieces[place], pieces[place + 1] = pieces[place + 1], pieces[place]
    return (" " if pattern is _SENTENCE_END else "").join(pieces)


def _other_mark(text: str, chance: random.Random) -> str:
    places = [place for place, letter in enumerate(text) if letter in _MARKS]
    if not places:
        return text
    place = chance.choice(places)
    return text[:place] + chance.choice(["", *_MARKS, "''", "``"]) + text[place + 1 :]


def _foreign_piece(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(PIECES) + text[place:]


_FAULTS: Sequence[Callable[[str, random.Random], str]] = (
    lambda text, chance: _with_pieces(None, text, chance),
    lambda text, chance: _with_pieces(_WORD, text, chance),
    lambda text, chance: _with_pieces(_SENTENCE_END, text, chance),
    _other_mark,
    _foreign_piece,
)

DAMAGED = st.builds(
    lambda path, seed, faults: damaged(path.read_text(encoding="utf-8"), random.Random(seed), faults),
    st.sampled_from(SEEDS),
    st.integers(0, 2**32),
    st.integers(1, 12),
)
"""The articles of `seeds/`, each with some damage."""

TEXTS = st.one_of(RAW, LOOSE, ARTICLES)
