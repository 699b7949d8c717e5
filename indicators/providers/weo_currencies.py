"""Which currency an edition of the World Economic Outlook gives a country's national currency in.

The editions say "national currency" and restate the past in the currency of their day. GDP is given both in it and in
dollars, so each year has an implied exchange rate. A currency is certain if that rate agrees with the currency's
published annual average in enough years: the country's own, or the dollar. In years with several exchange rates the two
differ, which is why not all years have to agree; where too few do, as in Zimbabwe, nothing is assumed. An edition with
few years has the currency of the newest one if both imply the same rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd

_YEARS: Final = 20  # before the edition
_ENOUGH: Final = 3
_TOLERANCE: Final = 0.05
_DOLLAR: Final = "USD"
_PREDECESSORS: Final = {"SLE": ("SLL", 1000.0)}  # still in old leones; the rates are restated in new ones
_ALSO_USED: Final = {"PSE": "ILS"}  # areas without a currency of their own, and without rates
_SHARED: Final = ("EUR",)  # tried for countries whose rates before they adopted it are in another currency


def find_own_currencies(rows: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Find the currency of each country's national currency in each edition.

    Args:
        rows: Figures of editions, with GDP in national currency (``NGDP``) and in dollars (``NGDPD``).
        rates: Annual averages, as `indicators.providers.imf_rates.read_annual_rates` gives them.

    Returns:
        ``area``, ``vintage`` and ``currency`` (ISO 4217), one row for each that is certain.
    """
    key = ["vintage", "area", "year"]
    own, dollars = (rows[rows["concept"] == concept].set_index(key)["value"] for concept in ("NGDP", "NGDPD"))
    found = list(_find((own / dollars).dropna().rename("implied").reset_index(), rates))
    return pd.DataFrame(found, columns=["area", "vintage", "currency"])


def _find(implied: pd.DataFrame, rates: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    if implied.empty:
        return
    known = _Rates(rates)
    newest = implied["vintage"].max()
    series = {(str(area), str(vintage)): of_one for (vintage, area), of_one in implied.groupby(["vintage", "area"])}
    currencies: dict[str, str] = {}
    for area, vintage in sorted(series, key=lambda key: key[1], reverse=True):
        rates_of_area = series[area, vintage].set_index("year")["implied"]
        year = int(vintage[:4])
        recent = rates_of_area[(rates_of_area.index < year) & (rates_of_area.index >= year - _YEARS)]
        code = next((code for code, published in known.list_candidates(area, recent) if _agree(recent, published)), "")
        if vintage == newest:
            currencies[area] = code
        elif not code and (area, newest) in series:
            is_same = _agree(recent, series[area, newest].set_index("year")["implied"])
            code = currencies[area] if is_same else ""
        if code:
            yield area, vintage, code


def _agree(implied: pd.Series, published: pd.Series) -> bool:
    agreeing: int = ((implied / published).dropna().sub(1).abs() <= _TOLERANCE).sum()
    return agreeing >= _ENOUGH


class _Rates:
    """Annual averages against the dollar by currency, and the currencies of each area, the newest first."""

    def __init__(self, rates: pd.DataFrame) -> None:
        currency = rates["unit"].str.partition(" ")[0]
        self._rates = rates.groupby([currency, "year"])["value"].median()
        self._own = rates.assign(currency=currency).sort_values("year").groupby("area")["currency"].unique()

    def list_candidates(self, area: str, implied: pd.Series) -> Iterator[tuple[str, pd.Series]]:
        """Yield the currencies that an area's money may be in, with their rates."""
        for code in dict.fromkeys([*reversed(list(self._own.get(area, ()))), _ALSO_USED.get(area, ""), *_SHARED]):
            if code != _DOLLAR and code in self._rates.index:
                yield code, self._rates[code]
                if code in _PREDECESSORS:
                    older, units = _PREDECESSORS[code]
                    yield older, self._rates[code] * units
        if implied.sub(1).abs().max() <= _TOLERANCE:  # in every year, as it has one price for itself
            yield _DOLLAR, pd.Series(1.0, index=implied.index)
