"""How much of a file is read: enough for any article, and never so much that memory runs out."""

from collections.abc import Iterator
from typing import BinaryIO

from attribution.errors import ReadError

LARGEST = 32 * 1024 * 1024
"""Bytes that an article may have in its file: six times the text of the King James Bible."""


def read_limited(file: BinaryIO, name: str, opening: bytes = b"") -> bytes:
    """The bytes of a file that is open for reading, behind the `opening` that was read of it already.

    Raises `ReadError` when there are more than an article may have. Nothing behind the limit is read, so that a device
    without an end is an error as well.
    """
    data = opening + file.read(LARGEST + 1 - len(opening))
    if len(data) > LARGEST:
        raise ReadError(name, _TOO_LARGE)
    return data


def limited_lines(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of a file that is open for reading, each with its end.

    Raises `ReadError` when one has more bytes than an article may have.
    """
    while line := file.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise ReadError(name, _TOO_LARGE)
        yield line


_TOO_LARGE = f"holds more than {LARGEST // (1024 * 1024)} MiB, the most that one article may have"
