"""Text of an article as a page can hold it."""

import re

# Control characters, halves of surrogate pairs and non-characters, which have no place in HTML; and the characters that
# turn the direction of what follows, which could show an editor other words than those that stand there.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """`text` with a replacement character for each that a page cannot hold, or that would reorder the words around it.

    >>> visible("safe\\u202etxt\\x00")
    'safe�txt�'
    """
    return _UNSAFE.sub(_REPLACEMENT, text)


def visible_value(value: object) -> object:
    """The same for whatever a template writes: what is no text, or is markup of ours, stays as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
