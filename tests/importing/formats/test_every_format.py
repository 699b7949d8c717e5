"""The same table in every format gives the same figures, by the same decisions; the files are of other libraries."""

import gzip
import json
import warnings
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.errors import DataError, UsageError
from indicators.importing import FileOptions, messages
from indicators.importing.file_kinds import FILE_KINDS, IMPORT_SUFFIXES
from indicators.store import Query

FRAME = pd.DataFrame(
    {
        "Country": ["Norway", "Norway", "Peru"],
        "Year": [2023, 2024, 2024],
        "Item": ["Cod", "Cod", "Cod"],
        "Landings (thousand tonnes)": [1234.5, np.nan, 0.123],
    }
)
WANTED = {("landings", "NOR", "2023"): 1234.5e3, ("landings", "PER", "2024"): 123.0}


def write_open_document(path):
    """A sheet as LibreOffice saves it: repeated empty cells and rows, and the last row of the sheet."""
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' + " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("table", "text")
    )

    def cell(value):
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        if value != value:  # noqa: PLR0124  NaN
            return "<table:table-cell/>"
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>~</text:p></table:table-cell>'
        )

    rows = [list(FRAME.columns), *FRAME.itertuples(index=False)]
    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    body += f'<table:table-row table:number-rows-repeated="1048572">{empty}</table:table-row>'
    sheet = f'<office:spreadsheet><table:table table:name="Fish">{body}</table:table></office:spreadsheet>'
    content = f"<office:document-content {names}><office:body>{sheet}</office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)


def write_spss(path):
    pyreadstat = pytest.importorskip("pyreadstat", reason="SPSS files need the extra `spss`")
    frame = FRAME.set_axis(["Country", "Year", "Item", "landings"], axis=1)
    labels = {"landings": "Landings (thousand tonnes)"}
    pyreadstat.write_sav(frame, str(path), column_labels=labels)


def write_stata(path):
    frame = FRAME.set_axis(["Country", "Year", "Item", "landings"], axis=1).astype({"Country": "category"})
    frame.to_stata(path, write_index=False, variable_labels={"landings": "Landings (thousand tonnes)"})


def write_json_stat(path):
    dimension = {
        "geo": {"label": "Area", "category": {"index": ["NO", "PE"], "label": {"NO": "Norway", "PE": "Peru"}}},
        "item": {"category": {"label": {"c1": "Cod"}}},
        "Tid": {"category": {"index": {"a": 0, "b": 1}, "label": {"a": "2023", "b": "2024"}}},
        "what": {"category": {"label": {"L": "Landings"}, "unit": {"L": {"base": "tonnes", "multiplier": 3}}}},
    }
    cube = {
        "version": "2.0", "class": "dataset", "label": "Fish", "id": ["geo", "item", "Tid", "what"],
        "size": [2, 1, 2, 1], "role": {"time": ["Tid"], "geo": ["geo"], "metric": ["what"]}, "dimension": dimension,
        "value": {"0": 1234.5, "3": 0.123}, "status": {"3": "p"},
    }  # fmt: skip
    path.write_text(json.dumps(cube))


def write_px(path):
    path.write_bytes(
        'CHARSET="ANSI";\nAXIS-VERSION="2013";\nCODEPAGE="utf-8";\nTITLE="Landings";\nTITLE[sv]="Fångst; DATA=";\n'
        'UNITS="thousand tonnes";\nSTUB="Country","Item";\nHEADING="tid";\nVALUES("Country")="Nor"\n"way","Peru";\n'
        'CODES("Country")="578","604";\nVALUES("Item")="Cod";\nVALUES("tid")="2023","2024";\n'
        'TIMEVAL("tid")=TLIST(A1),"2023","2024";\nNOTE="A; b=c";\nDATA=\n1234.5 ".."\n"." 0.123;\n'.encode()
    )


def write_sdmx_json(path):
    def component(id, *values):
        return {"id": id, "values": [{"id": value, "name": value.title()} for value in values]}

    structure = {
        "dimensions": {
            "series": [component("REF_AREA", "NO", "PE"), component("ITEM", "COD")],
            "observation": [component("TIME_PERIOD", "2023", "2024")],
        },
        "attributes": {
            "series": [component("UNIT_MEASURE", "tonnes"), component("UNIT_MULT", "3")],
            "observation": [component("OBS_STATUS", "A", "P")],
        },
    }
    series = {
        "0:0": {"attributes": [0, 0], "observations": {"0": [1234.5, 0]}},
        "1:0": {"attributes": [0, 0], "observations": {"1": ["0.123", 1]}},
    }
    path.write_text(json.dumps({"data": {"dataSets": [{"series": series}], "structures": [structure]}}))


