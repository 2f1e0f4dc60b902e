"""Suppression on the command line."""

import json
from pathlib import Path

import pytest

BARE = "Sources said the pier had sunk.\n"
SELECT = ("--select", "ANON101,ANON103")


@pytest.fixture
def write(folder: Path):
    """Writes an article."""

    def article(text: str, name: str = "pier.txt") -> Path:
        (folder / name).write_bytes(text.encode("utf-8"))
        return folder / name

    return article


def codes(done) -> list[str]:
    return [item["code"] for item in done.json()]


def test_what_is_suppressed_is_not_shown_and_does_not_fail(run, write):
    write(f"[attribution: ignore ANON known to the desk]\n{BARE}")
    done = run("check", "pier.txt", *SELECT, "--fail-on", "info", "--format", "json")
    assert (done.code, codes(done)) == (0, [])
    assert run("report", "pier.txt", *SELECT, "--format", "json").json()["findings"] == []


def test_all_is_shown_on_demand(run, write):
    write(f"[attribution: ignore ANON known]\n[attribution: ignroe]\n{BARE}")
    done = run("check", "pier.txt", *SELECT, "--no-suppressions", "--format", "json")
    assert (done.code, codes(done)) == (1, ["ANON101", "ANON103"])


@pytest.mark.parametrize("format", ["full", "concise", "grouped", "sarif", "github", "gitlab", "junit", "checkstyle"])
def test_a_finding_about_a_directive_has_its_place_in_every_format(run, write, format):
    write("Rain fell.\n\n[attribution: ignore ANON1O3 “naïve” 🙂]\nSnow fell.\n")
    done = run("check", "pier.txt", "--format", format, "--fail-on", "warning")
    assert done.code == 1
    assert "META902" in done.out or "unknown-suppressed-rule" in done.out


def test_a_reason_may_be_required_by_option_or_configuration(run, write, folder):
    write(f"[attribution: ignore ANON]\n{BARE}")
    assert run("check", "pier.txt", *SELECT).code == 0
    assert codes(run("check", "pier.txt", *SELECT, "--require-reason", "--format", "json")) == ["META903"]
    (folder / "in" / "attribution.toml").write_text("require_reason = true\n")
    write(f"[attribution: ignore ANON]\n{BARE}", "in/pier.txt")
    done = run("check", "in/pier.txt", *SELECT)
    assert (done.code, "META903" in done.out) == (1, True)


def test_directives_are_added_once_and_the_file_stays_as_it_was_otherwise(run, write):
    path = write(f"\ufeffRain fell.\r\n\r\n{BARE.strip()}\r\n")
    path.chmod(0o640)
    done = run("check", "pier.txt", *SELECT, "--add-ignore", "--reason", "known to the desk")
    assert (done.code, done.lines) == (
        0,
        ["pier.txt: 2 findings suppressed", "2 findings suppressed in 1 file"],
    )
    directive = "[attribution: ignore ANON101, ANON103 known to the desk]"
    after = f"\ufeffRain fell.\r\n\r\n{directive}\r\n{BARE.strip()}\r\n".encode()
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (after, 0o640)
    assert run("check", "pier.txt", *SELECT, "--add-ignore").lines == ["0 findings suppressed in 0 files"]
    assert path.read_bytes() == after
    assert run("check", "pier.txt", *SELECT, "--fail-on", "info").code == 0


def test_directives_are_added_for_the_rules_named_and_for_what_is_shown(run, write):
    path = write(BARE)
    assert run("check", "pier.txt", *SELECT, "--min-level", "error", "--add-ignore", "ANON").code == 0
    assert path.read_text().startswith("[attribution: ignore ANON103]\n")
    assert run("check", "pier.txt", *SELECT, "--add-ignore=no-anonymity-reason").code == 0
    assert path.read_text().startswith("[attribution: ignore ANON103, ANON101]\n")


def test_directives_cannot_be_added_where_text_is_packed(run, folder):
    before = (folder / "wire.jsonl").read_bytes()
    done = run("check", "wire.jsonl", "--add-ignore")
    assert done.code == 2
    assert "attribution: w1: directives cannot be written into it, only into files of one article: .txt" in done.err
    assert (folder / "wire.jsonl").read_bytes() == before
    assert run("check", "-", "--add-ignore", stdin=BARE.encode()).code == 2


def test_directives_in_packed_articles_hold(run, folder):
    (folder / "one.jsonl").write_text(json.dumps({"text": f"[attribution: ignore-file known]\n{BARE}"}) + "\n")
    assert codes(run("check", "one.jsonl", *SELECT, "--format", "json")) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--add-ignore", "ANON1O1"), "--add-ignore: no rule or family answers to 'ANON1O1'; did you mean ANON101?"),
        (("--add-ignore", "--require-reason"), "a reason is required here; give it with --reason TEXT"),
        (("--add-ignore", "--reason", "see ]"), "reason: ] cannot stand in a directive"),
    ],
)
def test_a_wrong_wish_is_one_line_and_2_and_nothing_is_written(run, write, options, said):
    path = write(BARE)
    done = run("check", "pier.txt", *options)
    assert (done.code, said in done.err, len(done.err.splitlines())) == (2, True, 1)
    assert path.read_text() == BARE


def test_what_is_mended_is_read_with_its_directives(run, write):
    path = write("[attribution: ignore-file ANON known]\nHe was allegedly accused of theft.\n\nSources said so.\n")
    done = run("check", "pier.txt", "--select", "ANON,WORD", "--fix", "--format", "json")
    assert path.read_text().startswith("[attribution: ignore-file ANON known]\nHe was accused of theft.\n")
    assert not [code for code in codes(done) if code.startswith("ANON")]


def test_a_finding_about_directives_is_explained_like_a_rule(run):
    done = run("rule", "META901")
    assert (done.code, done.lines[0].split(" (")[0]) == (0, "META901 unused-suppression")
    assert max(map(len, done.lines)) <= 80
