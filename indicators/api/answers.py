"""What tools for assistants answer with: few figures, each with its publisher, edition, address and id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

import pandas as pd
from pydantic import BaseModel, Field

from indicators.model.bands import find_levels, name_ends
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.panel_frames import to_records
from indicators.view import View
from indicators.view.comparing import FigureTable


class _Entry(BaseModel):
    @classmethod
    def of(cls, row: Mapping[Any, Any], **more: Any) -> Self:
        """Make an entry of the cells of a row that have its names, and of more; what is missing is ``None``."""
        cells = {name: cell for name, cell in row.items() if name in cls.model_fields and name not in more}
        return cls.model_validate({**{name: None if pd.isna(cell) else cell for name, cell in cells.items()}, **more})


class SourceEntry(BaseModel):
    """A source of figures."""

    id: str
    citation: str
    url: str


class Band(BaseModel):
    """A band around a forecast, from the errors of the publisher's earlier forecasts."""

    level: int = Field(description="The percentage of outcomes that it is meant to hold.")
    lower: float
    upper: float


class FoundFigure(_Entry):
    """A figure with where it comes from."""

    id: str = Field(description="Give it to the tool cite for a citation.")
    indicator: str
    country: str
    period: str
    value: float | None
    unit: str
    status: str = Field(description="A: actual, E: estimate, F: forecast, others as in SDMX.")
    publisher: str
    edition: str
    sources: list[str] = Field(description="Ids of sources.")
    rate: str = Field("", description="The exchange rate used, if one was.")
    series: str = Field("", description="The codes of its dimensions, such as SEX=F.")
    missing: str = Field("", description="Why there is no value.")
    bands: list[Band] = Field(default_factory=list, description="Bands around it, if it is a forecast with bands.")
    band_errors: int | None = Field(None, description="How many past errors of all countries the bands rest on.")
    band_method: str = ""
    page: str = Field(description="An address that shows the figure.")


class Figures(BaseModel):
    """Figures of a view."""

    title: str
    figures: list[FoundFigure]
    left_out: int = Field(description="How many figures more there are; raise limit or ask for fewer years.")
    steps: list[str] = Field(description="How they were calculated.")
    notes: list[str] = Field(description="What is missing, and why.")
    sources: list[SourceEntry]
    page: str


class LatestEntry(_Entry):
    """The latest figure of an indicator for a country."""

    id: str
    indicator: str
    name: str
    country: str
    period: str
    value: float | None
    unit: str
    status: str
    change: float | None
    change_unit: str
    forecast: float | None
    forecast_period: str
    rank: int | None
    ranked: int | None
    is_old: bool
    publisher: str
    edition: str
    page: str


class Comparison(BaseModel):
    """A table of several indicators and countries."""

    title: str
    figures: list[LatestEntry]
    left_out: int
    notes: list[str] = Field(description="What to know before comparing them.")
    sources: list[SourceEntry]
    page: str


class FoundIndicator(_Entry):
    """An indicator."""

    id: str
    name: str
    unit: str
    topic: str
    frequency: str
    last_year: int | None
    updated: str
    description: str
    page: str


class FoundIndicators(BaseModel):
    """Indicators, the best match first."""

    indicators: list[FoundIndicator]
    left_out: int


class Conversion(BaseModel):
    """An amount at one rate."""

    rule: str
    value: float | None
    unit: str
    rate: str
    publisher: str
    missing: str


class Conversions(BaseModel):
    """An amount under each rule."""

    amount: float
    unit: str
    results: list[Conversion]


class Score(_Entry):
    """The errors of forecasts at one horizon."""

    indicator: str
    years_ahead: int
    forecasts: int
    median_absolute_error: float | None
    mean_absolute_error: float | None
    bias: float | None
    unit: str


class Scores(BaseModel):
    """The accuracy of forecasts."""

    scores: list[Score]
    sources: list[SourceEntry]


class BandShare(_Entry):
    """How many outcomes the bands of some past forecasts held."""

    indicator: str
    frequency: str
    by: str = Field(description="What they are grouped by: all, horizon, income group or period.")
    group: str
    level: int = Field(description="The percentage of outcomes that the bands were meant to hold.")
    forecasts: int
    inside: float = Field(description="The percentage of outcomes that they held.")
    standard_error: float | None = Field(description="Of that percentage, from the differences between years.")


class BandShares(BaseModel):
    """A test of bands without hindsight."""

    shares: list[BandShare]
    sources: list[SourceEntry]


