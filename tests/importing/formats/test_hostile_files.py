"""Small files that would fill the memory, because they say one thing often, are refused before they do."""

import json
import struct
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import feather

from indicators.errors import DataError
from indicators.importing import FileOptions, limits, open_source

ROWS, LONG = 300, "a" * 2_000
LIMIT = 100_000


def write_json_stat(path, text):
    times = [str(1700 + number) for number in range(ROWS)]
    categories = {"geo": {"index": ["RU"], "label": {"RU": text}}, "time": {"index": times}}
    path.write_text(json.dumps({
        "version": "2.0", "class": "dataset", "id": ["geo", "time"], "size": [1, ROWS], "value": [1] * ROWS,
        "role": {"time": ["time"], "geo": ["geo"]},
        "dimension": {id: {"category": one} for id, one in categories.items()},
    }))  # fmt: skip


def write_px(path, text):
    years = ",".join(f'"{1700 + number}"' for number in range(ROWS))
    path.write_text(
        f'CHARSET="ANSI";\nTITLE="t";\nUNITS="u";\nSTUB="land";\nHEADING="year";\nVALUES("land")="{text}";\n'
        f'VALUES("year")={years};\nDATA=\n{"1 " * ROWS};\n'
    )


def make_table(text):
    land = pa.DictionaryArray.from_arrays(pa.array(np.zeros(ROWS, np.int32)), pa.array([text]))
    return pa.table({"Country": land, "Year": np.arange(1700, 1700 + ROWS), "Value": np.ones(ROWS)})


def write_labelled_stata(path, text):
    make_table(text).to_pandas().to_stata(path, write_index=False, version=118)


def write_long_stata(path, text):
    frame = pd.DataFrame({"country": [text] * ROWS, "year": range(ROWS), "value": 1})
    frame.to_stata(path, write_index=False, version=118, convert_strl=["country"])


def write_sdmx_ml(path, text):
    observations = "".join(f'<Obs TIME_PERIOD="{1700 + n}" OBS_VALUE="1"/>' for n in range(ROWS))
    path.write_text(
        '<m:StructureSpecificData xmlns:m="m"><m:DataSet>'
        f'<Series REF_AREA="{text}">{observations}</Series></m:DataSet></m:StructureSpecificData>'
    )


def write_workbook(path, text, rows=ROWS):
    book = openpyxl.Workbook()
    for row in [("Country", "Year", "Value"), *((text, 1700 + number, 1) for number in range(rows))]:
        book.active.append(row)
    book.save(path)


WRITERS = {
    ".json": write_json_stat, ".px": write_px, ".xml": write_sdmx_ml, "labels.dta": write_labelled_stata,
    "long.dta": write_long_stata,
    ".xlsx": write_workbook,
    ".parquet": lambda path, text: pq.write_table(make_table(text), path),
    ".feather": lambda path, text: feather.write_feather(make_table(text), path),
}  # fmt: skip


def read(path):
    with open_source(path, FileOptions()) as source:
        return sum(batch.table.num_rows for batch in source.read_batches())


@pytest.mark.parametrize("ending", list(WRITERS))
def test_a_long_text_in_many_rows_is_refused(tmp_path, monkeypatch, ending):
    path = tmp_path / f"table{ending}"
    WRITERS[ending](path, LONG)
    assert read(path) == ROWS
    monkeypatch.setattr(limits, "MOST_TEXT", LIMIT)
    monkeypatch.setattr(limits, "MOST_MEMORY", LIMIT)
    if ending != "long.dta":  # of which fewer rows are read at once
        with pytest.raises(DataError, match=r"too long|too many"):
            read(path)
    WRITERS[ending](path, "a" * 200_000)
    with pytest.raises(DataError, match=r"too long|too many"):
        read(path)


@pytest.mark.parametrize("inside", [
    "<x/>" * 150_000,
    "<Obs " + " ".join(f'a{number}="1"' for number in range(20_000)) + "/>",
    "".join(f'<Group a{number}="1"/>' for number in range(200)),
], ids=["elements", "attributes", "groups"])  # fmt: skip
def test_what_is_in_no_message_of_sdmx_takes_neither_memory_nor_time(tmp_path, inside):
    path = tmp_path / "table.xml"
    path.write_text(f'<m:StructureSpecificData xmlns:m="m"><DataSet>{inside}</DataSet></m:StructureSpecificData>')
    with pytest.raises(DataError, match=r"damaged|too many columns"):
        read(path)


def write_document(path, rows):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<a {spaces}><table:table table:name="s">{rows}</table:table></a>')


CELL = '<table:table-cell {}office:value-type="string"><text:p>{}</text:p></table:table-cell>'
ROW = "<table:table-row>" + "".join(CELL.format("", text) for text in "ab") + "</table:table-row>"


