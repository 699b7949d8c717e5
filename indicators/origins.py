"""Who published a figure, where, when and under which licence; and how to cite it.

The fields are those of Our World in Data's *Origin* (producer, title, date_published, …), to which the
SHA-256 of the text that was read is added. Citations come as a short form, a full sentence, BibTeX
(``@misc``, with the ``url`` and ``urldate`` of biblatex) and CSL-JSON 1.0, the form that Zotero, Mendeley and
pandoc read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

__all__ = ["CitationStyle", "Licence", "Origin", "cite"]

CitationStyle = Literal["text", "bibtex", "csl"]

_BIBTEX_SPECIAL = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts braces, escaped ones too
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)


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

    @property
    def year(self) -> str:
        """The year of publication, or ``n.d.``."""
        return self.date_published[:4] or "n.d."

    @property
    def short(self) -> str:
        """The short citation: who, and the year."""
        return self.attribution or f"{self.producer} ({self.year})"

    @property
    def full(self) -> str:
        """The full citation: who, when, what, carried by whom, where, on which terms."""
        parts = [f"{self.producer} ({_spelled_out(self.date_published) or 'n.d.'})", self.title]
        if self.published_in:
            parts.append(f"In {self.published_in}")
        if self.url_main:
            parts.append(self.url_main)
        if self.date_accessed:
            parts.append(f"Accessed {_spelled_out(self.date_accessed)}")
        if self.licence is not None:
            parts.append(f"Licence: {self.licence.name}")
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)

    @property
    def bibtex(self) -> str:
        r"""The citation as a BibTeX entry.

        >>> print(Origin("a-b", "R&D Office", "100% of it", "2025-09").bibtex)
        @misc{a-b,
          author = {{R\&D Office}},
          title = {{100\% of it}},
          year = {2025},
          month = {9},
        }
        """
        date = self.date_published.split("-") if self.date_published else []
        fields = {
            "author": f"{{{_bibtex(self.producer)}}}",
            "title": f"{{{_bibtex(self.title)}}}",
            "year": date[0] if date else "",
            "month": str(int(date[1])) if len(date) > 1 else "",
            "howpublished": _bibtex(self.published_in),
            "url": self.url_main.replace("{", "%7B").replace("}", "%7D"),
            "urldate": self.date_accessed,
            "note": "" if self.licence is None else f"Licence: {_bibtex(self.licence.name)}",
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.id},", *lines, "}"])

    @property
    def csl(self) -> dict[str, Any]:
        """The citation as a CSL-JSON item.

        >>> Origin("x", "IMF", "Outlook", "2024-10").csl["issued"]
        {'date-parts': [[2024, 10]]}
        """
        item: dict[str, Any] = {
            "id": self.id,
            "type": "webpage" if self.published_in else "dataset",
            "author": [{"literal": self.producer}],
            "title": self.title,
        }
        optional = {
            "container-title": self.published_in,
            "issued": _date_parts(self.date_published),
            "accessed": _date_parts(self.date_accessed),
            "URL": self.url_main,
            "license": "" if self.licence is None else self.licence.name,
            "note": self.note,
        }
        return item | {name: value for name, value in optional.items() if value}


def cite(origins: Iterable[Origin], style: CitationStyle = "text") -> str:
    """The citations of several origins, each once, in their order.

    Args:
        origins: The origins; repeated ones are cited once.
        style: ``"text"`` (one full citation a line), ``"bibtex"`` or ``"csl"`` (a JSON array).

    Returns:
        The text, without a newline at its end.

    >>> print(cite([Origin("x", "IMF", "Outlook", "2024")] * 2))
    IMF (2024). Outlook.
    """
    once: Sequence[Origin] = list({origin.id: origin for origin in origins}.values())
    if style == "bibtex":
        return "\n\n".join(origin.bibtex for origin in once)
    if style == "csl":
        return json.dumps([origin.csl for origin in once], ensure_ascii=False, indent=2)
    if style == "text":
        return "\n".join(origin.full for origin in once)
    raise ValueError(f"style is one of {', '.join(get_args(CitationStyle))}, not {style!r}")


_MONTHS = "January February March April May June July August September October November December".split()


def _spelled_out(date: str) -> str:
    year, *rest = date.split("-")
    words = [year, *(_MONTHS[int(month) - 1] for month in rest[:1]), *(str(int(day)) for day in rest[1:])]
    return " ".join(reversed(words))


def _date_parts(date: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _bibtex(text: str) -> str:
    return text.translate(_BIBTEX_SPECIAL)