class ForecastEntry(_Entry):
    """A forecast of one publisher, or an actual value beside it."""

    country: str
    period: str
    kind: str = Field(description="forecast, actual, or naive: a comparison, nobody's forecast.")
    forecaster: str
    edition: str
    value: float | None
    unit: str
    bands: list[Band]


class ForecastRange(_Entry):
    """The range and the median of the newest forecasts of all publishers."""

    country: str
    period: str
    forecasters: int
    lowest: float
    median: float
    highest: float
    unit: str


class Forecasts(BaseModel):
    """The forecasts of all publishers side by side; nothing is averaged."""

    forecasts: list[ForecastEntry]
    ranges: list[ForecastRange]
    left_out: int = Field(description="How many forecasts more there are; raise limit or ask for fewer years.")
    notes: list[str]
    sources: list[SourceEntry]


class RevisionStage(_Entry):
    """The revisions of figures at one stage."""

    indicator: str
    publisher: str
    periods_ahead: int = Field(description="From the later vintage to the period revised; negative after its end.")
    revisions: int
    up: float = Field(description="The percentage of revisions that were upward.")
    mean_revision: float | None
    mean_absolute_revision: float | None
    unit: str


class VintageValue(_Entry):
    """A figure as one vintage gives it."""

    country: str
    period: str
    vintage: str
    value: float
    status: str
    revision: float | None = Field(description="From the vintage before.")


class RevisionAnswer(BaseModel):
    """How figures were revised from vintage to vintage."""

    stages: list[RevisionStage]
    values: list[VintageValue]
    left_out: int = Field(description="How many values more there are; raise limit or ask for fewer years.")
    sources: list[SourceEntry]


class FindingAnswer(BaseModel):
    """What a check found."""

    id: str
    verdict: str
    check: str
    says: str
    figures: list[str]


class Imported(BaseModel):
    """What an import did, and what was decided about the file."""

    dataset: str
    release: str = Field(description="Empty if nothing changed.")
    new: int
    changed: int
    withdrawn: int
    refused_rows: int
    faults: list[str]
    understood: list[str]
    decisions: list[str]


class TextReport(BaseModel):
    """The checks of a text."""

    verdicts: dict[str, int]
    findings: list[FindingAnswer]
    left_out: int
    sources: list[SourceEntry]


def list_sources(origins: Iterable[Origin]) -> list[SourceEntry]:
    """Return sources, each once."""
    once = {one.id: one for one in origins}
    return [SourceEntry(id=one.id, citation=one.full, url=one.url_main) for one in once.values()]


def list_figures(panel: Panel, view: View, address: str, most: int) -> list[FoundFigure]:
    """Return the figures of a panel, the newest ones where there are too many."""
    newest = panel.frame.sort_values("last", kind="stable").tail(most).sort_index()
    return [_make_figure(row, view, address) for row in to_records(newest)]


def _make_figure(row: dict[str, Any], view: View, address: str) -> FoundFigure:
    rate = " ".join(str(row.get(name) or "") for name in ("rate", "rate_unit", "rate_publisher", "rate_date")).strip()
    id = view.with_(indicators=(row["indicator"],), areas=(row["code"],)).address if row["code"] else view.address
    return FoundFigure.of(
        row, id=id, country=row["entity"], edition=row["vintage"], sources=row["origin"].split(), rate=rate,
        series=row["dimensions"], missing=str(row.get("reason") or ""), bands=list_bands(row),
        band_errors=row.get("band_errors") or None, band_method=row.get("band_method") or "",
        page=f"{address}/explore?{id}",
    )  # fmt: skip


def list_bands(row: Mapping[str, Any]) -> list[Band]:
    """Return the bands of a row, the narrowest first."""
    ends = {level: [drop_missing(row[name]) for name in name_ends(level)] for level in find_levels(row)}
    return [
        Band(level=level, lower=lower, upper=upper)
        for level, (lower, upper) in ends.items()
        if lower is not None and upper is not None
    ]


def list_latest(table: FigureTable, address: str, most: int) -> list[LatestEntry]:
    """Return the first figures of a table."""
    entries = []
    for row in table.frame.head(most).to_dict("records"):
        id = f"indicators={row['indicator']}&country={row['code']}"
        page = f"{address}/explore?{id}"
        entries.append(LatestEntry.of(row, id=id, country=row["entity"], edition=row["vintage"], page=page))
    return entries


def drop_missing(value: Any) -> float | None:
    """Return a number; ``None`` for one that is missing."""
    return None if pd.isna(value) else float(value)
