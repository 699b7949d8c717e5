"""A panel as a table for others: long, a row an observation, or wide, a column an indicator.

Both begin as the files of Our World in Data (``Entity,Code,Year``, or ``Day``), and in each row stand what those
lack: unit, status, the rule of exchange, publisher, source and what was done. A missing value is an empty cell.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import pandas as pd

from indicators.model.panel import RATE_COLUMNS, Panel

__all__ = [
    "LONG_COLUMNS",
    "describe_processing",
    "escape_formula",
    "format_csv",
    "format_plain_number",
    "make_long_table",
    "make_wide_table",
]

_RATE_NAMES = ("RateRule", "Rate", "RateUnit", "RateDate", "RatePublisher", "RatePath", "Reason")
LONG_COLUMNS: Final[Mapping[str, str]] = {
    "Entity": "Country, group of countries, or the pair of currencies of a rate",
    "Code": "ISO 3166-1 alpha-3, or the publisher's code of a group",
    "Year": "The year in which the period ends",
    "Day": "The day, where all figures are of a day",
    "Indicator": "What is measured, by its name in the catalogue",
    "Value": "The figure, counted in Unit; empty where there is none",
    "Unit": "What the figure is counted in, its word of scale with it: billion USD",
    "Status": "SDMX CL_OBS_STATUS: A actual, E estimate, F forecast, P provisional, B break in the series, M missing",
    "RateRule": "By which rule of exchange it was converted: average, end, a day, stated, ppp; empty where none was",
    "Rate": "The rate of exchange, counted in RateUnit",
    "RateUnit": "Which money for which",
    "RateDate": "The day of the rate, where it is of a day",
    "RatePublisher": "Who published the rate",
    "RatePath": "Through which currencies it was converted",
    "Reason": "Why a figure is empty",
    "Period": "The period as SDMX writes it: 2024, 2024-Q3, 2024-08, 2024-08-31",
    "Frequency": "SDMX CL_FREQ: A annual, S half-year, Q quarter, M month, D day",
    "Counterpart": "The other country, for trade and agreements between two",
    "Lower": "Lower end of the interval that the source gives",
    "Upper": "Upper end of the interval that the source gives",
    "Qualifier": "The word that the source puts before the figure: about, more than, at least",
    "Digits": "Significant digits as printed by the source",
    "Inferred": "What the source leaves open and was filled in",
    "SaidBy": "Who said it, when that is not the publisher",
    "Locator": "Where in the text it stands",
    "Note": "What a reader has to know",
    "Vintage": "The first day on which the figure was known",
    "Dataset": "The dataset it is from",
    "Publisher": "Who published it, in short",
    "IndicatorName": "What is measured, in words",
    "Source": "The full citation",
    "SourceUrl": "The page where it can be read",
    "Sha256": "SHA-256 of the text that was read",
    "Processing": "What was done to the published figure; empty where nothing was",
}
"""Every column the long table can have and what it holds; it has ``Year`` or ``Day``, never both."""

_FRAME_NAMES = {
    "Entity": "entity", "Code": "code", "Year": "year", "Day": "period", "Indicator": "indicator", "Value": "value",
    "Unit": "unit", "Status": "status", **dict(zip(_RATE_NAMES, RATE_COLUMNS, strict=True)), "Period": "period",
    "Frequency": "frequency", "Counterpart": "counterpart", "Lower": "lower", "Upper": "upper",
    "Qualifier": "qualifier", "Digits": "digits", "Inferred": "inferred", "SaidBy": "said_by", "Locator": "locator",
    "Note": "note", "Vintage": "vintage", "Dataset": "dataset", "Publisher": "publisher",
}  # fmt: skip
_WIDE_BLOCK = ("Value", "Unit", "Status", "RateRule", "Source")
# What a spreadsheet takes for a formula, also in the full-width letters that East Asian versions read alike.
_FORMULA_STARTS = (*"=+-@\t\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
                   "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


def make_long_table(panel: Panel) -> pd.DataFrame:
    """One row an observation, under the names of `LONG_COLUMNS`.

    Returns:
        ``Value``, ``Lower``, ``Upper`` and ``Rate`` are float64, ``Year`` is int64, ``Digits`` Int64; the rest is
        text, empty where there is nothing to say.
    """
    frame = panel.frame
    names = {indicator.id: indicator.name for indicator in panel.indicators}
    without = "Year" if _is_daily(frame) else "Day"
    columns: dict[str, Any] = {name: _column(frame, column) for name, column in _FRAME_NAMES.items() if name != without}
    columns["IndicatorName"] = frame["indicator"].map(names).fillna("")
    columns["Source"] = panel.describe_origins(lambda origin: origin.full)
    columns["SourceUrl"] = panel.describe_origins(lambda origin: origin.url_main)
    columns["Sha256"] = panel.describe_origins(lambda origin: origin.sha256)
    columns["Processing"] = describe_processing(panel)
    return pd.DataFrame(columns, index=frame.index)


def _column(frame: pd.DataFrame, name: str) -> Any:
    """A column of a panel; of what a conversion adds, nothing where none was made."""
    if name not in RATE_COLUMNS:
        return frame[name]
    if name == "rate":
        return frame[name].astype("float64") if name in frame else math.nan
    return frame[name].fillna("") if name in frame else ""


def make_wide_table(panel: Panel) -> pd.DataFrame:
    """One row an entity and period; a value column for each indicator, with its unit, status, rule and source.

    An indicator of several publishers has a column for each, and each vintage of a figure a row. Where one has two
    figures for the same entity and period, the second stands in a row of its own, so that none is lost.

    Returns:
        ``Entity``, ``Code``, ``Year`` (or ``Day``), ``Period`` where periods are not all years or all days, ``Vintage``
        where a figure has several; then for each column ``gdp`` also ``gdp Unit``, ``gdp Status``, ``gdp RateRule`` and
        ``gdp Source``.
    """
    table = make_long_table(panel)
    time = "Day" if "Day" in table else "Year"
    table = table.assign(column=_column_names(table), entity_place=pd.factorize(table["Entity"])[0])
    keys = ["Entity", "Code", time, "Period", *(["Vintage"] if _has_vintages(table) else [])]
    table["first"] = panel.frame["first"]
    table["nth"] = table.groupby(["column", *keys]).cumcount()
    index = ["entity_place", "first", *keys, "nth"]
    blocks: list[pd.DataFrame | pd.Series] = [
        rows.set_index(index)[list(_WIDE_BLOCK)].rename(columns={part: _block_name(name, part) for part in _WIDE_BLOCK})
        for name, rows in table.groupby("column", sort=False)
    ]
    head = table[index].drop_duplicates().set_index(index).sort_index()
    wide = head.join(blocks).reset_index().drop(columns=["entity_place", "first", "nth"]) if blocks else table[keys]
    redundant = time == "Day" or (wide["Period"] == wide["Year"].astype("str")).all()
    texts = [name for name in wide.columns if str(name).endswith(_WIDE_BLOCK[1:])]
    wide = wide.fillna(dict.fromkeys(texts, ""))
    return wide.drop(columns="Period") if redundant else wide


def describe_processing(panel: Panel) -> str:
    """What was done to the published figures, in sentences; empty where nothing was."""
    return " ".join(step.description for step in panel.steps if step.name != "read")


def format_csv(table: pd.DataFrame) -> str:
    r"""A table as CSV: numbers in full, and no text that a spreadsheet would run.

    Returns:
        The text, its lines ended by ``\n``.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([escape_formula(str(name)) for name in table.columns])
    writer.writerows(zip(*(_cells(table[name]) for name in table.columns), strict=True))
    return file.getvalue()


