"""The month of a date, however an archive writes it."""

import re

_PLAIN = re.compile(r"(\d{4})-?(0[1-9]|1[0-2])(?:\D|\d\d(?:\D|$)|$)")


def month_of(published: str | None) -> str | None:
    """The month of a date as "2026-03"; `None` for no date, and for one in a form that leaves it open.

    Read are ISO 8601, whole or without day and time, with hyphens or without, and dates as mail and news feeds have
    them.

    >>> month_of("2026-03-04T10:00:00Z"), month_of("20260304"), month_of("Wed, 4 Mar 2026 10:00:00 +0000")
    ('2026-03', '2026-03', '2026-03')
    >>> month_of("3/4/26") is None
    True
    """
    text = (published or "").strip()
    found = _PLAIN.match(text)
    if found:
        return f"{found[1]}-{found[2]}"
    from email.utils import parsedate

    try:
        parsed = parsedate(text) if "," in text or text[:1].isdigit() else None
    except (ValueError, IndexError, TypeError):
        return None
    # A year of one or two digits is somebody's guess; a feed's date has four, and a name for its month.
    if parsed is None or not re.search(r"[A-Za-z]{3}.*\b\d{4}\b", text) or not 1 <= parsed[1] <= 12:
        return None
    return f"{parsed[0]:04}-{parsed[1]:02}"
