"""A frozen citation: a page that carries the chart, its data, the day and the hash of the data, to compare with later.

The data are in the page as CSV, with the address of their view, so that anyone can see later what has been revised,
added or withdrawn since. A page that was edited by hand is refused: its hash does not fit.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from indicators.charts.drawing import Drawing
from indicators.errors import IndicatorsError, UsageError, shorten
from indicators.exports import messages
from indicators.exports.data_formats import to_csv
from indicators.exports.extract import Extract
from indicators.exports.webpages import to_html
from indicators.model.formatting import align_columns, format_quantity
from indicators.model.units import parse_unit
from indicators.store import Store
from indicators.view import View
from indicators.view.getting import get_panel

_ID: Final = "indicators-frozen"
_CONTENT: Final = re.compile(rf'<script type="application/json" id="{_ID}">(.*?)</script>', re.DOTALL)
_KEY: Final = ("Indicator", "Code", "Counterpart", "Dimensions", "Period", "Publisher", "Vintage")
_MOST_BYTES: Final = 50_000_000


def to_frozen_html(drawing: Drawing, extract: Extract) -> str:
    """Write the page of a chart with its data, the day, and the SHA-256 of the data.

    Raises:
        UsageError: The figures are not those of a view, so that they could not be asked for again.
    """
    if extract.view is None:
        raise UsageError(messages.FROZEN_NEEDS_VIEW)
    data = to_csv(extract)
    digest = hashlib.sha256(data.encode()).hexdigest()
    content = {
        "schema": "indicators-frozen/1", "view": extract.view.address, "day": extract.day.isoformat(),
        "sha256": digest, "citation": extract.full_citation.partition("\n")[0], "data": data,
    }  # fmt: skip
    # `</` would end the element, wherever it stands in a text.
    written = json.dumps(content, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\u0021--")
    note = escape(messages.FROZEN_NOTE.format(day=extract.day.isoformat(), sha256=digest))
    element = f'<p class="quiet">{note}</p>\n<script type="application/json" id="{_ID}">{written}</script>\n</main>'
    return element.join(to_html(drawing, extract).rsplit("</main>", 1))


@dataclass(frozen=True, slots=True)
class FrozenChange:
    """A figure that is not as it was.

    Attributes:
        what: ``revised``, ``new`` or ``withdrawn``.
        name: The indicator, area and period.
        before: The value then, with its unit; empty if there was none.
        after: The value now.
    """

    what: str
    name: str
    before: str
    after: str


def compare_frozen(page: str, store: Store) -> tuple[dict[str, Any], tuple[FrozenChange, ...]]:
    """Compare the data of a frozen page with the figures of today.

    Returns:
        What the page says of itself (``view``, ``day``, ``sha256``, ``citation``), and what has changed since.

    Raises:
        UsageError: It is no frozen page, or it was changed.
    """
    content = _read(page)
    view, _ = View.from_address(content["view"], store.catalogue)
    now = to_csv(Extract(get_panel(view, store), view)) if view.indicators else ""  # none of them exists any more
    before, after = (_index(text) for text in (content["data"], now))
    return {name: text for name, text in content.items() if name != "data"}, tuple(_list_changes(before, after))


def is_frozen(text: str) -> bool:
    """Whether a text is a frozen page, perhaps one that was changed."""
    return len(text) <= _MOST_BYTES and _CONTENT.search(text) is not None


def _read(page: str) -> dict[str, Any]:
    found = _CONTENT.search(page) if len(page) <= _MOST_BYTES else None
    try:
        content = json.loads(found[1]) if found else None
    except (ValueError, RecursionError):
        content = None
    names = ("view", "day", "sha256", "data")
    if not isinstance(content, dict) or not all(isinstance(content.get(name), str) for name in names):
        raise UsageError(messages.NOT_FROZEN, expected=messages.FROZEN_EXPECTED)
    if hashlib.sha256(content["data"].encode()).hexdigest() != content["sha256"]:
        raise UsageError(messages.FROZEN_CHANGED, found=content["sha256"])
    return content


def _index(text: str) -> dict[tuple[str, ...], dict[str, str]]:
    """The rows by what tells figures apart; the vintage only where a figure has several.

    Raises:
        UsageError: They are not the figures that `freeze` writes.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(text)))
        for row in rows:
            float(row["Value"] or 0)
            parse_unit(row["Unit"])
    except (csv.Error, AttributeError, KeyError, TypeError, ValueError, IndicatorsError) as error:
        raise UsageError(messages.NOT_FROZEN, expected=messages.FROZEN_EXPECTED) from error
    short = [tuple(row.get(name) or "" for name in _KEY[:-1]) for row in rows]
    several = len(set(short)) < len(short)
    return {(*key, row.get("Vintage", "") if several else ""): row for key, row in zip(short, rows, strict=True)}


def _list_changes(
    before: dict[tuple[str, ...], dict[str, str]], after: dict[tuple[str, ...], dict[str, str]]
) -> Iterator[FrozenChange]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key, {}), after.get(key, {})
        texts = _write_value(old), _write_value(new)
        facts = [tuple(row.get(name, "") for name in ("Value", "Unit", "Status")) for row in (old, new)]
        if facts[0] != facts[1] and any(texts):
            what = "new" if not texts[0] else "withdrawn" if not texts[1] else "revised"
            yield FrozenChange(what, _name(new or old), *texts)


def _name(row: dict[str, str]) -> str:
    parts = (row.get("IndicatorName") or row.get("Indicator"), row.get("Entity"), row.get("Period"))
    return ", ".join(part for part in parts if part)


def _write_value(row: dict[str, str]) -> str:
    """The value as people read it, with enough digits to show the change; empty where there is none."""
    if not row.get("Value"):
        return ""
    value = float(row["Value"])
    status = f" ({row['Status']})" if row.get("Status") not in ("", "A", None) else ""
    return (format_quantity(value, row["Unit"], digits=8) if math.isfinite(value) else "") + status


def describe_changes(about: dict[str, Any], changes: tuple[FrozenChange, ...]) -> str:
    """Describe what has changed since a page was frozen, as text for a terminal."""
    rows = [(one.what, one.name, one.before or "–", "→", one.after or "–") for one in changes]
    return "\n".join([summarize_changes(about, changes), *(align_columns(rows) if rows else [])])


def summarize_changes(about: dict[str, Any], changes: tuple[FrozenChange, ...]) -> str:
    """Summarize in one sentence what has changed since a page was frozen."""
    day = shorten(about["day"], most=20)
    if not changes:
        return messages.FROZEN_SAME.format(day=day)
    counts = {what: sum(one.what == what for one in changes) for what in ("revised", "new", "withdrawn")}
    listed = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return messages.FROZEN_DIFFERS.format(day=day, changes=listed)
