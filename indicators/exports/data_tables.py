"""Panels as tables for export: long (one row per observation) or wide (one column per indicator).

Both start like the files of Our World in Data (``Entity,Code,Year`` or ``Day``). Each row adds what those lack: unit,
status, conversion rule, publisher, source and processing. A missing value is an empty cell.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from indicators.exports import messages
from indicators.model.bands import BAND_COLUMNS, BAND_LEVELS, name_ends
from indicators.model.formatting import format_plain_number
from indicators.model.panel import RATE_COLUMNS, Panel
from indicators.model.recency import find_outdated
from indicators.model.safe_texts import escape_formula
from indicators.model.series_labels import list_dimension_columns
from indicators.model.steps import NOTE

_ENDS = ("Lower", "Upper")
_RATE_NAMES = ("RateRule", "Rate", "RateUnit", "RateDate", "RatePublisher", "RatePath", "Reason")

LONG_COLUMNS: Final[Mapping[str, str]] = {
    "Entity": "Country, group of countries, or the currency pair of an exchange rate",
    "Code": "ISO 3166-1 alpha-3, or the publisher's code of a group",
    "Year": "The year in which the period ends",
    "Day": "The day, if all figures are daily",
    "Indicator": "The id of the indicator",
    "Value": "The figure, in Unit; empty if missing",
    "Unit": "The unit, including its multiplier: billion USD",
    "Status": "SDMX CL_OBS_STATUS: A actual, E estimate, F forecast, P provisional, B break in the series, M missing",
    "RateRule": "The conversion rule: average, end, a date, stated or ppp; empty if not converted",
    "Rate": "The exchange rate, in RateUnit",
    "RateUnit": "The unit of the rate: RUB per USD",
    "RateDate": "The date of the rate, if it is a daily rate",
    "RatePublisher": "The publisher of the rate",
    "RatePath": "The currencies through which it was converted",
    "Reason": "Why the figure is missing",
    "Period": "The period in SDMX notation: 2024, 2024-Q3, 2024-08, 2024-08-31",
    "First": "The first day of the period",
    "Last": "The last day of the period",
    "Frequency": "SDMX CL_FREQ: A annual, S half-yearly, Q quarterly, M monthly, D daily",
    "Counterpart": "The other country, for trade and agreements between two",
    "Lower": "Lower end of the interval given by the source",
    "Upper": "Upper end of the interval given by the source",
    **{f"{end}{level}": messages.BAND_END.format(end=end, level=level) for level in BAND_LEVELS for end in _ENDS},
    "BandErrors": "How many errors of earlier forecasts the bands rest on",
    "BandMethod": "How the bands were made",
    "Qualifier": "The source's word before the figure: about, more than, at least",
    "Digits": "Significant digits printed by the source",
    "Inferred": "What the source leaves open and was filled in",
    "SaidBy": "The speaker, if not the publisher",
    "Locator": "The place in the text",
    "Note": "What to know before using the figure",
    "Vintage": "The date from which the figure was known",
    "Dataset": "The id of the dataset",
    "Publisher": "The publisher's short name",
    "IndicatorName": "The name of the indicator",
    "Source": "The full citation",
    "SourceUrl": "The page of the source",
    "Sha256": "SHA-256 of the text the figure was read from",
    "Processing": "How the published figure was processed, and notes on comparing it; empty if there are none",
}
"""Every column the long table can have and what it holds; it has either ``Year`` or ``Day``."""

_FRAME_NAMES = {
    "Entity": "entity", "Code": "code", "Year": "year", "Day": "period", "Indicator": "indicator", "Value": "value",
    "Unit": "unit", "Status": "status", **dict(zip(_RATE_NAMES, RATE_COLUMNS, strict=True)), "Period": "period",
    "First": "first", "Last": "last", "Frequency": "frequency", "Counterpart": "counterpart", "Lower": "lower",
    "Upper": "upper", "Qualifier": "qualifier", "Digits": "digits", "Inferred": "inferred", "SaidBy": "said_by",
    "Locator": "locator", "Note": "note", "Vintage": "vintage", "Dataset": "dataset", "Publisher": "publisher",
}  # fmt: skip
BAND_NAMES: Final = {
    **{f"{end}{level}": name for level in BAND_LEVELS for end, name in zip(_ENDS, name_ends(level), strict=True)},
    **dict(zip(("BandErrors", "BandMethod"), BAND_COLUMNS, strict=True)),
}
"""The columns that the table of a panel with bands has besides, and their names in the panel."""
_WIDE_BLOCK = ("Value", "Unit", "Status", "RateRule", "Source")
_WIDE_IF_GIVEN = ("Lower", "Upper", "Qualifier", "Note")


def make_long_table(panel: Panel) -> pd.DataFrame:
    """Return one row per observation, with the columns of `LONG_COLUMNS`, and of each dimension in use.

    Returns:
        ``Value``, ``Lower``, ``Upper`` and ``Rate`` are float64, ``Year`` is int64, ``Digits`` is Int64; the rest is
        text, empty if there is nothing to say.
    """
    frame = panel.frame
    names = {indicator.id: indicator.name for indicator in panel.indicators}
    without = "Year" if _is_daily(frame) else "Day"
    columns: dict[str, Any] = {
        name: _get_column(frame, column) for name, column in _FRAME_NAMES.items() if name != without
    }
    columns["Note"] = _note_outdated(panel)
    place = list(columns).index("Counterpart") + 1
    divided = [(name, frame[key]) for name, (key, _) in list_dimension_names(panel).items()]
    columns = dict([*list(columns.items())[:place], *divided, *list(columns.items())[place:]])
    place = list(columns).index("Upper") + 1
    bands = [(name, frame[key]) for name, key in BAND_NAMES.items() if key in frame]
    columns = dict([*list(columns.items())[:place], *bands, *list(columns.items())[place:]])
    columns["IndicatorName"] = frame["indicator"].map(names).fillna("")
    columns["Source"] = panel.describe_origins(lambda origin: origin.full)
    columns["SourceUrl"] = panel.describe_origins(lambda origin: origin.url_main)
    columns["Sha256"] = panel.describe_origins(lambda origin: origin.sha256)
    notes = [step.sentence for step in panel.steps if step.name == NOTE]
    columns["Processing"] = " ".join(filter(None, [describe_processing(panel), *notes]))
    return pd.DataFrame(columns, index=frame.index)


def _note_outdated(panel: Panel) -> pd.Series:
    """The notes of the rows, with one more on the latest values that are too old to be compared."""
    old = find_outdated(panel)
    added = (panel.frame["note"] + f" {messages.OUTDATED}").str.strip()
    return panel.frame["note"].where(~old, added)


def list_dimension_names(panel: Panel) -> dict[str, tuple[str, str]]:
    """List the columns of dimensions in tables: the name of each, its column in the frame, and its id.

    >>> import indicators as ind
    >>> list_dimension_names(ind.get("gdp", "RUS", "2020"))
    {}
    """
    used = list_dimension_columns(panel.frame, panel.indicators)
    return {"".join(word.capitalize() for word in id.split("_")): (key, id) for key, id in used.items()}


def write_days(days: pd.Series) -> pd.Series:
    """Write days as ISO 8601 does, the year with four digits.

    >>> write_days(pd.Series(pd.to_datetime(["0001-01-31"]))).tolist()
    ['0001-01-31']
    """
    return days.map({day: day.date().isoformat() for day in days.unique()})


def _get_column(frame: pd.DataFrame, name: str) -> Any:
    """A column of a panel; the columns of a conversion are empty if there was none."""
    if name in ("first", "last"):
        return write_days(frame[name])
    if name not in RATE_COLUMNS:
        return frame[name]
    if name == "rate":
        return frame[name].astype("float64") if name in frame else math.nan
    return frame[name].fillna("") if name in frame else ""


def make_table_across(panel: Panel) -> pd.DataFrame:
    """Return one row per series, with a column of values per period, the oldest first, as the World Bank has them.

    Returns:
        ``Entity``, ``Code``, ``Counterpart`` if there is any, ``Indicator``, ``IndicatorName``, the dimensions in use,
        ``Unit``, ``Publisher``, ``Dataset``, ``Vintage`` if a figure has several, ``Forecasts`` (the periods whose
        values are forecasts, with a space between), ``Source``, and the periods.
    """
    table = make_long_table(panel).assign(last=panel.frame["last"], first=panel.frame["first"])
    divided = list(list_dimension_names(panel))
    counterpart = ["Counterpart"] if (table["Counterpart"] != "").any() else []
    head = ["Entity", "Code", *counterpart, "Indicator", "IndicatorName", *divided, "Unit", "Publisher", "Dataset"]
    keys = [*head, "Vintage"] if table.duplicated([*head, "Period"]).any() else head
    periods = table.sort_values(["last", "first"], kind="stable")["Period"].unique()
    rows = []
    for key, group in table.groupby(keys, sort=False, dropna=False):
        row = dict(zip(keys, key, strict=True))
        row["Forecasts"] = " ".join(group.loc[group["Status"] == "F", "Period"])
        row["Source"] = "; ".join(dict.fromkeys(group["Source"]))
        rows.append(row | dict(zip(group["Period"], group["Value"], strict=True)))
    return pd.DataFrame(rows, columns=[*keys, "Forecasts", "Source", *periods])


def make_wide_table(panel: Panel) -> pd.DataFrame:
    """Return one row per entity and period, with a value column per indicator and its unit, status, rule and source.

    Dimensions and counterparts have columns: women and men of one period have a row each. An indicator with several
    publishers has a column for each; a figure with several vintages has a row for each. Further figures for the same
    entity and period get rows of their own, so that none is lost.

    Returns:
        ``Entity``, ``Code``, ``Year`` (or ``Day``); ``Period``, ``First`` and ``Last`` unless all periods are years
        or days; ``Vintage`` if a figure has several; then for each indicator, such as ``gdp``, the columns ``gdp``,
        ``gdp Unit``, ``gdp Status``, ``gdp RateRule`` and ``gdp Source``, and ``gdp Lower``, ``gdp Upper``,
        ``gdp Qualifier`` and ``gdp Note`` if any figure has them.
    """
    table = make_long_table(panel)
    time = "Day" if "Day" in table else "Year"
    table = table.assign(column=_name_columns(table), entity_place=pd.factorize(table["Entity"])[0])
    divided = list(list_dimension_names(panel))
    vintages = ["Vintage"] if _has_vintages(table, divided) else []
    counterparts = ["Counterpart"] if (table["Counterpart"] != "").any() else []
    keys = ["Entity", "Code", time, "Period", "First", "Last", *counterparts, *divided, *vintages]
    table["first"] = panel.frame["first"]
    table["nth"] = table.groupby(["column", *keys]).cumcount()
    index = ["entity_place", "first", *keys, "nth"]
    blocks: list[pd.DataFrame | pd.Series] = [
        rows.set_index(index)[(block := _list_block(rows))].rename(
            columns={part: _name_block_column(name, part) for part in block}
        )
        for name, rows in table.groupby("column", sort=False)
    ]
    head = table[index].drop_duplicates().set_index(index).sort_index()
    wide = head.join(blocks).reset_index().drop(columns=["entity_place", "first", "nth"]) if blocks else table[keys]
    redundant = time == "Day" or (wide["Period"] == wide["Year"].astype("str")).all()
    texts = [name for name in wide.columns if str(name).endswith((*_WIDE_BLOCK[1:], *_WIDE_IF_GIVEN[2:]))]
    wide = wide.fillna(dict.fromkeys(texts, ""))
    return wide.drop(columns=["Period", "First", "Last"]) if redundant else wide


def describe_processing(panel: Panel) -> str:
    """Return sentences on how the published figures were processed; empty if they were not."""
    return " ".join(step.description for step in panel.steps if step.name not in ("read", NOTE))


def format_csv(table: pd.DataFrame) -> str:
    r"""Write a table as CSV: numbers in full, no text that a spreadsheet would run, lines ending with ``\n``."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([escape_formula(str(name)) for name in table.columns])
    writer.writerows(zip(*(_format_cells(table[name]) for name in table.columns), strict=True))
    return file.getvalue()


