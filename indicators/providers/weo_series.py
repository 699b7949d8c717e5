"""Series of the World Economic Outlook: what each figure of an edition is a figure of, and in which unit.

*Own money.* ``LCU`` of an indicator's unit becomes the currency of the country where it is certain; where it isn't, the
unit stays ``LCU`` with a note. *Constant prices* are those of the base year that the newest edition gives for the
country. *Price indices* have their base in the unit if the average of that year is 100; else it is left open.

*Older editions* give the same series only if the basis is the same. Left out are levels of an older edition

- in another currency than those of the newest edition;
- of another base year: older editions don't give it, but their price index is more than 1% from that of the newest;
- for years that the newest edition no longer gives, because what is left of a series would be joined to another basis.

Rates of change and shares of GDP have no such basis and are all kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.observation_tables import assemble_observations
from indicators.model.observations import Indicator, Prices
from indicators.providers import messages
from indicators.providers.weo_currencies import find_own_currencies
from indicators.providers.weo_editions import NEWEST_EDITION

_LOCAL: Final = "LCU"
_INDEX: Final = "index"
_INDICES_OF_GROUPS: Final = {"LE": "employment-index"}  # an index for groups of countries, persons for countries
_DEFLATOR: Final = "NGDP_D"
_PRICE_INDEX: Final = "PCPI"
_BASED_ON: Final = {
    _PRICE_INDEX: _PRICE_INDEX, "PCPIE": _PRICE_INDEX, _DEFLATOR: _DEFLATOR, "NGDP_R": _DEFLATOR, "NGDPRPC": _DEFLATOR,
}  # fmt: skip
_IS_100: Final = 0.5  # how far the average of a base year may be from 100
_SAME_BASIS: Final = 0.01
_SERIES: Final = ["indicator", "area"]


def make_series(
    rows: pd.DataFrame, rates: pd.DataFrame, indicators: Iterable[Indicator], groups: Iterable[str]
) -> pa.Table:
    """Turn the figures of all editions into observations.

    Args:
        rows: The figures, as `indicators.providers.weo_editions.read_editions` gives them.
        rates: Annual averages of exchange rates.
        indicators: The indicators; those of the Outlook have its codes.
        groups: Codes of the areas that are groups of countries.

    Returns:
        A table of `indicators.files.observation_tables.OBSERVATION_SCHEMA`.

    Raises:
        DataError: No indicator has the code of a concept.
    """
    indicators = tuple(indicators)
    rows = _name_indicators(rows, indicators, set(groups))
    rows = _add_units(rows, {one.id: one for one in indicators}, find_own_currencies(rows, rates))
    return _assemble(_keep_same_basis(rows))


def _name_indicators(rows: pd.DataFrame, indicators: tuple[Indicator, ...], groups: set[str]) -> pd.DataFrame:
    by_code = {one.code: one.id for one in indicators if one.code}
    indicator = rows["concept"].map(by_code)
    for concept, id in _INDICES_OF_GROUPS.items():
        indicator = indicator.mask((rows["concept"] == concept) & rows["area"].isin(groups), id)
    unknown = sorted(set(rows.loc[indicator.isna(), "concept"]))
    if unknown:
        raise DataError(messages.UNKNOWN_SERIES, found=", ".join(unknown), expected="codes of indicators.yaml")
    return rows.assign(indicator=indicator)


def _add_units(rows: pd.DataFrame, indicators: dict[str, Indicator], currencies: pd.DataFrame) -> pd.DataFrame:
    """Add the unit, a note, and whether the figures are levels, which have a basis."""
    rows = rows.merge(currencies, on=["area", "vintage"], how="left").fillna({"currency": _LOCAL})
    usual = rows["indicator"].map({id: one.unit for id, one in indicators.items()})
    is_local = usual.str.startswith(_LOCAL)
    unit = usual.where(~is_local, rows["currency"] + usual.str.removeprefix(_LOCAL))
    constant = [id for id, one in indicators.items() if one.prices is Prices.CONSTANT]
    is_constant = is_local & rows["indicator"].isin(constant)
    base = rows["base"].where(is_constant | _is_base_of_index(rows, usual), "")
    unit = unit.where(~is_constant | (base == ""), unit + " at " + base + " prices")
    unit = unit.where((usual != _INDEX) | (base == ""), _INDEX + ", " + base + " = 100")
    uncertain = (is_local & (rows["currency"] == _LOCAL)).map({True: messages.CURRENCY_UNCERTAIN, False: ""})
    year = rows["fiscal"].where(base != "", "").map(lambda text: messages.FISCAL_BASE.format(year=text) if text else "")
    note = (uncertain + " " + year).str.strip()
    return rows.assign(unit=unit, note=note, is_level=~usual.str.startswith("%"), is_local=is_local)


def _is_base_of_index(rows: pd.DataFrame, usual: pd.Series) -> pd.Series:
    """Whether an index without a base of its own is 100 on average in the base year given for it."""
    bases = rows.loc[rows["base"] != "", ["area", "vintage", "concept", "year", "value", "base"]]
    bases = bases[(bases["year"] == bases["base"].astype("int64")) & (bases["value"].sub(100).abs() <= _IS_100)]
    known = set(zip(bases["area"], bases["concept"], strict=True))
    wanted = zip(rows["area"], rows["concept"].map(_BASED_ON).fillna(""), strict=True)
    return (usual == _INDEX) & pd.Series([one in known for one in wanted], index=rows.index)


def _keep_same_basis(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out the levels of older editions that the newest one gives on another basis, or no longer.

    The others have its unit: only the newest edition gives base years.
    """
    is_newest = rows["vintage"] == NEWEST_EDITION
    units = rows[is_newest].drop_duplicates(_SERIES).set_index(_SERIES)[["unit", "note", "currency"]]
    given = set(zip(*(rows.loc[is_newest, name] for name in (*_SERIES, "year")), strict=True))
    old = rows[~is_newest & rows["is_level"]]
    of_newest = old[_SERIES].join(units, on=_SERIES)
    is_given = [figure in given for figure in zip(*(old[name] for name in (*_SERIES, "year")), strict=True)]
    same = _list_same_bases(rows[rows["concept"].isin(_BASED_ON.values())])
    concepts = old["concept"].map(_BASED_ON).fillna("")
    is_based = [
        not concept or (area, vintage, concept) in same
        for area, vintage, concept in zip(old["area"], old["vintage"], concepts, strict=True)
    ]
    is_same_money = ~old["is_local"] | (old["currency"] == of_newest["currency"])
    is_kept = is_same_money & np.array(is_given) & np.array(is_based)
    rows = rows.drop(index=old.index[~is_kept])
    kept = of_newest[is_kept]
    rows.loc[kept.index, ["unit", "note"]] = kept[["unit", "note"]]
    return rows


