"""Files as they are written, and the same compressed with gzip or Zstandard: read piece by piece, never whole."""

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from attrs import frozen

from attribution.archiving.extras import imported
from attribution.errors import ReadError

_PIECE = 8 * 1024  # compressed bytes at a time: even a file made to swell a thousandfold stays within megabytes
_GZIP = 16 + zlib.MAX_WBITS  # what zlib calls a gzip header


@frozen(eq=False)
class Opened:
    """A file that is being read: `stream` gives what it holds, `raw` is the file itself."""

    stream: BinaryIO
    raw: BinaryIO

    @property
    def consumed(self) -> int:
        """How many bytes of the file were read."""
        return self.raw.tell()


@contextmanager
def opened(path: str) -> Iterator[Opened]:
    """The file at `path`, decompressed as its ending says.

    Reading raises `ReadError` where a compressed file is cut off or damaged. Raises `ExtraError` for a `.zst` file
    without the library that reads it.
    """
    with Path(path).open("rb") as raw:
        frames = _frames(path)
        if frames is None:
            yield Opened(raw, raw)
        else:
            with io.BufferedReader(_Decompressed(raw, path, frames)) as stream:
                yield Opened(cast(BinaryIO, stream), raw)


def _frames(path: str) -> Callable[[], Any] | None:
    """What decompresses a gzip member or a Zstandard frame, a new one for each; `None` for a file that is neither."""
    ending = Path(path).suffix.lower()
    if ending == ".gz":
        return lambda: zlib.decompressobj(_GZIP)
    if ending == ".zst":
        library = imported("zstandard", "archive", "reading .zst files")
        return lambda: library.ZstdDecompressor().decompressobj()
    return None


class _Decompressed(io.RawIOBase):
    """What a compressed file holds; unlike the libraries' own streams both kinds object to a file that ends too early,
    with an error that no reader takes for the end."""

    def __init__(self, raw: BinaryIO, path: str, frames: Callable[[], Any]) -> None:
        self._raw, self._path, self._frames = raw, path, frames
        self._frame: Any = None
        self._rest = b""  # compressed, behind the end of a frame
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            piece = self._rest or self._raw.read(_PIECE)
            if self._frame is None:
                piece = piece.lstrip(b"\0")  # tapes and some tools fill up with zeros
            if piece:
                self._ready = memoryview(self._decompressed(piece))
            elif self._rest:
                self._rest = b""
            elif self._frame is not None:
                raise ReadError(self._path, "the compressed file ends too early")
            elif not self._raw.peek(1):  # type: ignore[attr-defined]
                return 0
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _decompressed(self, piece: bytes) -> bytes:
        if self._frame is None:
            self._frame = self._frames()
        try:
            found: bytes = self._frame.decompress(piece)
        except Exception as error:  # each library has a class of its own
            raise ReadError(self._path, f"the compressed file is damaged: {error}") from error
        self._rest = b""
        if self._frame.eof:
            self._rest, self._frame = self._frame.unused_data, None
        return found
