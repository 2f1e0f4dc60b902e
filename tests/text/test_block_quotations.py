"""Block quotations: read as if they stood in quotation marks."""

import pytest
from attrs import evolve

from attribution import audit
from attribution.lexicons.loading import load
from attribution.model.document import Article, ParagraphKind, Passage
from attribution.model.span import Span
from attribution.text.segmenting import segment

CASES = [
    (
        "The ministry said in a statement on Monday:",
        ">We regret the wrong figures. The “old” dam was sound.",
        ">We will pay.",
        "Ada Lind, the county engineer, said the dam would last.",
    ),
    ("Ada Lind, the county engineer, said the dam would last.", ">Nobody asked us.", "It was built in 1902."),
    (">Nobody said so.", "Two officials said no."),
]


def article(lines, marked):
    """The lines as an article, those with a sign before them as block quotations, or in quotation marks."""
    texts = [line.lstrip(">") for line in lines]
    quoted = [line.startswith(">") for line in lines]
    if marked:
        again = [quoted[number + 1 : number + 2] == [True] for number in range(len(lines))]
        texts = [
            f"“{text.translate(str.maketrans('“”', '‘’'))}{'' if more else '”'}" if is_quoted else text
            for text, is_quoted, more in zip(texts, quoted, again, strict=True)
        ]
        return Article("\n\n".join(texts))
    passages, position = [], 0
    for text, is_quoted in zip(texts, quoted, strict=True):
        kind = ParagraphKind.BLOCK_QUOTATION if is_quoted else ParagraphKind.PROSE
        passages.append(Passage(Span(position, position + len(text)), kind))
        position += len(text) + 2
    return Article("\n\n".join(texts), passages=tuple(passages))


def said(report):
    text = report.analysis.document.text
    return [
        (
            item.source and item.source.of(text),
            [piece.of(text).strip("“”").replace("‘", "“").replace("’", "”") for piece in item.content],
        )
        for item in report.analysis.attributions
    ]


@pytest.mark.parametrize("lines", CASES, ids=lambda lines: lines[0][:30])
def test_they_are_attributed_as_words_in_quotation_marks_are(lines):
    assert said(audit(article(lines, marked=False))) == said(audit(article(lines, marked=True)))


def test_a_block_is_one_quotation_and_marks_in_it_are_inside():
    document = segment(article(CASES[0], marked=False), load())
    found = [(item.inner.of(document.text), item.level, item.continues) for item in document.quotations]
    assert found == [
        ("We regret the wrong figures. The “old” dam was sound.", 0, False),
        ("old", 1, False),
        ("We will pay.", 0, True),
    ]


def test_a_block_that_opens_with_a_mark_is_quoted_by_its_marks():
    given = article((">“We will pay,” said Lind.",), marked=False)
    document = segment(given, load())
    assert document.quotations == segment(evolve(given, passages=()), load()).quotations
