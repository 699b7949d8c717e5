"""International Monetary Fund: forecasts of the World Economic Outlook, and annual average exchange rates.

*World Economic Outlook, historical forecasts.* 70 editions from April 1990 (``S``, spring) to October 2024 (``F``,
fall). A row has the forecast that one edition made for one year, and the figures of the editions of the next two years
(``tv_0.5`` the spring after the year's end, ``tv_1`` the fall after, ``tv_1.5`` and ``tv_2`` a year later). Each
edition is put together from these: forecasts for its own year and later ones, and figures for the two years before.
The file does not tell the IMF's own estimates from actual values, so these figures are marked as actual. An edition
counts as known from the last day of its month.

*Annual average rates.* The file labels some figures with a currency they are not in: the sucres of Ecuador as dollars,
loti as rand, the bolívares of before 2018 as those of 2021. These labels are corrected. Years to which a
redenomination was not applied, though it was to the years after, are left out. Duplicate rows that agree are read as
one. Former states, unions of states and the special drawing right are left out: they are not in ``areas.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pandas as pd

from indicators.errors import DataError
from indicators.files.folder import CodeLists
from indicators.model.codelists import Area
from indicators.model.observations import Dataset
from indicators.model.origins import Licence
from indicators.providers import messages
from indicators.providers.assembly import assemble_annual_figures
from indicators.providers.provider import BuiltDataset, ProviderDescription, expect_form

__all__ = ["InternationalMonetaryFund"]

_FORECASTS: Final = "weo-vintages/weo_vintages_long.derived.csv.gz"
_FORECASTS_DATASET: Final = "imf-weo"
_FORECASTS_ORIGIN: Final = "imf-weo-historical-forecasts"
_RATES: Final = "fx/imf/imf_exchangerates_A_ENDA_USD.csv"
_RATES_DATASET: Final = "imf-annual-average-rates"  # the id of its origin, too
_RATES_INDICATOR: Final = "exchange-rate-imf"
_SUBJECTS: Final = {"ngdp_rpch": "gdp-growth-weo", "pcpi_pch": "inflation-weo"}
_OWN_CODES: Final = {110: "G110", 200: "G200", 163: "EMU", 1: "WLD", 967: "XKX", 487: "PSE"}
_EDITION_ENDS: Final = {"S": "-04-30", "F": "-10-31"}
_OUTCOMES: Final = {"tv_0.5": (1, "S"), "tv_1": (1, "F"), "tv_1.5": (2, "S"), "tv_2": (2, "F")}
_NOT_AREAS: Final = (
    "1C_355", "1C_459", "1C_473", "5X", "5Y", "7A", "AN", "CSH", "DE2", "R1", "SUH", "XDR", "YUC",
)  # fmt: skip
_LAST_EDITION: Final = "2024-10-31"
_MISNAMED: Final = {"HRD": "HRK", "UYW": "UYU"}  # the dinar before the kuna; a unit of account for wages
_IN_OTHER_CURRENCY: Final = (
    # area, first and last year, the currency of the figures; None: not a currency of that time, so left out
    ("ECU", 1950, 1999, "ECS"), ("SLV", 1950, 2000, "SVC"), ("SMR", 1999, 2024, "EUR"), ("TKM", 1994, 2001, "TMM"),
    ("HTI", 1950, 2024, "HTG"), ("LSO", 1950, 2024, "LSL"), ("NAM", 1950, 2024, "NAD"), ("PAN", 1940, 2024, "PAB"),
    ("VEN", 1950, 2017, "VEF"), ("ZWE", 2020, 2024, "ZWL"), ("ZWE", 1950, 2008, None),
    ("GHA", 1950, 1956, None), ("IRQ", 1950, 1970, None), ("LAO", 1950, 1979, None), ("SDN", 1950, 1956, None),
    ("TUR", 1950, 1957, None), ("URY", 1950, 1956, None), ("ZMB", 1950, 1971, None),
)  # fmt: skip
_KEY: Final = ["indicator", "area", "year", "vintage", "unit"]


class InternationalMonetaryFund:
    """GDP growth and inflation as every edition gave them, and annual average rates against the US dollar."""

    description = ProviderDescription(
        id="imf",
        name="IMF",
        website="https://www.imf.org/en/Publications/WEO",
        licence=Licence("IMF terms: free with attribution", "https://www.imf.org/external/terms.htm"),
        files=(_FORECASTS, _RATES),
        datasets=(_FORECASTS_DATASET, _RATES_DATASET),
    )

    def build(self, upstream: Path, lists: CodeLists) -> Iterator[BuiltDataset]:
        """Build both datasets; see `Provider.build`."""
        yield self._build_forecasts(upstream / _FORECASTS, lists)
        yield self._build_rates(upstream / _RATES, lists)

    def _build_forecasts(self, path: Path, lists: CodeLists) -> BuiltDataset:
        with expect_form(_FORECASTS):
            rows = _read_forecasts(path)
            table = assemble_annual_figures(rows, _FORECASTS_ORIGIN)
        dataset = Dataset(
            id=_FORECASTS_DATASET,
            title="World Economic Outlook, historical forecasts",
            publisher=self.description.name,
            description=(
                "GDP growth and inflation as given by each edition of the World Economic Outlook from April 1990 to "
                "October 2024: forecasts, and figures for the two years before."
            ),
            origins=(lists.origins[_FORECASTS_ORIGIN],),
            indicators=tuple(sorted(rows["indicator"].unique())),
        )
        return BuiltDataset("datasets", dataset, table)

    def _build_rates(self, path: Path, lists: CodeLists) -> BuiltDataset:
        with expect_form(_RATES):
            table = assemble_annual_figures(_read_rates(path, lists.areas), _RATES_DATASET)
        dataset = Dataset(
            id=_RATES_DATASET,
            title="Exchange rates, annual averages",
            publisher=self.description.name,
            description=(
                "Units of national currency per US dollar, annual average; past redenominations are applied to the "
                "figures before them."
            ),
            origins=(lists.origins[_RATES_DATASET],),
            indicators=(_RATES_INDICATOR,),
        )
        return BuiltDataset("rates", dataset, table)


def _read_forecasts(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, keep_default_na=False, na_values=[""])
    own = frame["WEO_Country_Code"].map(_OWN_CODES)
    frame["area"] = own.fillna(frame["ISOAlpha_3Code"])
    frame["indicator"] = frame["target"].map(_SUBJECTS)
    unknown = frame[frame[["area", "indicator"]].isna().any(axis="columns")]
    if not unknown.empty:
        raise DataError(messages.UNKNOWN_SERIES, found=unknown.head(2).to_csv(index=False))
    frame = frame.rename(columns={"target_year": "year"}).assign(unit="%")
    parts = [_select_forecasts(frame), *(_select_outcomes(frame, column) for column in _OUTCOMES)]
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.dropna(subset="value").drop_duplicates([*_KEY, "value", "status"])
    doubled = rows[rows.duplicated(_KEY, keep=False)]
    if not doubled.empty:
        raise DataError(messages.TWO_FORECASTS, found=doubled.head(2).to_csv(index=False))
    return rows


def _select_forecasts(frame: pd.DataFrame) -> pd.DataFrame:
    edition = frame["forecast_year"].astype(str) + frame["forecast_season"].map(_EDITION_ENDS)
    return _assign(frame, frame["prediction"], edition, "F")


def _select_outcomes(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    years, season = _OUTCOMES[column]
    edition = (frame["year"] + years).astype(str) + _EDITION_ENDS[season]
    rows = _assign(frame, frame[column], edition, "A")
    return rows[rows["vintage"] <= _LAST_EDITION]


def _assign(frame: pd.DataFrame, values: pd.Series, edition: pd.Series, status: str) -> pd.DataFrame:
    kept = frame[["indicator", "area", "year", "unit"]]
    return kept.assign(value=values, vintage=edition, status=status)


def _read_rates(path: Path, areas: Iterable[Area]) -> pd.DataFrame:
    alpha3 = {area.alpha2: area.code for area in areas if area.alpha2} | {"U2": "EMU"}
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
    rows = rows.assign(indicator=_RATES_INDICATOR, unit=rows["currency"] + " per USD", status="A")
    rows = rows.assign(vintage=_LAST_EDITION, value=rows["Rate"])[[*_KEY, "value", "status"]].drop_duplicates()
    doubled = rows[rows.duplicated(_KEY, keep=False)]
    if not doubled.empty:
        raise DataError(messages.TWO_RATES, found=doubled.head(2).to_csv(index=False))
    return rows
