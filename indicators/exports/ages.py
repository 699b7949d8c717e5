"""How old the series of a panel are, for files: last update, last actual year of each area, and "withdrawn"."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from indicators.model.panel import Panel

_COLUMNS: Final = ("Indicator", "IndicatorName", "Entity", "Code", "Updated", "LastActualYear", "Withdrawn")


def make_age_table(panel: Panel) -> pd.DataFrame:
    """Return one row per indicator and area of a panel, whatever years it has; none for a panel without a store.

    Returns:
        ``Indicator``, ``IndicatorName``, ``Entity``, ``Code``, ``Updated`` (the day from which its newest figure was
        known), ``LastActualYear`` (Int64; missing where there are only estimates and forecasts) and ``Withdrawn``.

    >>> import indicators as ind
    >>> table = make_age_table(ind.get("government-debt", "DEU~GBR", "latest"))
    >>> table[["Entity", "Updated", "LastActualYear"]].to_numpy().tolist()
    [['Germany', '2026-07-01', 1990], ['United Kingdom', '2026-07-01', 2024]]
    """
    names = dict(zip(panel.frame["code"], panel.frame["entity"], strict=True))
    known = {one.id: one for one in panel.indicators}
    rows = [
        (
            age.indicator, known[age.indicator].name, names[age.code], age.code, age.updated, age.last_year,
            known[age.indicator].withdrawn,
        )
        for age in panel.ages
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"LastActualYear": "Int64"})


def describe_ages(panel: Panel) -> dict[str, dict[str, Any]]:
    """Return by indicator what JSON says of its age: ``updated``, ``last_actual_years`` by area and ``withdrawn``."""
    ages = panel.ages
    found: dict[str, dict[str, Any]] = {}
    for one in panel.indicators:
        own = [age for age in ages if age.indicator == one.id]
        parts = {
            "updated": max((age.updated for age in own), default=""),
            "last_actual_years": {age.code: age.last_year for age in own if age.last_year is not None},
            "withdrawn": one.withdrawn,
        }
        found[one.id] = {name: part for name, part in parts.items() if part}
    return found
