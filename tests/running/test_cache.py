import os
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.running.cache import Cache

KEY, OTHER = "ab" + "0" * 62, "cd" + "1" * 62


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / ".attribution_cache")


def test_what_was_written_is_read(cache):
    assert cache.read(KEY) is None
    cache.write(KEY, {"a": ["“\ud800”", None, 1.5]})
    assert cache.read(KEY) == {"a": ["“\ud800”", None, 1.5]}
    assert cache.read(OTHER) is None


def test_the_folder_says_what_it_is(cache):
    cache.write(KEY, 1)
    assert (cache.folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (cache.folder / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-3],
        lambda content: content.replace(b"Lind", b"Lund"),
        lambda content: b"\x00" * len(content),
        lambda content: content + b"\n",
    ],
    ids=["empty", "cut short", "altered", "zeros", "longer"],
)
def test_a_damaged_entry_counts_as_missing_and_is_written_anew(cache, damage):
    cache.write(KEY, ["Ada Lind"])
    path = next(cache.folder.glob("ab/*.json"))
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read(KEY) is None
    cache.write(KEY, ["Ada Lind"])
    assert cache.read(KEY) == ["Ada Lind"]


def test_an_entry_under_another_key_is_none(cache):
    cache.write(KEY, 1)
    (cache.folder / "cd").mkdir()
    next(cache.folder.glob("ab/*.json")).rename(cache.folder / "cd" / f"{OTHER[2:]}.json")
    assert cache.read(OTHER) is None


def test_over_the_limit_what_was_used_least_recently_goes(tmp_path):
    cache = Cache(tmp_path / "cache", limit=10_000)
    keys = [f"{number:02x}" + "0" * 62 for number in range(12)]
    for age, key in enumerate(keys):
        cache.write(key, "x" * 1_000)
        os.utime(cache.folder / key[:2] / f"{key[2:]}.json", (1_000_000 + age, 1_000_000 + age))
    assert cache.read(keys[0]) is not None  # which marks it as used now
    cache.prune()
    there = [key for key in keys if cache.read(key) is not None]
    assert keys[0] in there
    assert keys[1] not in there
    assert there[1:] == keys[-len(there) + 1 :]
    assert sum(path.stat().st_size for path in cache.folder.glob("*/*")) <= 8_000


def test_cleaning_deletes_a_cache_and_nothing_else(cache, tmp_path):
    assert cache.clean() is False
    cache.write(KEY, 1)
    assert cache.clean() is True
    assert not cache.folder.exists()
    other = Cache(tmp_path)
    (tmp_path / "article.txt").write_text("Rain fell.")
    assert other.clean() is False
    assert (tmp_path / "article.txt").exists()


def test_it_may_be_deleted_between_two_writes(cache):
    cache.write(KEY, 1)
    cache.clean()
    cache.write(OTHER, 2)
    assert cache.read(OTHER) == 2


def test_writers_side_by_side_never_leave_half_an_entry(cache):
    program = (
        "import sys; from pathlib import Path; from attribution.running.cache import Cache\n"
        f"cache = Cache(Path(sys.argv[1]))\nfor _ in range(60): cache.write({KEY!r}, ['x' * 50_000, sys.argv[2]])"
    )
    cache.write(KEY, ["x" * 50_000, "0"])
    writers = [
        subprocess.Popen([sys.executable, "-c", program, cache.folder, str(number)], cwd=Path(__file__).parents[2])
        for number in range(3)
    ]
    read = []
    while any(writer.poll() is None for writer in writers):
        read.append(cache.read(KEY))
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert all(value is not None and value[0] == "x" * 50_000 for value in read)
    assert [path.suffix for path in cache.folder.glob("*/*")] == [".json"]
