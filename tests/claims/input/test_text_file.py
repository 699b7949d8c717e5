"""The text of a file."""

from io import BytesIO

import pytest

from indicators.claims.input.text_file import MAX_TEXT_BYTES, decode_text, load_text
from indicators.errors import UsageError


def test_utf16_is_read_by_its_mark():
    assert decode_text("Рост 40%".encode("utf-16")).endswith("Рост 40%")


@pytest.mark.parametrize(
    ("content", "found"), [(b"a\xffb", "0xff at position 1"), (b"a\0b", "zero byte"), (b"a" * 2_000_001, "2,000,001")]
)
def test_what_is_not_plain_text_is_refused_with_what_was_found(content, found):
    with pytest.raises(UsageError, match=found):
        decode_text(content)


def test_no_more_is_read_of_a_stream_than_needed():
    stream = BytesIO(b"a" * (MAX_TEXT_BYTES + 10))
    with pytest.raises(UsageError):
        load_text(stream)
    assert stream.tell() == MAX_TEXT_BYTES + 1


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none\.txt"):
        load_text(tmp_path / "none.txt")
