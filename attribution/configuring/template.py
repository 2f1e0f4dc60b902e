"""The file that a newsroom starts from: every key with what it means, as comments to take the mark from."""

from pathlib import Path

from attribution.config import Config
from attribution.configuring.files import NAMES, configured, shown
from attribution.configuring.keys import KEYS, Key
from attribution.configuring.toml import written
from attribution.errors import ReadError

_HEAD = """\
# Settings of attribution. They hold for articles in this folder and below, where no nearer file has its own.
# Take away the # before what you want to set; `attribution config show` prints what holds then.
"""


def template() -> str:
    """The text of a new configuration file, in which nothing but the profile is set.

    Tables come last: a key that stood below one would belong to it.
    """
    plain = [key for key in KEYS.values() if not _is_table(key)]
    tables = [key for key in KEYS.values() if _is_table(key)]
    return _HEAD + "".join(f"\n{_entry(key)}" for key in (*plain, *tables))


def write_template(path: Path) -> Path:
    """Writes the template to a new file, which may be given by its folder, and gives its path.

    Raises `ReadError` where one holds for the folder already, and where it cannot be written.
    """
    if path.is_dir():
        path = path / NAMES[0]
    there = configured(path.absolute().parent)
    if there is not None:
        raise ReadError(shown(there), "holds for this folder already; it is left alone")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError as error:
        raise ReadError(str(path), "is there already; it is left alone") from error
    except OSError as error:
        raise ReadError(str(path), f"cannot be written: {error.strerror}") from error
    return path


def _is_table(key: Key) -> bool:
    return key.example.startswith("[")


def _entry(key: Key) -> str:
    """One key: what it means, and an example with a mark before each line, which a hash and a letter makes."""
    if key.name == "profile":
        return f"# {key.meaning}\nprofile = {written(Config().policy)}\n"
    return f"# {key.meaning}\n" + "".join(f"#{line}\n" for line in key.example.splitlines())
