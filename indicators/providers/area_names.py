"""Countries and groups of countries with all their names: ``areas.csv``.

Codes are ISO 3166-1 alpha-3, or those of the World Bank and the IMF for areas that ISO does not list. Names are the
short English names of CLDR, or those of ``area_names.csv``, as newspapers write them; further names there, names in
other languages and the publishers' own names are aliases.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pycountry
from babel import Locale

from indicators.model.codelists import Area, fold_name
from indicators.providers.assembly import encode_csv

_GROUPS: Final = {
    "CHI": "Channel Islands",
    "G110": "Advanced economies (IMF)",
    "G119": "G7 (IMF)",
    "G200": "Emerging market and developing economies (IMF)",
    "G205": "Latin America and the Caribbean (IMF)",
    "G400": "Middle East and Central Asia (IMF)",
    "G505": "Emerging and developing Asia (IMF)",
    "G510": "ASEAN-5 (IMF)",
    "G603": "Sub-Saharan Africa (IMF)",
    "G903": "Emerging and developing Europe (IMF)",
    "GX123": "Other advanced economies (IMF)",
    "G43U": "43 economies (UNCTAD)",
    "BIS4T": "Emerging market economies (BIS)",
    "BIS5R": "Advanced economies (BIS)",
    "CSK": "Czechoslovakia",  # countries of today were parts of these three, so they don't add up with countries
    "SUN": "Soviet Union",
    "YUG": "Yugoslavia",
}
_NOT_IN_ISO: Final = {"XKX": "XK"}
_LANGUAGES: Final = ("ru", "zh", "de", "fr", "es", "pt", "it", "ar", "ja")
_COLUMNS: Final = ("CODE", "ALPHA2", "NAME", "KIND", "ALIASES")


def build_area_list(folder: Path) -> dict[str, bytes]:
    """Build ``areas.csv`` from a folder with the World Bank's codes and names, ISO 3166 and CLDR."""
    rows = [(area.code, area.alpha2, area.name, area.kind, "|".join(area.aliases)) for area in _list_areas(folder)]
    return {"areas.csv": encode_csv(_COLUMNS, rows)}


def _list_areas(folder: Path) -> list[Area]:
    """List the countries of ISO 3166 and the groups of the World Bank, the IMF and UNCTAD, sorted by code."""
    world_bank = _read_world_bank_names(folder)
    alpha2 = {country.alpha_3: country.alpha_2 for country in pycountry.countries} | _NOT_IN_ISO
    usual = _read_usual_names()
    countries = [
        _make_country(code, alpha2[code], world_bank.get(code, ""), *usual.get(code, ("", ()))) for code in alpha2
    ]
    groups = {code: name for code, name in world_bank.items() if code not in alpha2} | _GROUPS
    return sorted(
        [*countries, *(_make_group(code, name, *usual.get(code, ("", ()))) for code, name in groups.items())],
        key=lambda area: area.code,
    )


def _read_world_bank_names(folder: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*/data.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            names.update((row["Country Code"], row["Country Name"]) for row in csv.DictReader(stream))
    return names


def _read_usual_names() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Read the usual name, or an empty text, and further names of countries and groups, by code."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return {row["CODE"]: (row["NAME"], tuple(row["ALIASES"].split("|"))) for row in csv.DictReader(stream)}


def _make_country(code: str, alpha2: str, world_bank_name: str, name: str, others: tuple[str, ...]) -> Area:
    english = name or Locale("en").territories[alpha2].replace("&", "and").replace("’", "'")
    seen = {fold_name(english), fold_name(code), fold_name(alpha2)}
    aliases = []
    for alias in (*others, world_bank_name, *_list_other_names(alpha2)):
        if alias and fold_name(alias) not in seen:
            seen.add(fold_name(alias))
            aliases.append(alias)
    return Area(code, english, "country", alpha2, tuple(aliases))


def _make_group(code: str, published: str, name: str, aliases: tuple[str, ...]) -> Area:
    return Area(
        code, name or published.replace("&", "and"), "group", aliases=tuple(alias for alias in aliases if alias)
    )


def _list_other_names(alpha2: str) -> Iterator[str]:
    country = pycountry.countries.get(alpha_2=alpha2)
    for form in ("name", "common_name", "official_name"):
        yield getattr(country, form, "") if country is not None else ""
    for language in ("en", *_LANGUAGES):
        yield Locale(language).territories.get(alpha2, "")
