"""A damaged file is refused in a sentence, wherever in it the damage is."""

import re
import zipfile
from contextlib import suppress
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import IndicatorsError
from indicators.importing import FileOptions, file_messages, open_source

ROWS = [("Germany", 1960 + number, number * 37 % 101) for number in range(60)]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The bytes of a sound file of each kind, and a place for a damaged one."""
    folder = tmp_path_factory.mktemp("damage")
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        lines = [",".join(map(str, row)) for row in [("country", "year", "value"), *ROWS]]
        archive.writestr("a.csv", "\n".join(lines))
    book = openpyxl.Workbook()
    for row in [("country", "year", "value"), *ROWS]:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    table = pa.table({name: [row[n] for row in ROWS] for n, name in enumerate(("country", "year", "value"))})
    pq.write_table(table, folder / "a.parquet")
    return {suffix: (folder / f"a{suffix}").read_bytes() for suffix in (".zip", ".xlsx", ".parquet")}, folder


def count_rows(path: Path):
    with open_source(path, FileOptions()) as source:
        return sum(batch.table.num_rows for batch in source.read_batches())


@pytest.mark.parametrize("suffix", [".zip", ".xlsx", ".parquet"])
def test_sound_files_are_read_whole(files, suffix):
    sound, folder = files
    (folder / f"b{suffix}").write_bytes(sound[suffix])
    assert count_rows(folder / f"b{suffix}") == len(ROWS)


@pytest.mark.parametrize("suffix", [".zip", ".xlsx", ".parquet"])
def test_wrong_bytes_are_an_error_of_ours_or_read_as_they_are(files, suffix):
    sound, folder = files
    path = folder / f"c{suffix}"

    @settings(max_examples=50, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(0, len(sound[suffix]) - 1), st.integers(0, 255)), min_size=1, max_size=20),
        st.integers(0, len(sound[suffix])) | st.none(),
    )
    def holds(wrong, end):
        content = bytearray(sound[suffix])
        for place, byte in wrong:
            content[place] = byte
        path.write_bytes(content[:end])
        with suppress(IndicatorsError):
            count_rows(path)

    holds()


@pytest.mark.parametrize("lines", [1, 150_000])  # within the beginning that is read first, and far behind it
@pytest.mark.parametrize("encoding", ["", "utf-8"])
def test_a_text_cut_within_a_letter_is_refused_with_its_line(tmp_path, lines, encoding, capfd):
    path = tmp_path / "a.csv"
    path.write_bytes("Страна,Год,Значение\n".encode() + "Россия,2020,5\n".encode() * lines + "Ки".encode()[:-1])
    with (
        pytest.raises(IndicatorsError, match=f"line {lines + 2} "),
        open_source(path, FileOptions(encoding=encoding)) as source,
    ):
        list(source.read_batches())
    assert capfd.readouterr().err == ""  # where pyarrow would print a stack trace


def test_an_encrypted_zip_is_refused(files):
    sound, folder = files
    content = bytearray(sound[".zip"])
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    (folder / "d.zip").write_bytes(content)
    with pytest.raises(IndicatorsError, match=re.escape(file_messages.NOT_UNPACKED.format(file="d.zip"))):
        count_rows(folder / "d.zip")
