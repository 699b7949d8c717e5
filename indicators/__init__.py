"""Cited economic figures: each with its unit, its date and who said it where.

>>> import indicators as ind
>>> panel = ind.get("digital-economy-turnover", "RUS", "2024")
>>> panel.frame[["entity", "year", "value", "unit", "publisher"]].head(1).to_dict("records")
[{'entity': 'Russia', 'year': 2024, 'value': 24000000000000.0, 'unit': 'RUB', 'publisher': 'IT Russia'}]

Names are loaded when they are first used, so that ``indicators list`` need not wait for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.errors import IndicatorsError
    from indicators.exports.saving import save
    from indicators.model.observations import Indicator, Observation
    from indicators.model.origins import Origin
    from indicators.model.panel import Panel
    from indicators.model.periods import TimePeriod, TimeSpan
    from indicators.store import Store
    from indicators.view import View, get, score
    from indicators.view.converting import convert

__all__ = [
    "Indicator",
    "IndicatorsError",
    "Observation",
    "Origin",
    "Panel",
    "Store",
    "TimePeriod",
    "TimeSpan",
    "View",
    "convert",
    "get",
    "save",
    "score",
]

_HOMES = {
    "Indicator": "model.observations",
    "IndicatorsError": "errors",
    "Observation": "model.observations",
    "Origin": "model.origins",
    "Panel": "model.panel",
    "Store": "store",
    "TimePeriod": "model.periods",
    "TimeSpan": "model.periods",
    "View": "view",
    "convert": "view.converting",
    "get": "view",
    "save": "exports.saving",
    "score": "view",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'indicators' has no attribute {name!r}")
    return getattr(import_module(f"indicators.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
