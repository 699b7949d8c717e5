"""Scenarios of a user: a path of growth typed in, and the levels that follow from it.

A scenario is nobody's forecast but the user's own: its figures have the status of forecasts, the publisher
`SCENARIO_NAME`, a note, and a step that says what was typed in. It starts after the last actual value of each annual
series, of the publisher who has the newest, in the unit shown: each year's level is that of the year before times one
plus the growth. A path that begins later starts from the publisher's forecast for the year before. For a figure that is
itself a rate of growth, what was typed in is the figure. A year that the path leaves out ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.phases import FORECAST
from indicators.errors import UsageError
from indicators.model.bands import find_levels, name_ends
from indicators.model.observations import Measure
from indicators.model.origins import Origin
from indicators.model.panel import SERIES_COLUMNS, Panel
from indicators.model.steps import Step

SCENARIO: Final = "scenario"
"""The dataset and the origin of the figures of a scenario."""
SCENARIO_NAME: Final = messages.YOUR_SCENARIO
"""Their publisher."""
_PART: Final = re.compile(
    r"(?:(?P<area>[A-Z][A-Z0-9]{2,3}):)?(?P<first>\d{4})(?:\.\.(?P<last>\d{4}))?: ?"
    r"(?P<growth>[-+\u2212]?\d{1,4}(?:\.\d{1,4})?)%?",
    re.ASCII,
)
_MOST_YEARS: Final = 100
_WITHOUT_LEVEL: Final = (Measure.RATE, Measure.SHARE)
_OF_ANY_PUBLISHER: Final = [name for name in SERIES_COLUMNS if name not in ("dataset", "converted_from")]


@dataclass(frozen=True, slots=True)
class GrowthPath:
    """Growth for some years.

    Attributes:
        first: The first year.
        last: The last year.
        growth: The change from the year before, in percent.
        area: The code of the area it is for; empty for all.
    """

    first: int
    last: int
    growth: Decimal
    area: str = ""


def parse_growth_path(text: str) -> GrowthPath:
    """Read one part of a scenario: ``2026:2.5``, ``2027..2030:-1%`` or ``RUS:2026:2``.

    Raises:
        UsageError: It is not understood, or its years are reversed or too many.

    >>> parse_growth_path("RUS:2026..2030:2.50")
    GrowthPath(first=2026, last=2030, growth=Decimal('2.5'), area='RUS')
    """
    found = _PART.fullmatch(text.strip())
    if found is None:
        raise UsageError(messages.NO_GROWTH_PATH, found=text, expected=messages.GROWTH_PATH_EXAMPLES)
    first, last = int(found["first"]), int(found["last"] or found["first"])
    growth = Decimal(found["growth"].replace("\N{MINUS SIGN}", "-"))
    if not first <= last < first + _MOST_YEARS or growth <= -100:
        raise UsageError(messages.NO_GROWTH_PATH, found=text, expected=messages.GROWTH_PATH_EXAMPLES)
    return GrowthPath(first, last, Decimal(format(growth.normalize(), "f")), found["area"] or "")


def write_growth_path(path: GrowthPath) -> str:
    """Write a part of a scenario as `parse_growth_path` reads it.

    >>> write_growth_path(parse_growth_path("2026..2026:+3%"))
    '2026:3'
    """
    years = str(path.first) if path.first == path.last else f"{path.first}..{path.last}"
    return ":".join(filter(None, (path.area, years, str(path.growth))))


def add_scenario(panel: Panel, paths: Sequence[GrowthPath]) -> Panel:
    """Add the figures of a scenario to a panel.

    Args:
        panel: Figures of one indicator, as published or converted.
        paths: The growth typed in; of several for a year, one for the area comes first, then the last.

    Returns:
        The panel with the figures of the scenario as a publisher's of their own, and a step; unchanged but for a step
        that says why where nothing follows from the path.
    """
    indicator = panel.indicators[0]
    is_growth = indicator.unit == "%" and "growth" in indicator.id
    if indicator.measure in _WITHOUT_LEVEL and not is_growth:
        return panel.with_frame(panel.frame, Step(SCENARIO, messages.NO_SCENARIO_OF.format(indicator=indicator.name)))
    frame = panel.frame[(panel.frame["frequency"] == "A") & panel.frame["value"].notna()]
    actual = frame[frame["status"] != FORECAST].sort_values(["last", "vintage"], kind="stable")
    lasts = actual.drop_duplicates(_OF_ANY_PUBLISHER, keep="last").to_dict("records")
    bases = [base for last in lasts if (base := _find_base(last, frame, paths)) is not None]
    rows = [row for base in bases for row in _follow(base, paths, is_growth=is_growth)]
    if not rows:
        return panel.with_frame(panel.frame, Step(SCENARIO, messages.SCENARIO_STARTS_LATE))
    made = pd.DataFrame(rows)
    made = made.assign(**{end: np.nan for level in find_levels(made.columns) for end in name_ends(level)})
    if "band_errors" in made:
        made = made.assign(band_errors=0, band_method="")
    made = made[list(panel.frame.columns)].astype(dict(panel.frame.dtypes))
    joined = pd.concat([panel.frame, made], ignore_index=True)
    joined = joined.sort_values(["indicator", "entity", "dimensions", "dataset", "first"], kind="stable")
    typed = "~".join(map(write_growth_path, paths))
    step = Step(SCENARIO, messages.SCENARIO_STEP.format(path=typed))
    return panel.with_frame(joined.reset_index(drop=True), step).with_origins((*panel.origins, _make_origin()))


def _find_base(last: dict[Any, Any], frame: pd.DataFrame, paths: Sequence[GrowthPath]) -> dict[Any, Any] | None:
    """What a scenario starts from: the last actual value of a series, or the forecast for the year before it begins."""
    ahead = range(int(last["year"]) + 1, int(last["year"]) + 1 + _MOST_YEARS)
    begins = next((year for year in ahead if _find_growth(paths, str(last["code"]), year) is not None), None)
    if begins is None or begins == ahead.start:
        return None if begins is None else last
    alike = (frame[list(SERIES_COLUMNS)] == [last[name] for name in SERIES_COLUMNS]).all(axis=1)
    before = frame[alike & (frame["year"] == begins - 1)].sort_values("vintage", kind="stable")
    return None if before.empty else before.to_dict("records")[-1]


def _follow(base: dict[Any, Any], paths: Sequence[GrowthPath], *, is_growth: bool) -> Iterator[dict[Any, Any]]:
    """Yield the rows that follow the value that a scenario starts from."""
    level = float(base["value"])
    message = messages.SCENARIO_FROM_FORECAST if base["status"] == FORECAST else messages.SCENARIO_NOTE
    note = message.format(period=base["period"], publisher=base["publisher"])
    for year in range(int(base["year"]) + 1, int(base["year"]) + 1 + _MOST_YEARS):
        growth = _find_growth(paths, str(base["code"]), year)
        if growth is None:
            return
        level = growth if is_growth else level * (100 + growth) / 100
        yield base | {
            "period": str(year), "year": year, "first": pd.Timestamp(year, 1, 1), "last": pd.Timestamp(year, 12, 31),
            "value": level, "lower": np.nan, "upper": np.nan, "status": FORECAST, "qualifier": "",
            "inferred": "", "said_by": "", "note": note, "locator": "", "vintage": "",
            "dataset": SCENARIO, "publisher": SCENARIO_NAME, "origin": SCENARIO,
        }  # fmt: skip


def _find_growth(paths: Sequence[GrowthPath], area: str, year: int) -> float | None:
    for of in (area, ""):
        found = [path.growth for path in paths if path.area == of and path.first <= year <= path.last]
        if found:
            return float(found[-1])
    return None


def _make_origin() -> Origin:
    return Origin(SCENARIO, SCENARIO_NAME, messages.SCENARIO_TITLE)
