import pytest

from attribution.errors import ReadError
from attribution.readers.decoding import decode


@pytest.mark.parametrize(
    ("data", "text", "skipped"),
    [
        (b"plain", "plain", 0),
        ("“café” 🙂".encode(), "“café” 🙂", 0),
        (b"\xef\xbb\xbfmarked", "marked", 1),
        (b"one\r\ntwo\r", "one\r\ntwo\r", 0),
        (b"", "", 0),
    ],
)
def test_text_is_what_the_bytes_say_without_a_byte_order_mark(data, text, skipped):
    assert decode(data, "a.txt") == (text, skipped)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9 au lait", "a.txt: not UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfcaf\xe9", "a.txt: not UTF-8: byte 0xe9 at offset 6"),
        ("text".encode("utf-16"), "byte 0xff at offset 0 (invalid start byte); it looks like UTF-16"),
        (b"cut \xe2\x80", "byte 0xe2 at offset 4"),
        (b"\xed\xa0\x80", "byte 0xed at offset 0"),
    ],
)
def test_the_first_wrong_byte_is_named_with_its_place(data, problem):
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert problem in str(caught.value)
    assert isinstance(caught.value.__cause__, UnicodeDecodeError)
