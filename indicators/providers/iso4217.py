"""Currencies of ISO 4217, present and retired: when each was money, where, and what replaced it.

Codes, numbers and minor units are those of ISO 4217; where and when a currency was used is from CLDR; what
replaced it, at which ratio and from which day is kept by hand, with the law, in ``redenominations.csv``.
Where that day and CLDR differ, the law goes first: CLDR counts the weeks in which old notes still passed, and
learns of a new currency a release late.
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

from indicators.errors import DataError

__all__ = ["CURRENCY_COLUMNS", "read_currencies"]

CURRENCY_COLUMNS: Final = (
    "CODE", "NAME", "NUMERIC", "MINOR_UNIT", "VALID_FROM", "VALID_TO", "AREAS",
)  # fmt: skip
_ALPHA3: Final = {"XK": "XKX", "EU": ""}  # areas.csv has the World Bank's code of Kosovo; EU is a group
_DAY: Final = timedelta(days=1)
_NEAR: Final = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class _Use:
    """A currency that was money in an area, from the first to the last day; ``None`` where it is open."""

    area: str
    currency: str
    first: date | None
    last: date | None


_EURO_AREA: Final = _Use("EMU", "EUR", date(1999, 1, 1), None)  # CLDR knows its members only


def read_currencies(folder: Path) -> list[dict[str, str]]:
    """The rows of ``currencies.csv``.

    Args:
        folder: ``upstream/codes``, with ``iso4217-codes-all.csv`` and ``cldr/``.
        redenominations: The table ``OLD,NEW,RATIO,DATE,LAW``; by default the one of the embedded figures.

    Returns:
        A row a currency, sorted by code. ``RATIO`` is units of the currency for one of its ``SUCCESSOR``;
        ``AREAS`` is ``HRV:1994-05-30/2022-12-31`` for each area and time, separated by ``|``; dates are ISO
        8601 and inclusive, empty where open. A withdrawal that ISO dates by the month, and CLDR not at all,
        ends with the month.

    Raises:
        DataError: If a file is not in its publisher's form.
    """
    try:
        entries = _by_code(_rows(folder / "iso4217-codes-all.csv"))
        uses = _uses(folder / "cldr")
    except (KeyError, ValueError) as error:
        raise DataError("A table of currencies is not in its publisher's form.", found=str(error)) from error
    names = Locale("en").currencies
    return [_row(code, entries[code], uses, names) for code in sorted(entries)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _by_code(rows: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    entries: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        if row["AlphabeticCode"]:
            entries.setdefault(row["AlphabeticCode"], []).append(row)
    return entries


def _uses(folder: Path) -> list[_Use]:
    """Legal tender by area, as CLDR has it; an area without a number in ISO 3166 is part of another."""
    data = _supplemental(folder / "currencyData.json")["currencyData"]["region"]
    mappings = _supplemental(folder / "codeMappings.json")["codeMappings"]
    alpha3 = {code: entry.get("_alpha3", "") for code, entry in mappings.items() if "_numeric" in entry}
    alpha3 |= _ALPHA3
    used = [
        _Use(alpha3[region], currency, _day(span.get("_from")), _day(span.get("_to")))
        for region in sorted(data)
        for use in data[region]
        for currency, span in use.items()
        if alpha3.get(region) and span.get("_tender") != "false" and span.get("_from")
    ]
    return [*used, _EURO_AREA]


def _supplemental(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["supplemental"]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _row(
    code: str,
    entries: list[Mapping[str, str]],
    uses: list[_Use],
    names: Mapping[str, str],
) -> dict[str, str]:
    own = sorted((use for use in uses if use.currency == code), key=lambda use: (use.first or date.min, use.area))
    withdrawn = not any(not entry["WithdrawalDate"] for entry in entries)
    first = min((use.first for use in own if use.first), default=None)
    last = _last(entries, own) if withdrawn else None
    minor = next((entry["MinorUnit"] for entry in entries if entry["MinorUnit"].isdigit()), "")
    cells = (
        code,
        names.get(code) or entries[0]["Currency"].strip(),
        next((entry["NumericCode"] for entry in entries if entry["NumericCode"]), ""),
        minor,
        _iso(first),
        _iso(last),
        "|".join(f"{use.area}:{_iso(use.first)}/{_iso(use.last)}" for use in own),
    )
    return dict(zip(CURRENCY_COLUMNS, cells, strict=True))


def _last(entries: list[Mapping[str, str]], own: list[_Use]) -> date | None:
    """The last day of a currency that ISO has withdrawn and no law of our table replaces."""
    ends = [use.last for use in own if use.last]
    if ends and len(ends) == len(own):
        return max(ends)
    month = max(entry["WithdrawalDate"].replace(" ", "").split("to")[-1].split("-1990")[0] for entry in entries)
    if len(month) == 4:
        return date(int(month), 12, 31)
    year, number = int(month[:4]), int(month[5:7])
    return date(year + number // 12, number % 12 + 1, 1) - _DAY


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