def write_sdmx_ml(path):
    path.write_text(
        '<m:StructureSpecificData xmlns:m="m" xmlns:x="x"><m:DataSet x:action="Append">'
        '<Group REF_AREA="NO" TITLE="Cod"/><Series REF_AREA="NO" ITEM="COD" UNIT_MEASURE="tonnes" UNIT_MULT="3">'
        '<Obs TIME_PERIOD="2023" OBS_VALUE="1234.5"/></Series>'
        '<Obs REF_AREA="PE" ITEM="COD" UNIT_MEASURE="tonnes" UNIT_MULT="3" TIME_PERIOD="2024" OBS_VALUE="0.123" '
        'OBS_STATUS="P"/></m:DataSet></m:StructureSpecificData>'
    )


def write_generic(path):
    def keys(**given):
        return "".join(f'<g:Value id="{id}" value="{value}"/>' for id, value in given.items())

    def series(area, period, value):
        return (
            f"<g:Series><g:SeriesKey>{keys(REF_AREA=area, ITEM='COD')}</g:SeriesKey>"
            f"<g:Attributes>{keys(UNIT_MEASURE='tonnes', UNIT_MULT='3')}</g:Attributes>"
            f'<g:Obs><g:ObsDimension value="{period}"/><g:ObsValue value="{value}"/></g:Obs></g:Series>'
        )

    both = series("NO", "2023", 1234.5) + series("PE", "2024", "0.123")
    path.write_text(
        '<m:GenericData xmlns:m="m" xmlns:g="g"><m:Header><m:Structure dimensionAtObservation="TIME_PERIOD"/>'
        f"</m:Header><m:DataSet>{both}</m:DataSet></m:GenericData>"
    )


def write_utility(path):
    def series(area, period, value, further=""):
        return (
            f'<x:Series UNIT_MEASURE="tonnes" UNIT_MULT="3"><x:Key><x:REF_AREA>{area}</x:REF_AREA><x:ITEM>COD</x:ITEM>'
            f"</x:Key><x:Obs{further}><x:TIME_PERIOD>{period}</x:TIME_PERIOD><x:OBS_VALUE>{value}</x:OBS_VALUE></x:Obs>"
            "</x:Series>"
        )

    both = series("NO", "2023", 1234.5) + series("PE", "2024", "0.123", ' OBS_STATUS="P"')
    path.write_text(f'<UtilityData xmlns:x="x"><Header/><x:DataSet>{both}</x:DataSet></UtilityData>')


def write_interface_json(path):
    """The answer of an interface: what it has, then the records."""
    rows = FRAME.replace(np.nan, None).to_dict("records")
    records = [row | {"Country": {"id": row["Country"][:2].upper(), "value": row["Country"]}} for row in rows]
    path.write_text(json.dumps([{"page": 1, "total": 3}, records]))


WRITERS = {
    "fish.csv": lambda path: FRAME.to_csv(path, index=False),
    "fish.csv.gz": lambda path: path.write_bytes(gzip.compress(FRAME.to_csv(index=False).encode())),
    "fish.xlsx": lambda path: FRAME.to_excel(path, index=False, engine="openpyxl"),
    "fish.ods": write_open_document,
    "fish.parquet": FRAME.to_parquet,
    "fish.feather": FRAME.to_feather,
    "fish.dta": write_stata,
    "fish.sav": write_spss,
    "fish.json": write_json_stat,
    "sdmx.json": write_sdmx_json,
    "records.json": lambda path: FRAME.to_json(path, orient="records"),
    "interface.json": write_interface_json,
    "fish.px": write_px,
    "fish.xml": write_sdmx_ml,
    "generic.xml": write_generic,
    "utility.xml": write_utility,
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_figures(import_file, figures, tmp_path, name):
    path = tmp_path / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Stata's limits
        WRITERS[name](path)
    report = import_file(path, title="Landings", mapping=None)
    assert not report.refused
    found = {(area, period): value for (_, area, period), value in figures().items() if value == value}  # noqa: PLR0124
    assert found == pytest.approx({key[1:]: value for key, value in WANTED.items()})


SECTORS = pd.DataFrame(
    {"Country": ["Peru"] * 4, "Year": [2023, 2023, 2024, 2024], "Werk": ["Nord", "Ost"] * 2, "Value": [1, 2, 3, 4]}
)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("sectors.dta", lambda path: SECTORS.to_stata(path, write_index=False)),
        ("sectors.feather", lambda path: SECTORS.to_feather(path, chunksize=1)),
        ("sectors.parquet", lambda path: SECTORS.to_parquet(path, row_group_size=1)),
    ],
)
def test_columns_are_recognised_by_all_parts_of_a_file(import_file, figures, tmp_path, name, write):
    write(tmp_path / name)
    import_file(tmp_path / name)
    assert sorted(figures().values()) == [1, 2, 3, 4]
    assert len({series for series, _, _ in figures()}) == 2


