"""Who published a figure, where, when and under which licence; and how to cite it.

The fields are those of Our World in Data's *Origin* (producer, title, date_published, …), to which the
SHA-256 of the text that was read is added. Citations come as a short form, a full sentence, BibTeX, CSL-JSON and RIS.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from indicators.model.citations import Citation, format_citations, spell_date

__all__ = ["CitationStyle", "Licence", "Origin", "cite"]

CitationStyle = Literal["text", "bibtex", "csl", "ris"]


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which a source lets its figures be used.

    Attributes:
        name: ``CC BY 4.0``, or the publisher's own words for its terms.
        url: Where the terms can be read, or empty.
    """

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """One publication in which figures were found.

    Attributes:
        id: Unique in a catalogue; kebab-case.
        producer: Who made the figures.
        title: The publication's title, or what the page is about.
        date_published: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty when the page bears no date.
        date_accessed: The same, for when it was read.
        url_main: The page a reader can open.
        url_download: The file the figures came from.
        published_in: The paper or agency that carried it, when that is not the producer.
        attribution: The short form to show beside a chart; made from producer and year when empty.
        licence: The terms of use, when the publisher states any.
        sha256: SHA-256 of the text that was read, in hex; the text itself is never stored.
        note: How it was seen, or what to mind.
        editions: Whether it holds several editions of a publication, each of them a vintage of its figures.
        edition: Which of them is meant, in words such as ``October 2015``; empty for the whole of it.

    >>> origin = Origin("wdi", "World Bank", "World Development Indicators", "2026-07-01",
    ...                 url_main="https://example.org/wdi", licence=Licence("CC BY 4.0"))
    >>> origin.short
    'World Bank (2026)'
    >>> print(origin.full)
    World Bank (1 July 2026). World Development Indicators. https://example.org/wdi. Licence: CC BY 4.0.
    """

    id: str
    producer: str
    title: str
    date_published: str = ""
    date_accessed: str = ""
    url_main: str = ""
    url_download: str = ""
    published_in: str = ""
    attribution: str = ""
    licence: Licence | None = None
    sha256: str = ""
    note: str = ""
    editions: bool = False
    edition: str = ""

    def select_editions(self, vintages: Iterable[str]) -> Origin:
        """The origin with the editions that figures of these vintages came from; as it is where it has none.

        Only the vintage of an edition is known, neither its own title nor the day it was published on: what is cited
        stays the publication that holds all of them.

        Args:
            vintages: Days, ``YYYY-MM-DD``. An edition is called by its month when it became known at the end of one.

        >>> weo = Origin("weo", "IMF", "Outlook, historical forecasts", "2024-10", editions=True)
        >>> print(weo.select_editions(["2015-10-31"]).full)
        IMF (October 2024). Outlook, historical forecasts. Edition used: October 2015.
        >>> print(weo.select_editions(["2015-10-31", "2010-04-30", "2015-10-31"]).full)
        IMF (October 2024). Outlook, historical forecasts. Editions used: 2, April 2010 to October 2015.
        """
        known = sorted({vintage for vintage in vintages if vintage})
        if not self.editions or not known:
            return self
        if len(known) == 1:
            return replace(self, edition=_edition(known[0]))
        return replace(self, edition=f"{len(known)}, {_edition(known[0])} to {_edition(known[-1])}")

    @property
    def year(self) -> str:
        """The year of publication, or ``n.d.``."""
        return self.date_published[:4] or "n.d."

    @property
    def short(self) -> str:
        """The short citation: who, and the year; of one edition also which."""
        short = self.attribution or f"{self.producer} ({self.year})"
        return f"{short}, {self.of_edition}" if self.of_edition else short

    @property
    def of_edition(self) -> str:
        """Of which edition it is cited, ``edition of October 2015``; empty for several and for the whole."""
        return f"edition of {self.edition}" if self.edition and " to " not in self.edition else ""

    @property
    def full(self) -> str:
        """The full citation: who, when, what, carried by whom, where, on which terms."""
        parts = [f"{self.producer} ({spell_date(self.date_published) or 'n.d.'})", self.title]
        if self.edition:
            parts.append(self._edition_used)
        if self.published_in:
            parts.append(f"In {self.published_in}")
        if self.url_main:
            parts.append(self.url_main)
        if self.date_accessed:
            parts.append(f"Accessed {spell_date(self.date_accessed)}")
        if self.licence is not None:
            parts.append(f"Licence: {self.licence.name}")
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)

    @property
    def citation(self) -> Citation:
        """What a citation of it says, in a form that reference managers read."""
        return Citation(
            id=self.id,
            authors=(self.producer,),
            title=self.title,
            issued=self.date_published,
            accessed=self.date_accessed,
            url=self.url_main,
            container=self.published_in,
            licence="" if self.licence is None else self.licence.name,
            note=". ".join(part for part in (self._edition_used, self.note) if part),
        )

    @property
    def _edition_used(self) -> str:
        return f"Edition{'' if self.of_edition else 's'} used: {self.edition}" if self.edition else ""

    @property
    def bibtex(self) -> str:
        """The citation as a BibTeX entry."""
        return self.citation.bibtex

    @property
    def csl(self) -> dict[str, Any]:
        """The citation as a CSL-JSON item."""
        return self.citation.csl


def _edition(vintage: str) -> str:
    """What an edition is called, by the day from which it was known."""
    day = date.fromisoformat(vintage)
    ends_a_month = day.day == monthrange(day.year, day.month)[1]
    return spell_date(vintage[:7] if ends_a_month else vintage)


def cite(origins: Iterable[Origin], style: CitationStyle = "text") -> str:
    """The citations of several origins, each once, in their order.

    Args:
        origins: The origins; repeated ones are cited once.
        style: ``"text"`` (one full citation a line), ``"bibtex"``, ``"csl"`` (a JSON array) or ``"ris"``.

    Returns:
        The text, without a newline at its end.

    >>> print(cite([Origin("x", "IMF", "Outlook", "2024")] * 2))
    IMF (2024). Outlook.
    """
    once: Sequence[Origin] = list({origin.id: origin for origin in origins}.values())
    if style == "text":
        return "\n".join(origin.full for origin in once)
    return format_citations([origin.citation for origin in once], style)
