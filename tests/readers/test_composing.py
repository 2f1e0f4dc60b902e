"""What readers put articles together with: white space as a browser shows it, and every offset led back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import ReadError
from attribution.model.document import Article, ParagraphKind
from attribution.model.original import Original, Segment, Slice
from attribution.model.span import Span
from attribution.readers.composing import Composer
from attribution.text.lines import FileLines, is_plain


def composed(source, *steps):
    """An article out of the parts of a source that are written, each "=words" stretch put for a reference."""
    composer = Composer(Original(source))
    position = 0
    for step in steps:
        word, *meant = step if isinstance(step, tuple) else (step,)
        start = source.index(word, position)
        position = start + len(word)
        if meant:
            composer.put(meant[0], start, position)
        else:
            composer.write(start, position)
    return composer.article("a.html", format="html")


@pytest.mark.parametrize(
    ("source", "steps", "text"),
    [
        ("Rain  fell", ["Rain  fell"], "Rain fell"),
        ("\n\tRain\r\n fell \n", ["\n\tRain\r\n fell \n"], "Rain fell"),
        ("a <b> b </b> c", ["a ", " b ", " c"], "a b c"),
        ("a<b>b</b>", ["a", "b"], "ab"),
        ("a&#10;&#32;b", ["a", ("&#10;", "\n"), ("&#32;", " "), "b"], "a b"),
        ("a&nbsp; b", ["a", ("&nbsp;", "\xa0"), " b"], "a\xa0 b"),
        ("re\xadport", ["re\xadport"], "report"),
        ("re&shy;port", ["re", ("&shy;", "\xad"), "port"], "report"),
        ("a \xad b", ["a \xad b"], "a b"),
        ("\xad a", ["\xad a"], "a"),
        ("R&amp;D", ["R", ("&amp;", "&"), "D"], "R&D"),
    ],
)
def test_white_space_is_what_a_browser_shows(source, steps, text):
    assert composed(source, *steps).text == text


def test_every_character_is_led_back():
    article = composed("<p>R&amp;D\n  is  <b>up</b>", "R", ("&amp;", "&"), "D\n  is  ", "up")
    source = article.original.text
    slices = [
        source[piece.start : piece.end] for at in range(len(article.text)) for piece in article.slices(Span(at, at + 1))
    ]
    assert slices == ["R", "&amp;", "D", "\n  ", "i", "s", "  ", "u", "p"]
    assert article.slices(Span(0, 3)) == (Slice(3, 10),)
    assert [source[piece.start : piece.end] for piece in article.slices(Span(2, 9))] == ["D\n  is  ", "up"]


def test_paragraphs_stand_apart_and_keep_what_they_are():
    source = "Head|Text one.|Said so.|"
    composer = Composer(Original(source))
    composer.paragraph(ParagraphKind.HEADING, origin=0)
    composer.write(0, 4)
    composer.paragraph(origin=5)
    composer.write(5, 14)
    composer.paragraph()
    composer.paragraph(ParagraphKind.BLOCK_QUOTATION)
    composer.write(15, 23)
    article = composer.article("a.html", format="html")
    assert article.text == "Head\n\nText one.\n\nSaid so."
    assert [(item.span.of(article.text), item.kind.value, item.origin) for item in article.passages] == [
        ("Head", "heading", 0),
        ("Text one.", "prose", 5),
        ("Said so.", "block_quotation", None),
    ]
    assert article.slices(Span(4, 6)) == ()
    assert article.hull(Span(4, 6)) == Slice(4, 4)
    assert article.hull(Span(2, 8)) == Slice(2, 7)


def test_parts_of_a_zipped_file_are_told_apart():
    composer = Composer(Original("One.", part="word/document.xml"))
    composer.write(0, 4)
    composer.turn_to(Original("Two.", part="word/footnotes.xml"))
    composer.write(0, 4)
    article = composer.article("a.docx", format="docx")
    assert [item.part for item in article.originals] == ["word/document.xml", "word/footnotes.xml"]
    assert article.original is None
    assert article.slices(Span(2, 8)) == (Slice(2, 4, "word/document.xml"), Slice(0, 2, "word/footnotes.xml"))
    assert FileLines.of(article).span(Span(6, 10)) == Span(6, 10)


def test_nothing_is_an_error():
    with pytest.raises(ReadError, match="holds no text"):
        composed(" \n\xad", " \n\xad")


def test_places_are_those_of_the_file():
    article = composed("<p>\n  Rain\n  &amp; <b>snow</b> fell", "Rain\n  ", ("&amp;", "&"), " ", "snow", " fell")
    places = FileLines.of(article)
    start = places.span(Span(article.text.index("snow"), len(article.text))).start
    position = places.lines.position(start)
    assert (position.line, position.column) == (3, 12)
    assert places.unbroken(Span(0, 6)) == Span(6, 18)
    assert places.unbroken(Span(0, 8)) is None


def test_a_plugin_may_give_segments_without_its_file():
    article = Article("Rain", segments=(Segment(0, 4, 8),))
    assert article.slices(Span(1, 3)) == (Slice(9, 11),)
    assert FileLines.of(article).span(Span(1, 3)) == Span(1, 3)


@pytest.mark.parametrize("text", ["police said", "“Why?”", "it's, they (said)", ""])
def test_words_are_no_markup(text):
    assert is_plain(text)


@pytest.mark.parametrize("text", ["a & b", "a<b", "*a*", "a_b", "[a", "a\nb", "`", "\\", "a  b", "a|b", "# a"])
def test_signs_of_any_markup_are_not_plain(text):
    assert not is_plain(text)


@given(st.text(alphabet="ab \n\t\xad\xa0é🙂", max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_however_a_text_is_cut_into_writes_it_comes_out_the_same(source, cuts):
    whole, pieces = Composer(Original(source)), Composer(Original(source))
    whole.write(0, len(source))
    places = sorted({0, len(source), *(cut for cut in cuts if cut < len(source))})
    for start, end in pairwise(places):
        pieces.write(start, end)
    expected = " ".join(source.replace("\xad", "").replace("\xa0", "=").split()).replace("=", "\xa0")
    if not expected:
        return
    first, second = (composer.article("a.html", format="html") for composer in (whole, pieces))
    assert first.text == second.text == expected
    for at, letter in enumerate(first.text):
        (found,) = first.slices(Span(at, at + 1))
        assert source[found.start : found.end] == letter or (
            letter == " " and source[found.start : found.end].isspace()
        )
