"""What is stacked must add up: no rates, no shares of different wholes, no whole beside its parts."""

from __future__ import annotations

from indicators.analysis.additivity import find_obstacle
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.charts.guards.unlike_sums import FIXED_PRICES, mixed_prices, own_money
from indicators.model.observations import Indicator, Measure
from indicators.model.units import parse_unit

__all__ = ["stacked"]


def stacked(case: GuardContext) -> Refusal | None:
    """What is stacked must add up: no rates, no shares of different wholes, no whole beside its parts."""
    if case.kind != "area":
        return None
    for rule in (_together, _not_additive, mixed_prices, own_money, _rivals, _part_and_whole, _negative):
        if (refusal := rule(case)) is not None:
            return refusal
    return None


def _together(case: GuardContext) -> Refusal | None:
    """Several indicators on one another: each a part of one sum, or none of it."""
    reason = find_obstacle(case.panel)
    if reason is None:
        return None
    by_kind: dict[str, tuple[Offer, ...]] = {
        "areas": _each_area(case),
        "money": (case.in_dollars,),
        "prices": (case.offer(f"All at prices of {FIXED_PRICES}", prices=FIXED_PRICES),),
        "wholes": (),
    }
    if reason.kind == "measure" and (len(reason.indicators) > 1 or len(case.view.indicators) < 3):
        by_kind["measure"] = ()  # what is left would be no stack
    offers = by_kind.get(reason.kind, _without_each(case, *reason.indicators))
    return Refusal(reason.sentence, (*offers, case.as_lines))


def _not_additive(case: GuardContext) -> Refusal | None:
    if len(case.view.indicators) > 1:
        return None  # of one country: whether they add up has been asked
    for indicator in case.panel.indicators:
        if indicator.measure is Measure.SHARE and case.view.per not in ("", "person"):
            continue  # shares of one total, made here
        relative = parse_unit(indicator.unit).denominator is not None
        if (not indicator.measure.is_additive or relative) and len(case.panel.series()) > 1:
            if indicator.measure is Measure.SHARE:
                return _of_different_wholes(case, indicator)
            sentence = f"{indicator.name} does not add up across countries, so it cannot be stacked."
            return Refusal(sentence, (case.as_lines, case.as_small_charts))
    return None


def _of_different_wholes(case: GuardContext, indicator: Indicator) -> Refusal:
    of = indicator.denominator or parse_unit(indicator.unit).of or "its own whole"
    sentence = f"{indicator.name} is of each country a share of a different whole ({of}), so the shares do not add up."
    return Refusal(sentence, (case.as_lines, case.as_small_charts))


def _rivals(case: GuardContext) -> Refusal | None:
    counts = case.panel.frame.groupby(["indicator", "code"])["dataset"].nunique()
    if counts.empty or counts.max() < 2:
        return None
    sentence = "Several publishers count the same thing: their figures are rivals, not parts of a whole."
    return Refusal(sentence, (case.as_lines, case.as_table))


def _part_and_whole(case: GuardContext) -> Refusal | None:
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


def _negative(case: GuardContext) -> Refusal | None:
    rows = case.panel.frame[case.panel.frame["value"] < 0]
    if rows.empty or len(case.panel.series()) < 2:
        return None
    row = rows.iloc[0]
    names = {one.id: one.name for one in case.panel.indicators}
    name = names.get(row["indicator"], row["indicator"]) if len(names) > 1 else row["entity"]
    sentence = f"Figures below zero cannot be stacked: {name} has some, as in {row['period']}."
    bars = () if len(names) > 1 else (case.offer("Show bars", chart="bar"),)
    return Refusal(sentence, (case.as_lines, *bars))


def _without_each(case: GuardContext, *indicators: Indicator) -> tuple[Offer, ...]:
    """What is left without the one, and without the other."""
    names = {one.id: one.name for one in case.panel.indicators}
    offers = []
    for one in reversed(indicators[:2]):  # the first chosen stays the longest
        left = tuple(id for id in case.view.indicators if id != one.id)
        label = f"Only {names.get(left[0], left[0])}" if len(left) == 1 else f"Without {one.name}"
        offers.append(case.offer(label, indicators=left))
    return tuple(offers)


def _each_area(case: GuardContext) -> tuple[Offer, ...]:
    codes = dict.fromkeys(zip(case.panel.frame["code"], case.panel.frame["entity"], strict=True))
    return tuple(case.offer(f"Only {name}", areas=(code,)) for code, name in list(codes)[:2])
