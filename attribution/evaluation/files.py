"""The bytes of a file, unpacked where it is packed, and standard input under the name "-"."""

import gzip
import sys
import zlib
from pathlib import Path

from attribution.errors import ReadError
from attribution.readers.reading import STANDARD_INPUT


def file_bytes(path: str) -> bytes:
    """What is in the file at `path`, which may end in `.gz`; raises `ReadError` when it cannot be read."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        data = Path(path).read_bytes()
        return gzip.decompress(data) if path.endswith(".gz") else data
    except FileNotFoundError as error:
        raise ReadError(path, "no such file or folder") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ReadError(path, f"not a whole gzip file: {error}") from error
    except (OSError, ValueError) as error:
        raise ReadError(path, str(getattr(error, "strerror", None) or error)) from error
