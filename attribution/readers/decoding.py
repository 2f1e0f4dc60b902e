"""Bytes to text: UTF-8 and nothing else, with the first wrong byte named."""

from attribution.errors import ReadError

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, path: str, where: str = "") -> tuple[str, int]:
    """The text of `data`, and how many characters of a byte order mark were left out before it (0 or 1).

    Line ends and everything else stay as they are. Raises `ReadError` for bytes that are not UTF-8; `where`, as
    "line 3: ", opens its problem.

    >>> decode("Café".encode(), "cafe.txt")
    ('Café', 0)
    """
    marked = data.startswith(BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8-sig" if marked else "utf-8"), int(marked)
    except UnicodeDecodeError as error:
        offset = error.start + (len(BYTE_ORDER_MARK) if marked else 0)
        looks = "; it looks like UTF-16" if data.startswith(_UTF16_MARKS) else ""
        problem = f"not UTF-8: byte 0x{data[offset]:02x} at offset {offset} ({error.reason}){looks}; save it as UTF-8"
        raise ReadError(path, where + problem) from error
