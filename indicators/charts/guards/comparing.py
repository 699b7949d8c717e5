"""Values on one axis or colour scale must be comparable: one unit, one currency, the same prices."""

from __future__ import annotations

from typing import Final

from indicators.analysis.additivity import find_indicators_with_values
from indicators.charts import messages
from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.model.dimensions import TOTAL_CODE, split_dimensions
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator
from indicators.model.periods import TimeSpan
from indicators.model.units import Unit, parse_unit

PRICES_OFFERED: Final = 2015
"""The year whose prices are offered where prices differ."""
_MOST_CURRENCIES: Final = 4
_MOST_CODES: Final = 3


def refuse_mixed_prices(context: GuardContext) -> Refusal | None:
    """Refuse money at different prices, which would mix growth with inflation."""
    units = [unit for text in context.panel.units if _is_money(unit := parse_unit(text))]
    bases = {unit.base for unit in units}
    prices = {one.prices for one in context.panel.indicators if one.prices is not None} if units else set()
    if len(bases) < 2 and (len(prices) < 2 or context.view.prices is not None):
        return None
    named = [_name_prices(base) for base in sorted(bases, key=lambda base: base or "")]
    sentence = messages.MIXED_PRICES.format(prices=join_names(named)) if len(bases) > 1 else messages.MIXED_PRICES_PLAIN
    year = context.view.prices or PRICES_OFFERED
    offers = [context.offer(messages.OFFER_PRICES.format(year=year), prices=year)]
    offers += context.offer_each(context.panel.indicators)
    if context.view.tab == "map" or context.view.chart not in ("line", "multiples"):
        offers.append(context.as_lines)
    return Refusal(sentence, tuple(offers))


def _is_money(unit: Unit) -> bool:
    """Whether a unit is money; an index has a base year too, but no prices."""
    return bool(unit.currency) or "international_dollar" in unit.expression


def _name_prices(base: str | None) -> str:
    return messages.CONSTANT_PRICES.format(year=base) if base else messages.CURRENT_PRICES


def refuse_own_currencies(context: GuardContext) -> Refusal | None:
    """Refuse money in several currencies, which has no order."""
    currencies = {code for text in context.panel.units if (code := parse_unit(text).currency)}
    if len(currencies) < 2:
        return None
    named = join_names(sorted(currencies), most=_MOST_CURRENCIES)
    return Refusal(messages.OWN_CURRENCIES.format(currencies=named), (context.in_dollars, context.as_lines))


def refuse_different_units(context: GuardContext) -> Refusal | None:
    """Refuse lengths of different units."""
    units = _get_units(context)
    if len(set(units.values())) < 2:
        return None
    (one, unit), (other, other_unit) = _find_different(units)
    offers = (*_offer_either(context, one, other), context.as_small_multiples)
    words = {"one": one.name, "unit": unit, "other": other.name, "other_unit": other_unit}
    return Refusal(messages.DIFFERENT_LENGTHS.format(**words), offers)


def refuse_same_colours(context: GuardContext) -> Refusal | None:
    """Refuse bars of several indicators of several countries over time, whose colours are those of the countries."""
    units, frame = _get_units(context), context.panel.frame
    if len(units) < 2 or min(frame["code"].nunique(), frame["period"].nunique()) < 2:
        return None
    one, other = list(units)[:2]
    sentence = messages.SAME_COLOURS.format(one=one.name, other=other.name)
    return Refusal(sentence, (*_offer_either(context, one, other), context.as_small_multiples))


def refuse_several_on_map(context: GuardContext) -> Refusal | None:
    """Refuse several indicators on one map."""
    units = _get_units(context)
    if len(units) < 2:
        return None
    (one, _), (other, _) = _find_different(units)
    return Refusal(messages.TWO_MAPS.format(one=one.name, other=other.name), _offer_either(context, one, other))


def refuse_groups_on_map(context: GuardContext) -> Refusal | None:
    """Refuse a map of groups only."""
    areas, frame = context.catalogue.areas.by_code, context.panel.frame
    if any(code in areas and areas[code].kind == "country" for code in frame["code"].unique()):
        return None
    groups = join_names(list(dict.fromkeys(frame["entity"])))
    sentence = messages.GROUPS_ON_MAP.format(indicator=_name_first(context), groups=groups)
    return Refusal(sentence, (context.as_lines, context.as_table))


def refuse_pairs_on_map(context: GuardContext) -> Refusal | None:
    """Refuse a map of an indicator measured between two countries."""
    if not (context.panel.frame["counterpart"] != "").all():
        return None
    sentence = messages.PAIRS_ON_MAP.format(indicator=_name_first(context))
    return Refusal(sentence, (context.as_lines, context.as_table))


def refuse_several_series(context: GuardContext) -> Refusal | None:
    """Refuse several series of one area where a chart has one value for each, such as women and men on a map."""
    frame = context.panel.frame
    for indicator in context.panel.indicators:
        texts = frame.loc[(frame["indicator"] == indicator.id) & frame["value"].notna(), "dimensions"].unique()
        if len(texts) < 2:
            continue
        codes = [split_dimensions(text) for text in texts]
        for one in indicator.dimensions:
            there = {each.get(one.id, TOTAL_CODE) for each in codes}
            shown = [code for code in one.values if code in there]
            if len(shown) > 1:
                names = join_names([one.label_code(code) for code in shown], most=_MOST_CODES)
                sentence = messages.ONE_OF_SEVERAL.format(indicator=indicator.name, dimension=one.label, codes=names)
                others = tuple(pair for pair in context.view.dimensions if pair[0] != one.id)
                offers = [
                    context.offer(
                        messages.OFFER_ONLY.format(name=one.label_code(code)),
                        dimensions=tuple(sorted([*others, (one.id, (code,))])),
                    )
                    for code in shown[:_MOST_CODES]
                ]
                return Refusal(sentence, (*offers, context.as_lines))
    return None


def refuse_single_period(context: GuardContext) -> Refusal | None:
    """Refuse a slope from a period to itself."""
    if context.panel.frame.dropna(subset="value")["period"].nunique() > 1:
        return None
    return Refusal(messages.SLOPE_OF_ONE, (context.offer(messages.OFFER_ALL_YEARS, time=TimeSpan()), context.as_bars))


def _get_units(context: GuardContext) -> dict[Indicator, str]:
    """The unit of each indicator with values, without scale words."""
    known = context.panel.frame[context.panel.frame["value"].notna()]
    first = known.groupby("indicator")["unit"].first()
    return {one: parse_unit(first[one.id]).plain.text for one in find_indicators_with_values(context.panel)}


def _find_different(units: dict[Indicator, str]) -> list[tuple[Indicator, str]]:
    """The first indicator, and the first in another unit or else the second."""
    first, *others = units.items()
    return [first, next((pair for pair in others if pair[1] != first[1]), others[0])]


def _offer_either(context: GuardContext, *indicators: Indicator) -> tuple[Offer, ...]:
    return tuple(context.offer(messages.OFFER_ONLY.format(name=one.name), indicators=(one.id,)) for one in indicators)


def _name_first(context: GuardContext) -> str:
    return context.panel.indicators[0].name if context.panel.indicators else messages.NO_INDICATOR
