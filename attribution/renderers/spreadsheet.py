"""Rows of CSV that a spreadsheet may open."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_row(cells: Iterable[object]) -> str:
    """One row with its line break (RFC 4180), in which no cell begins as a formula does (OWASP, CSV injection).

    >>> csv_row(["S1", "=1+1", "the Echo, weekly"]).strip()
    'S1,\\'=1+1,"the Echo, weekly"'
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_FORMULA) else text
