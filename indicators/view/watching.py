"""What happened to watched figures since they were looked at last: new, revised, withdrawn, beyond a threshold, missed.

The first look only remembers. What was seen and what happened is kept in the store, beside the archive of answers.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from indicators.errors import IndicatorsError, StoreWarning, UsageError
from indicators.files.checksums import WATCHED_FIELDS, open_sealed, seal
from indicators.files.disk import write_atomically
from indicators.model.formatting import format_quantity
from indicators.view import messages
from indicators.view.getting import get
from indicators.view.updating import update
from indicators.view.watch_files import WatchFile, WatchRule

if TYPE_CHECKING:
    from pathlib import Path

    from indicators.store import StoreLike

_FOLDER: Final = "answers/watched"
_EVENTS: Final = ".events"  # apart from the figures, which may be many
_MOST_EVENTS: Final = 200
_FORECAST: Final = "F"
_KEY: Final = ("indicator", "dataset", "code", "counterpart", "dimensions", "unit", "period")


@dataclass(frozen=True, slots=True)
class WatchEvent:
    """Something that happened.

    Attributes:
        kind: ``new``, ``revised``, ``withdrawn``, ``above``, ``below``, ``missed`` or ``unreachable``.
        text: A sentence about it.
        time: When it was noticed, in UTC.
        indicator: The indicator; empty for a source that can't be reached.
        area: The code of the area.
        period: The period.
    """

    kind: str
    text: str
    time: str
    indicator: str = ""
    area: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class WatchReport:
    """The result of a look.

    Attributes:
        events: What happened since the last look.
        history: The latest events of all looks, the newest first.
        is_first: Whether this was the first look, which only remembers.
        watched: How many figures are watched.
    """

    events: tuple[WatchEvent, ...]
    history: tuple[WatchEvent, ...]
    is_first: bool
    watched: int


class WatchedFigure(NamedTuple):
    """A figure as it was seen, with the name of its indicator and area and the last day of its period."""

    value: float
    status: str
    unit: str
    name: str
    area: str
    period: str
    indicator: str
    last_day: str

    @property
    def is_actual(self) -> bool:
        """Whether it is not a forecast."""
        return self.status != _FORECAST


def watch(
    rules: WatchFile, name: str, *, store: str | os.PathLike[str] | None = None, now: datetime | None = None
) -> WatchReport:
    """Look at the figures that rules name, and say what happened since the last look.

    Args:
        rules: The rules. With ``update`` the publishers are asked first.
        name: A name that the same rules always have, by which the last look is remembered.
        store: The folder of your own figures; the default one if left out.
        now: The time; that of the clock if left out.

    Raises:
        UsageError: A rule names an indicator or a country that doesn't exist.
        StoreError: What was seen can't be kept.
    """
    from filelock import FileLock

    from indicators.files import find_user_folder

    time = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    memory = _locate(find_user_folder(store), name)
    memory.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(memory.with_suffix(".lock")):  # a second look at the same time waits, and tells nothing twice
        return _look_again(rules, memory, time, store)


def _look_again(rules: WatchFile, memory: Path, time: str, store: str | os.PathLike[str] | None) -> WatchReport:
    seen = _read(memory)
    failing, events = _ask_publishers(rules, seen.get("failing", {}), time, store) if rules.update else ({}, [])
    figures: dict[str, WatchedFigure] = {}
    before = {key: WatchedFigure(*told) for key, told in seen.get("figures", {}).items()}
    for rule in rules.watch:
        now_seen = _look(rule, store)
        known = {key: figure for key, figure in before.items() if key.startswith(_begin_key(rule))}
        events += compare_figures(rule, known, now_seen, time) if known else []
        figures |= now_seen
    history = (*events, *_read_events(memory.with_suffix(_EVENTS)))[:_MOST_EVENTS]
    _write(memory.with_suffix(_EVENTS), {"events": [asdict(one) for one in history]})
    _write(memory, {"figures": figures, "failing": failing})
    return WatchReport(tuple(events), history, not seen, len(figures))


def list_watch_events(store: Path) -> list[WatchEvent]:
    """List what happened to all watched figures, the latest first; each event once.

    Args:
        store: The folder of the user's own figures.
    """
    files = (store / _FOLDER).glob(f"*{_EVENTS}")
    found = dict.fromkeys(event for file in files for event in _read_events(file))
    return sorted(found, key=lambda event: event.time, reverse=True)


def _locate(store: Path, name: str) -> Path:
    return store / _FOLDER / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}.json"


def _read(memory: Path) -> dict[str, Any]:
    try:
        return open_sealed(memory.read_bytes(), WATCHED_FIELDS)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        _warn_of_damage(memory)
        return {}


def _warn_of_damage(path: Path) -> None:
    warnings.warn(messages.WATCH_DAMAGED.format(file=path.name), StoreWarning, stacklevel=3)


def _write(path: Path, content: Mapping[str, Any]) -> None:
    write_atomically(path, json.dumps(seal(content), ensure_ascii=False).encode())


def _read_events(path: Path) -> list[WatchEvent]:
    try:
        return [WatchEvent(**told) for told in _read(path).get("events", ())]
    except TypeError:  # without a checksum
        _warn_of_damage(path)
        return []


def _ask_publishers(
    rules: WatchFile, failing: Mapping[str, str], time: str, store: str | os.PathLike[str] | None
) -> tuple[dict[str, str], list[WatchEvent]]:
    """Ask for what was fetched again; return since when each dataset can't be had, and events about those."""
    still: dict[str, str] = {}
    events = []
    try:
        results = list(update(store=store))
    except UsageError:  # nothing was fetched yet
        return {}, []
    for result in results:
        if result.error is not None:
            since = still[result.dataset] = failing.get(result.dataset, time)
            days = (datetime.fromisoformat(time) - datetime.fromisoformat(since)).days
            if days >= rules.unreachable_days:
                text = messages.UNREACHABLE.format(dataset=result.dataset, since=since[:10], error=result.text)
                events.append(WatchEvent("unreachable", text, time))
    return still, events


