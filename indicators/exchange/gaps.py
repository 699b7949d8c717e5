"""Measure how far rates differ from what a publisher's own figures imply, and say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from indicators.exchange import messages
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.publications import PeriodArray
from indicators.exchange.publishers import list_dollars_spent
from indicators.exchange.rules import RateKind
from indicators.exchange.successions import LOCAL
from indicators.model.formatting import join_names
from indicators.model.periods import TimePeriod

__all__ = ["describe_gaps", "find_parity_gaps"]

_TIMES: Final = 2  # differences from here on are given as a multiple
_MOST_NAMED: Final = 4
_SAME: Final = 0.01  # smaller differences are not worth a caution
_FIRST_YEAR: Final = 1980  # before the first parities


def describe_gaps(gaps: pd.DataFrame, names: Mapping[str, str], sentence: str) -> str:
    """Caution about the largest differences; empty where there are none.

    Args:
        gaps: Columns ``code``, ``year`` and ``share``: by what share a value is too high, negative if too low.
        names: The name of each area by its code.
        sentence: The caution, with the placeholder ``cases``.

    >>> gaps = pd.DataFrame({"code": ["A", "A", "B"], "year": [1990, 1991, 1992], "share": [-0.2, -0.5, 6.0]})
    >>> describe_gaps(gaps, {"A": "Aland", "B": "Boland"}, "Largest: {cases}.") == (
    ...     "Largest: Boland in 1992 (7 times as much) and Aland in 1991 (\N{MINUS SIGN}50%).")
    True
    """
    if gaps.empty:
        return ""
    by_size = gaps.sort_values("share", key=abs, ascending=False, kind="stable").drop_duplicates("code")
    cases = [
        messages.GAP.format(area=names[code], year=year, difference=_format_gap(share))
        for code, year, share in zip(by_size["code"], by_size["year"], by_size["share"], strict=True)
    ]
    return sentence.format(cases=join_names(cases, most=_MOST_NAMED))


def _format_gap(share: float) -> str:
    """Format a difference: −89%, or 12 times as much."""
    if share >= _TIMES:
        return messages.TIMES_TOO_HIGH.format(times=1 + share)
    return f"{'+' if share > 0 else '−'}{abs(share):.0%}"


def find_parity_gaps(rows: pd.DataFrame, book: RateBook) -> pd.DataFrame:
    """Find how far conversion factors at parity differ from the publisher's own amounts at parity.

    Args:
        rows: Columns ``code`` and ``year`` of values that were converted by the conversion factor.
        book: The rates.

    Returns:
        Columns ``code``, ``year`` and ``share``: for each area, the largest difference among the nearest years with
        both; none where it is below one percent or nothing is known.
    """
    wanted = rows[["code", "year"]].drop_duplicates()
    codes = wanted["code"].unique().tolist()
    years = np.arange(_FIRST_YEAR, max(_FIRST_YEAR, int(wanted["year"].max())) + 1)
    periods = PeriodArray(tuple(TimePeriod.of_year(int(year)) for year in years))
    own = [LOCAL + code for code in codes]
    dollars = [list_dollars_spent("gdp", code)[-1] for code in codes]
    average = book.find([("USD", code) for code in own], periods, RateKind.AVERAGE)
    factor = book.find([(code, INTERNATIONAL) for code in own], periods, RateKind.PPP)
    level = book.find([(code, INTERNATIONAL) for code in dollars], periods, RateKind.PPP)
    found = []
    for number, code in enumerate(codes):
        share = average[number].factor * factor[number].factor / level[number].factor - 1
        known = np.flatnonzero(~np.isnan(share))
        if len(known):
            asked = wanted.loc[wanted["code"] == code, "year"].to_numpy()
            nearest = known[np.abs(years[known][None, :] - asked[:, None]).argmin(axis=1)]
            worst = nearest[np.abs(share[nearest]).argmax()]
            found.append({"code": code, "year": int(years[worst]), "share": float(share[worst])})
    gaps = pd.DataFrame(found, columns=["code", "year", "share"])
    return gaps[gaps["share"].abs() > _SAME].reset_index(drop=True)
