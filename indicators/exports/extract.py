"""A panel to be exported, with its view, the date of the export and a link, and how to cite it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from indicators.charts.parts.headings import extend_title, join_units, name_indicators, write_subtitle, write_title
from indicators.exports import messages
from indicators.exports.data_tables import describe_processing
from indicators.model.citations import Citation, format_citations, spell_date
from indicators.model.formatting import join_names
from indicators.model.messages import ACCESSED
from indicators.model.origins import CitationStyle, Origin
from indicators.model.panel import Panel
from indicators.model.series_labels import label_rows
from indicators.view import View

_NAME = "indicators"


@dataclass(frozen=True)
class Extract:
    """A panel to be exported.

    Attributes:
        panel: The figures.
        view: The view behind them; ``None`` for a panel made in another way.
        link: The address of the live page, or empty.
        day: The date of the export.
        heading: A title; made from the panel if empty.

    >>> import indicators as ind
    >>> extract = Extract(ind.get("gdp", "RUS", "2023..2024", unit="billion EUR"), day=date(2026, 11, 25))
    >>> extract.title
    'GDP, trillion EUR at annual average rates'
    >>> extract.data_title
    'GDP, billion EUR at annual average rates'
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
        """The indicator with its unit and conversion rule; the names of several indicators."""
        if self.heading or len(self.panel.indicators) < 2:
            return self.heading or write_title(self.panel)
        names = [*label_rows(self.panel).names.values()]
        return join_names(names, most=len(names))

    @property
    def data_title(self) -> str:
        """The title with the unit of the data; a chart may scale its unit differently."""
        if self.heading or len(self.panel.indicators) != 1:
            return self.title
        return extend_title(name_indicators(self.panel), self.panel, join_units(self.panel.units))

    @property
    def subtitle(self) -> str:
        """The areas and the time span, and the vintage if it is not the latest."""
        if self.view is None:
            return write_subtitle(self.panel)
        return write_subtitle(self.panel, order=self.view.areas, known=self.view.known)

    @property
    def name(self) -> str:
        """A file name without its ending."""
        ids = "-".join(indicator.id for indicator in self.panel.indicators[:3])
        return re.sub(r"[^a-z0-9-]+", "-", ids.lower()).strip("-") or "figures"

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The sources of the figures and of the exchange rates, each once."""
        return self.panel.sources

    @property
    def figure_origins(self) -> tuple[Origin, ...]:
        """The sources of the figures, without those of the exchange rates."""
        used = {id for text in self.panel.frame["origin"].unique() for id in str(text).split()}
        return tuple(origin for origin in self.origins if origin.id in used)

    @property
    def publishers(self) -> tuple[str, ...]:
        """The producers of the figures, each once."""
        return tuple(dict.fromkeys(origin.producer for origin in self.figure_origins)) or (_NAME,)

    @property
    def processing(self) -> str:
        """How the published figures were processed; empty if they were not."""
        return describe_processing(self.panel)

    @property
    def short_citation(self) -> str:
        """The publishers of the figures, and whether the figures were processed here."""
        shorts = list(dict.fromkeys(origin.short for origin in self.figure_origins))
        return ", ".join(
            [*(shorts or [_NAME]), *([messages.PROCESSED_BY.format(name=_NAME)] if self.processing else [])]
        )

    @property
    def full_citation(self) -> str:
        """Publishers, title, processing, link and access date; then each source in full."""
        parts = [self.short_citation, f"{self.title}. {self.subtitle}".rstrip(". "), self.processing.rstrip(".")]
        parts += [self.link, ACCESSED.format(date=spell_date(self.day.isoformat()))]
        own = " ".join(f"{part}." for part in parts if part)
        sources = [f"  {origin.full}" for origin in self.origins]
        return "\n".join([own, f"{messages.SOURCES_HEADING}:", *sources] if sources else [own])

    @property
    def citation(self) -> Citation:
        """The citation of the figures as shown, besides those of their sources."""
        return Citation(
            id=f"{_NAME}-{self.name}-{self.day.isoformat()}",
            authors=self.publishers,
            title=f"{self.title}. {self.subtitle}".rstrip(". "),
            issued=max((origin.date_published for origin in self.origins), default=""),
            accessed=self.day.isoformat(),
            url=self.link,
            note=(messages.PROCESSED if self.processing else messages.NOT_PROCESSED).format(
                name=_NAME, steps=self.processing
            ),
        )

    def cite(self, style: CitationStyle) -> str:
        """Cite the figures as shown and each of their sources."""
        if style == "text":
            return self.full_citation
        once = {origin.id: origin.citation for origin in self.origins}
        return format_citations([self.citation, *once.values()], style)


def select_source_series(view: View) -> View:
    """Return the view of the full source series behind a view, before any processing.

    It includes what the figures are divided by; behind a map are all countries.

    >>> select_source_series(View(("gdp",), ("RUS",), unit="EUR", scale="log", per="person")).address
    'indicators=gdp~population&country=RUS'
    """
    more_indicators, more_areas = _find_divisor(view.per)
    areas = () if view.tab == "map" or not view.areas else tuple(dict.fromkeys((*view.areas, *more_areas)))
    indicators = tuple(dict.fromkeys((*view.indicators, *more_indicators)))
    return View(indicators, areas, dimensions=view.dimensions, as_of=view.as_of, vintage=view.vintage)


def _find_divisor(per: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The indicators and areas that figures are divided by: ids are in lowercase letters, codes of areas are not."""
    if per in ("", "total"):
        return (), ()
    if per == "person":
        return ("population",), ()
    return ((per,), ()) if per == per.lower() else ((), (per,))
