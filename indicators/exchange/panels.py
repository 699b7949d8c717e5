"""Unit and currency conversion of whole panels: the default rule, and the rate of each number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from indicators.errors import UnitMismatchError
from indicators.exchange import messages
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.conversion import Lookup, Money, look_up
from indicators.exchange.gaps import caution_about, find_parity_gaps, merge_cautions
from indicators.exchange.monetary import convert_monetary
from indicators.exchange.publishers import PARITY, list_dollars_spent, list_own_money_spent
from indicators.exchange.rules import RateKind, Rule
from indicators.model.bands import list_amounts
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.precision import rescale_digits
from indicators.model.steps import Caution, Step
from indicators.model.units import Unit, find_factor, have_same_dimension, parse_unit

_KEY = ["indicator", "code", "counterpart", "dimensions", "period", "dataset", "frequency"]
_MOST_NAMED = 4  # the table of rates names each


def choose_rule(indicator: Indicator | None) -> Rule:
    """Return the default rule: flows are converted at the period average, stocks at the end-of-period rate."""
    is_stock = indicator is not None and indicator.measure is Measure.STOCK
    return Rule(RateKind.END if is_stock else RateKind.AVERAGE)


@dataclass(frozen=True)
class PanelConverter:
    """Converts panels to other units at the rates of a store.

    Attributes:
        book: Returns the rates; called when they are first needed.
        origins: The origins of rates, by id.
    """

    book: Callable[[], RateBook]
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def convert_panel(self, panel: Panel, unit: str, *, rule: str | None = None, by: str | None = None) -> Panel:
        """Convert a panel to another unit. See `Panel.to`."""
        wanted, asked = parse_unit(unit), None if rule is None else Rule.parse(rule)
        return convert_monetary(panel, lambda sums: self._convert(sums, wanted, asked, by), into=wanted)

    def _convert(self, panel: Panel, wanted: Unit, asked: Rule | None, by: str | None) -> Panel:
        indicators = {indicator.id: indicator for indicator in panel.indicators}
        parts, tables, steps = [], [], []
        for (id, text), rows in panel.frame.groupby(["indicator", "unit"], sort=False):
            given, indicator = parse_unit(str(text)), indicators.get(str(id))
            target = _fit_target(wanted, given)
            if have_same_dimension(given, target):
                parts.append(_multiply(rows, np.full(len(rows), find_factor(given, target)), target.text))
                continue
            at_parity = target.expression.split(" / ")[0] == INTERNATIONAL
            chosen = asked or (Rule(RateKind.PPP) if at_parity else choose_rule(indicator))
            try:
                part, table = self._restate(panel, rows, given, target, chosen, by)
            except UnitMismatchError as error:
                name = indicator.name if indicator else str(id)
                raise UnitMismatchError(f"{name}: {error.message}", hint=error.hint) from error
            parts.append(part)
            tables.append(table)
            cautions = self._caution(part, given) if chosen.kind is RateKind.PPP else ()
            steps.append(_Conversion.of(given, target, chosen, rows, table, cautions))
        if not parts:
            return panel
        frame = pd.concat(parts).loc[panel.frame.index]
        rates = pd.concat([panel.rates, *tables], ignore_index=True).drop_duplicates(ignore_index=True)
        origins = self._origins(panel.origins, rates)
        made = replace(panel, frame=frame, rates=rates, origins=origins)
        return made.with_frame(frame, *_steps(steps))

    def _restate(
        self, panel: Panel, rows: pd.DataFrame, given: Unit, target: Unit, rule: Rule, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the rows of one unit in another, and the rates."""
        if rule.kind is RateKind.STATED:
            return _take_stated(rows, panel.stated, target), pd.DataFrame()
        if rule.kind is RateKind.PPP:
            return self._at_parity(rows, given, target, by)
        if target.expression.split(" / ")[0] == INTERNATIONAL:
            message = messages.NOT_BY_EXCHANGE_RATE.format(source=given.text, target=target.text)
            raise UnitMismatchError(message, hint=messages.GIVE_PPP)
        found = self._look_up(rows, given, target, rule, by)
        return _write_rates(rows, found, self._unit_of(target, rows), rule), found.table

    def _at_parity(
        self, rows: pd.DataFrame, given: Unit, target: Unit, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Convert by the price level of each row's country; if it is unknown, or for other currencies, by parity."""
        made = [self._of_dataset(part, given, target, by) for _, part in rows.groupby("dataset", sort=False)]
        return pd.concat([part for part, _ in made]).loc[rows.index], pd.concat([table for _, table in made])

    def _of_dataset(
        self, rows: pd.DataFrame, given: Unit, target: Unit, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Convert the rows of one dataset at parity: by its publisher's own amounts at parity where there are some."""
        parts, tables, rest = [], [], rows
        for prefix in _list_spent(rows, given):
            spent = rest["code"].map({code: Money(f"{prefix}{code}", given) for code in rest["code"].unique()})
            found = self._look_up(rest, given, target, Rule(RateKind.PPP), None, source=spent)
            known = ~np.isnan(np.broadcast_to(found.factor, len(rest)))
            part = _write_rates(rest, found, self._unit_of(target, rest), Rule(RateKind.PPP))
            parts.append(part[known])
            tables.append(found.table[found.table["reason"] == ""])
            rest = rest[~known]
        if not rest.empty:
            part, table = self._by_own_money(rest, given, target, by)
            parts.append(part)
            tables.append(table)
        return pd.concat(parts).loc[rows.index], pd.concat(tables, ignore_index=True)

    def _caution(self, part: pd.DataFrame, given: Unit) -> tuple[Caution, ...]:
        """Say how far a country's conversion factor differs from its amounts at parity, where the factor was used."""
        dollars = f"USD → {INTERNATIONAL.replace('_', ' ')}"
        by_factor = (part["rate_path"] != dollars) & (part["rate_publisher"] == PARITY.publisher)
        used = part[part["value"].notna() & by_factor]
        year = used["year"] if given.base is None else int(given.base)
        rows = used[["code"]].assign(year=year, of=used["year"])
        if rows.empty:
            return ()
        names = dict(zip(used["code"], used["entity"], strict=True))
        return caution_about(find_parity_gaps(rows, self.book()), names, messages.PARITY_GAPS)

    def _by_own_money(
        self, rows: pd.DataFrame, given: Unit, target: Unit, by: str | None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Convert by the parity of each row's country, first to its own currency at the average rate."""
        own = parse_unit(given.text.replace(given.currency or "LCU", "LCU", 1))
        first = self._look_up(rows, given, own, Rule(RateKind.AVERAGE), by)
        then = self._look_up(rows, own, target, Rule(RateKind.PPP), None)
        part = _write_rates(rows, then, self._unit_of(target, rows), Rule(RateKind.PPP))
        part = _multiply(part, first.factor, self._unit_of(target, rows))
        foreign = first.table[(first.table["factor"] != 1) | (first.table["reason"] != "")]
        why = first.table["reason"].to_numpy()[first.row]
        part["reason"] = np.where((part["reason"] == "") & part["value"].isna().to_numpy(), why, part["reason"])
        return part, pd.concat([foreign, then.table], ignore_index=True)

    def _look_up(
        self, rows: pd.DataFrame, given: Unit, target: Unit, rule: Rule, by: str | None, *, source: Any = None
    ) -> Lookup:
        # Amounts at the prices of one year are converted at that year's rate, whatever their own year is.
        same_prices = given.base is not None and given.base == target.base
        periods = given.base if same_prices else rows["period"].to_numpy(dtype=object)
        if same_prices and rule.kind is RateKind.SPOT and rule.day is None:
            rule = Rule(RateKind.AVERAGE)
        return look_up(
            given if source is None else source.to_numpy(dtype=object), target, periods=periods, rates=self.book(),
            rule=rule, by=by, areas=rows["code"].to_numpy(dtype=object), length=len(rows),
        )  # fmt: skip

    def _unit_of(self, target: Unit, rows: pd.DataFrame) -> pd.Series | str:
        """Return the unit of each row; ``LCU`` is the currency of the row's country."""
        if target.expression.split(" / ")[0] != "LCU":
            return target.text
        names = {code: self.book().successions.find_current_currency(code) or "LCU" for code in rows["code"].unique()}
        return rows["code"].map({code: target.text.replace("LCU", name) for code, name in names.items()})

    def _origins(self, known: Iterable[Origin], rates: pd.DataFrame) -> tuple[Origin, ...]:
        ids = dict.fromkeys(id for text in rates.get("origin", pd.Series(dtype=object)) for id in str(text).split())
        found = [self.origins[id] for id in ids if id in self.origins]
        return tuple(dict.fromkeys([*known, *found]))


def _list_spent(rows: pd.DataFrame, given: Unit) -> tuple[str, ...]:
    """List the prefixes of codes under which amounts may have a parity of their own, the best first."""
    dataset = str(rows["dataset"].iloc[0])
    if given.currency == "USD":
        return list_dollars_spent(str(rows["indicator"].iloc[0]), "", dataset)
    is_published = "rule" not in rows or not rows["rule"].fillna("").ne("").any()
    return list_own_money_spent("", dataset) if is_published else ()


def _fit_target(target: Unit, given: Unit) -> Unit:
    """Return the target with the ``per`` and the prices of the given unit if it is a plain currency."""
    is_money = target.currency or target.expression in {"LCU", INTERNATIONAL}
    if not is_money or target.denominator or target.base or not (given.denominator or given.base):
        return target
    per = f" per {given.denominator}" if given.denominator else ""
    return parse_unit(f"{target.text}{per}" + (f" at {given.base} prices" if given.base else ""))


def _multiply(rows: pd.DataFrame, factors: np.ndarray, unit: str | pd.Series) -> pd.DataFrame:
    part = rows.copy()
    for name in list_amounts(rows.columns):
        part[name] = rows[name].to_numpy(np.float64, na_value=np.nan) * factors
    part["unit"] = unit
    part["digits"] = rescale_digits(rows, part["value"])
    return part


def _write_rates(rows: pd.DataFrame, found: Lookup, unit: str | pd.Series, rule: Rule) -> pd.DataFrame:
    """Return the converted rows, each with its rate, or with the reason why there is none."""
    factors = np.broadcast_to(found.factor, len(rows))
    part = _multiply(rows, factors, unit)
    behind = found.table.iloc[np.broadcast_to(found.row, len(rows))].reset_index(drop=True).set_index(rows.index)
    part["rule"] = rule.text
    part["rate"] = behind["rate"]
    for name in ("unit", "date", "publisher", "path"):
        part[f"rate_{name}"] = behind[name]
    before = rows["reason"] if "reason" in rows else pd.Series("", index=rows.index)
    part["reason"] = np.where(before.to_numpy() == "", behind["reason"], before)
    return part


def _take_stated(rows: pd.DataFrame, stated: pd.DataFrame, target: Unit) -> pd.DataFrame:
    """Return the amounts that the sources themselves state in the unit; no figure where they state none."""
    units = [text for text in stated["unit"].unique() if have_same_dimension(text, target)]
    own = stated[stated["unit"].isin(units)].drop_duplicates(_KEY)
    part = _multiply(rows, np.full(len(rows), np.nan), target.text)
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
    part["reason"] = np.where(part["value"].isna(), messages.NO_STATED_AMOUNT.format(unit=target.plain.text), "")
    return part


@dataclass(frozen=True, slots=True)
class _Conversion:
    """A conversion of the rows of one unit.

    Attributes:
        money: Their currency; empty for a unit without one.
        given: Their unit, with ``{}`` in place of the currency.
        target: The target unit.
        rule: The rule, as the end of a sentence.
        publishers: The publishers of the rates.
        cautions: What to know before trusting the result; usually nothing.
    """

    money: str
    given: str
    target: str
    rule: str
    publishers: tuple[str, ...]
    cautions: tuple[Caution, ...]

    @classmethod
    def of(
        cls, given: Unit, target: Unit, rule: Rule, rows: pd.DataFrame, table: pd.DataFrame,
        cautions: tuple[Caution, ...],
    ) -> _Conversion:  # fmt: skip
        publishers = () if table.empty else tuple(p for p in dict.fromkeys(table["publisher"]) if p)
        if given.base is not None:
            how = messages.FIXED_PRICES_RULE.format(rate=rule.name_rate(given.base))
        else:
            how = rule.phrase(*rows["frequency"].unique())
        wanted = target.text.replace("LCU", messages.OWN_CURRENCY)
        money = given.currency or ""
        return cls(
            money, given.text.replace(money, "{}", 1) if money else given.text, wanted, how, publishers, cautions
        )


def _steps(made: Iterable[_Conversion]) -> list[Step]:
    """Return a step per conversion; those that differ only in the source currency are one."""
    alike: dict[tuple[str, str, str], list[_Conversion]] = {}
    for one in made:
        alike.setdefault((one.given, one.target, one.rule), []).append(one)
    steps = []
    for (given, target, rule), several in alike.items():
        text = given.replace("{}", join_names(list(dict.fromkeys(one.money for one in several)), most=_MOST_NAMED))
        publishers = tuple(dict.fromkeys(name for one in several for name in one.publishers))
        cautions = merge_cautions(caution for one in several for caution in one.cautions)
        sentence = messages.CONVERTED.format(source=text, target=target, rule=rule)
        steps.append(Step("convert", sentence, publishers, cautions))
    return steps
