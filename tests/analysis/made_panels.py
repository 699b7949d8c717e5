"""Panels of figures (year, vintage, value, status) of the tests' own making."""

import math

import pandas as pd

from indicators.model.panel import PANEL_COLUMNS, Panel

_TEXTS = dict.fromkeys(PANEL_COLUMNS, "") | {
    "entity": "Russia", "code": "RUS", "indicator": "growth", "frequency": "A", "unit": "%", "lower": math.nan,
    "upper": math.nan, "digits": pd.NA, "dataset": "office", "publisher": "Office",
}  # fmt: skip


def make_panel(*rows, **more):
    """A panel of figures (year, vintage, value, status)."""
    cells = [
        _TEXTS | {
            "period": str(year), "year": year, "first": pd.Timestamp(year, 1, 1), "last": pd.Timestamp(year, 12, 31),
            "vintage": vintage, "value": value, "status": status,
        } | more
        for year, vintage, value, status in rows
    ]  # fmt: skip
    return Panel(pd.DataFrame(cells, columns=list(PANEL_COLUMNS)), (), ())
