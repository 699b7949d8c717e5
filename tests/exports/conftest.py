"""Panels of every kind that can be exported."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

import indicators as ind
from indicators.exports.extract import Extract
from indicators.files import read_embedded_catalogue
from indicators.model.origins import Licence, Origin
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.view import View

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\N{FULLWIDTH EQUALS SIGN}1", '=HYPERLINK("http://x")')


@pytest.fixture(scope="session")
def converted() -> Extract:
    """Two countries in a converted unit, as exported from the dashboard."""
    texts = {"indicators": "gdp", "areas": "RUS~CHN", "time": "2022..2024", "unit": "billion EUR"}
    view = View.from_texts(texts, read_embedded_catalogue())
    panel = ind.get("gdp", "RUS~CHN", "2022..2024", unit="billion EUR")
    return Extract(panel, view, f"https://example.org/explore?{view.address}", date(2026, 11, 25))


@pytest.fixture(scope="session")
def several() -> Extract:
    """Three indicators, one of them with several publishers."""
    return Extract(ind.get("gdp~population~digital-economy-turnover", "RUS~CHN", "2019..2024"), day=date(2026, 11, 25))


@pytest.fixture(scope="session")
def daily() -> Extract:
    return Extract(ind.get("exchange-rate-ecb", "USA", "2026-04-01..2026-04-13"), day=date(2026, 11, 25))


@pytest.fixture(scope="session")
def empty() -> Extract:
    return Extract(ind.get("gdp", "RUS", "1800"), day=date(2026, 11, 25))


@pytest.fixture(scope="session")
def hostile() -> Extract:
    """Figures in which every text starts like a formula."""
    indicator = ind.get("gdp", "RUS", "2020").indicators[0]
    origin = Origin("page", "=Office", "=Yearbook", "2025", url_main="javascript:alert(1)", licence=Licence("=free"))
    day = pd.Timestamp(2024, 12, 31)
    fixed = {
        "indicator": "gdp", "origin": "page", "unit": "USD", "status": "A", "period": "2024", "frequency": "A",
        "first": day, "last": day, "year": 2024, "value": -1.5, "lower": math.nan, "upper": math.nan, "digits": None,
        "code": "RUS",
    }  # fmt: skip
    texts = ("entity", "note", "said_by", "publisher", "locator")
    cells = [dict.fromkeys(PANEL_COLUMNS, "") | fixed | dict.fromkeys(texts, text) for text in HOSTILE]
    frame = pd.DataFrame(cells, columns=list(PANEL_COLUMNS)).astype({"digits": "Int64"})
    return Extract(Panel(frame, (indicator,), (origin,)), day=date(2026, 11, 25))


@pytest.fixture(params=["converted", "several", "daily", "empty", "hostile"])
def extract(request: pytest.FixtureRequest) -> Extract:
    """Each of them in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def runs_nothing() -> Callable[[object], bool]:
    """Whether a spreadsheet reads a cell as a text or a number, not as a formula."""

    def holds(cell: object) -> bool:
        return not isinstance(cell, str) or not cell.startswith(
            (*"=+-@\t\r\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}")
        )

    return holds