def _list_same_bases(rows: pd.DataFrame) -> set[tuple[str, str, str]]:
    """List area, vintage and concept of the price indices that agree with the newest edition on their base.

    They are compared in the base year if the edition has it, else in the year before the edition.
    """
    found = set()
    newest = rows[rows["vintage"] == NEWEST_EDITION].set_index(["area", "concept", "year"])[["value", "base"]]
    bases = newest.reset_index().drop_duplicates(["area", "concept"]).set_index(["area", "concept"])["base"].to_dict()
    values = newest["value"].to_dict()
    old = rows[rows["vintage"] != NEWEST_EDITION]
    for key, series in old.groupby(["area", "vintage", "concept"]):
        area, vintage, concept = map(str, key)
        of_year = series.set_index("year")["value"]
        base = bases.get((area, concept), "")
        year = int(base) if base and int(base) in of_year.index else int(vintage[:4]) - 1
        compared = values.get((area, concept, year))
        if compared and year in of_year.index and abs(of_year[year] / compared - 1) <= _SAME_BASIS:
            found.add((area, vintage, concept))
    return found


def _assemble(rows: pd.DataFrame) -> pa.Table:
    year = rows["year"].astype(str)
    return assemble_observations(
        {
            "INDICATOR": pa.array(rows["indicator"]),
            "REF_AREA": pa.array(rows["area"]),
            "FREQ": "A",
            "TIME_PERIOD": pa.array(year),
            "OBS_VALUE": pa.array(rows["value"]),
            "UNIT_MEASURE": pa.array(rows["unit"]),
            "OBS_STATUS": pa.array(rows["status"]),
            "VINTAGE": pa.array(rows["vintage"]),
            "ORIGIN": pa.array(rows["origin"]),
            "NOTE": pa.array(rows["note"]),
            "TIME_START": pa.array(year + "-01-01"),
            "TIME_END": pa.array(year + "-12-31"),
        }
    )
