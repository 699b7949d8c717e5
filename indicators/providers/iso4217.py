"""Currencies of ISO 4217, current and retired, with when and where each was legal tender: ``currencies.csv``.

Codes, numbers and minor units are from ISO 4217; places and dates of use are from CLDR. What replaced a currency, at
which ratio and from which day, is kept by hand in ``redenominations.csv`` and applied when the currencies are read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from babel import Locale

from indicators.providers.assembly import encode_csv

_COLUMNS: Final = ("CODE", "NAME", "NUMERIC", "MINOR_UNIT", "VALID_FROM", "VALID_TO", "AREAS")
_ALPHA3: Final = {"XK": "XKX", "EU": ""}  # areas.csv has the World Bank's code of Kosovo; EU is a group
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Use:
    """A currency that was legal tender in an area, from the first to the last day; ``None`` if open."""

    area: str
    currency: str
    first: date | None
    last: date | None


_EURO_AREA: Final = _Use("EMU", "EUR", date(1999, 1, 1), None)  # CLDR has its members only


def build_currency_list(folder: Path) -> dict[str, bytes]:
    """Build ``currencies.csv``, a row per currency, sorted by code.

    ``AREAS`` is ``HRV:1994-05-30/2022-12-31`` for each area and time, separated by ``|``; dates are ISO 8601 and
    inclusive, empty if open. A withdrawal that ISO dates by the month, and CLDR not at all, ends with the month.

    Args:
        folder: ``codes``, with ``iso4217-codes-all.csv`` and ``cldr/``.
    """
    entries = _group_by_code(_read_rows(folder / "iso4217-codes-all.csv"))
    uses = _read_uses(folder / "cldr")
    names = Locale("en").currencies
    used = {use.currency for use in uses if use.last} - {use.currency for use in uses if use.last is None}
    codes = sorted({*entries, *used})  # those retired before ISO 4217 began are in CLDR only
    rows = [_make_row(code, entries.get(code, []), uses, names) for code in codes]
    return {"currencies.csv": encode_csv(_COLUMNS, rows)}


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _group_by_code(rows: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    entries: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        if row["AlphabeticCode"]:
            entries.setdefault(row["AlphabeticCode"], []).append(row)
    return entries


def _read_uses(folder: Path) -> list[_Use]:
    """Read legal tender by area from CLDR; an area without a number in ISO 3166 is part of another."""
    data = _read_supplemental(folder / "currencyData.json")["currencyData"]["region"]
    mappings = _read_supplemental(folder / "codeMappings.json")["codeMappings"]
    alpha3 = {code: entry.get("_alpha3", "") for code, entry in mappings.items() if "_numeric" in entry}
    alpha3 |= _ALPHA3
    used = [
        _Use(alpha3[region], currency, _parse_day(span.get("_from")), _parse_day(span.get("_to")))
        for region in sorted(data)
        for use in data[region]
        for currency, span in use.items()
        if alpha3.get(region) and span.get("_tender") != "false" and span.get("_from")
    ]
    return [*used, _EURO_AREA]


def _read_supplemental(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["supplemental"]


def _parse_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _make_row(
    code: str, entries: list[Mapping[str, str]], uses: list[_Use], names: Mapping[str, str]
) -> tuple[str, ...]:
    own = sorted((use for use in uses if use.currency == code), key=lambda use: (use.first or date.min, use.area))
    withdrawn = not any(not entry["WithdrawalDate"] for entry in entries)
    first = min((use.first for use in own if use.first), default=None)
    last = _find_last_day(entries, own) if withdrawn else None
    minor = next((entry["MinorUnit"] for entry in entries if entry["MinorUnit"].isdigit()), "")
    return (
        code,
        names.get(code) or entries[0]["Currency"].strip(),
        next((entry["NumericCode"] for entry in entries if entry["NumericCode"]), ""),
        minor,
        _format_day(first),
        _format_day(last),
        "|".join(f"{use.area}:{_format_day(use.first)}/{_format_day(use.last)}" for use in own),
    )


def _find_last_day(entries: list[Mapping[str, str]], own: list[_Use]) -> date | None:
    """Return the last day of a currency that ISO has withdrawn."""
    ends = [use.last for use in own if use.last]
    if ends and len(ends) == len(own):
        return max(ends)
    month = max(entry["WithdrawalDate"].replace(" ", "").split("to")[-1].split("-1990")[0] for entry in entries)
    if len(month) == 4:
        return date(int(month), 12, 31)
    year, number = int(month[:4]), int(month[5:7])
    return date(year + number // 12, number % 12 + 1, 1) - _DAY


def _format_day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
