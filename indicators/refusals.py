"""What a chart refuses to draw because it would say something false, why, and what is offered instead.

A refusal is a sentence and a few changed views: it stands in the chart's place, and each offer is one click away. The
figures themselves are never refused: the table shows them whatever the chart says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from indicators.adding_up import hindrance
from indicators.catalogue import Catalogue
from indicators.errors import IndicatorsError
from indicators.model import Indicator, Measure
from indicators.panel import Panel
from indicators.periods import TimeSpan
from indicators.units import parse
from indicators.view import View

__all__ = ["Offer", "Refusal", "of_error", "refused"]

_PERCENT_CHANGES: Final = frozenset({"pch", "pc1", "pca", "cch", "cca"})
_IN_POINTS: Final = {"pch": "chg", "pc1": "ch1", "pca": "chg", "cch": "chg", "cca": "chg"}
_STACKED: Final = ("area",)
_FIXED_PRICES: Final = 2015  # offered where prices differ
_COMPARED: Final = ("bar", "ranking", "slope", "map")


@dataclass(frozen=True, slots=True)
class Offer:
    """A view that is drawn instead.

    Attributes:
        label: What it shows, for a button.
        view: The view.
    """

    label: str
    view: View


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a chart is not drawn.

    Attributes:
        sentence: The reason.
        offers: What is drawn instead, the best first.
    """

    sentence: str
    offers: tuple[Offer, ...] = ()


def refused(view: View, panel: Panel, catalogue: Catalogue, *, published: Panel | None = None) -> Refusal | None:
    """Why a view of these figures is not drawn as asked for; ``None`` when it is.

    Args:
        view: What is asked for; its indicators are those that one chart shows together.
        panel: The figures on its terms.
        catalogue: Where areas and groups are known.
        published: The figures before they were transformed; as they are if left out.

    >>> from indicators.store import embedded_store
    >>> store = embedded_store()
    >>> view = View(("inflation",), ("RUS", "CHN"), chart="area")
    >>> print(refused(view, store.panel(view.query), store.catalogue).sentence)
    Inflation does not add up across countries, so it cannot be stacked.
    """
    if panel.is_empty or view.tab in ("table", "sources"):
        return None
    case = _Case(view, panel, panel if published is None else published, catalogue)
    return next((refusal for rule in _RULES if (refusal := rule(case)) is not None), None)


def of_error(error: IndicatorsError, view: View) -> Refusal:
    """An error of the library as a refusal, with the way back to the figures as they were published."""
    offers = []
    if view.every_vintage:
        offers.append(Offer("The newest figures only", view.with_(every_vintage=False)))
        offers.append(Offer("Every edition's own figures", view.as_published))
    if view.per:
        offers.append(Offer("Without dividing", view.with_(per="")))
    if view.unit or view.prices:
        offers.append(Offer("As published", view.with_(unit="", rate="", prices=None)))
    if view.frequency or view.aggregate:
        offers.append(Offer("At their own frequency", view.with_(frequency="", aggregate="")))
    return Refusal(str(error), tuple(offers))


@dataclass(frozen=True, slots=True)
class _Case:
    view: View
    panel: Panel
    published: Panel
    catalogue: Catalogue

    @property
    def kind(self) -> str:
        return "map" if self.view.tab == "map" else self.view.chart

    def offer(self, label: str, **changes: object) -> Offer:
        return Offer(label, self.view.with_(**changes))

    @property
    def as_lines(self) -> Offer:
        several = len(self.view.indicators) > 1
        return self.offer("Lines, one below another" if several else "Show lines", chart="line", tab="chart")

    @property
    def as_table(self) -> Offer:
        return self.offer("Show the table", tab="table")

    @property
    def in_dollars(self) -> Offer:
        return self.offer("In US dollars", unit="USD")


def _every_vintage(case: _Case) -> Refusal | None:
    """What was said at different times stands side by side only along the time it is about."""
    if not case.view.every_vintage or case.kind == "line":
        return None
    sentence = "What each edition said is drawn as lines over time, and in no other chart."
    return Refusal(sentence, (case.as_lines, case.offer("The newest figures only", every_vintage=False)))


