"""Whole panels said in another unit: which rule when none is given, and what is written beside each number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from indicators.errors import UnitMismatchError
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.conversion import Lookup, Money, look_up
from indicators.exchange.monetary import convert_monetary
from indicators.exchange.publishers import SPENT
from indicators.exchange.rules import RateKind, Rule
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.steps import Step
from indicators.model.units import Unit, find_factor, have_same_dimension, parse_unit

__all__ = ["PanelConverter", "choose_rule"]

_KEY = ["indicator", "code", "counterpart", "period", "dataset", "frequency"]
_MOST_NAMED = 4  # the table of rates names each


def choose_rule(indicator: Indicator | None) -> Rule:
    """The rule when none is asked for: a stock has the rate of the end of the period, all else the average."""
    is_stock = indicator is not None and indicator.measure is Measure.STOCK
    return Rule(RateKind.END if is_stock else RateKind.AVERAGE)


@dataclass(frozen=True)
class PanelConverter:
    """Says panels in other units, at the rates of a store.

    Attributes:
        book: Gives the rates when they are first needed.
        origins: The origins that rates may have, by id.
    """

    book: Callable[[], RateBook]
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def convert_panel(self, panel: Panel, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """The panel in another unit. See `Panel.to`."""
        wanted, asked = parse_unit(unit), None if rule is None else Rule.parse(rule)
        return convert_monetary(panel, lambda sums: self._converted(sums, wanted, asked, by), into=wanted)

    def _converted(self, panel: Panel, wanted: Unit, asked: Rule | None, by: str | None) -> Panel:
        indicators = {indicator.id: indicator for indicator in panel.indicators}
        parts, tables, steps = [], [], []
        for (id, text), rows in panel.frame.groupby(["indicator", "unit"], sort=False):
            given, indicator = parse_unit(str(text)), indicators.get(str(id))
            target = _fitted(wanted, given)
            if have_same_dimension(given, target):
                parts.append(_multiplied(rows, np.full(len(rows), find_factor(given, target)), target.text))
                continue
            at_parity = target.expression.split(" / ")[0] == INTERNATIONAL
            chosen = asked or (Rule(RateKind.PPP) if at_parity else choose_rule(indicator))
            try:
                part, table = self._restated(panel, rows, given, target, chosen, by)
            except UnitMismatchError as error:
                name = indicator.name if indicator else str(id)
                raise UnitMismatchError(f"{name}: {error.message}", hint=error.hint) from error
            parts.append(part)
            tables.append(table)
            steps.append(_Conversion.of(given, target, chosen, rows, table))
        if not parts:
            return panel
        frame = pd.concat(parts).loc[panel.frame.index]
        rates = pd.concat([panel.rates, *tables], ignore_index=True).drop_duplicates(ignore_index=True)
        origins = self._origins(panel.origins, rates)
        made = replace(panel, frame=frame, rates=rates, origins=origins)
        return made.with_frame(frame, *_steps(steps))

    def _restated(
        self, panel: Panel, rows: pd.DataFrame, given: Unit, target: Unit, rule: Rule, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The rows of one unit in another, and the rates that did it."""
        if rule.kind is RateKind.STATED:
            return _stated(rows, panel.stated, target), pd.DataFrame()
        if rule.kind is RateKind.PPP:
            return self._at_parity(rows, given, target, by)
        if target.expression.split(" / ")[0] == INTERNATIONAL:
            hint = "Missing: a purchasing power parity. Give the rule ppp."
            raise UnitMismatchError(f"{given.text} becomes {target.text} by no rate of exchange.", hint=hint)
        found = self._found(rows, given, target, rule, by)
        return _written(rows, found, self._unit_of(target, rows), rule), found.table

    def _at_parity(
        self, rows: pd.DataFrame, given: Unit, target: Unit, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """By the price level of each row's country; of sums not in dollars, and where it is not known, by its money."""
        if given.currency != "USD":
            return self._by_own_money(rows, given, target, by)
        rule = Rule(RateKind.PPP)
        spent = rows["code"].map({code: Money(f"{SPENT}{code}", given) for code in rows["code"].unique()})
        found = self._found(rows, given, target, rule, None, source=spent)
        known = pd.Series(~np.isnan(np.broadcast_to(found.factor, len(rows))), index=rows.index)
        if not known.any():
            return self._by_own_money(rows, given, target, by)
        part, table = _written(rows, found, self._unit_of(target, rows), rule), found.table
        if known.all():
            return part, table
        rest, rest_table = self._by_own_money(rows[~known], given, target, by)
        part = pd.concat([part[known], rest]).loc[rows.index]
        return part, pd.concat([table[table["reason"] == ""], rest_table], ignore_index=True)

    def _by_own_money(
        self, rows: pd.DataFrame, given: Unit, target: Unit, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """By the parity of each row's country: first its own money, at the average, if it is not in that."""
        own = parse_unit(given.text.replace(given.currency or "LCU", "LCU", 1))
        first = self._found(rows, given, own, Rule(RateKind.AVERAGE), by)
        then = self._found(rows, own, target, Rule(RateKind.PPP), None)
        part = _written(rows, then, self._unit_of(target, rows), Rule(RateKind.PPP))
        part = _multiplied(part, first.factor, self._unit_of(target, rows))
        foreign = first.table[(first.table["factor"] != 1) | (first.table["reason"] != "")]
        why = first.table["reason"].to_numpy()[first.row]
        part["reason"] = np.where((part["reason"] == "") & part["value"].isna().to_numpy(), why, part["reason"])
        return part, pd.concat([foreign, then.table], ignore_index=True)

    def _found(
        self, rows: pd.DataFrame, given: Unit, target: Unit, rule: Rule, by: str | None, *, source: Any = None
    ) -> Lookup:
        # sums at the prices of one year are converted at that year's rate, whatever year they are about
        same_prices = given.base is not None and given.base == target.base
        periods = given.base if same_prices else rows["period"].to_numpy(dtype=object)
        if same_prices and rule.kind is RateKind.SPOT and rule.day is None:
            rule = Rule(RateKind.AVERAGE)
        return look_up(
            given if source is None else source.to_numpy(dtype=object), target, periods=periods, rates=self.book(),
            rule=rule, by=by, areas=rows["code"].to_numpy(dtype=object), length=len(rows),
        )  # fmt: skip

    def _unit_of(self, target: Unit, rows: pd.DataFrame) -> pd.Series | str:
        """The unit of each row; ``LCU`` is the money of the row's own country."""
        if target.expression.split(" / ")[0] != "LCU":
            return target.text
        names = {code: self.book().successions.find_current_currency(code) or "LCU" for code in rows["code"].unique()}
        return rows["code"].map({code: target.text.replace("LCU", name) for code, name in names.items()})

    def _origins(self, known: Iterable[Origin], rates: pd.DataFrame) -> tuple[Origin, ...]:
        ids = dict.fromkeys(id for text in rates.get("origin", pd.Series(dtype=object)) for id in str(text).split())
        found = [self.origins[id] for id in ids if id in self.origins]
        return tuple(dict.fromkeys([*known, *found]))


def _fitted(target: Unit, given: Unit) -> Unit:
    """A plain currency asked for where sums are per person, or at the prices of a year, means it for those too."""
    is_money = target.currency or target.expression in {"LCU", INTERNATIONAL}
    if not is_money or target.denominator or target.base or not (given.denominator or given.base):
        return target
    per = f" per {given.denominator}" if given.denominator else ""
    return parse_unit(f"{target.text}{per}" + (f" at {given.base} prices" if given.base else ""))


def _multiplied(rows: pd.DataFrame, factors: np.ndarray, unit: str | pd.Series) -> pd.DataFrame:
    part = rows.copy()
    for name in ("value", "lower", "upper"):
        part[name] = rows[name].to_numpy(np.float64, na_value=np.nan) * factors
    part["unit"] = unit
    return part


def _written(rows: pd.DataFrame, found: Lookup, unit: str | pd.Series, rule: Rule) -> pd.DataFrame:
    """The rows multiplied, each with its rate beside it, and with the reason where there is none."""
    factors = np.broadcast_to(found.factor, len(rows))
    part = _multiplied(rows, factors, unit)
    behind = found.table.iloc[np.broadcast_to(found.row, len(rows))].reset_index(drop=True).set_index(rows.index)
    part["rule"] = rule.text
    part["rate"] = behind["rate"]
    for name in ("unit", "date", "publisher", "path"):
        part[f"rate_{name}"] = behind[name]
    before = rows["reason"] if "reason" in rows else pd.Series("", index=rows.index)
    part["reason"] = np.where(before.to_numpy() == "", behind["reason"], before)
    return part


def _stated(rows: pd.DataFrame, stated: pd.DataFrame, target: Unit) -> pd.DataFrame:
    """The sums the sources themselves give in the unit; no figure where they give none."""
    units = [text for text in stated["unit"].unique() if have_same_dimension(text, target)]
    own = stated[stated["unit"].isin(units)].drop_duplicates(_KEY)
    part = _multiplied(rows, np.full(len(rows), np.nan), target.text)
    place = {key: number for number, key in enumerate(zip(*(own[name] for name in _KEY), strict=True))}
    for index, key in zip(rows.index, zip(*(rows[name] for name in _KEY), strict=True), strict=True):
        if (number := place.get(key)) is not None:
            row = own.iloc[number]
            scale = find_factor(row["unit"], target)
            for name in ("value", "lower", "upper"):
                part.loc[index, name] = row[name] * scale
            for name in ("qualifier", "digits", "locator", "note", "said_by"):
                part.loc[index, name] = row[name]
    part["rule"] = RateKind.STATED.value
    part["rate"] = np.nan
    for name in ("rate_unit", "rate_date", "rate_path"):
        part[name] = ""
    part["rate_publisher"] = part["publisher"].where(part["value"].notna(), "")
    part["reason"] = np.where(part["value"].isna(), f"The source states no sum in {target.plain.text}.", "")
    return part


@dataclass(frozen=True, slots=True)
class _Conversion:
    """What was done to the rows of one unit.

    Attributes:
        money: The currency they were in; empty for a unit without one.
        given: Their unit, with ``{}`` in the currency's place.
        rest: What they became and how, as the end of a sentence.
        publishers: Who published the rates.
    """

    money: str
    given: str
    rest: str
    publishers: tuple[str, ...]

    @classmethod
    def of(cls, given: Unit, target: Unit, rule: Rule, rows: pd.DataFrame, table: pd.DataFrame) -> _Conversion:
        publishers = () if table.empty else tuple(p for p in dict.fromkeys(table["publisher"]) if p)
        if given.base is not None:
            rate = "purchasing power parity" if rule.kind is RateKind.PPP else "average rate"
            how = f"at the {rate} of {given.base}, for all years"
        else:
            how = rule.phrase(rows["frequency"].iloc[0])
        wanted = target.text.replace("LCU", "each country's own money")
        money = given.currency or ""
        return cls(money, given.text.replace(money, "{}", 1) if money else given.text, f"{wanted} {how}", publishers)


def _steps(made: Iterable[_Conversion]) -> list[Step]:
    """A step for each conversion; those that differ only in the currency converted are one."""
    alike: dict[tuple[str, str], list[_Conversion]] = {}
    for one in made:
        alike.setdefault((one.given, one.rest), []).append(one)
    steps = []
    for (given, rest), several in alike.items():
        text = given.replace("{}", join_names(list(dict.fromkeys(one.money for one in several)), most=_MOST_NAMED))
        publishers = tuple(dict.fromkeys(name for one in several for name in one.publishers))
        steps.append(Step("convert", f"Converted from {text} to {rest}.", publishers))
    return steps
