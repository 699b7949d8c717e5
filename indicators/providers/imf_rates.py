"""Annual average exchange rates of the International Monetary Fund.

The file labels some figures with a currency they are not in: the sucres of Ecuador as dollars, loti as rand, the
bolívares of before 2018 as those of 2021. These labels are corrected. Years to which a redenomination was not applied,
though it was to the years after, are left out. Duplicate rows that agree are read as one. Former states and unions of
states are left out: they are not in ``areas.csv``. The special drawing right belongs to no country, so the area of its
rates is the world; they begin in 1970, with the first allocation, when it was worth a dollar.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pandas as pd

from indicators.errors import DataError
from indicators.model.codelists import Area
from indicators.providers import messages

RATES_INDICATOR: Final = "exchange-rate-imf"
_PUBLISHED: Final = "2024-10-31"
_NOT_AREAS: Final = (
    "1C_355", "1C_459", "1C_473", "5X", "5Y", "7A", "AN", "CSH", "DE2", "R1", "SUH", "YUC",
)  # fmt: skip
_OF_GROUPS: Final = {"U2": "EMU", "XDR": "WLD"}
_MISNAMED: Final = {"HRD": "HRK", "UYW": "UYU"}  # the dinar before the kuna; a unit of account for wages
_IN_OTHER_CURRENCY: Final = (
    # area, first and last year, the currency of the figures; None: not a currency of that time, so left out
    ("ECU", 1950, 1999, "ECS"), ("SLV", 1950, 2000, "SVC"), ("SMR", 1999, 2024, "EUR"), ("TKM", 1994, 2001, "TMM"),
    ("HTI", 1950, 2024, "HTG"), ("LSO", 1950, 2024, "LSL"), ("NAM", 1950, 2024, "NAD"), ("PAN", 1940, 2024, "PAB"),
    ("VEN", 1950, 2017, "VEF"), ("ZWE", 2020, 2024, "ZWL"), ("ZWE", 1950, 2008, None),
    ("GHA", 1950, 1956, None), ("IRQ", 1950, 1970, None), ("LAO", 1950, 1979, None), ("SDN", 1950, 1956, None),
    ("TUR", 1950, 1957, None), ("URY", 1950, 1956, None), ("WLD", 1940, 1969, None), ("ZMB", 1950, 1971, None),
)  # fmt: skip
_KEY: Final = ["indicator", "area", "year", "vintage", "unit"]


def read_annual_rates(path: Path, areas: Iterable[Area]) -> pd.DataFrame:
    """Read units of the national currencies of some areas per US dollar, as annual averages.

    Returns:
        A row per rate: ``indicator``, ``area``, ``year``, ``value``, ``unit``, ``status`` and ``vintage``.

    Raises:
        DataError: A country is unknown, or has two rates for a year.
    """
    alpha3 = {area.alpha2: area.code for area in areas if area.alpha2} | _OF_GROUPS
    frame = pd.read_csv(path, keep_default_na=False, na_values={"Rate": [""]})
    frame = frame[~frame["Country code"].isin(_NOT_AREAS)]
    unknown = frame.loc[~frame["Country code"].isin(alpha3), "Country code"].unique()
    if len(unknown):
        raise DataError(messages.UNKNOWN_COUNTRIES, found=", ".join(unknown), expected="two-letter codes")
    rows = frame.assign(area=frame["Country code"].map(alpha3)).dropna(subset="Rate")
    rows = rows.assign(currency=rows["Currency"].replace(_MISNAMED), year=rows["Date"].str[:4].astype("int64"))
    for area, first, last, currency in _IN_OTHER_CURRENCY:
        mislabelled = (rows["area"] == area) & rows["year"].between(first, last)
        rows["currency"] = rows["currency"].mask(mislabelled, currency)
    rows = rows.dropna(subset="currency")
    rows = rows.assign(indicator=RATES_INDICATOR, unit=rows["currency"] + " per USD", status="A")
    rows = rows.assign(vintage=_PUBLISHED, value=rows["Rate"])[[*_KEY, "value", "status"]].drop_duplicates()
    doubled = rows[rows.duplicated(_KEY, keep=False)]
    if not doubled.empty:
        raise DataError(messages.TWO_RATES, found=doubled.head(2).to_csv(index=False))
    return rows