def _percent_of_percent(case: _Case) -> Refusal | None:
    asked = next((name for name in case.view.transform if name in _PERCENT_CHANGES), None)
    if asked is None:
        return None
    for indicator in case.published.indicators:
        if indicator.measure is Measure.RATE and parse(indicator.unit).expression == "percent":
            points = tuple(_IN_POINTS.get(name, name) for name in case.view.transform)
            sentence = f"{indicator.name} is in per cent already: how much it changed is said in percentage points."
            offers = (case.offer("Change in points", transform=points), case.offer("As they are", transform=()))
            return Refusal(sentence, offers)
    return None


def _index_of_changes(case: _Case) -> Refusal | None:
    """An index of a rate follows the rate, not what it is a change of: 200 would be taken for doubled prices."""
    if "index" not in case.view.transform:
        return None
    for indicator in case.published.indicators:
        if indicator.measure is Measure.RATE and parse(indicator.unit).expression == "percent":
            sentence = f"{indicator.name} is a rate in per cent: an index of it would follow the rate, not a level."
            points = tuple("ch1" if name == "index" else name for name in case.view.transform)
            offers = (case.offer("As they are", transform=()), case.offer("Change in points", transform=points))
            return Refusal(sentence, offers)
    return None


def _no_logarithm(case: _Case) -> Refusal | None:
    if case.view.scale != "log" or case.kind == "map":
        return None
    rows = case.panel.frame[case.panel.frame["value"] <= 0]
    if rows.empty:
        return None
    row = rows.iloc[0]
    sentence = f"Zero and below have no place on a logarithmic axis: {row['entity']} has some, as in {row['period']}."
    return Refusal(sentence, (case.offer("Linear axis", scale="linear"),))


def _two_wholes(case: _Case) -> Refusal | None:
    """What is stacked must add up: no rates, no shares of different wholes, no whole beside its parts."""
    if case.kind not in _STACKED:
        return None
    for rule in (_together, _not_additive, _mixed_prices, _own_money, _rivals, _part_and_whole, _negative):
        if (refusal := rule(case)) is not None:
            return refusal
    return None


def _together(case: _Case) -> Refusal | None:
    """Several indicators on one another: each a part of one sum, or none of it."""
    reason = hindrance(case.panel)
    if reason is None:
        return None
    by_kind: dict[str, tuple[Offer, ...]] = {
        "areas": _each_area(case),
        "money": (case.in_dollars,),
        "prices": (case.offer(f"All at prices of {_FIXED_PRICES}", prices=_FIXED_PRICES),),
        "wholes": (),
    }
    if reason.kind == "measure" and (len(reason.indicators) > 1 or len(case.view.indicators) < 3):
        by_kind["measure"] = ()  # what is left would be no stack
    offers = by_kind.get(reason.kind, _without_each(case, *reason.indicators))
    return Refusal(reason.sentence, (*offers, case.as_lines))


def _not_additive(case: _Case) -> Refusal | None:
    if len(case.view.indicators) > 1:
        return None  # of one country: whether they add up has been asked
    for indicator in case.panel.indicators:
        if indicator.measure is Measure.SHARE and case.view.per not in ("", "person"):
            continue  # shares of one total, made here
        relative = parse(indicator.unit).denominator is not None
        if (not indicator.measure.is_additive or relative) and len(case.panel.series()) > 1:
            if indicator.measure is Measure.SHARE:
                return _of_different_wholes(case, indicator)
            sentence = f"{indicator.name} does not add up across countries, so it cannot be stacked."
            return Refusal(sentence, (case.as_lines, case.offer("Small charts side by side", chart="multiples")))
    return None


def _of_different_wholes(case: _Case, indicator: Indicator) -> Refusal:
    of = indicator.denominator or parse(indicator.unit).of or "its own whole"
    sentence = f"{indicator.name} is of each country a share of a different whole ({of}), so the shares do not add up."
    return Refusal(sentence, (case.as_lines, case.offer("Small charts side by side", chart="multiples")))


