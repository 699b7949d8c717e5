"""Show as: the level, a change, an index, a ratio or an average; data of short periods also by longer ones."""

from __future__ import annotations

from indicators.analysis.transforms import AGGREGATIONS, LEVEL, TRANSFORMS, find_transforms
from indicators.model.panel import Panel
from indicators.model.periods import Frequency, TimePeriod
from indicators.store import Coverage
from indicators.ui import loaders
from indicators.ui.components.controls.binding import bind_choice
from indicators.ui.messages import controls as messages
from indicators.view import View

_WINDOWS = (2, 3, 4, 5, 7, 10, 12, 20)
_MOST_AREAS = 8  # chosen countries that values can be compared with
_SHORTEST_FIRST = ("D", "M", "Q", "S", "A")


def pick_transform(view: View, panel: Panel, coverage: Coverage) -> None:
    """Pick what is shown instead of the level, and what values are divided by.

    Args:
        view: What the address asks for.
        panel: The data as published.
        coverage: The years with data.
    """
    is_annual = set(panel.frame["frequency"].unique()) <= {Frequency.ANNUAL.value}
    labels = {name: one.label for name, one in TRANSFORMS.items() if not (is_annual and one.needs_short_periods)}
    labels |= {_join(view.transform): _label_sequence(view.transform)}
    bind_choice(
        "transform", view, messages.TRANSFORM, labels, help=messages.TRANSFORM_HELP,
        read=lambda text: tuple(name for name in text.split("~") if name != LEVEL), write=_join,
    )  # fmt: skip
    if "index" in view.transform and coverage.first_year is not None and coverage.last_year is not None:
        years = [TimePeriod.of_year(year) for year in range(coverage.last_year, coverage.first_year - 1, -1)]
        named = {period: period.label for period in (*years, *filter(None, [view.base]))}
        bind_choice("base", view, messages.BASE_PERIOD, {"": messages.FIRST_COMMON_YEAR, **named})
    _pick_divisor(view)


def pick_averages(view: View, panel: Panel) -> None:
    """Pick a moving average and, for data of periods shorter than a year, a longer frequency."""
    windows = dict.fromkeys([*_WINDOWS, *filter(None, [view.average])])
    labels = {count: messages.AVERAGE_OF.format(count=count) for count in windows}
    bind_choice("average", view, messages.MOVING_AVERAGE, {"": messages.NO_AVERAGE} | labels)
    shorter = [code for code in _SHORTEST_FIRST[:-1] if code in panel.frame["frequency"].unique()]
    if shorter or view.frequency:
        longer = _SHORTEST_FIRST[_SHORTEST_FIRST.index(shorter[0]) + 1 :] if shorter else ()
        codes = dict.fromkeys(["", *longer, view.frequency])
        bind_choice("frequency", view, messages.FREQUENCY, {code: messages.FREQUENCIES[code] for code in codes})
    if view.frequency:
        ways = {"": messages.DEFAULT} | {name: way.label for name, way in AGGREGATIONS.items()}
        bind_choice("aggregate", view, messages.AGGREGATION, ways)


def _join(names: tuple[str, ...]) -> str:
    return "~".join(names) or LEVEL


def _label_sequence(names: tuple[str, ...]) -> str:
    first, *others = [one.label for one in find_transforms(names or (LEVEL,))]
    for second in others:
        first = messages.TRANSFORM_SEQUENCE.format(first=first, second=second)
    return first


def _pick_divisor(view: View) -> None:
    catalogue = loaders.get_catalogue()
    indicators = [one for one in catalogue.indicators if one.measure.is_additive and one.id != "population"]
    areas = catalogue.areas.by_code
    chosen = [code for code in (*view.areas[:_MOST_AREAS], view.per) if code in areas and code not in messages.DIVISORS]
    labels = messages.DIVISORS | {code: messages.VALUE_OF.format(area=areas[code].name) for code in chosen}
    labels |= {one.id: one.name for one in indicators}
    if view.per not in labels:
        labels[view.per] = catalogue.find_indicator(view.per).name
    labels = {name: label for name, label in labels.items() if name == view.per or name not in view.indicators}
    bind_choice("per", view, messages.DIVIDE_BY, labels, help=messages.DIVIDE_HELP)