def escape_formula(text: object) -> object:
    """A text that no spreadsheet runs as a formula: an apostrophe before what begins like one.

    >>> escape_formula("=1+1"), escape_formula("GDP")
    ("'=1+1", 'GDP')
    """
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")  # the writer would leave a lone \r without quotes
    return f"'{lines}" if lines.startswith(_FORMULA_STARTS) else lines


def format_plain_number(value: float) -> str:
    """A number in full, without an exponent and without a trailing ``.0``; empty for none.

    >>> [format_plain_number(number) for number in (2.4e13, 0.1, float("nan"), -0.0)]
    ['24000000000000', '0.1', '', '0']
    """
    if value is None or math.isnan(value):
        return ""
    text = format(Decimal(repr(float(value))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _is_daily(frame: pd.DataFrame) -> bool:
    return not frame.empty and bool((frame["frequency"] == "D").all())


def _cells(column: pd.Series) -> list[str]:
    values = column.tolist()
    if pd.api.types.is_float_dtype(column):
        return [format_plain_number(value) for value in values]
    if pd.api.types.is_numeric_dtype(column):
        return ["" if value is pd.NA else str(value) for value in values]
    known = {value: str(escape_formula("" if pd.isna(value) else value)) for value in set(values)}  # texts repeat
    return [known[value] for value in values]


def _column_names(table: pd.DataFrame) -> pd.Series:
    """The name of the wide column of each row: the indicator, and what tells its series apart."""
    several = table.groupby("Indicator")["Publisher"].transform("nunique") > 1
    one_line = table["Publisher"].map(lambda text: " ".join(text.split()))
    publisher = (" (" + one_line + ")").where(several, "")
    counterpart = (" with " + table["Counterpart"]).where(table["Counterpart"] != "", "")
    return table["Indicator"] + counterpart + publisher


def _has_vintages(table: pd.DataFrame) -> bool:
    """Whether a figure stands there in several vintages."""
    several = table.groupby(["column", "Entity", "Period"])["Vintage"].transform("nunique") > 1
    return bool(several.any())


def _block_name(column: object, part: str) -> str:
    return str(column) if part == "Value" else f"{column} {part}"