def _mixed_prices(case: _Case) -> Refusal | None:
    bases = {parse(text).base for text in case.panel.units if parse(text).currency or parse(text).base}
    prices = {one.prices for one in case.panel.indicators if one.prices is not None}
    if len(bases) < 2 and (len(prices) < 2 or case.view.prices is not None):
        return None
    named = " and ".join(sorted(f"prices of {base}" if base else "prices of the time" for base in bases))
    said = f" ({named})" if len(bases) > 1 else ""
    sentence = f"These sums are at different prices{said}: together they would mix growth with inflation."
    year = case.view.prices or _FIXED_PRICES
    offers = [case.offer(f"All at prices of {year}", prices=year), *_each(case, *case.panel.indicators)]
    if case.kind not in ("line", "multiples"):
        offers.append(case.as_lines)
    return Refusal(sentence, tuple(offers))


def _own_money(case: _Case) -> Refusal | None:
    if case.kind not in (*_COMPARED, *_STACKED):
        return None
    money = {code for text in case.panel.units if (code := parse(text).currency)}
    if len(money) < 2:
        return None
    sentence = f"Each is in its own money ({', '.join(sorted(money)[:4])}), which cannot be laid beside the others'."
    return Refusal(sentence, (case.in_dollars, case.as_lines))


def _rivals(case: _Case) -> Refusal | None:
    counts = case.panel.frame.groupby(["indicator", "code"])["dataset"].nunique()
    if counts.empty or counts.max() < 2:
        return None
    sentence = "Several publishers count the same thing: their figures are rivals, not parts of a whole."
    return Refusal(sentence, (case.as_lines, case.as_table))


def _part_and_whole(case: _Case) -> Refusal | None:
    """A group and one of its members, or two groups that overlap, would count the same people twice."""
    areas = case.catalogue.areas.by_code
    shown = [code for code in dict.fromkeys(case.panel.frame["code"]) if code in areas]
    wholes = [code for code in shown if areas[code].kind == "group"]
    if not wholes or len(shown) < 2:
        return None
    names = " and ".join(areas[code].name for code in wholes[:2])
    countries = tuple(code for code in shown if code not in wholes)
    parts = " and ".join(areas[code].name for code in countries[:2]) or "one another"
    sentence = f"{names} may contain {parts}, which stacking would then count twice."
    offers = (case.offer("Only the countries", areas=countries),) if countries else ()
    return Refusal(sentence, (*offers, case.as_lines))


def _negative(case: _Case) -> Refusal | None:
    rows = case.panel.frame[case.panel.frame["value"] < 0]
    if rows.empty or len(case.panel.series()) < 2:
        return None
    row = rows.iloc[0]
    names = {one.id: one.name for one in case.panel.indicators}
    name = names.get(row["indicator"], row["indicator"]) if len(names) > 1 else row["entity"]
    sentence = f"Figures below zero cannot be stacked: {name} has some, as in {row['period']}."
    bars = () if len(names) > 1 else (case.offer("Show bars", chart="bar"),)
    return Refusal(sentence, (case.as_lines, *bars))


def _scattered(case: _Case) -> Refusal | None:
    """A scatter sets two indicators of the same country and time against one another."""
    if case.kind != "scatter":
        return None
    indicators = case.panel.indicators
    if len(case.view.indicators) < 2:
        first = case.view.indicators[0] if case.view.indicators else ""
        wanted = ("gdp-per-capita-ppp", "population", "broadband-subscriptions")  # known of nearly all countries
        known = {one.id: one.name for one in case.catalogue.indicators}
        offers = [
            case.offer(f"Against {known[id]}", indicators=(first, id)) for id in wanted if id in known and id != first
        ]
        sentence = "A scatter needs two indicators, one for each axis."
        return Refusal(sentence, (*offers[:2], case.as_lines))
    present = set(case.panel.frame["indicator"])
    if any(one.id not in present for one in indicators[:2]):
        missing = next(one.name for one in indicators[:2] if one.id not in present)
        return Refusal(f"There are no figures of {missing} for these countries and this time.", (case.as_lines,))
    return _forecast_against_actual(case, indicators[0], indicators[1])


