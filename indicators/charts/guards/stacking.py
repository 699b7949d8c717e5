"""Only what adds up is stacked; `indicators.analysis.additivity` decides what does."""

from __future__ import annotations

from indicators.analysis.additivity import Obstacle, find_indicators_with_values, find_obstacle
from indicators.charts import messages
from indicators.charts.guards.comparing import PRICES_OFFERED
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.model.observations import Indicator


def refuse_stack(context: GuardContext) -> Refusal | None:
    """Refuse to stack what does not add up; a single series is not stacked."""
    obstacle = find_obstacle(context.panel)
    if obstacle is None or (obstacle.kind == "measure" and len(context.panel.series()) < 2):
        return None
    return Refusal(obstacle.sentence, _list_offers(context, obstacle))


def _list_offers(context: GuardContext, obstacle: Obstacle) -> tuple[Offer, ...]:  # noqa: PLR0911  one for each kind
    """List the alternatives, the best first."""
    is_one = len(find_indicators_with_values(context.panel)) == 1
    match obstacle.kind:
        case "areas":
            return (*_offer_each_area(context), context.as_lines)
        case "money":
            return (context.in_dollars, context.as_lines)
        case "prices":
            label = messages.OFFER_PRICES.format(year=PRICES_OFFERED)
            return (context.offer(label, prices=PRICES_OFFERED), context.as_lines)
        case "rivals":
            return (context.as_lines, context.as_table)
        case "groups":
            return (*_offer_countries(context), context.as_lines)
        case "negative" if is_one:
            return (context.as_lines, context.as_bars)
        case "measure" | "wholes" if is_one:
            return (context.as_lines, context.as_small_multiples)
        case "measure" if len(obstacle.indicators) == 1 and len(context.view.indicators) > 2:
            return (*_offer_without_each(context, obstacle.indicators), context.as_lines)
        case "units" | "moments" | "overlap":
            return (*_offer_without_each(context, obstacle.indicators), context.as_lines)
    return (context.as_lines,)


def _offer_without_each(context: GuardContext, indicators: tuple[Indicator, ...]) -> tuple[Offer, ...]:
    """Offer the view without each of the two."""
    names = {one.id: one.name for one in context.panel.indicators}
    offers = []
    for one in reversed(indicators[:2]):  # the first chosen stays the longest
        left = tuple(id for id in context.view.indicators if id != one.id)
        if len(left) == 1:
            label = messages.OFFER_ONLY.format(name=names.get(left[0], left[0]))
        else:
            label = messages.OFFER_WITHOUT.format(name=one.name)
        offers.append(context.offer(label, indicators=left))
    return tuple(offers)


def _offer_each_area(context: GuardContext) -> tuple[Offer, ...]:
    names = dict(zip(context.panel.frame["code"], context.panel.frame["entity"], strict=True))
    return tuple(
        context.offer(messages.OFFER_ONLY.format(name=name), areas=(code,)) for code, name in list(names.items())[:2]
    )


def _offer_countries(context: GuardContext) -> tuple[Offer, ...]:
    areas = context.catalogue.areas.by_code
    codes = context.panel.frame["code"].unique()
    countries = tuple(code for code in codes if code in areas and areas[code].kind != "group")
    return (context.offer(messages.OFFER_COUNTRIES, areas=countries),) if countries else ()
