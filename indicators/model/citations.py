"""Citations in the formats of reference managers: BibTeX, CSL-JSON and RIS.

BibTeX is an ``@misc`` entry with biblatex's ``url`` and ``urldate``; CSL-JSON 1.0 is read by Zotero, Mendeley and
pandoc; RIS follows the 2011 specification and is read by EndNote. A date is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indicators.errors import UsageError
from indicators.model import messages

_MONTHS = "January February March April May June July August September October November December".split()
_BIBTEX_SPECIAL = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}  # BibTeX counts braces, escaped ones too
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
)


@dataclass(frozen=True, slots=True)
class Citation:
    """The content of a citation, independent of its format.

    Attributes:
        id: The citation key.
        authors: Offices and publishers, in order; they are not persons, so their names are never inverted.
        title: The title.
        issued: The date of publication, or empty.
        accessed: The date it was read, or empty.
        url: The address, or empty.
        container: What it appeared in, such as a newspaper; or empty.
        licence: Its terms, or empty.
        note: What users should know.

    >>> print(Citation("weo", ("IMF",), "Outlook", "2024-10", url="https://example.org").ris)
    TY  - DATA
    ID  - weo
    AU  - IMF
    TI  - Outlook
    PY  - 2024
    DA  - 2024/10//
    UR  - https://example.org
    ER  -
    """

    id: str
    authors: tuple[str, ...]
    title: str
    issued: str = ""
    accessed: str = ""
    url: str = ""
    container: str = ""
    licence: str = ""
    note: str = ""

    @property
    def bibtex(self) -> str:
        r"""A BibTeX entry.

        >>> print(Citation("a-b", ("R&D Office",), "100% of it", "2025-09").bibtex)
        @misc{a-b,
          author = {{R\&D Office}},
          title = {{100\% of it}},
          year = {2025},
          month = {9},
        }
        """
        date = self.issued.split("-") if self.issued else []
        fields = {
            "author": " and ".join(f"{{{_escape_bibtex(author)}}}" for author in self.authors),
            "title": f"{{{_escape_bibtex(self.title)}}}",
            "year": date[0] if date else "",
            "month": str(int(date[1])) if len(date) > 1 else "",
            "howpublished": _escape_bibtex(self.container),
            "url": self.url.replace("{", "%7B").replace("}", "%7D"),
            "urldate": self.accessed,
            "note": ". ".join(part.removesuffix(".") for part in (self._terms, _escape_bibtex(self.note)) if part),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.id},", *lines, "}"])

    @property
    def _terms(self) -> str:
        return messages.LICENCE.format(licence=_escape_bibtex(self.licence)) if self.licence else ""

    @property
    def csl(self) -> dict[str, Any]:
        """A CSL-JSON item.

        >>> Citation("x", ("IMF",), "Outlook", "2024-10").csl["issued"]
        {'date-parts': [[2024, 10]]}
        """
        item: dict[str, Any] = {
            "id": self.id,
            "type": "webpage" if self.container else "dataset",
            "author": [{"literal": author} for author in self.authors],
            "title": self.title,
        }
        optional = {
            "container-title": self.container,
            "issued": _split_date(self.issued),
            "accessed": _split_date(self.accessed),
            "URL": self.url,
            "license": self.licence,
            "note": self.note,
        }
        return item | {name: value for name, value in optional.items() if value}

    @property
    def ris(self) -> str:
        """An RIS record, one tag per line; line breaks in values become spaces."""
        tags = [
            ("TY", "ELEC" if self.container else "DATA"),
            ("ID", self.id),
            *(("AU", author) for author in self.authors),
            ("TI", self.title),
            ("T2", self.container),
            ("PY", self.issued[:4]),
            ("DA", _format_ris_date(self.issued)),
            ("Y2", _format_ris_date(self.accessed)),
            ("UR", self.url),
            ("N1", messages.LICENCE.format(licence=self.licence) if self.licence else ""),
            ("N1", self.note),
        ]
        lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in tags if text]
        return "\n".join([*lines, "ER  - "])


def format_citations(citations: Sequence[Citation], style: str) -> str:
    """Format several citations as one text.

    Args:
        citations: The citations, in order.
        style: ``"bibtex"``, ``"csl"`` (a JSON array) or ``"ris"``.

    Returns:
        The text, without a final newline.

    Raises:
        UsageError: The style is none of these.
    """
    if style == "bibtex":
        return "\n\n".join(citation.bibtex for citation in citations)
    if style == "csl":
        return json.dumps([citation.csl for citation in citations], ensure_ascii=False, indent=2)
    if style == "ris":
        return "\n\n".join(citation.ris for citation in citations)
    raise UsageError(messages.UNKNOWN_STYLE, found=style, expected="text, bibtex, csl or ris")


def spell_date(date: str) -> str:
    """Write a date in words; an empty one stays empty.

    >>> spell_date("2024-10-02"), spell_date("2024-10"), spell_date("")
    ('2 October 2024', 'October 2024', '')
    """
    year, *rest = date.split("-")
    words = [year, *(_MONTHS[int(month) - 1] for month in rest[:1]), *(str(int(day)) for day in rest[1:])]
    return " ".join(reversed(words))


def _split_date(date: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None


def _format_ris_date(date: str) -> str:
    """Write a date as RIS does: ``YYYY/MM/DD/``, with unknown parts empty."""
    return "/".join([*date.split("-"), "", "", ""][:4]).rstrip() if date else ""


def _escape_bibtex(text: str) -> str:
    return text.translate(_BIBTEX_SPECIAL)
