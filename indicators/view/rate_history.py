"""Get the exchange rate of two currencies over time, as a panel."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.exchange import convert_values, parse_money
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.model.periods import TimePeriod
from indicators.model.steps import Step
from indicators.model.units import parse_unit
from indicators.store import Store, StoreLike, open_store
from indicators.view import messages

_RATE: Final = Indicator(
    "exchange-rate",
    "Exchange rate",
    "Units of one currency for one of another.",
    "ratio",
    Measure.RATE,
    "Exchange rates",
)


def get_rate_history(source: str, target: str, *, by: str | None = None, store: StoreLike = None) -> Panel:
    """Get what one unit of the more valuable of two currencies was worth in the other.

    Args:
        source: A currency.
        target: Another currency.
        by: Only rates of this publisher.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A panel with one series for each publisher: monthly averages where there are daily rates, else annual averages;
        empty if there are no rates.
    """
    opened = open_store(store)
    given, wanted = (parse_money(parse_unit(unit), "") for unit in (source, target))
    for texts, frequency in ((_months(), "M"), (_years(), "A")):
        factors, table = convert_values(
            np.ones(len(texts)), given.code, wanted.code, periods=texts, rates=opened.rates, by=by, return_rates=True
        )
        known = np.flatnonzero(~np.isnan(factors))
        if len(known) and given.code != wanted.code:
            return _history(opened, table.iloc[known], factors[known], frequency, given.code, wanted.code)
    return Panel(pd.DataFrame({name: [] for name in PANEL_COLUMNS}), (), ())


def _months() -> list[str]:
    return [f"{year}-{month:02}" for year in range(1999, date.today().year + 1) for month in range(1, 13)]  # noqa: DTZ011


def _years() -> list[str]:
    return [str(year) for year in range(1950, date.today().year + 1)]  # noqa: DTZ011  a list of years


def _history(
    store: Store, table: pd.DataFrame, factors: npt.NDArray[np.float64], frequency: str, source: str, target: str
) -> Panel:
    dearer, cheaper = (target, source) if np.nanmedian(factors) < 1 else (source, target)
    values = 1 / factors if dearer == target else factors
    periods = [TimePeriod.parse(text) for text in table["period"]]
    name = f"{cheaper} per {dearer}"
    frame = pd.DataFrame(dict.fromkeys(PANEL_COLUMNS, ""), index=range(len(values))).assign(
        entity=name, code=dearer, period=table["period"].to_numpy(), first=[p.first for p in periods],
        last=[p.last for p in periods], year=[p.year for p in periods], frequency=frequency, indicator=_RATE.id,
        value=values, lower=np.nan, upper=np.nan, unit=name, status="A",
        digits=pd.array([pd.NA] * len(values), "Int64"),
        dataset=table["publisher"].to_numpy(), publisher=table["publisher"].to_numpy(),
        origin=table["origin"].to_numpy(),
    )  # fmt: skip
    frame = frame.assign(first=pd.to_datetime(frame["first"]), last=pd.to_datetime(frame["last"]))
    ids = dict.fromkeys(id for text in table["origin"] for id in text.split())
    origins = tuple(store.catalogue.origins[id] for id in ids if id in store.catalogue.origins)
    noun = "month" if frequency == "M" else "year"
    kinds = dict.fromkeys(zip(table["publisher"], table["basis"], strict=True))
    rates = [messages.RATE_OF.format(publisher=one, basis=basis.rpartition(": ")[2]) for one, basis in kinds]
    step = Step("rates", messages.RATE_STEP.format(period=noun, rates="; ".join(rates)))
    return Panel(frame, (_RATE,), origins, (step,))