def _forecast_against_actual(case: _Case, one: Indicator, other: Indicator) -> Refusal | None:
    frame = case.panel.frame.dropna(subset="value")
    forecast = frame.assign(forecast=frame["status"] == "F").groupby(["indicator", "code", "period"])["forecast"].all()
    first, second = (_by_period(forecast, indicator) for indicator in (one, other))
    both = pd.concat([first.rename("one"), second.rename("other")], axis=1, join="inner")
    mixed = both[both["one"] != both["other"]]
    if mixed.empty:
        return None
    code, period = mixed.index[0]
    name = case.catalogue.areas.by_code[code].name if code in case.catalogue.areas.by_code else str(code)
    ahead = one if bool(mixed["one"].iloc[0]) else other
    sentence = (
        f"For {name} in {period} {ahead.name} is a forecast and the other an actual figure: "
        "a point of both would be neither."
    )
    return Refusal(sentence, (case.offer("Without forecasts", forecasts=False), case.as_lines))


def _by_period(forecast: pd.Series, indicator: Indicator) -> pd.Series:
    known = indicator.id in forecast.index.get_level_values(0)
    return forecast.loc[indicator.id] if known else forecast.iloc[:0].droplevel(0)


def _slope(case: _Case) -> Refusal | None:
    if case.kind != "slope" or len(case.panel.frame.dropna(subset="value")["period"].unique()) > 1:
        return None
    sentence = "A slope goes from one year to another; there is only one here."
    return Refusal(sentence, (case.offer("All years", time=TimeSpan()), case.offer("Show bars", chart="bar")))


def _mapped(case: _Case) -> Refusal | None:
    if case.kind != "map":
        return None
    areas = case.catalogue.areas.by_code
    frame = case.panel.frame
    name = case.panel.indicators[0].name if case.panel.indicators else "This"
    if not any(code in areas and areas[code].kind == "country" for code in frame["code"].unique()):
        groups = " and ".join(dict.fromkeys(frame["entity"]))
        sentence = f"{name} is known here only for {groups}, which is no country that a map could colour."
        return Refusal(sentence, (case.as_lines, case.as_table))
    if (frame["counterpart"] != "").all():
        sentence = f"{name} is between two countries: a map could colour only one of them."
        return Refusal(sentence, (case.as_lines, case.as_table))
    return _own_money(case)


def _compared(case: _Case) -> Refusal | None:
    return _mixed_prices(case) or _own_money(case) if case.kind in _COMPARED else None


def _lines(case: _Case) -> Refusal | None:
    return _mixed_prices(case) if case.kind in ("line", "scatter", "multiples") else None


def _each(case: _Case, *indicators: Indicator) -> tuple[Offer, ...]:
    """Each of several indicators by itself."""
    if len(case.view.indicators) < 2:
        return ()
    return tuple(case.offer(f"Only {one.name}", indicators=(one.id,)) for one in indicators[:2])


def _without_each(case: _Case, *indicators: Indicator) -> tuple[Offer, ...]:
    """What is left without the one, and without the other."""
    names = {one.id: one.name for one in case.panel.indicators}
    offers = []
    for one in reversed(indicators[:2]):  # the first chosen stays the longest
        left = tuple(id for id in case.view.indicators if id != one.id)
        label = f"Only {names.get(left[0], left[0])}" if len(left) == 1 else f"Without {one.name}"
        offers.append(case.offer(label, indicators=left))
    return tuple(offers)


def _each_area(case: _Case) -> tuple[Offer, ...]:
    codes = dict.fromkeys(zip(case.panel.frame["code"], case.panel.frame["entity"], strict=True))
    return tuple(case.offer(f"Only {name}", areas=(code,)) for code, name in list(codes)[:2])


_RULES: Final[Sequence[Callable[[_Case], Refusal | None]]] = (
    _every_vintage, _percent_of_percent, _index_of_changes, _mapped, _scattered, _slope, _two_wholes, _compared,
    _lines, _no_logarithm,
)  # fmt: skip
