import pytest

from attribution.errors import ReadError
from attribution.model.original import Original
from attribution.readers.decoding import decode


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        (b"plain", None, Original("plain")),
        ("“café” 🙂".encode(), None, Original("“café” 🙂")),
        (b"\xef\xbb\xbfmarked", None, Original("marked", marked=True)),
        ("\ufeff🙂".encode("utf-16-le"), None, Original("🙂", "utf-16-le", marked=True)),
        ("\ufeff🙂".encode("utf-16-be"), "latin1", Original("🙂", "utf-16-be", marked=True)),
        ("é“".encode("windows-1252"), "ISO-8859-1", Original("é“", "windows-1252")),
        ("я".encode("koi8-r"), " KOI8-R ", Original("я", "koi8-r")),
        ("é".encode("mac-roman"), "macintosh", Original("é", "mac-roman")),
        ("日".encode("shift_jis"), "x-sjis", Original("日", "shift_jis")),
        (b"one\r\ntwo\r", None, Original("one\r\ntwo\r")),
        (b"", None, Original("")),
    ],
)
def test_a_mark_decides_then_what_is_declared_else_it_is_utf_8(data, declared, expected):
    found = decode(data, "a.txt", declared=declared)
    assert found == expected
    assert found.encoded(found.text) == data


@pytest.mark.parametrize(
    ("data", "declared", "problem"),
    [
        (b"caf\xe9 au lait", None, "a.txt: not UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfcaf\xe9", "latin1", "a.txt: not UTF-8: byte 0xe9 at offset 6"),
        (b"\xff\xfeab\x00", None, "a.txt: not UTF-16-LE: byte 0x00 at offset 4 (truncated data)"),
        (b"cut \xe2\x80", None, "byte 0xe2 at offset 4"),
        (b"\xed\xa0\x80", None, "byte 0xed at offset 0"),
        (b"ab\x81", "windows-1252", "not WINDOWS-1252, which it declares: byte 0x81 at offset 2"),
    ],
)
def test_the_first_wrong_byte_is_named_with_its_place(data, declared, problem):
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt", declared=declared)
    assert problem in str(caught.value)
    assert isinstance(caught.value.__cause__, UnicodeDecodeError)


@pytest.mark.parametrize(
    ("data", "declared", "problem"),
    [
        (b"ab", "klingon", "declares the encoding 'klingon', which is not known; save it as UTF-8"),
        (b"6162", "hex", "declares the encoding 'hex', which is not known"),
        (b"ab", "unicode_escape", "declares the encoding 'unicode_escape', which is not known"),
        (b"ab", "utf-7", "declares the encoding 'utf-7', which is not known"),
        (b"ab", "x" * 99, "declares the encoding '" + "x" * 40 + "…', which is not known"),
        (b"ab", "UTF-16", "declares the encoding 'UTF-16' and has no byte order mark; save it as UTF-8"),
        ("\ufeffab".encode("utf-32-le"), None, "UTF-32, by its byte order mark, is not read; save it as UTF-8"),
        ("\ufeffab".encode("utf-32-be"), None, "UTF-32, by its byte order mark, is not read; save it as UTF-8"),
    ],
)
def test_an_encoding_that_is_not_read_is_named(data, declared, problem):
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt", declared=declared)
    assert problem in str(caught.value)
