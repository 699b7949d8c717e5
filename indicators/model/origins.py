"""Origins: who published a figure, where, when and under which licence; and how to cite it.

The fields are those of Our World in Data's *Origin* (producer, title, date_published, ...) plus the SHA-256 of the
text that was read. Citations come in a short form, as a full sentence, and as BibTeX, CSL-JSON and RIS.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from indicators.model import messages
from indicators.model.citations import Citation, format_citations, spell_date

CitationStyle = Literal["text", "bibtex", "csl", "ris"]


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of use of a source.

    Attributes:
        name: ``CC BY 4.0``, or the publisher's own name for its terms.
        url: The page with the terms, or empty.
    """

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """A publication that figures come from.

    Attributes:
        id: Unique in a catalogue; kebab-case.
        producer: Who made the figures.
        title: The title of the publication, or the subject of the page.
        date_published: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty if the page has no date.
        date_accessed: The same, for the date it was read.
        url_main: A page that users can open.
        url_download: The file the figures come from.
        published_in: The newspaper or agency that carried it, if not the producer.
        attribution: The short form to show next to a chart; if empty, made from producer and year.
        licence: The terms of use, if the publisher states any.
        sha256: SHA-256 of the text that was read, in hex; the text itself is never stored.
        note: How it was read, or what users should know.
        editions: Whether it holds several editions of a publication, each a vintage of its figures.
        edition: The edition that is cited, such as ``October 2015``; empty for the whole publication.

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
        """Return the origin with the editions of these vintages, or unchanged if it has no editions.

        Only the vintage of an edition is known, not its own title or day of publication, so the citation remains
        that of the publication that holds all of them.

        Args:
            vintages: Days, ``YYYY-MM-DD``. An edition of the last day of a month is named after the month.

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
            return replace(self, edition=_name_edition(known[0]))
        first, last = _name_edition(known[0]), _name_edition(known[-1])
        return replace(self, edition=messages.EDITION_RANGE.format(count=len(known), first=first, last=last))

    @property
    def year(self) -> str:
        """The year of publication, or ``n.d.``."""
        return self.date_published[:4] or messages.NO_DATE

    @property
    def short(self) -> str:
        """The short citation: producer and year, and the edition if there is only one."""
        short = self.attribution or f"{self.producer} ({self.year})"
        return f"{short}, {self.of_edition}" if self.of_edition else short

    @property
    def of_edition(self) -> str:
        """The one edition that is cited, ``edition of October 2015``; empty for several or for all."""
        is_one = self.edition and "," not in self.edition  # several are counted: ``2, April 2010 to October 2015``
        return messages.ONE_EDITION.format(edition=self.edition) if is_one else ""

    @property
    def full(self) -> str:
        """The full citation: producer, date, title, newspaper, address, licence."""
        parts = [f"{self.producer} ({spell_date(self.date_published) or messages.NO_DATE})", self.title]
        if self.edition:
            parts.append(self._edition_used)
        if self.published_in:
            parts.append(messages.PUBLISHED_IN.format(container=self.published_in))
        if self.url_main:
            parts.append(self.url_main)
        if self.date_accessed:
            parts.append(messages.ACCESSED.format(date=spell_date(self.date_accessed)))
        if self.licence is not None:
            parts.append(messages.LICENCE.format(licence=self.licence.name))
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)

    @property
    def citation(self) -> Citation:
        """The citation, for reference managers."""
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
        text = messages.EDITION_USED if self.of_edition else messages.EDITIONS_USED
        return text.format(edition=self.edition) if self.edition else ""

    @property
    def csl(self) -> dict[str, Any]:
        """The citation as a CSL-JSON item."""
        return self.citation.csl


def _name_edition(vintage: str) -> str:
    """Name an edition after the day from which it was known."""
    day = date.fromisoformat(vintage)
    ends_a_month = day.day == monthrange(day.year, day.month)[1]
    return spell_date(vintage[:7] if ends_a_month else vintage)


def cite_origins(origins: Iterable[Origin], style: CitationStyle = "text") -> str:
    """Cite several origins, each once, in their order.

    Args:
        origins: The origins; duplicates are cited once.
        style: ``"text"`` (one full citation per line), ``"bibtex"``, ``"csl"`` (a JSON array) or ``"ris"``.

    Returns:
        The text, without a final newline.

    >>> print(cite_origins([Origin("x", "IMF", "Outlook", "2024")] * 2))
    IMF (2024). Outlook.
    """
    once: Sequence[Origin] = list({origin.id: origin for origin in origins}.values())
    if style == "text":
        return "\n".join(origin.full for origin in once)
    return format_citations([origin.citation for origin in once], style)
