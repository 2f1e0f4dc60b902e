import io
import re
import zipfile
from html import unescape

import pytest

from attribution.errors import ReadError
from attribution.model.document import ParagraphKind
from attribution.readers.word import DOCUMENT, FOOTNOTES, parse_word
from tests.readers.mapping import assert_spans_map_back
from tests.readers.word_files import docx, notes, saved, story, with_members, with_xml


def paragraphs(data):
    article = parse_word(data, "draft.docx")
    return [(passage.kind.value, passage.span.of(article.text)) for passage in article.passages]


def stripped(source):
    """XML without its tags, and with what its references and CDATA sections mean."""
    pieces = re.split(r"<!\[CDATA\[(.*?)\]\]>", source)
    words = (unescape(re.sub(r"<[^>]*>", "", piece)) if index % 2 == 0 else piece for index, piece in enumerate(pieces))
    return "".join(words)


def test_paragraphs_say_what_they_are_and_runs_are_joined():
    assert paragraphs(story()) == [
        ("heading", "Dam to close"),
        ("prose", "The dam will close & stay shut, some officials told Reuters on condition of anonymity."),
        ("block_quotation", "“It’s over,” Ida Moss, the county engineer, said."),
        ("item", "More than 4,000 people were killed in 1931."),
    ]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:ins w:id="1" w:author="x"><w:r><w:t>in</w:t></w:r></w:ins>', "Ain"),
        ('<w:del w:id="1" w:author="x"><w:r><w:delText>out</w:delText></w:r></w:del>', "A"),
        ('<w:moveFrom w:id="1" w:author="x"><w:r><w:t>away</w:t></w:r></w:moveFrom>', "A"),
        ('<w:moveTo w:id="1" w:author="x"><w:r><w:t>here</w:t></w:r></w:moveTo>', "Ahere"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "A"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "Aseen"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r>", "Ayes"),
        ("<w:r><w:tab/><w:t>B</w:t></w:r>", "A B"),
        ("<w:r><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A\N{NON-BREAKING HYPHEN}B"),
        ("<w:r><w:softHyphen/><w:t>B</w:t></w:r>", "AB"),
        ('<w:r><w:br w:type="page"/><w:t>B</w:t></w:r>', "AB"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "A7"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "Alink"),
        ("<w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", "Atag"),
        ("<w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>", "Afield"),
        ('<w:r><w:t xml:space="preserve"> &amp; &#233;&#x1F642; </w:t></w:r><w:r><w:t>B</w:t></w:r>', "A & é🙂 B"),
        ("<w:r><w:t><![CDATA[ <b>&amp; ]]></w:t></w:r>", "A <b>&amp;"),
    ],
)
def test_what_is_read_of_a_paragraph(xml, text):
    document = docx.Document()
    paragraph = document.add_paragraph("A")
    with_xml(paragraph, xml)
    assert paragraphs(saved(document)) == [("prose", text)]


def test_a_line_break_within_a_paragraph_begins_another():
    document = docx.Document()
    document.add_paragraph("A").add_run().add_break()
    document.paragraphs[0].add_run("B")
    assert paragraphs(saved(document)) == [("prose", "A"), ("prose", "B")]


def test_cells_of_tables():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "4 dead", "5 hurt"
    assert paragraphs(saved(document)) == [("cell", "4 dead"), ("cell", "5 hurt")]


def test_a_text_box_stands_behind_its_paragraph_and_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    document = docx.Document()
    paragraph = document.add_paragraph("Before ")
    shown = f"<w:pict>{box}</w:pict>"
    choices = f'<mc:Choice Requires="wps">{shown}</mc:Choice><mc:Fallback>{shown}</mc:Fallback>'
    with_xml(
        paragraph,
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}">{choices}</mc:AlternateContent></w:r>'
        "<w:r><w:t>and behind.</w:t></w:r>",
    )
    assert paragraphs(saved(document)) == [("prose", "Before and behind."), ("prose", "In a box.")]


def test_styles_are_known_by_their_names_whatever_their_identifiers():
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    document = docx.Document()
    with_xml(document.add_paragraph(), '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Titel</w:t></w:r>')
    data = with_members(saved(document), {"word/styles.xml": styles})
    assert paragraphs(data)[0] == ("heading", "Titel")


def test_footnotes_stand_behind_the_text_and_lead_to_their_own_part():
    data = with_members(story(), {FOOTNOTES: notes("Sources said so.", "Nobody else did.")})
    article = parse_word(data, "draft.docx")
    assert [passage.span.of(article.text) for passage in article.passages[-2:]] == [
        "Sources said so.",
        "Nobody else did.",
    ]
    assert article.passages[-1].kind is ParagraphKind.FOOTNOTE
    assert {each.part for each in article.slices(article.passages[-1].span)} == {FOOTNOTES}
    assert {each.part for each in article.slices(article.passages[0].span)} == {DOCUMENT}


@pytest.mark.parametrize("notes_too", [False, True])
def test_every_span_of_a_report_leads_back_to_its_words(notes_too):
    def change(document):
        paragraph = document.add_paragraph("“We ")
        with_xml(
            paragraph,
            '<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve">did&#160;not </w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="x"><w:r><w:delText>lie</w:delText></w:r></w:del>'
            "<w:r><w:t>know 🙂,” A&amp;B’s spokes</w:t></w:r><w:r><w:t>man</w:t><w:tab/><w:t>said.</w:t></w:r>",
        )

    data = story(change=change)
    if notes_too:
        data = with_members(data, {FOOTNOTES: notes("Two aides told Reuters that it <![CDATA[&]]> more fell.")})
    article = parse_word(data, "draft.docx")
    assert assert_spans_map_back(article, stripped) > 30


def test_a_document_of_the_strict_kind():
    data = story()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read(DOCUMENT).decode()
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert paragraphs(with_members(data, {DOCUMENT: strict}))[0][1] == "Dam to close"


def bomb(size):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b" " * size)
    return written.getvalue()


def deep(depth):
    return with_members(story(), {DOCUMENT: "<a>" * depth + "</a>" * depth})


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not a whole zipped file: File is not a zip file"),
        (b"The dam will close.", "not a whole zipped file: File is not a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old .doc file or has a password; save it as .docx without one"),
        (story()[:-40], "not a whole zipped file: File is not a zip file"),
        (with_members(story(), {DOCUMENT: None}), "not a Word document: it has no word/document.xml"),
        (with_members(story(), {DOCUMENT: ""}), "word/document.xml: not well-formed XML: no element found, line 1"),
        (with_members(story(), {DOCUMENT: "<w:p>"}), "word/document.xml: not well-formed XML: unbound prefix"),
        (with_members(story(), {DOCUMENT: "<a/>"}), "holds no text"),
        (
            with_members(story(), {DOCUMENT: b"<a>\xff</a>"}),
            "word/document.xml: not UTF-8, which it declares: byte 0xff",
        ),
        (
            with_members(story(), {DOCUMENT: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "word/document.xml: declares the entity 'b'; files with entities of their own are not read",
        ),
        (
            with_members(story(), {DOCUMENT: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
            "word/document.xml: declares the entity 'b'; files with entities of their own are not read",
        ),
        (deep(300), "word/document.xml: more than 200 elements stand inside one another"),
        (bomb(200_000_000), "word/document.xml unpacks to more than 100,000,000 bytes"),
    ],
)
def test_what_is_no_document_or_not_safe_to_read(data, problem):
    with pytest.raises(ReadError) as caught:
        parse_word(data, "draft.docx")
    assert str(caught.value).startswith(f"draft.docx: {problem}")