def format_json(content: Any) -> str:
    """Write JSON; a table in it is one object per row, with numbers in full and ``null`` for what is missing."""
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False, default=_list_rows)


def _list_rows(table: pd.DataFrame) -> Any:
    return json.loads(table.to_json(orient="records", double_precision=15))


def _is_daily(frame: pd.DataFrame) -> bool:
    return not frame.empty and bool((frame["frequency"] == "D").all())


def _format_cells(column: pd.Series) -> list[str]:
    values = column.tolist()
    if pd.api.types.is_float_dtype(column):
        return [format_plain_number(value) for value in values]
    if pd.api.types.is_numeric_dtype(column):
        return ["" if value is pd.NA else str(value) for value in values]
    known = {value: str(escape_formula("" if pd.isna(value) else value)) for value in set(values)}  # texts repeat
    return [known[value] for value in values]


def _name_columns(table: pd.DataFrame) -> pd.Series:
    """The name of the wide column of each row: the indicator, and what distinguishes its series."""
    several = table.groupby("Indicator")["Publisher"].transform("nunique") > 1
    one_line = table["Publisher"].map(lambda text: " ".join(text.split()))
    publisher = (" (" + one_line + ")").where(several, "")
    return table["Indicator"] + publisher


def _has_vintages(table: pd.DataFrame, divided: list[str]) -> bool:
    """Whether a figure has several vintages."""
    several = table.groupby(["column", "Entity", "Period", *divided])["Vintage"].transform("nunique") > 1
    return bool(several.any())


def _list_block(rows: pd.DataFrame) -> list[str]:
    """List the columns of an indicator, as far as its figures need them."""
    return [*_WIDE_BLOCK, *(name for name in _WIDE_IF_GIVEN if (rows[name].notna() & (rows[name] != "")).any())]


def _name_block_column(column: object, part: str) -> str:
    return str(column) if part == "Value" else f"{column} {part}"
