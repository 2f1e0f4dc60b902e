"""A document holds every part of its article, numbered and in order."""

import subprocess
import sys

import pytest

from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.text.segmenting import segment

LEXICONS = load()
TEXT = "Bridge to close\n\n“It is old,” said Mr. Amadi. “It\nmust go.” Some 4,000 drivers use it.\r\n"


@pytest.fixture(scope="module")
def document():
    return segment(Article(TEXT, name="bridge.txt"), LEXICONS)


def test_paragraphs_count_from_one_and_sentences_from_zero(document):
    assert [(paragraph.index, paragraph.heading) for paragraph in document.paragraphs] == [
        (1, True),
        (2, False),
        (3, False),
    ]
    assert [(sentence.index, sentence.paragraph) for sentence in document.sentences] == [
        (0, 1),
        (1, 2),
        (2, 2),
        (3, 3),
        (4, 3),
    ]


def test_a_paragraph_finds_its_position_again(document):
    assert all(document.paragraph_at(p.span.start) is p and document.paragraph_at(p.span.end) is not p
               for p in document.paragraphs)  # fmt: skip


def test_figures_and_quotations_are_those_of_the_text(document):
    assert [figure.span.of(TEXT) for figure in document.figures] == ["Some 4,000"]
    assert [quotation.span.of(TEXT) for quotation in document.quotations] == ["“It is old,”", "“It", "must go.”"]
    assert [quotation.continues for quotation in document.quotations] == [False, False, True]


def test_a_sentence_has_its_tokens(document):
    tokens = document.sentences[1].tokens
    assert tokens is not None
    assert tokens.span(0, len(tokens)) == document.sentences[1].span


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800", "\x00", "“" * 50, "a" * 5000, ". " * 500, "1" * 500])
def test_any_text_is_segmented(text):
    document = segment(Article(text), LEXICONS)
    assert all(span.end <= len(text) for span in (p.span for p in document.paragraphs))


def test_nltk_is_not_imported_for_a_plain_article():
    """Importing nltk costs as much as a whole run: only a doubtful boundary may do it."""
    program = (
        "import sys; from attribution.lexicons.loading import load; from attribution.model.document import Article; "
        "from attribution.text.segmenting import segment; "
        "segment(Article('Mr. Amadi met two U.S. officials on Jan. 5. He left at 8 p.m. They stayed.'), load()); "
        "sys.exit('nltk' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
