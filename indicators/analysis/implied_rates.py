"""The accounts of an economy, and the rates at which their publisher made dollars of them.

A sum in dollars was turned into dollars at the publisher's own rates. Where a country had several rates, or none that
was paid, these are no published rates of exchange (Iran until 2002, Russia in the early nineties), and of years
that end in June they are averages of other months. What they were follows from the accounts: GDP in dollars grew as
production, prices and the rate made it grow, and the first three are published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.model.formatting import join_names
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.store import Query, Store

__all__ = ["DEFLATOR", "NationalAccounts", "describe_rate_gaps", "read_annual"]

DEFLATOR = "gdp-deflator-inflation"
_ACCOUNTS = ("gdp", "gdp-growth", DEFLATOR)
_KEY = ["code", "year"]
_AS_ONE = 0.01  # rates no further apart than this are taken for the same
_APART = 0.05  # from here on a reader is told
_TIMES = 2  # as a share more, from which on people say how many times
_MOST_NAMED = 4


@dataclass(frozen=True)
class NationalAccounts:
    """GDP of some areas by year, of each area from one publisher.

    Attributes:
        gdp: In dollars at the prices of each year.
        growth: Real growth in per cent.
        deflator: Change of the prices of GDP in per cent.
    """

    gdp: Panel
    growth: Panel
    deflator: Panel

    @classmethod
    def read(cls, areas: Iterable[str], store: Store) -> NationalAccounts:
        """The accounts of some areas, of all years."""
        codes = tuple(dict.fromkeys(areas))
        return cls(*(read_annual(id, codes, store) for id in _ACCOUNTS))

    @staticmethod
    def are_in(store: Store) -> bool:
        """Whether a store knows the indicators that they are made of: one with figures of one's own alone may not."""
        return set(_ACCOUNTS) <= {indicator.id for indicator in store.catalogue.indicators}

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where they come from."""
        panels = (self.gdp, self.growth, self.deflator)
        return tuple(dict.fromkeys(origin for panel in panels for origin in panel.origins))

    def rate_changes(self) -> pd.DataFrame:
        """By what the price of a dollar in own money was multiplied since the year before, as the accounts imply.

        Returns:
            Columns ``code``, ``year`` and ``factor``, float64; only the years of which that is known.

        >>> from indicators.store import open_embedded_store
        >>> implied = Accounts.read(["RUS"], open_embedded_store()).rate_changes().set_index("year")["factor"]
        >>> float(round(implied[1998], 2))  # 9.71 roubles for a dollar, after 5.78
        1.68
        """
        named = {"gdp": self.gdp, "growth": self.growth, "deflator": self.deflator}
        columns = [panel.frame.set_index(_KEY)["value"].rename(name) for name, panel in named.items()]
        known = pd.concat(columns, axis=1)
        before = self.gdp.frame.assign(year=self.gdp.frame["year"] + 1).set_index(_KEY)["value"].reindex(known.index)
        own_money = (1 + known["growth"] / 100) * (1 + known["deflator"] / 100)
        return (own_money / (known["gdp"] / before)).rename("factor").dropna().reset_index()

    def unlike(self) -> pd.DataFrame:
        """How far each year's published average rate lies from that of the accounts, where it does.

        The accounts tell how their rate moved, not how high it was: where it lay in most of the years in which both
        moved alike, it is taken to have been the published one.

        Returns:
            Columns ``code``, ``year`` and ``share``: by what share the published rate is above the other, below zero
            where it is below; only years in which they lie more than a twentieth apart.
        """
        own = self.gdp.to("LCU").frame
        rates = own[_KEY].assign(rate=own["value"] / self.gdp.frame["value"])
        both = rates.merge(self.rate_changes(), on=_KEY, how="left").sort_values(_KEY)
        if both.empty:
            return both.assign(share=[])[[*_KEY, "share"]]
        found = pd.concat([_apart(rows) for _, rows in both.groupby("code", sort=False)])
        return found.loc[found["share"].abs() > _APART, [*_KEY, "share"]].reset_index(drop=True)


def read_annual(id: str, areas: tuple[str, ...], store: Store) -> Panel:
    """An indicator by year, known figures alone: of each area from one publisher, the one that reaches furthest."""
    read = store.read_panel(Query((id,), areas, forecasts=False))
    frame = read.frame[(read.frame["frequency"] == "A") & read.frame["value"].notna()]
    reach = frame.groupby(["code", "dataset"], sort=False).size().sort_values(ascending=False, kind="stable")
    furthest = reach.reset_index().drop_duplicates("code").set_index("code")["dataset"]
    return read.with_frame(frame[frame["dataset"] == frame["code"].map(furthest)].reset_index(drop=True))


def describe_rate_gaps(apart: pd.DataFrame, names: dict[str, str]) -> str:
    """A sentence on sums of own money made at rates unlike those of the accounts; empty where there is none.

    Args:
        apart: Columns ``code``, ``year`` and ``share``, as `Accounts.unlike` gives them, of the figures shown.
        names: The name of each area by its code.
    """
    if apart.empty:
        return ""
    by_size = apart.sort_values("share", key=abs, ascending=False, kind="stable").drop_duplicates("code")
    said = [
        f"{names[code]} in {year} ({_how_far(share)})"
        for code, year, share in zip(by_size["code"], by_size["year"], by_size["share"], strict=True)
    ]
    return (
        "In some years the dollars were made of that money at other rates than these, as growth and prices tell. Most "
        f"off: {join_names(said, most=_MOST_NAMED)}."
    )


def _how_far(share: float) -> str:
    """How far off in words: −89%, or 12 times too much."""
    if share >= _TIMES:
        return f"{1 + share:,.0f} times too much"
    return f"{'+' if share > 0 else '−'}{abs(share):.0%}"


def _apart(rows: pd.DataFrame) -> pd.DataFrame:
    """The rates of one area, in the order of years, with the share by which they are above those of its accounts."""
    begins = (rows["year"].diff() != 1) | rows["factor"].isna()
    chain = begins.cumsum()
    ratio = rows["rate"] / rows["factor"].mask(begins, 1.0).groupby(chain).cumprod()
    return rows.assign(share=ratio / ratio.groupby(chain).transform(_usual) - 1)


def _usual(ratios: pd.Series) -> float:
    """Where most of the ratios lie close together; NaN where none is known."""
    known = ratios.dropna().to_numpy(np.float64)
    if not len(known):
        return np.nan
    alike = np.abs(known[:, None] / known[None, :] - 1) < _AS_ONE
    return float(np.median(known[alike[alike.sum(axis=1).argmax()]]))