def _look(rule: WatchRule, store: StoreLike) -> dict[str, WatchedFigure]:
    """Return the figures of a rule by their keys."""
    try:
        panel = get(rule.indicator, rule.country, store=store)
    except IndicatorsError as error:
        raise UsageError(messages.WATCH_RULE.format(indicator=rule.indicator), hint=str(error)) from error
    names = {one.id: one.name for one in panel.indicators}
    figures = {}
    for row in panel.frame.to_dict("records"):
        if math.isnan(row["value"]):
            continue
        key = _begin_key(rule) + "|".join(str(row[name]) for name in _KEY)
        area = f"{row['entity']} ({row['dimensions']})" if row["dimensions"] else str(row["entity"])
        figures[key] = WatchedFigure(
            float(row["value"]), str(row["status"]), str(row["unit"]), names.get(row["indicator"], row["indicator"]),
            area, str(row["period"]), str(row["indicator"]), row["last"].date().isoformat(),
        )  # fmt: skip
    return figures


def compare_figures(
    rule: WatchRule, before: Mapping[str, WatchedFigure], after: Mapping[str, WatchedFigure], time: str
) -> Iterator[WatchEvent]:
    """Yield what happened to the figures of a rule.

    Args:
        rule: The rule.
        before: The figures as they were seen last, by their keys; what is before the last bar names the series.
        after: The figures now.
        time: When they are compared.
    """
    for key, figure in after.items():
        old = before.get(key)
        if old is None:
            if figure.is_actual:
                yield _make_event("new", figure, time, value=_spell(figure))
        elif figure.is_actual and not old.is_actual:
            yield _make_event("new", figure, time, value=_spell(figure))
            if rule.missed is not None and not rule.missed.allows(old.value, figure.value):
                yield _make_event("missed", figure, time, value=_spell(figure), before=_spell(old))
        elif figure.is_actual and figure.value != old.value and not rule.revision.allows(old.value, figure.value):
            yield _make_event("revised", figure, time, value=_spell(figure), before=_spell(old))
    for key, figure in before.items():
        if figure.is_actual and key not in after:
            yield _make_event("withdrawn", figure, time, before=_spell(figure))
    yield from _find_crossings(rule, before, after, time)


def _begin_key(rule: WatchRule) -> str:
    """What the keys of a rule's figures begin with: a rule that is new has seen nothing yet."""
    return f"{rule.indicator};{rule.country}|"


def _find_crossings(
    rule: WatchRule, before: Mapping[str, WatchedFigure], after: Mapping[str, WatchedFigure], time: str
) -> Iterator[WatchEvent]:
    """Yield series whose latest actual figure got beyond a threshold."""
    old, new = _find_latest(before), _find_latest(after)
    for series, figure in new.items():
        was = old.get(series)
        if rule.above is not None and figure.value > rule.above and (was is None or was.value <= rule.above):
            yield _make_event("above", figure, time, value=_spell(figure), limit=_spell(figure, rule.above))
        if rule.below is not None and figure.value < rule.below and (was is None or was.value >= rule.below):
            yield _make_event("below", figure, time, value=_spell(figure), limit=_spell(figure, rule.below))


def _find_latest(figures: Mapping[str, WatchedFigure]) -> dict[str, WatchedFigure]:
    found: dict[str, WatchedFigure] = {}
    for key, figure in figures.items():
        series = key.rpartition("|")[0]
        if figure.is_actual and (series not in found or found[series].last_day < figure.last_day):
            found[series] = figure
    return found


def _spell(figure: WatchedFigure, value: float | None = None) -> str:
    return format_quantity(figure.value if value is None else value, figure.unit)


def _make_event(kind: str, figure: WatchedFigure, time: str, **words: str) -> WatchEvent:
    text = messages.WATCH_EVENTS[kind].format(name=figure.name, area=figure.area, period=figure.period, **words)
    return WatchEvent(kind, text, time, figure.indicator, figure.area, figure.period)
