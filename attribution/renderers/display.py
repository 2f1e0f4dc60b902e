"""Text on a terminal: what is safe to print, how wide it is, and colour."""

import unicodedata
from collections.abc import Sequence
from textwrap import wrap

from attrs import frozen

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ELLIPSIS = "…"
_MARKS = "\"“”'‘’"
_RESET = "\x1b[0m"
_STYLES = {"bold": "\x1b[1m", "dim": "\x1b[2m", "red": "\x1b[31m", "yellow": "\x1b[33m", "green": "\x1b[32m"}

# Control and format characters, halves of surrogate pairs, private use.
_INVISIBLE = ("Cc", "Cf", "Cs", "Co")

# A column narrower than this wraps inside most words.
_NARROWEST = 8


@frozen
class Paint:
    """Puts words in colour, or leaves them as they are when `color` is off."""

    color: bool = False

    def __call__(self, text: str, *styles: str) -> str:
        """`text` in the named styles: bold, dim, red, yellow, green.

        >>> Paint(color=False)("E", "bold", "red")
        'E'
        """
        if not self.color or not styles:
            return text
        return "".join(_STYLES[style] for style in styles) + text + _RESET


def printable(text: str) -> str:
    """`text` with one harmless character for each that a terminal would act on or cannot show.

    An article may hold escape sequences; the result is as long as the text, so that offsets into it still hold.

    >>> printable("one\\ttwo\\x1b[2J")
    'one two�[2J'
    """
    return "".join(
        " "
        if letter.isspace()
        else _REPLACEMENT
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co")
        else letter
        for letter in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for wide East Asian characters, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(letter) for letter in text)


def shorten(text: str, width: int) -> str:
    """`text` on one line, cut at a word and marked with "…" where it is longer than `width` columns.

    >>> shorten("a source in the General Staff", 14)
    'a source in…'
    """
    flat = " ".join(printable(text).split())
    if columns(flat) <= width:
        return flat
    cut = flat[: max(width - 1, 1)]
    while columns(cut) > width - 1 and len(cut) > 1:
        cut = cut[:-1]
    whole, space, _ = cut.rpartition(" ")
    return (whole if space and not flat[len(cut) : len(cut) + 1].isspace() else cut).rstrip() + _ELLIPSIS


def quoted(text: str, width: int) -> str:
    """`text` shortened to `width` columns in curly quotation marks, in place of those it may have itself.

    >>> quoted('"peace," she said', 40), quoted('"out"', 40)
    ('“peace," she said”', '“out”')
    """
    return f"“{shorten(text, width).strip(_MARKS)}”"


def table(rows: Sequence[Sequence[str]], width: int, gap: str = "  ") -> list[str]:
    """The lines of a table whose cells wrap so that it fits `width` columns; the first row is its head."""
    widths = _fit([max(columns(row[column]) for row in rows) for column in range(len(rows[0]))], width, len(gap))
    lines: list[str] = []
    for row in rows:
        cells = [wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
        for depth in range(max(len(cell) for cell in cells)):
            pieces = [
                _pad(cell[depth] if depth < len(cell) else "", size) for cell, size in zip(cells, widths, strict=True)
            ]
            lines.append(gap.join(pieces).rstrip())
    return lines


def _shown(letter: str) -> str:
    if letter.isspace():
        return " "
    return _REPLACEMENT if unicodedata.category(letter) in _INVISIBLE else letter


def _fit(widths: list[int], width: int, gap: int) -> list[int]:
    """The widths, the widest column narrowed again and again until all fit."""
    room = width - gap * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _pad(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
