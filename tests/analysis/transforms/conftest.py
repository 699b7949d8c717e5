"""Panels of the tests' own making."""

import numpy as np
import pandas as pd
import pytest

from indicators.model.observations import Indicator, Measure
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.model.periods import TimePeriod


def made_panel(
    values, periods, *, area="RUS", indicator="gdp", measure=Measure.FLOW, unit="USD", dataset="one", **columns
):
    """One series; ``columns`` are texts or lists for other columns."""
    parsed = [TimePeriod.parse(str(period)) for period in periods]
    frame = pd.DataFrame(
        dict.fromkeys(PANEL_COLUMNS, "")
        | {
            "value": np.array(values, dtype=np.float64), "period": [str(one) for one in parsed],
            "first": pd.to_datetime([one.first for one in parsed]),
            "last": pd.to_datetime([one.last for one in parsed]),
            "year": [one.year for one in parsed], "frequency": [one.frequency.value for one in parsed],
            "indicator": indicator, "unit": unit, "code": area, "entity": area, "dataset": dataset,
            "status": "A", "origin": f"{dataset}-origin", "vintage": "2024-01-01", "publisher": dataset,
            "lower": np.nan, "upper": np.nan, "digits": pd.array([None] * len(parsed), dtype="Int64"),
        }
        | columns
    ).astype({"digits": "Int64"})  # fmt: skip
    about = Indicator(indicator, indicator.upper(), "", unit, measure, "Economy")
    return Panel(frame[list(PANEL_COLUMNS)], (about,), ())


def together(*panels):
    """Several series in one panel."""
    frame = pd.concat([panel.frame for panel in panels], ignore_index=True)
    return Panel(frame, tuple({one.id: one for panel in panels for one in panel.indicators}.values()), ())


@pytest.fixture(scope="session")
def panel():
    return made_panel


@pytest.fixture(scope="session")
def joined():
    return together
