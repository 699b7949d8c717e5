"""What is stacked must add up: no rates, no shares of different wholes, no whole beside its parts."""

from __future__ import annotations

from indicators.analysis.additivity import Obstacle, find_indicators_with_values, find_obstacle
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.charts.guards.unlike_sums import FIXED_PRICES
from indicators.model.observations import Indicator

__all__ = ["stacked"]


def stacked(case: GuardContext) -> Refusal | None:
    """Refuse to stack what does not add up."""
    reason = find_obstacle(case.panel) if case.kind == "area" else None
    if reason is None or (reason.kind == "measure" and len(case.panel.series()) < 2):  # one series is not stacked
        return None
    return Refusal(reason.sentence, _offers(case, reason))


def _offers(context: GuardContext, reason: Obstacle) -> tuple[Offer, ...]:
    """What can be drawn instead, the best first."""
    several = len(find_indicators_with_values(context.panel)) > 1
    areas = context.catalogue.areas.by_code
    countries = tuple(code for code in dict.fromkeys(context.panel.frame["code"]) if areas[code].kind != "group")
    first: tuple[Offer, ...] = ()
    last: tuple[Offer, ...] = (context.as_lines,)
    match reason.kind:
        case "areas":
            first = _each_area(context)
        case "money":
            first = (context.in_dollars,)
        case "prices":
            first = (context.offer(f"All at prices of {FIXED_PRICES}", prices=FIXED_PRICES),)
        case "rivals":
            last = (context.as_lines, context.as_table)
        case "groups" if countries:
            first = (context.offer("Only the countries", areas=countries),)
        case "negative" if not several:
            last = (context.as_lines, context.offer("Show bars", chart="bar"))
        case "measure" | "wholes" if not several:
            last = (context.as_lines, context.as_small_charts)
        case "measure" if len(reason.indicators) == 1 and len(context.view.indicators) > 2:
            first = _without_each(context, *reason.indicators)
        case "units" | "moments" | "overlap":
            first = _without_each(context, *reason.indicators)
    return (*first, *last)


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
