"""An article into a document: paragraphs, quotations, sentences with their tokens, figures."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Article, Document, Paragraph, Quotation, Sentence
from attribution.model.span import Span
from attribution.text.block_quotations import with_blocks
from attribution.text.directives import cut_directives
from attribution.text.numbers import find_figures
from attribution.text.paragraphs import Block, find_paragraphs
from attribution.text.quotations import find_quotations
from attribution.text.sentences import find_sentences
from attribution.text.tokens import tokenize


def segment(article: Article, lexicons: Lexicons) -> Document:
    """The document that `article` is: every part of it in order of position, every offset into its untouched text.

    >>> from attribution.lexicons.loading import load
    >>> document = segment(Article("They left. “Why?” she asked.\\n\\nNobody knew."), load())
    >>> [(sentence.paragraph, sentence.span.of(document.text)) for sentence in document.sentences]
    [(1, 'They left.'), (1, '“Why?” she asked.'), (2, 'Nobody knew.')]
    """
    cut = cut_directives(article)
    return cut.restored(_segment(cut.without, lexicons))


def _segment(article: Article, lexicons: Lexicons) -> Document:
    text = article.text
    blocks = find_paragraphs(text, article.passages)
    quotations = with_blocks(find_quotations(text, [block.span for block in blocks], lexicons), blocks)
    return Document(
        article=article,
        paragraphs=tuple(_paragraphs(text, blocks, quotations, lexicons)),
        quotations=quotations,
        figures=find_figures(text, lexicons),
    )


def _paragraphs(
    text: str, blocks: Sequence[Block], quotations: Sequence[Quotation], lexicons: Lexicons
) -> Iterator[Paragraph]:
    starts = [quotation.span.start for quotation in quotations]
    count = 0
    for index, block in enumerate(blocks, start=1):
        span = block.span
        # A quotation never leaves its paragraph, so those that start in it are those that stand in it.
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside = quotations[first:last]
        sentences = tuple(_sentences(text, span, inside, index, count, lexicons))
        count += len(sentences)
        yield Paragraph(index, span, sentences, heading=block.heading, kind=block.kind)


def _sentences(
    text: str, paragraph: Span, quotations: Sequence[Quotation], index: int, count: int, lexicons: Lexicons
) -> Iterator[Sentence]:
    """The sentences of one paragraph; `quotations` are read once, since both come in order."""
    following = 0
    reaching: list[Quotation] = []
    for number, span in enumerate(find_sentences(text, paragraph, quotations, lexicons), start=count):
        reaching = [quotation for quotation in reaching if quotation.span.end > span.start]
        while following < len(quotations) and quotations[following].span.start < span.end:
            reaching.append(quotations[following])
            following += 1
        tokens = tokenize(text, span.start, span.end, reaching, lexicons) if _is_hot(text, span, reaching) else None
        yield Sentence(number, index, span, tokens)


def _is_hot(text: str, sentence: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether the sentence may hold something worth a closer look. For now every sentence may."""
    return True
