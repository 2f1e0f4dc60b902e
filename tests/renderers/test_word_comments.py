import io

import pytest

from attribution import audit
from attribution.errors import ReadError
from attribution.readers.word import FOOTNOTES, parse_word
from attribution.renderers.word_comments import comment_on
from tests.readers.word_files import docx, notes, saved, story, with_members, with_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def commented(data):
    found = audit(parse_word(data, "draft.docx"))
    return found, comment_on(data, found)


def anchors(data):
    """The words that each comment hangs on, by its number."""
    within, words = {}, {}
    for element in docx.Document(io.BytesIO(data)).element.body.iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            within[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            words[int(number)] = within.pop(number)
        elif element.tag == f"{W}t":
            for key in within:
                within[key] += element.text
        elif element.tag == f"{W}tab":
            for key in within:
                within[key] += "\t"
    return words


def comments(data):
    return {comment.comment_id: comment for comment in docx.Document(io.BytesIO(data)).comments}


def test_a_comment_for_each_finding_on_its_very_words():
    found, written = commented(story())
    assert len(found.findings) >= 4
    words = anchors(written)
    for number, finding in enumerate(found.findings):
        assert words[number] == finding.span.of(found.analysis.document.text)
        said = comments(written)[number]
        assert said.text == f"{finding.message}\n{finding.code} {finding.name}, {finding.severity}"
        assert (said.author, said.initials) == ("attribution", "at")


def test_nothing_that_a_reader_sees_is_changed():
    data = story()
    _, written = commented(data)
    before, after = docx.Document(io.BytesIO(data)), docx.Document(io.BytesIO(written))
    assert [each.text for each in after.paragraphs] == [each.text for each in before.paragraphs]
    styled = [(run.text, run.italic) for each in before.paragraphs for run in each.runs]
    letters = [(letter, italic) for text, italic in styled for letter in text]
    again = [(letter, run.italic) for each in after.paragraphs for run in each.runs for letter in run.text]
    assert again == letters
    assert parse_word(written, "a").text == parse_word(data, "a").text


def test_the_same_findings_give_the_same_bytes():
    data = story()
    found, written = commented(data)
    assert comment_on(data, found) == written


@pytest.mark.parametrize(
    "xml",
    [
        "<w:r><w:t>Some offi</w:t></w:r><w:r><w:t>cials said it fell.</w:t></w:r>",
        "<w:r><w:tab/><w:t>Some officials</w:t><w:tab/><w:t>said it fell.</w:t></w:r>",
        "<w:hyperlink><w:r><w:t>Some officials</w:t></w:r></w:hyperlink><w:r><w:t> said it fell.</w:t></w:r>",
        '<w:ins w:id="9" w:author="x"><w:r><w:t>Some officials said it fell.</w:t></w:r></w:ins>',
        "<w:r><w:t>Some</w:t></w:r><w:r><w:t>&#160;officials</w:t></w:r><w:r><w:t> said it fell.</w:t></w:r>",
        "<w:r><w:t>“Yes.” Some officials said A&amp;B fell. Some officials said it fell.</w:t></w:r>",
    ],
)
def test_words_are_found_however_runs_cut_them(xml):
    document = docx.Document()
    with_xml(document.add_paragraph(), xml)
    found, written = commented(saved(document))
    text = found.analysis.document.text
    assert found.findings
    for number, finding in enumerate(found.findings):
        assert anchors(written)[number].split() == finding.span.of(text).split()


def test_words_of_a_footnote_hang_on_its_number():
    document = docx.Document()
    paragraph = document.add_paragraph("The dam will close.")
    with_xml(paragraph, '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> It will.</w:t></w:r>')
    with_xml(paragraph, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = with_members(saved(document), {FOOTNOTES: notes("It rained.", "Sources said that it fell.")})
    found, written = commented(data)
    assert found.findings
    body = docx.Document(io.BytesIO(written)).element.body
    for start in body.iter(f"{W}commentRangeStart"):
        behind = next(element for element in start.itersiblings() if element.tag == f"{W}r")
        assert behind.find(f"{W}footnoteReference").get(f"{W}id") == "2"


def test_comments_that_are_there_stay():
    document = docx.Document()
    run = document.add_paragraph("Some officials said it fell.").runs[0]
    document.add_comment([run], "Who?", "Editor", "E")
    found, written = commented(saved(document))
    authors = [comment.author for comment in comments(written).values()]
    assert authors == ["Editor", *["attribution"] * len(found.findings)]


def test_what_cannot_be_opened_says_so():
    found, _ = commented(story())
    with pytest.raises(ReadError, match=r"cannot be commented on"):
        comment_on(with_members(story(), {"[Content_Types].xml": None}), found)
