"""What is taken away: a panel, with what was asked for, when, and where it can be seen again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from indicators.charts.parts.headings import extend_title, name_indicators, write_subtitle, write_title
from indicators.exports.data_tables import describe_processing
from indicators.model.citations import Citation, format_citations, spell_date
from indicators.model.formatting import join_names
from indicators.model.origins import CitationStyle, Origin
from indicators.model.panel import Panel
from indicators.view import View

__all__ = ["Extract", "select_source_series"]

_NAME = "indicators"


@dataclass(frozen=True)
class Extract:
    """A panel as it is taken away.

    Attributes:
        panel: The figures.
        view: What was asked for; ``None`` for a panel that was made otherwise.
        link: Where the same can be seen again; empty where there is no such place.
        day: The day on which it is taken.
        heading: A title; written from the panel when empty.

    >>> import indicators as ind
    >>> extract = Extract(ind.get("gdp", "RUS", "2023..2024", unit="billion EUR"), day=date(2026, 11, 25))
    >>> extract.title
    "GDP, trillion EUR at each year's average rate"
    >>> extract.data_title
    "GDP, billion EUR at each year's average rate"
    >>> extract.name
    'gdp'
    >>> extract.short_citation
    'World Bank (2026), processed by indicators'
    """

    panel: Panel
    view: View | None = None
    link: str = ""
    day: date = field(default_factory=lambda: datetime.now(UTC).date())
    heading: str = ""

    @property
    def title(self) -> str:
        """What is shown, in which unit, by which rule; of several indicators their names."""
        if self.heading or len(self.panel.indicators) < 2:
            return self.heading or write_title(self.panel)
        names = [indicator.name for indicator in self.panel.indicators]
        return join_names(names, most=len(names))

    @property
    def data_title(self) -> str:
        """The title with the unit in which the figures are written, where a chart has a word of scale of its own."""
        if self.heading or len(self.panel.indicators) != 1:
            return self.title
        return extend_title(name_indicators(self.panel), self.panel, join_names(self.panel.units))

    @property
    def subtitle(self) -> str:
        """Where and when, and as of when if that is not today."""
        if self.view is None:
            return write_subtitle(self.panel)
        return write_subtitle(self.panel, order=self.view.areas, known=self.view.known)

    @property
    def name(self) -> str:
        """A name for a file, without its suffix."""
        ids = "-".join(indicator.id for indicator in self.panel.indicators[:3])
        return re.sub(r"[^a-z0-9-]+", "-", ids.lower()).strip("-") or "figures"

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The sources of the figures and of the rates that made them, once each."""
        return self.panel.sources

    @property
    def figure_origins(self) -> tuple[Origin, ...]:
        """The sources of the figures alone, without those of the rates."""
        used = {id for text in self.panel.frame["origin"].unique() for id in str(text).split()}
        return tuple(origin for origin in self.origins if origin.id in used)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who made the figures, each once."""
        return tuple(dict.fromkeys(origin.producer for origin in self.figure_origins)) or (_NAME,)

    @property
    def processing(self) -> str:
        """What was done to the published figures; empty where nothing was."""
        return describe_processing(self.panel)

    @property
    def short_citation(self) -> str:
        """Who published the figures, and whether they were processed here."""
        shorts = list(dict.fromkeys(origin.short for origin in self.figure_origins))
        return ", ".join([*(shorts or [_NAME]), *([f"processed by {_NAME}"] if self.processing else [])])

    @property
    def full_citation(self) -> str:
        """Who published, what is shown, what was done to it, where and when it was taken; then each source in full."""
        parts = [self.short_citation, f"{self.title}. {self.subtitle}".rstrip(". "), self.processing.rstrip(".")]
        parts += [self.link, f"Accessed {spell_date(self.day.isoformat())}"]
        own = " ".join(f"{part}." for part in parts if part)
        sources = [f"  {origin.full}" for origin in self.origins]
        return "\n".join([own, "Sources:", *sources] if sources else [own])

    @property
    def citation(self) -> Citation:
        """The citation of what is shown, beside those of its sources."""
        return Citation(
            id=f"{_NAME}-{self.name}-{self.day.isoformat()}",
            authors=self.publishers,
            title=f"{self.title}. {self.subtitle}".rstrip(". "),
            issued=max((origin.date_published for origin in self.origins), default=""),
            accessed=self.day.isoformat(),
            url=self.link,
            note=f"Processed by {_NAME}: {self.processing}" if self.processing else f"As published, by way of {_NAME}.",
        )

    def cite(self, style: CitationStyle) -> str:
        """The citation of what is shown and those of its sources, in one style."""
        if style == "text":
            return self.full_citation
        once = {origin.id: origin.citation for origin in self.origins}
        return format_citations([self.citation, *once.values()], style)


def select_source_series(view: View) -> View:
    """The view of everything behind another: the whole series it is made of, before anything was done to them.

    What the figures are divided by belongs to it, and a map is of all countries.

    >>> select_source_series(View(("gdp",), ("RUS",), unit="EUR", scale="log", per="person")).address
    'indicators=gdp~population&country=RUS'
    """
    more_indicators, more_areas = _divisor(view.per)
    areas = () if view.tab == "map" or not view.areas else tuple(dict.fromkeys((*view.areas, *more_areas)))
    indicators = tuple(dict.fromkeys((*view.indicators, *more_indicators)))
    return View(indicators, areas, as_of=view.as_of, vintage=view.vintage)


def _divisor(per: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The indicators and the areas that figures are divided by: ids are in small letters, codes of areas are not."""
    if per in ("", "total"):
        return (), ()
    if per == "person":
        return ("population",), ()
    return ((per,), ()) if per == per.lower() else ((), (per,))
