"""Bytes to text: by a byte order mark, by what the file declares, else UTF-8; nothing is guessed, nothing replaced."""

import re

from attribution.errors import ReadError
from attribution.model.original import Original

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# In this order: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (BYTE_ORDER_MARK, "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# What a label means on the web (https://encoding.spec.whatwg.org/): these three are read as a superset of themselves.
_SAME_ON_THE_WEB = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}
_SAME_ON_THE_WEB |= {"ascii": "windows-1252", "utf8": "utf-8", "x-sjis": "shift_jis", "gb2312": "gbk"}
# Encodings that texts have; Python knows others under such names that are no encodings of text, or can run away.
_KNOWN = re.compile(
    r"utf-(?:8|16(?:le|be)?)|windows-(?:125[0-8]|874)|iso-8859-(?:[1-9]|1[0-6])|koi8-[ru]|macintosh|ibm866|"
    r"shift_jis|euc-(?:jp|kr)|iso-2022-jp|gbk|gb18030|big5"
)
_LONGEST_LABEL = 40


def decode(data: bytes, path: str, where: str = "", declared: str | None = None) -> Original:
    """The text of `data`, what it was encoded in, and whether a byte order mark stood before it.

    A byte order mark decides, then the encoding that the file declares, then it is UTF-8. Line ends and everything
    else stay as they are. Raises `ReadError` for bytes that the encoding does not have, with the first of them, and
    for a declared encoding that is not known; `where`, as "line 3: ", opens its problem.

    >>> decode("Café".encode(), "cafe.txt").text
    'Café'
    >>> decode(b"caf\\xe9", "cafe.html", declared="ISO-8859-1")
    Original(encoding='windows-1252', marked=False, part='')
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    if encoding == "utf-32":
        raise ReadError(path, f"{where}UTF-32, by its byte order mark, is not read; save it as UTF-8")
    encoding = encoding or (_known(declared, path, where) if declared else "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        problem = f"byte 0x{data[offset]:02x} at offset {offset} ({error.reason})"
        says = f"not {encoding.upper()}" + (
            f", which it declares: {problem}" if declared and not mark else f": {problem}"
        )
        raise ReadError(path, f"{where}{says}; save it as UTF-8") from error
    return Original(text, encoding, bool(mark))


def _known(label: str, path: str, where: str) -> str:
    name = label.strip().lower()
    name = _SAME_ON_THE_WEB.get(name, name)
    if _KNOWN.fullmatch(name) is None:
        shown = label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL] + "…"
        raise ReadError(path, f"{where}declares the encoding {shown!r}, which is not known; save it as UTF-8")
    if name.startswith("utf-16"):
        # What declares it was read in single bytes, so that it is not true; a mark would have been found above.
        raise ReadError(path, f"{where}declares the encoding {label!r} and has no byte order mark; save it as UTF-8")
    return {"macintosh": "mac-roman", "ibm866": "cp866", "windows-874": "cp874"}.get(name, name)
