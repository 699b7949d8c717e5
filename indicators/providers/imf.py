"""International Monetary Fund: forecasts of the World Economic Outlook, and annual average exchange rates.

*World Economic Outlook, historical forecasts.* 70 editions from April 1990 (``S``, spring) to October 2024
(``F``, fall). A row holds the forecast that one edition made for one year, and beside it what the editions of
the next two years gave for it (``tv_0.5`` the spring after the year's end, ``tv_1`` the fall after,
``tv_1.5`` and ``tv_2`` a year later). From these, each edition is put together again: forecasts for its own
year and those after, and its figures for the two years before. The file does not tell the IMF's own estimates
from outcomes, so these bear the status of an actual figure. An edition counts as known from the last day of
its month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.codelists import Area
from indicators.model.observations import Dataset
from indicators.model.origins import Origin

__all__ = ["FORECASTS_ORIGIN", "RATES_ORIGIN", "annual_average_rates", "historical_forecasts"]

FORECASTS_ORIGIN = "imf-weo-historical-forecasts"
RATES_ORIGIN = "imf-annual-average-rates"
_SUBJECTS = {"ngdp_rpch": "gdp-growth-weo", "pcpi_pch": "inflation-weo"}
_OWN_CODES = {110: "G110", 200: "G200", 163: "EMU", 1: "WLD", 967: "XKX", 487: "PSE"}
_EDITION_ENDS = {"S": "-04-30", "F": "-10-31"}
_OUTCOMES = {"tv_0.5": (1, "S"), "tv_1": (1, "F"), "tv_1.5": (2, "S"), "tv_2": (2, "F")}
_NO_AREAS = ("1C_355", "1C_459", "1C_473", "5X", "5Y", "7A", "AN", "CSH", "DE2", "R1", "SUH", "XDR", "YUC")
_LAST_EDITION = "2024-10-31"
_MISNAMED = {"HRD": "HRK", "UYW": "UYU"}  # the dinar before the kuna; a unit in which wages are reckoned
_IN_OTHER_MONEY = (
    # area, first and last year, the money the figures are in; None: in none that was money then, so left out
    ("ECU", 1950, 1999, "ECS"), ("SLV", 1950, 2000, "SVC"), ("SMR", 1999, 2024, "EUR"), ("TKM", 1994, 2001, "TMM"),
    ("HTI", 1950, 2024, "HTG"), ("LSO", 1950, 2024, "LSL"), ("NAM", 1950, 2024, "NAD"), ("PAN", 1940, 2024, "PAB"),
    ("VEN", 1950, 2017, "VEF"), ("ZWE", 2020, 2024, "ZWL"), ("ZWE", 1950, 2008, None),
    ("GHA", 1950, 1956, None), ("IRQ", 1950, 1970, None), ("LAO", 1950, 1979, None), ("SDN", 1950, 1956, None),
    ("TUR", 1950, 1957, None), ("URY", 1950, 1956, None), ("ZMB", 1950, 1971, None),
)  # fmt: skip
_KEY = ["indicator", "area", "target_year", "vintage"]


def historical_forecasts(path: Path, origins: Mapping[str, Origin]) -> tuple[Dataset, pa.Table]:
    """GDP growth and inflation as every edition gave them.

    Args:
        path: The long table, gzipped CSV.
        origins: Must hold `FORECASTS_ORIGIN`.

    Raises:
        DataError: If an area or subject is not known, or two rows give one edition different figures for the
            same thing.
    """
    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    own = frame["WEO_Country_Code"].map(_OWN_CODES)
    frame["area"] = own.fillna(frame["ISOAlpha_3Code"])
    frame["indicator"] = frame["target"].map(_SUBJECTS)
    unknown = frame[frame[["area", "indicator"]].isna().any(axis="columns")]
    if not unknown.empty:
        raise DataError("An unknown area or subject.", found=unknown.head(2).to_csv(index=False))
    rows = pd.concat([_forecasts(frame), *(_outcomes(frame, column) for column in _OUTCOMES)], ignore_index=True)
    rows = rows.dropna(subset="value").drop_duplicates([*_KEY, "value", "status"])
    doubled = rows[rows.duplicated(_KEY, keep=False)]
    if not doubled.empty:
        raise DataError("An edition gives two figures for one thing.", found=doubled.head(2).to_csv(index=False))
    dataset = Dataset(
        id="imf-weo",
        title="World Economic Outlook, historical forecasts",
        publisher="IMF",
        description=(
            "GDP growth and inflation as each edition of the World Economic Outlook from April 1990 to October "
            "2024 gave them: its forecasts, and its figures for the two years before."
        ),
        origins=(origins[FORECASTS_ORIGIN],),
        indicators=tuple(sorted(rows["indicator"].unique())),
    )
    return dataset, _annual_table(rows, unit="%", origin=FORECASTS_ORIGIN)


def annual_average_rates(path: Path, areas: Iterable[Area], origins: Mapping[str, Origin]) -> tuple[Dataset, pa.Table]:
    """Annual averages of the rate of a country's money against the US dollar.

    The file labels some figures with another money than they are in: the sucres of Ecuador as dollars, loti as
    rand, the bolívares of before 2018 as those of 2021. These are put right; years in which a redenomination was
    not worked in, though it was in the years after, are left out. Of what several rows say for one country, money
    and year, one is kept where they agree. States that are no more, unions of states, and the special drawing
    right are left out: they are no areas of ours.

    Args:
        path: The table of the IMF's series ``ENDA_XDC_USD_RATE``.
        areas: The areas, by whose two-letter codes the countries are found.
        origins: Must hold `RATES_ORIGIN`.

    Raises:
        DataError: If a country is not known, or two rows for one country, money and year disagree.
    """
    alpha3 = {area.alpha2: area.code for area in areas if area.alpha2} | {"U2": "EMU"}
    frame = pd.read_csv(path, keep_default_na=False, na_values={"Rate": [""]})
    frame = frame[~frame["Country code"].isin(_NO_AREAS)]
    unknown = frame.loc[~frame["Country code"].isin(alpha3), "Country code"].unique()
    if len(unknown):
        raise DataError("Rates of unknown countries.", found=", ".join(unknown), expected="two-letter codes")
    rows = frame.assign(area=frame["Country code"].map(alpha3)).dropna(subset="Rate")
    rows = rows.assign(currency=rows["Currency"].replace(_MISNAMED), year=rows["Date"].str[:4].astype("int64"))
    for area, first, last, money in _IN_OTHER_MONEY:
        rows["currency"] = rows["currency"].mask((rows["area"] == area) & rows["year"].between(first, last), money)
    rows = rows.dropna(subset="currency")
    rows = pd.DataFrame(
        {
            "indicator": "exchange-rate-imf",
            "area": rows["area"],
            "target_year": rows["year"],
            "value": rows["Rate"],
            "unit": rows["currency"] + " per USD",
            "status": "A",
            "vintage": _LAST_EDITION,
        }
    ).drop_duplicates()
    doubled = rows[rows.duplicated([*_KEY, "unit"], keep=False)]
    if not doubled.empty:
        raise DataError("Two rates for one thing.", found=doubled.head(2).to_csv(index=False))
    dataset = Dataset(
        id="imf-annual-average-rates",
        title="Exchange rates, annual averages",
        publisher="IMF",
        description=(
            "Units of a country's money for one US dollar, average of the year; past redenominations are "
            "worked into the figures before them."
        ),
        origins=(origins[RATES_ORIGIN],),
        indicators=("exchange-rate-imf",),
    )
    return dataset, _annual_table(rows, unit=rows["unit"], origin=RATES_ORIGIN)


def _forecasts(frame: pd.DataFrame) -> pd.DataFrame:
    edition = frame["forecast_year"].astype(str) + frame["forecast_season"].map(_EDITION_ENDS)
    return _rows(frame, frame["prediction"], edition, "F")


def _outcomes(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    years, season = _OUTCOMES[column]
    edition = (frame["target_year"] + years).astype(str) + _EDITION_ENDS[season]
    rows = _rows(frame, frame[column], edition, "A")
    return rows[rows["vintage"] <= _LAST_EDITION]


def _rows(frame: pd.DataFrame, values: pd.Series, edition: pd.Series, status: str) -> pd.DataFrame:
    kept = frame[["indicator", "area", "target_year"]]
    return kept.assign(value=values, vintage=edition, status=status)


def _annual_table(rows: pd.DataFrame, *, unit: str | pd.Series, origin: str) -> pa.Table:
    year = rows["target_year"].astype(str)
    return assemble_observations(
        {
            "INDICATOR": pa.array(rows["indicator"]),
            "REF_AREA": pa.array(rows["area"]),
            "FREQ": "A",
            "TIME_PERIOD": pa.array(year),
            "OBS_VALUE": pa.array(rows["value"]),
            "UNIT_MEASURE": unit if isinstance(unit, str) else pa.array(unit),
            "OBS_STATUS": pa.array(rows["status"]),
            "VINTAGE": pa.array(rows["vintage"]),
            "ORIGIN": origin,
            "TIME_START": pa.array(year + "-01-01"),
            "TIME_END": pa.array(year + "-12-31"),
        }
    )
