"""Divide one series by another: per person, as a share of a whole, or as the ratio of two indicators.

Values are divided by those of the same area and period, or of the whole in that period; without a divisor the result
is missing and has a reason. A month or quarter is divided by the year's stock, such as the population, if there is none
of its own; never by the flow of a longer period. Of two publishers of the divisor, the value's own publisher counts,
else the first: rival figures are never averaged.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.transforms.provenance import (
    add_reasons,
    describe_money,
    inherit_provenance,
)
from indicators.errors import UnitMismatchError, UnknownUnitError
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.periods import PERIOD_MONTHS, Frequency, TimePeriod
from indicators.model.precision import add_widths, count_digits, measure_relative_width
from indicators.model.series_labels import keep_dimensions
from indicators.model.steps import Step
from indicators.model.units import find_factor, have_same_dimension, parse_unit

_KEY = ["period", "frequency"]
_MATCHED = ["code", "dimensions", *_KEY]


@dataclass(frozen=True, slots=True)
class _Divisor:
    """The divisor of a panel, row by row.

    Attributes:
        rows: The divisor's row for each row, NaN where there is none.
        name: What it is called: ``persons``, ``World``, ``the total``.
        of: What a share is a share of.
        is_same: Whether it is the same indicator of a larger area, so that each indicator has a whole of its own.
        why_not: For each row, why there is no divisor, where that is known; empty otherwise.
    """

    rows: pd.DataFrame
    name: str
    of: str
    is_same: bool = False
    why_not: pd.Series | None = None


def divide(panel: Panel, by: Panel) -> Panel:
    """Divide a panel by another indicator of the same area and period.

    Returns:
        As many rows: a share in ``%`` where both have the same dimension, else in units such as ``USD per person``.

    Raises:
        UnitMismatchError: The two units make none together, as ``% of GDP per person``.
    """
    divisor = by.indicators[0]
    panel, below = panel.unscale(), by.unscale().frame.dropna(subset="value")
    # women are divided by women where the divisor knows them, else by all
    alike = panel.frame.assign(dimensions=keep_dimensions(panel.frame["dimensions"], divisor.dimensions))
    rows = _match_rows(alike, below, _MATCHED)
    longer = _match_longer_periods(alike, below)
    is_longer = rows["value"].isna() & longer["value"].notna()
    borrowed = is_longer & (divisor.measure is Measure.STOCK)
    rows = rows.where(~borrowed, longer)
    why_not = pd.Series(np.where(is_longer, messages.DIVISOR_OF_LONGER.format(divisor=_name_divisor(divisor)), ""))
    of = divisor.name if not any(str(one.name) == divisor.name for one in panel.indicators) else _name_divisor(divisor)
    made = _divide_rows(panel, _Divisor(rows, _name_divisor(divisor), of, why_not=why_not))
    sentence = messages.DIVIDE_STEP.format(divisor=_name_divisor(divisor))
    if borrowed.any():
        nouns = [Frequency(code).noun for code in rows.loc[borrowed, "frequency"].unique()]
        sentence = messages.DIVIDE_BY_LONGER_STEP.format(divisor=_name_divisor(divisor), period=" or ".join(nouns))
    step = Step("divide", sentence)
    return replace(made, steps=(*made.steps, step)).with_origins(_collect_origins(made, by))


def divide_by_area(panel: Panel, whole: Panel, name: str) -> Panel:
    """Express each value in percent of the same publisher's value for one area, such as the world, in the same period.

    Args:
        panel: Amounts or counts, which may be per person.
        whole: The same indicators for the one area.
        name: What the area is called.

    Raises:
        UnitMismatchError: Two units can't be divided.
    """
    panel, below = panel.unscale(), whole.unscale().frame
    key = ["indicator", "dimensions", "dataset", *_KEY]
    rows = _match_rows(panel.frame, below.dropna(subset="value"), key)
    why_not = None
    if "reason" in below:
        reasons = _match_rows(panel.frame, below, key)["reason"].fillna("")
        texts = {text: messages.NO_DIVISOR_BECAUSE.format(divisor=name, reason=text) for text in reasons.unique()}
        why_not = reasons.map(texts | {"": ""})
    made = _divide_rows(panel, _Divisor(rows, name, name, is_same=True, why_not=why_not))
    step = Step("share", messages.SHARE_OF_AREA_STEP.format(area=name))
    return replace(made, steps=(*made.steps, step)).with_origins(_collect_origins(made, whole))


def divide_by_total(panel: Panel, members: Collection[str] = ()) -> Panel:
    """Express each value as a share of the total of all areas, by publisher and period.

    Args:
        panel: Figures that add up; `indicators.analysis.additivity.require_total` says so.
        members: Codes of the areas that a total must include: a period in which one has no value has no total. If
            none are given, the total is that of the areas with a value in the period.
    """
    panel = panel.unscale()
    frame = panel.frame.reset_index(drop=True)
    groups = frame.groupby(["indicator", "dimensions", "dataset", "unit", *_KEY], sort=False)
    numbers = groups.ngroup()
    known = frame["value"].notna()
    # a member counts once however many rows it has: of trade with several countries there is no one figure
    is_once = groups["value"].transform("count") == frame["code"].where(known).groupby(numbers).transform("nunique")
    why_not = pd.Series(np.where(is_once, "", messages.NO_TOTAL), index=frame.index, dtype=object)
    why_not[groups["value"].transform("min") < 0] = messages.NEGATIVE_PARTS
    names = dict(zip(frame["code"], frame["entity"], strict=True))
    for number, codes in frame["code"].where(known).groupby(numbers) if members else ():
        if missing := [names.get(code, code) for code in members if code not in set(codes)]:
            why_not[numbers == number] = messages.INCOMPLETE_TOTAL.format(areas=join_names(missing, most=4))
    rows = frame.assign(value=groups["value"].transform("sum").where(why_not == ""))
    rows["digits"] = groups["digits"].transform("min")
    for name in ("lower", "upper"):
        rows[name] = np.nan
    made = _divide_rows(panel, _Divisor(rows, "the total", "the total", is_same=True, why_not=why_not))
    areas = join_names(list(panel.entities), most=12)
    sentence = messages.SHARE_OF_MEMBERS_STEP if members else messages.SHARE_OF_ALL_STEP
    return replace(made, steps=(*made.steps, Step("share", sentence.format(areas=areas))))


def _match_rows(frame: pd.DataFrame, below: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """For each row, the row of the divisor; of several, the one of its own dataset, else the first."""
    own = _look_up_rows(frame, below, [*key, "dataset"]) if "dataset" not in key else None
    first = _look_up_rows(frame, below, list(key))
    if own is None:
        return first
    return own.where(own["value"].notna(), first)


def _match_longer_periods(frame: pd.DataFrame, below: pd.DataFrame) -> pd.DataFrame:
    """For each row, the row of the divisor for the shortest longer period that the row's is in."""
    found = _look_up_rows(frame, below.iloc[:0], _MATCHED)
    lengths = frame["frequency"].map(PERIOD_MONTHS).fillna(0)
    for code, months in sorted(PERIOD_MONTHS.items(), key=lambda pair: pair[1]):
        if not (below["frequency"] == code).any():
            continue
        names = {day: str(TimePeriod.containing(day.date(), code)) for day in frame["first"].unique()}
        within = frame.assign(period=frame["first"].map(names), frequency=code)
        rows = _match_rows(within, below, _MATCHED)
        is_inside = (rows["first"] <= frame["first"]) & (frame["last"] <= rows["last"]) & (lengths < months)
        found = found.where(found["value"].notna() | ~is_inside, rows)
    return found