@pytest.mark.parametrize(("rows", "message"), [
    (ROW.replace("<table:table-row>", f"<table:table-row>{CELL.format('', 'a' * 200_000)}"), "too long"),
    (f"<table:table-row>{'<table:table-cell/>' * 600_000}</table:table-row>", "too many columns"),
    (("<table:table-row>" + CELL.format(
        'table:number-columns-spanned="90" table:number-rows-spanned="90" ', "a"
    ) * 100 + "</table:table-row>") * 60, "overlap"),
], ids=["text", "elements", "merged"])  # fmt: skip
def test_a_sheet_that_expands_is_refused(tmp_path, rows, message):
    path = tmp_path / "table.ods"
    write_document(path, ROW + rows)
    with pytest.raises(DataError, match=message):
        read(path)


def test_a_cell_that_spans_more_than_a_sheet_has_is_cut(tmp_path):
    path = tmp_path / "table.ods"
    write_document(path, ROW * 2 + ROW.replace(CELL.format("", "a"), CELL.format(
        'table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000" ', "a"
    )))  # fmt: skip
    assert read(path) >= 1


def test_a_place_outside_of_a_dictionary_is_damage(import_file, tmp_path):
    path = tmp_path / "codes.feather"
    codes = pa.DictionaryArray.from_arrays(pa.array([0, 2_000_000_000], pa.int32()), ["Peru"], safe=False)
    table = pa.table({"Country": codes, "Year": [2020, 2021], "Value": [1.5, 2.5]})
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    with pytest.raises(DataError, match=r"codes\.feather"):
        import_file(path)


@pytest.mark.parametrize(("sound", "damaged"), [
    (b"\x25\x02\x18\x07Country", b"\x25\x00\x18\x07Country"),  # said to be in each row
    (b"\x25\x02\x18\x07Country", b"\x25\x04\x18\x07Country"),  # said to be a list
    (b"\x15\x04\x25\x02\x18\x04Year", b"\x15\x04\x25\x00\x18\x04Year"),
    (b"\x25\x02\x18\x05Value", b"\x25\x04\x18\x05Value"),
])  # fmt: skip
def test_columns_of_parquet_that_contradict_their_metadata_are_damage(tmp_path, sound, damaged):
    path = tmp_path / "table.parquet"
    pq.write_table(make_table("Peru"), path)
    content = path.read_bytes()
    assert content.count(sound) == 1
    path.write_bytes(content.replace(sound, damaged))
    with pytest.raises(DataError, match=r"table\.parquet is a damaged Parquet file"):
        read(path)


def test_a_name_of_a_parquet_file_is_no_pattern(tmp_path):
    path = tmp_path / "[1] sales*.parquet"
    pq.write_table(make_table("Peru"), path)
    assert read(path) == ROWS


@pytest.mark.parametrize("place", ["FAO1", "XFD1", "AiewI1"])
def test_a_cell_far_to_the_right_is_refused_before_the_cells_left_of_it_are_read(tmp_path, place):
    path, moved = tmp_path / "sound.xlsx", tmp_path / "table.xlsx"
    write_workbook(path, "Peru", rows=3)
    with zipfile.ZipFile(path) as sound, zipfile.ZipFile(moved, "w") as archive:
        for name in sound.namelist():
            archive.writestr(name, sound.read(name).replace(b'r="A1"', f'r="{place}"'.encode()))
    with pytest.raises(DataError, match=r"table\.xlsx has too many columns.*at most 4,096"):
        read(moved)


def test_an_spss_file_that_ends_early_is_damage(import_file, tmp_path):
    pyreadstat = pytest.importorskip("pyreadstat", reason="SPSS files need the extra `spss`")
    path = tmp_path / "cut.sav"
    pyreadstat.write_sav(pd.DataFrame({"Country": ["Peru"] * 50, "Value": [1.5] * 50}), str(path))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DataError, match=r"cut\.sav is a damaged SPSS file"):
        import_file(path)


def write_circular_workbook(path):
    """An OLE2 file ([MS-CFB]) whose stream *Workbook* has one short sector, which is followed by itself."""
    end, free = -2, -1
    allocation = struct.pack("<128i", -3, end, end, end, *[free] * 124)
    entries = [("Root Entry", 5, -1, -1, 1, 3, 512), ("Workbook", 2, -1, -1, -1, 0, 128)]
    folder = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3i", 2 * len(name) + 2, kind, 1, left, right, child)
        + bytes(36) + struct.pack("<iII", first, size, 0)
        for name, kind, left, right, child, first, size in entries
    )  # fmt: skip
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<iiIIiiiI", 1, 1, 0, 4096, 2, 1, end, 0) + struct.pack("<109i", 0, *[free] * 108)
    path.write_bytes(head + allocation + folder.ljust(512, b"\0") + struct.pack("<128i", *range(128)) + bytes(512))


def test_a_workbook_whose_sectors_run_in_a_circle_is_refused(tmp_path):
    path = tmp_path / "circle.xls"
    write_circular_workbook(path)
    with pytest.raises(DataError, match="damaged workbook"), open_source(path, FileOptions()):
        pytest.fail("it can't be read")
