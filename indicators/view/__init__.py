"""Views: the request of a user, its four spellings, and the figures it gives.

Names are loaded when they are first used: one amount of money is converted without pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.view.fields import ChartType, Overlay, Scale, Stacking, Tab
    from indicators.view.getting import get, score
    from indicators.view.view import View

_HOMES = {
    "ChartType": "fields",
    "Overlay": "fields",
    "Scale": "fields",
    "Stacking": "fields",
    "Tab": "fields",
    "View": "view",
    "get": "getting",
    "score": "getting",
}

__all__ = ["ChartType", "Overlay", "Scale", "Stacking", "Tab", "View", "get", "score"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'indicators.view' has no attribute {name!r}")
    return getattr(import_module(f"indicators.view.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
