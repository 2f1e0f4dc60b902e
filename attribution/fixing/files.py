"""Files replaced whole or not at all."""

import os
import tempfile
from pathlib import Path

from attribution.errors import ReadError
from attribution.model.original import Original


def replace_text(path: str, text: str, *, like: Original | None = None, name: str = "") -> None:
    """Writes `text` in place of the file at `path`, as UTF-8 or in the encoding of what it was `like`; the mode stays.

    Whoever reads the file meanwhile sees the old text or the new one, never a part. A file that is not there is made.
    Raises `ReadError`, which calls the file `name`, when it cannot be written; then the old file is still there.
    """
    real = Path(os.path.realpath(path))
    made = not real.exists()
    try:
        if made:
            real.touch()  # with the mode that new files get here
        mode = real.stat().st_mode
        handle, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    except OSError as error:
        raise ReadError(name or path, f"cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write((like or Original("")).encoded(text))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode & 0o7777)
        Path(temporary).replace(real)
    except (OSError, UnicodeEncodeError) as error:
        Path(temporary).unlink(missing_ok=True)
        if made:
            real.unlink(missing_ok=True)
        raise ReadError(name or path, f"cannot be written: {error}") from error
