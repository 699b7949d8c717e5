"""Derive the exchange rates that national accounts imply.

A publisher converts amounts to dollars at rates of its own. Where a country had several rates, or one that nobody paid,
these are not published exchange rates (Iran until 2002, Russia in the early nineties), and for fiscal years that end in
June they are averages of other months. The accounts tell what they were: GDP in dollars grows with production, prices
and the rate, and the first three are published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.store import Query, Store

DEFLATOR = "gdp-deflator-inflation"
_ACCOUNTS = ("gdp", "gdp-growth", DEFLATOR)
_KEY = ["code", "year"]
_SAME = 0.01  # rates no further apart than this count as the same
_APART = 0.05  # users are told of differences from here on


@dataclass(frozen=True)
class NationalAccounts:
    """GDP of some areas by year, from one publisher for each area.

    Attributes:
        gdp: In dollars at current prices.
        growth: Real growth in percent.
        deflator: Change of the GDP deflator in percent.
    """

    gdp: Panel
    growth: Panel
    deflator: Panel

    @classmethod
    def read(cls, areas: Iterable[str], store: Store) -> NationalAccounts:
        """Read the accounts of some areas for all years."""
        codes = tuple(dict.fromkeys(areas))
        return cls(*(read_annual(id, codes, store) for id in _ACCOUNTS))

    @staticmethod
    def exist_in(store: Store) -> bool:
        """Tell whether a store has the indicators; one with nothing but a user's data may not."""
        return set(_ACCOUNTS) <= {indicator.id for indicator in store.catalogue.indicators}

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The sources of the accounts."""
        panels = (self.gdp, self.growth, self.deflator)
        return tuple(dict.fromkeys(origin for panel in panels for origin in panel.origins))

    def compute_rate_changes(self) -> pd.DataFrame:
        """Compute the factor by which the price of a dollar changed each year, as the accounts imply.

        Returns:
            Columns ``code``, ``year`` and ``factor``, float64; only the years for which it is known.

        >>> from indicators.store import open_embedded_store
        >>> accounts = NationalAccounts.read(["RUS"], open_embedded_store())
        >>> implied = accounts.compute_rate_changes().set_index("year")["factor"]
        >>> float(round(implied[1998], 2))  # 9.71 roubles per dollar, up from 5.78
        1.68
        """
        named = {"gdp": self.gdp, "growth": self.growth, "deflator": self.deflator}
        columns = [panel.frame.set_index(_KEY)["value"].rename(name) for name, panel in named.items()]
        known = pd.concat(columns, axis=1)
        before = self.gdp.frame.assign(year=self.gdp.frame["year"] + 1).set_index(_KEY)["value"].reindex(known.index)
        own_money = (1 + known["growth"] / 100) * (1 + known["deflator"] / 100)
        return (own_money / (known["gdp"] / before)).rename("factor").dropna().reset_index()

    def find_rate_gaps(self) -> pd.DataFrame:
        """Find the years whose published average rate differs from the one that the accounts imply.

        The accounts tell how their rate moved, not how high it was: its level is set so that it agrees with the
        published rate in as many years as possible.

        Returns:
            Columns ``code``, ``year`` and ``share``: by what share the published rate is above the implied one,
            negative if below; only years in which they differ by more than a twentieth.
        """
        own = self.gdp.to("LCU").frame
        rates = own[_KEY].assign(rate=own["value"] / self.gdp.frame["value"])
        both = rates.merge(self.compute_rate_changes(), on=_KEY, how="left").sort_values(_KEY)
        if both.empty:
            return both.assign(share=[])[[*_KEY, "share"]]
        found = pd.concat([_measure_gaps(rows) for _, rows in both.groupby("code", sort=False)])
        return found.loc[found["share"].abs() > _APART, [*_KEY, "share"]].reset_index(drop=True)


def read_annual(id: str, areas: tuple[str, ...], store: Store) -> Panel:
    """Read the annual actual values of an indicator: for each area, of the publisher with the most years."""
    read = store.read_panel(Query((id,), areas, forecasts=False))
    frame = read.frame[(read.frame["frequency"] == "A") & read.frame["value"].notna()]
    reach = frame.groupby(["code", "dataset"], sort=False).size().sort_values(ascending=False, kind="stable")
    furthest = reach.reset_index().drop_duplicates("code").set_index("code")["dataset"]
    return read.with_frame(frame[frame["dataset"] == frame["code"].map(furthest)].reset_index(drop=True))


def _measure_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the share by which the rates of one area, by year, are above the implied ones."""
    begins = (rows["year"].diff() != 1) | rows["factor"].isna()
    chain = begins.cumsum()
    ratio = rows["rate"] / rows["factor"].mask(begins, 1.0).groupby(chain).cumprod()
    return rows.assign(share=ratio / ratio.groupby(chain).transform(_find_cluster) - 1)


def _find_cluster(ratios: pd.Series) -> float:
    """Return the median of the largest cluster of ratios; NaN if none is known."""
    known = ratios.dropna().to_numpy(np.float64)
    if not len(known):
        return np.nan
    is_same = np.abs(known[:, None] / known[None, :] - 1) < _SAME
    return float(np.median(known[is_same[is_same.sum(axis=1).argmax()]]))
