"""Members of zipped files, read within bounds: a small file may unpack to more than any machine has."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from attribution.errors import ReadError

LARGEST = 100_000_000
"""How many bytes one member may unpack to; a book has two million."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@contextmanager
def unzipped(data: bytes, name: str) -> Iterator["Members"]:
    """The members of the zipped file in `data`; raises `ReadError` when it is none, or when a member is broken."""
    if data.startswith(_OLD_OFFICE):
        raise ReadError(name, "is an old .doc file or has a password; save it as .docx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Members(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise ReadError(name, f"not a whole zipped file: {error}") from error


class Members:
    """What is in a zipped file."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name

    def find(self, member: str) -> bytes | None:
        """What a member unpacks to, `None` where there is none of this name.

        Raises `ReadError` when it unpacks to more than `LARGEST` bytes, whatever it says itself, or has a password.
        """
        try:
            with self._archive.open(member) as file:
                data = file.read(LARGEST + 1)
        except KeyError:
            return None
        except RuntimeError as error:  # what zipfile raises for a member that is encrypted
            raise ReadError(self._name, f"{member}: {error}") from error
        if len(data) > LARGEST:
            raise ReadError(self._name, f"{member} unpacks to more than {LARGEST:,} bytes")
        return data