@pytest.mark.parametrize(
    ("length", "texts"),
    [
        ("Y", ["2020", "2021"]),
        ("Y-MAR", ["2019-04-01/P1Y", "2020-04-01/P1Y"]),
        ("Q", ["2020-Q1", "2020-Q2"]),
        ("M", ["2020-01", "2020-02"]),
        ("W", ["2019-12-30/P7D", "2020-01-06/P7D"]),
        ("D", ["2020-01-01", "2020-01-02"]),
    ],
)
@pytest.mark.parametrize("write", [pd.DataFrame.to_parquet, pd.DataFrame.to_feather])
def test_periods_of_pandas(import_file, figures, tmp_path, length, texts, write):
    periods = pd.period_range("2020-01-01", periods=2, freq=length)
    write(pd.DataFrame({"country": ["Peru"] * 2, "period": periods, "milk": [1.5, 2.5]}), tmp_path / "milk.table")
    path = (tmp_path / "milk.table").rename(tmp_path / f"milk.{write.__name__.removeprefix('to_')}")
    import_file(path)
    assert {str(period): value for (_, _, period), value in figures().items()} == dict(
        zip(texts, [1.5, 2.5], strict=True)
    )


def test_every_ending_is_of_one_kind_and_each_kind_has_one():
    assert len(set(IMPORT_SUFFIXES)) == len(IMPORT_SUFFIXES)
    assert all(kind.suffixes and (kind.read is None) != (kind.open is None) for kind in FILE_KINDS)


def test_an_old_workbook_is_read_with_its_formats_and_merged_cells(import_file, figures):
    import_file(Path(__file__).with_name("rates.xls"))
    assert figures() == pytest.approx({("rate", "PER", "2023"): 1.8, ("rate", "PER", "2024"): 2.05})


@pytest.mark.parametrize(
    ("number_format", "unit", "value"),
    [
        ('#,##0.0 "€"', "EUR", 1250.5),
        ('"EUR mn" #,##0.0', "EUR", 1250.5e6),
        ("[$€-407] #,##0.00", "EUR", 1250.5),
        ('#,##0.0,"k €"', "EUR", 1250.5),
        ('0.0 "of them"', "units", 1250.5),
        ("[$-409]0.0_);(0.0)", "units", 1250.5),
    ],
)
def test_money_and_scale_in_a_number_format_are_read(import_file, open_imported, tmp_path, number_format, unit, value):
    book = openpyxl.Workbook()
    for row in (("Country", "Year", "Loans"), ("Malta", 2021, 1250.5)):
        book.active.append(row)
    book.active["C2"].number_format = number_format
    book.save(tmp_path / "loans.xlsx")
    import_file(tmp_path / "loans.xlsx")
    store = open_imported()
    query = Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))
    frame = store.read_panel(query).frame
    assert [*frame["unit"]] == [unit]
    assert [*frame["value"]] == pytest.approx([value])


