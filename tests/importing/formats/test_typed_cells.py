"""Cells that a workbook stores as numbers and dates mean what the sheet shows."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from indicators.importing import ColumnMapping
from indicators.importing.formats.shared_strings import read_raised
from indicators.importing.formats.typed_cells import TypedNumber, write_number
from indicators.store import Query


def make_book(*rows, formats=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, form in dict(formats).items():
        book.active[cell].number_format = form
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def import_book(import_file, open_imported):
    def run(header, *cells, form="General", **options):
        rows = [["France", 2019 + place, cell] for place, cell in enumerate(cells)]
        formats = {f"C{place + 2}": form for place in range(len(cells))}
        book = make_book(["Country", "Year", header], *rows, formats=formats)
        report = import_file(book, name="book.xlsx", **options)
        store = open_imported()
        ids = store.catalogue.find_dataset("sales").indicators
        frame = store.read_panel(Query(ids, datasets=("sales",))).frame
        return report, list(zip(frame["value"].tolist(), frame["unit"], strict=True))

    return run


@pytest.mark.parametrize(
    ("header", "cells", "form", "figures"),
    [
        ("Rate", [0.0123, 0.05], "0.00%", [(1.23, "%"), (5, "%")]),
        ("Rate", [-0.075], "0%;[Red]-0%", [(-7.5, "%")]),
        ("Rate", [1.8], '0.0"%"', [(1.8, "%")]),
        ("Debt (% of GDP)", [0.75], "0%", [(75, "% of GDP")]),
        ("Rate (%)", [1.234, 2.345], "General", [(1.234, "%"), (2.345, "%")]),
        ("Rate (%)", [1.234, "2,345", "1,5"], "General", [(1.234, "%"), (2.345, "%"), (1.5, "%")]),
        ("Sales (EUR mn)", [1.5e6, 2e6], "0.0,,", [(1.5e6, "EUR"), (2e6, "EUR")]),
        ("Sales (EUR)", [1.5e6], "#,##0,", [(1.5e6, "EUR")]),
        ("Sales (EUR)", [1234.5], "#,##0.00", [(1234.5, "EUR")]),
        ("Sales (EUR)", [1e-7, 1e21], "General", [(1e-7, "EUR"), (1e21, "EUR")]),
    ],
)
def test_numbers_by_their_format(import_book, header, cells, form, figures):
    assert import_book(header, *cells, form=form)[1] == [(pytest.approx(value), unit) for value, unit in figures]


def test_a_text_among_typed_numbers_decides_only_for_texts(import_book):
    assert import_book("Sales (EUR)", 1.234, "0,734", 310.125)[1] == [(1.234, "EUR"), (0.734, "EUR"), (310.125, "EUR")]


def test_a_shown_scale_that_contradicts_the_header_is_refused(import_file):
    book = make_book(["Country", "Year", "Sales (EUR bn)"], ["France", 2019, 1.5e6], formats={"C2": "0.0,,"})
    assert import_file(book, name="book.xlsx").refused == 1


@pytest.mark.parametrize(("form", "period"), [("yyyy", "2019"), ("mmm-yy", "2019-12"), ("dd/mm/yyyy", "2019-12-31")])
def test_dates_by_their_format(import_file, figures, form, period):
    day = datetime(2019, 12, 31)  # noqa: DTZ001  as in a workbook
    book = make_book(["Country", "Date", "Sales"], ["France", day, 5], formats={"B2": form})
    import_file(book, name="book.xlsx", mapping=ColumnMapping(all_units="EUR"))
    assert [key[2] for key in figures()] == [period]


def test_a_typed_number_is_a_text_that_says_so():
    assert isinstance(write_number(1.5), TypedNumber)
    assert write_number(True) == "True"


def test_a_raised_digit_behind_a_number_is_the_mark_of_a_note(import_book):
    raised = InlineFont(vertAlign="superscript")
    cells = [CellRichText("7.5", TextBlock(raised, "1")), CellRichText("12", TextBlock(raised, "2")), 3]
    header = CellRichText("Plots (km", TextBlock(raised, "2"), ")")
    assert [value for value, _ in import_book(header, *cells)[1]] == [7.5, 12, 3]


def test_shared_texts_with_raised_digits_are_read():
    item = b'<x><r><t>7</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>12</t></r></x>'
    assert read_raised(item.replace(b"x>", b"si>")) == "7¹²"
