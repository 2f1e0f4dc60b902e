import io
from pathlib import Path

import pytest

from tests.readers.word_files import docx, story


@pytest.fixture
def drafts(folder):
    Path("draft.docx").write_bytes(story())
    return folder


def said(path):
    return [comment.text.splitlines()[1] for comment in docx.Document(io.BytesIO(Path(path).read_bytes())).comments]


def test_what_is_shown_is_written_as_comments(run, drafts):
    before = Path("draft.docx").read_bytes()
    done = run(
        "check", "draft.docx", "--comments", "out.docx", "--min-level", "info", "--format", "json", "--exit-zero"
    )
    assert done.code == 0
    assert said("out.docx") == [f"{item['code']} {item['name']}, {item['severity']}" for item in done.json()]
    assert Path("draft.docx").read_bytes() == before


def test_what_is_not_shown_is_not_written(run, drafts):
    run("check", "draft.docx", "--comments", "out.docx", "--select", "ANON")
    assert said("out.docx")
    assert all(line.startswith("ANON") for line in said("out.docx"))


def test_other_articles_may_be_checked_with_it(run, drafts):
    run("check", "draft.docx", "in", "--comments", "out.docx")
    assert said("out.docx")


@pytest.mark.parametrize(("paths", "count"), [(["in"], 0), (["draft.docx", "second.docx"], 2)])
def test_anything_but_one_document_is_an_error(run, drafts, paths, count):
    Path("second.docx").write_bytes(story())
    done = run("check", *paths, "--comments", "out.docx")
    assert done.code == 2
    assert f"--comments wants one Word document (.docx) among the articles, not {count}" in done.err
    assert not Path("out.docx").exists()


def test_a_folder_that_is_not_there_is_an_error(run, drafts):
    done = run("check", "draft.docx", "--comments", "nowhere/out.docx")
    assert done.code == 2
    assert "nowhere/out.docx: cannot be written" in done.err
