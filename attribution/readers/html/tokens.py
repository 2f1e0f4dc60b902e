"""HTML as a stream of tokens, each with its place in the text: nothing is joined, unescaped or left out.

The tokenizer of the HTML standard in its broad lines, for any text whatever and in linear time. `html.parser` would not
do: before Python 3.13 a stray "&#" makes it hand out the markup behind it as text, "<![x[" raises, and 40,000 unclosed
comments take it 45 seconds; later versions of it read the same page otherwise.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from html import unescape

from attrs import field, frozen

Attributes = tuple[tuple[str, str], ...]


class TokenKind(StrEnum):
    """What a token is."""

    START = "start"
    END = "end"
    TEXT = "text"
    REFERENCE = "reference"
    RAW = "raw"
    COMMENT = "comment"


@frozen
class Token:
    """A stretch of the text: `name` is that of a tag, in lower case, or what a character reference means.

    `written` are the attributes as they stand in a start tag.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    written: str = field(default="", repr=False)


_SIGN = re.compile("[<&]")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# One attribute, or what stands between two; a quoted value only where its end is there.
_ATTRIBUTE = re.compile(r"""[\s/]+|([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|=""")
# All of them: possessive, so that a tag of a million attributes costs no more than its length.
_ATTRIBUTES = re.compile(r"""(?:[\s/]+|[^\s/>=]+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s>]*+))?|=)*+""")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][a-zA-Z0-9]{1,31}))(;?)")
# What stands in these is text to the end tag, whatever it looks like; in the last two, references count.
_RAW_ELEMENTS = ("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_ELEMENTS}
# The longest name that may stand without its semicolon.
_LONGEST_BARE = 6
# No character has a number of more digits.
_MOST_DIGITS = 7


def tokens(text: str) -> Iterator[Token]:
    """The tokens of an HTML text in order, without gaps but for declarations and what is broken off at the end.

    >>> [(token.kind.value, token.name, token.start, token.end) for token in tokens("<p>R&amp;D</p>")]
    [('start', 'p', 0, 3), ('text', '', 3, 4), ('reference', '&', 4, 9), ('text', '', 9, 10), ('end', 'p', 10, 14)]
    """
    position = 0
    while position < len(text):
        sign = _SIGN.search(text, position)
        start = sign.start() if sign is not None else len(text)
        if start > position:
            yield Token(TokenKind.TEXT, position, start)
        if sign is None:
            return
        token = reference(text, start) if sign[0] == "&" else _markup(text, start)
        position = token.end
        if token.kind is not TokenKind.COMMENT or token.name:
            yield token
        if token.kind is TokenKind.START and token.name in _RAW_ENDS:
            raw = _RAW_ENDS[token.name].search(text, position)
            end = raw.start() if raw is not None else len(text)
            yield Token(TokenKind.RAW, position, end, token.name)
            position = end


def attributes(token: Token) -> Attributes:
    """The attributes of a start tag: names in lower case, values with their references read; the first one of a name.

    >>> attributes(next(tokens('<a Href="/x?a=1&amp;b" hidden class=\\'lead\\'>')))
    (('href', '/x?a=1&b'), ('hidden', ''), ('class', 'lead'))
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(token.written):
        if match[1] is not None:
            value = next((value for value in match.group(2, 3, 4) if value is not None), "")
            found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return tuple(found.items())


def reference(text: str, start: int) -> Token:
    """The character reference at an ampersand, or the ampersand as text.

    >>> reference("R&amp;D", 1).name
    '&'
    """
    found = _REFERENCE.match(text, start)
    if found is None:
        return Token(TokenKind.TEXT, start, start + 1)
    if found[1] is not None:
        digits = found[1].lstrip("xX0")
        meant = unescape(f"&#{found[1]};") if len(digits) <= _MOST_DIGITS else "\N{REPLACEMENT CHARACTER}"
        return Token(TokenKind.REFERENCE, start, found.end(), meant)
    from html.entities import html5

    if found[3] and found[0][1:] in html5:
        return Token(TokenKind.REFERENCE, start, found.end(), html5[found[0][1:]])
    for length in range(min(len(found[2]), _LONGEST_BARE), 1, -1):
        if found[2][:length] in html5:
            return Token(TokenKind.REFERENCE, start, start + 1 + length, html5[found[2][:length]])
    return Token(TokenKind.TEXT, start, found.end())


def _markup(text: str, start: int) -> Token:
    """What begins at a "<": a tag, a comment or a declaration; the sign itself is text where it begins none."""
    tag = _TAG.match(text, start)
    if tag is not None:
        return _tag(text, tag)
    if text.startswith("<!--", start):
        if text.startswith((">", "->"), start + 4):
            return Token(TokenKind.COMMENT, start, text.index(">", start) + 1)
        found = _COMMENT_END.search(text, start + 4)
        return Token(TokenKind.COMMENT, start, found.end() if found is not None else len(text), "comment")
    if text.startswith(("<!", "<?", "</"), start):
        end = text.find(">", start + 2)
        return Token(TokenKind.COMMENT, start, end + 1 if end >= 0 else len(text))
    return Token(TokenKind.TEXT, start, start + 1)


def _tag(text: str, tag: "re.Match[str]") -> Token:
    found = _ATTRIBUTES.match(text, tag.end())
    assert found is not None, "it matches nothing too"
    position = found.end()
    if position == len(text):  # broken off: no tag, and no text either
        return Token(TokenKind.COMMENT, tag.start(), position)
    kind = TokenKind.END if tag[1] else TokenKind.START
    return Token(kind, tag.start(), position + 1, tag[2].lower(), "" if tag[1] else text[tag.end() : position])
