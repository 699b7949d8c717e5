"""Cited economic figures, each with its unit, date and source.

>>> import indicators as ind
>>> panel = ind.get("digital-economy-turnover", "RUS", "2024")
>>> panel.frame[["entity", "year", "value", "unit", "publisher"]].head(1).to_dict("records")
[{'entity': 'Russia', 'year': 2024, 'value': 24000000000000.0, 'unit': 'RUB', 'publisher': 'IT Russia'}]

Names are imported when they are first used, so that a command such as ``indicators list`` need not wait for pandas.
"""

from __future__ import annotations

import os as _os
from collections.abc import Iterable as _Iterable
from importlib import import_module as _import_module
from typing import TYPE_CHECKING, Any

from indicators.model.panel_output import register_panel_output as _register_panel_output

if TYPE_CHECKING:
    from datetime import date

    from indicators.claims.report import Report
    from indicators.errors import IndicatorsError
    from indicators.exports.panel_output import save_panel as save
    from indicators.model.observations import Indicator, Observation
    from indicators.model.origins import Origin
    from indicators.model.panel import Panel
    from indicators.model.panel_output import PanelOutput
    from indicators.model.periods import TimePeriod, TimeSpan
    from indicators.store import Store, StoreLike
    from indicators.view import View, get, score
    from indicators.view.calendar import release_calendar
    from indicators.view.comparing import FigureTable, compare, country
    from indicators.view.converting import convert
    from indicators.view.describing import IndicatorDescription, describe
    from indicators.view.discovery import cite, import_file, search
    from indicators.view.discovery import list_areas as areas
    from indicators.view.discovery import list_indicators as list  # noqa: A004  reads as ind.list
    from indicators.view.fetching import fetch
    from indicators.view.fetching import list_providers as providers
    from indicators.view.finding import find
    from indicators.view.forecasting import list_forecasts as forecasts
    from indicators.view.revising import list_revisions as revisions
    from indicators.view.updating import update

__all__ = [
    "FigureTable",
    "Indicator",
    "IndicatorDescription",
    "IndicatorsError",
    "Observation",
    "Origin",
    "Panel",
    "Store",
    "TimePeriod",
    "TimeSpan",
    "View",
    "areas",
    "check",
    "cite",
    "compare",
    "convert",
    "country",
    "describe",
    "fetch",
    "find",
    "forecasts",
    "get",
    "import_file",
    "list",
    "providers",
    "release_calendar",
    "revisions",
    "save",
    "score",
    "search",
    "update",
]

_HOMES = {
    "FigureTable": "view.comparing:FigureTable",
    "Indicator": "model.observations:Indicator",
    "IndicatorDescription": "view.describing:IndicatorDescription",
    "IndicatorsError": "errors:IndicatorsError",
    "Observation": "model.observations:Observation",
    "Origin": "model.origins:Origin",
    "Panel": "model.panel:Panel",
    "Store": "store:Store",
    "TimePeriod": "model.periods:TimePeriod",
    "TimeSpan": "model.periods:TimeSpan",
    "View": "view:View",
    "areas": "view.discovery:list_areas",
    "cite": "view.discovery:cite",
    "compare": "view.comparing:compare",
    "convert": "view.converting:convert",
    "country": "view.comparing:country",
    "describe": "view.describing:describe",
    "fetch": "view.fetching:fetch",
    "find": "view.finding:find",
    "forecasts": "view.forecasting:list_forecasts",
    "get": "view:get",
    "import_file": "view.discovery:import_file",
    "list": "view.discovery:list_indicators",
    "providers": "view.fetching:list_providers",
    "release_calendar": "view.calendar:release_calendar",
    "revisions": "view.revising:list_revisions",
    "save": "exports.panel_output:save_panel",
    "score": "view:score",
    "search": "view.discovery:search",
    "update": "view.updating:update",
}


def check(
    text: str | _os.PathLike[str],
    *,
    published: str | date = "",
    language: str | None = None,
    store: StoreLike = None,
) -> Report:
    """Check the figures of a text against each other, exchange rates and published figures.

    Args:
        text: The text itself; or a path, the name of a file, or the id of a dataset. A single word counts as a name.
        published: The publication date (``"2025-09-29"``); looked for in the text if left out.
        language: The code of its language, such as ``"en"``; detected if left out.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        The report; ``report.findings`` has a verdict for each relation that was checked.

    Raises:
        UsageError: The file or dataset does not exist, or an option is invalid.

    >>> check("Sales rose 40% to 24 billion euros in 2024, from 16.4 billion euros in 2023.").is_inconsistent
    True
    """
    from io import BytesIO

    from indicators.claims.checked_texts import CheckOptions, check_input
    from indicators.store import open_store

    name = _os.fspath(text)
    is_word = name.isascii() and not any(map(str.isspace, name))
    is_name = isinstance(text, _os.PathLike) or is_word or _os.path.isfile(name)  # noqa: PTH113  takes any text
    stream = None if is_name else BytesIO(name.encode())
    return check_input(name, open_store(store), CheckOptions(str(published), language), stream=stream).get_report()


def _load_panel_output() -> PanelOutput:
    from indicators.exports import panel_output

    return panel_output


_register_panel_output(_load_panel_output)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'indicators' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(_import_module(f"indicators.{module}"), attribute)


def __dir__() -> _Iterable[str]:
    return sorted(__all__)
