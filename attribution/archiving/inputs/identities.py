"""Which ids an archive has used, however many they are: kept on disk once they are more than memory should hold."""

import hashlib
import sqlite3
from types import TracebackType

from attribution.archiving.documents import Document, Failure


class Identities:
    """The ids of the documents so far, in a temporary database that nobody else sees."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")  # no name: SQLite deletes it with the connection
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE used (id BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")

    def __enter__(self) -> "Identities":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._database.close()

    def checked(self, document: Document | Failure) -> Document | Failure:
        """The document, or a failure when its id was used before."""
        if isinstance(document, Failure):
            return document
        # A digest, since ids may be long, and SQLite's texts cannot hold half a surrogate pair.
        key = hashlib.blake2b(_bytes(document.id), digest_size=16).digest()
        place = _bytes(document.place)
        if self._database.execute("INSERT OR IGNORE INTO used VALUES (?, ?)", (key, place)).rowcount:
            return document
        (first,) = self._database.execute("SELECT place FROM used WHERE id = ?", (key,)).fetchone()
        where = first.decode("utf-8", "surrogatepass")
        return Failure(document.place, f"id {document.id!r} was already used at {where}", document.id)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