def test_cells_of_a_workbook_are_read_as_they_are_shown(import_file, figures, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([])
    sheet.append([None, "Country", "Month", "Rate"])
    sheet.append([None, "Peru", pd.Timestamp("2023-01-01"), 0.018])
    sheet.append([None, None, pd.Timestamp("2023-02-01"), 0.0205])
    sheet.append([None, "Chile", pd.Timestamp("2023-02-01"), "#DIV/0!"])
    sheet.merge_cells("B3:B4")
    for row in (3, 4):
        sheet.cell(row, 3).number_format = "mmm yyyy"
        sheet.cell(row, 4).number_format = "0.0%"
    sheet["D5"].data_type = "e"
    book.save(tmp_path / "rates.xlsx")
    report = import_file(tmp_path / "rates.xlsx")
    assert figures() == pytest.approx({("rate", "PER", "2023-01"): 1.8, ("rate", "PER", "2023-02"): 2.05})
    assert [(fault.found, fault.line) for fault, _ in report.faults] == [("#DIV/0!", 5)]


def test_a_document_that_fits_no_format_is_named(import_file):
    with pytest.raises(DataError, match="an object with error"):
        import_file(b'{"error": 1}', name="answer.json")
    with pytest.raises(DataError, match="<Structure>"):
        import_file(b"<m:Structure xmlns:m='m'/>", name="structure.xml")


def test_the_dataset_of_a_bundle_is_chosen_by_its_name(import_file, figures):
    def cube(value):
        dimension = {"id": ["area", "year"], "size": [1, 1], "role": {"time": ["year"]}}
        dimension |= {
            "area": {"category": {"label": {"PE": "Peru"}}},
            "year": {"category": {"label": {"2024": "2024"}}},
        }
        return {"dimension": dimension, "value": [value]}

    content = json.dumps({"births": cube(1), "deaths": cube(2)}).encode()
    with pytest.raises(UsageError, match="--sheet 'deaths'"):
        import_file(content, name="cubes.json")
    report = import_file(content, name="cubes.json", options=FileOptions(sheet="deaths"))
    assert list(figures().values()) == [2.0]
    assert report.understood[0] == messages.TABLE_CHOSEN.format(table="deaths", others="births")


def test_rows_that_withdraw_figures_are_left_out(import_file, figures):
    rows = '<Obs REF_AREA="PE" TIME_PERIOD="{}" OBS_VALUE="{}"/>'
    sets = "".join(
        f'<DataSet s:action="{action}">{rows.format(*row)}</DataSet>'
        for action, row in (("Append", ("2023", "1")), ("Delete", ("2024", "2")))
    )
    message = f'<StructureSpecificData xmlns:s="s">{sets}</StructureSpecificData>'
    import_file(message.encode(), name="message.xml")
    assert list(figures().values()) == [1.0]


def test_what_would_fill_the_memory_is_refused(import_file, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Country", 1
    book.save(tmp_path / "corner.xlsx")
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(b"0" * 130_000_000, 1))
    (tmp_path / "wide.csv").write_text(",".join(map(str, range(9_999))) + "\n")
    (tmp_path / "cells.json").write_text('{"class": "dataset", "value": [' + "[]," * 6_000_000 + "1]}")
    zeros = pd.DataFrame({"Value": np.zeros(14_000_000)})
    zeros.to_feather(tmp_path / "zeros.feather", compression="zstd", chunksize=len(zeros))
    for name in ("corner.xlsx", "bomb.csv.gz", "wide.csv", "cells.json", "zeros.feather"):
        with pytest.raises(DataError, match=name):
            import_file(tmp_path / name)


def test_what_is_no_file_or_has_a_name_in_another_encoding(import_file, figures, tmp_path):
    for path in (tmp_path, Path("/dev/null"), Path("a\0b.csv")):
        with pytest.raises(DataError):
            import_file(path)
    odd = tmp_path / b"prix\xe9s.csv".decode("utf-8", "surrogateescape")
    odd.write_text("Country,Year,Value\nPeru,2020,1\n")
    import_file(odd, id="prices")
    assert list(figures("prices").values()) == [1.0]


def test_units_in_the_metadata_of_parquet(tmp_path, import_file, open_imported):
    milk = pa.field("Milk", pa.float64(), metadata={"unit": "million EUR"})
    schema = pa.schema([pa.field("Country", pa.string()), pa.field("Year", pa.int64()), milk])
    pq.write_table(pa.table([["Peru"], [2019], [1.5]], schema=schema), tmp_path / "milk.parquet")
    import_file(tmp_path / "milk.parquet")
    panel = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert list(zip(panel["value"], panel["unit"], strict=True)) == [(1.5e6, "EUR")]


@pytest.mark.parametrize("hidden", [0, 1])
def test_a_hidden_sheet_of_an_open_document_is_not_taken_for_the_table(import_file, figures, tmp_path, hidden):
    write_open_document(tmp_path / "one.ods")
    with zipfile.ZipFile(tmp_path / "one.ods") as archive:
        content = archive.read("content.xml").decode()
    sheet = content[content.index("<table:table ") : content.index("</office:spreadsheet>")]
    sheets = [sheet.replace("1234.5", "4321.5").replace('name="Fish"', 'name="Old" table:style-name="gone"'), sheet]
    content = content.replace(sheet, "".join(sheets[:: -1 if hidden else 1]))
    styles = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    gone = '<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>'
    content = content.replace(
        "<office:body>", f"<office:automatic-styles {styles}>{gone}</office:automatic-styles><office:body>"
    )
    with zipfile.ZipFile(tmp_path / "two.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    import_file(tmp_path / "two.ods")
    assert 1234.5e3 in figures().values()