def _look_up_rows(frame: pd.DataFrame, below: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    unique = below.drop_duplicates(key).set_index(key, drop=False)
    wanted = pd.MultiIndex.from_frame(frame[key])
    return unique.reindex(wanted).reset_index(drop=True)


def _divide_rows(panel: Panel, divisor: _Divisor) -> Panel:
    frame, rows = panel.frame.reset_index(drop=True), divisor.rows
    made = inherit_provenance(frame, rows)
    below = rows["value"].to_numpy(np.float64, na_value=np.nan)
    below = np.where(below == 0, np.nan, below)
    units = {pair: _divide_units(pair, divisor) for pair in _list_unit_pairs(frame, rows)}
    pairs = list(zip(frame["unit"], rows["unit"].fillna(""), strict=True))
    scales = np.array([units[pair][1] for pair in pairs], dtype=np.float64)
    for name in ("value", "lower", "upper"):
        made[name] = frame[name].to_numpy(np.float64, na_value=np.nan) / below * scales
    width = add_widths(*(measure_relative_width(part["value"], part["digits"]) for part in (frame, rows)))
    made["digits"] = count_digits(made["value"], width * made["value"].abs().to_numpy())
    by_numerator = {text: unit for (text, _), (unit, _) in units.items() if unit}
    made["unit"] = [units[pair][0] or by_numerator.get(pair[0], pair[0]) for pair in pairs]
    why = np.where(np.isnan(below), messages.NO_DIVISOR.format(divisor=divisor.name), "")
    if divisor.why_not is not None:
        why = np.where((why != "") & (divisor.why_not != ""), divisor.why_not, why)
    why = np.where(frame["value"].isna(), "", why)
    indicators = tuple(_rename(one, divisor, made, frame) for one in panel.indicators)
    return replace(panel, frame=add_reasons(made, why), indicators=indicators)


def _list_unit_pairs(frame: pd.DataFrame, rows: pd.DataFrame) -> list[tuple[str, str]]:
    pairs = pd.DataFrame({"above": frame["unit"], "below": rows["unit"].fillna("")}).drop_duplicates()
    return list(pairs.itertuples(index=False, name=None))


def _divide_units(pair: tuple[str, str], divisor: _Divisor) -> tuple[str, float]:
    """Return the unit of a ratio and the factor it is multiplied by; no unit without a divisor."""
    above, below = pair
    if not below:
        return "", np.nan
    if have_same_dimension(above, below):
        return f"% of {divisor.of}", find_factor(above, below) * 100
    upper, lower = parse_unit(above), parse_unit(below)
    message = messages.NO_UNIT.format(numerator=upper.text, denominator=lower.text)
    if upper.denominator or lower.denominator or {"percent", "index_point"} & {upper.expression, lower.expression}:
        raise UnitMismatchError(message, hint=messages.DIVIDE_SUMS)
    try:
        prices = f" at {upper.base} prices" if upper.text.endswith(" prices") else ""
        return parse_unit(f"{upper.text.removesuffix(prices)} per {lower.singular}{prices}").text, 1.0
    except UnknownUnitError as error:
        raise UnitMismatchError(message, hint=messages.DIVIDE_SUMS) from error


def _rename(indicator: Indicator, divisor: _Divisor, made: pd.DataFrame, before: pd.DataFrame) -> Indicator:
    units = made.loc[made["indicator"] == indicator.id, "unit"]
    unit = str(units.iloc[0]) if len(units) else indicator.unit
    # a stock divided by a flow still counts what there is at one moment
    divide = replace(indicator, unit=unit, numerator_measure=indicator.counted)
    if divisor.is_same or unit.startswith("% of"):
        # a share at constant prices differs from one at current prices
        money = describe_money(before[before["indicator"] == indicator.id], indicator.prices) if divisor.is_same else ""
        return replace(
            divide, name=f"{indicator.name}{money}", measure=Measure.SHARE, prices=None, numerator=indicator.name,
            denominator=f"{indicator.name} ({divisor.of})" if divisor.is_same else str(divisor.of),
        )  # fmt: skip
    each = parse_unit(unit).denominator or divisor.name  # the divisor has no value at all
    return replace(divide, name=f"{indicator.name} per {each}", measure=Measure.RATE)


def _name_divisor(indicator: Indicator) -> str:
    return "persons" if indicator.unit == "persons" else indicator.name


def _collect_origins(made: Panel, by: Panel) -> tuple[Origin, ...]:
    used = {id for text in made.frame["origin"].unique() for id in text.split()}
    return tuple(origin for origin in dict.fromkeys([*made.origins, *by.origins]) if origin.id in used)
