"""Measure how far rates differ from what a publisher's own figures imply, and say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.exchange import messages
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.publications import PeriodArray
from indicators.exchange.publishers import list_dollars_spent
from indicators.exchange.rules import RateKind
from indicators.exchange.successions import LOCAL
from indicators.model.formatting import join_names
from indicators.model.periods import TimePeriod
from indicators.model.steps import Caution

_TIMES: Final = 2  # differences from here on are given as a multiple
_MOST_NAMED: Final = 4
_SAME: Final = 0.01  # smaller differences are not worth a caution
_FIRST_YEAR: Final = 1980  # before the first parities


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference that values of an area have.

    Attributes:
        area: The name of the area.
        year: The year for which the difference is known.
        share: By what share the values are too high; negative if too low.
        of: The year of the values.
    """

    area: str
    year: int
    share: float
    of: int


@dataclass(frozen=True, slots=True)
class GapCaution:
    """A caution about differences, which names the largest of the years shown.

    Attributes:
        sentence: The caution, with the placeholder ``cases``.
        gaps: The differences, the largest first; one at least.

    >>> caution = GapCaution("Largest: {cases}.", (Gap("Aland", 1991, -0.5, 1991), Gap("Aland", 1990, -0.2, 1990)))
    >>> caution.clip(1980, 1990).text == "Largest: Aland in 1990 (\N{MINUS SIGN}20%)."
    True
    """

    sentence: str
    gaps: tuple[Gap, ...]

    @property
    def text(self) -> str:
        """The sentence, with the largest difference of each area."""
        largest: dict[str, Gap] = {}
        for gap in self.gaps:
            largest.setdefault(gap.area, gap)
        cases = [
            messages.GAP.format(area=gap.area, year=gap.year, difference=_format_gap(gap.share))
            for gap in largest.values()
        ]
        return self.sentence.format(cases=join_names(cases, most=_MOST_NAMED))

    @property
    def years(self) -> frozenset[int]:
        """The years of the values that differ."""
        return frozenset(gap.of for gap in self.gaps)

    def clip(self, since: int, until: int) -> GapCaution | None:
        """Return the caution about values of these years; ``None`` if none of them differs."""
        gaps = tuple(gap for gap in self.gaps if since <= gap.of <= until)
        return replace(self, gaps=gaps) if gaps else None


def caution_about(gaps: pd.DataFrame, names: Mapping[str, str], sentence: str) -> tuple[GapCaution, ...]:
    """Caution about differences; nothing where there are none.

    Args:
        gaps: Columns ``code``, ``year`` and ``share``: by what share a value is too high, negative if too low; and
            ``of``, the year of the value, if that is another one.
        names: The name of each area by its code.
        sentence: The caution, with the placeholder ``cases``.

    >>> gaps = pd.DataFrame({"code": ["A", "A", "B"], "year": [1990, 1991, 1992], "share": [-0.2, -0.5, 6.0]})
    >>> (caution,) = caution_about(gaps, {"A": "Aland", "B": "Boland"}, "Largest: {cases}.")
    >>> caution.text == "Largest: Boland in 1992 (7 times as much) and Aland in 1991 (\N{MINUS SIGN}50%)."
    True
    """
    if gaps.empty:
        return ()
    by_size = gaps.sort_values("share", key=abs, ascending=False, kind="stable")
    columns = (by_size[name].tolist() for name in ("code", "year", "share", "of" if "of" in gaps else "year"))
    found = (Gap(names[code], int(year), float(share), int(of)) for code, year, share, of in zip(*columns, strict=True))
    return (GapCaution(sentence, tuple(found)),)


def merge_cautions(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Merge the cautions that say the same of different values."""
    merged: dict[object, Caution] = {}
    for one in cautions:
        key = one.sentence if isinstance(one, GapCaution) else one
        known = merged.setdefault(key, one)
        if isinstance(known, GapCaution) and isinstance(one, GapCaution) and one is not known:
            gaps = sorted({*known.gaps, *one.gaps}, key=lambda gap: (-abs(gap.share), gap.area, gap.of))
            merged[key] = replace(known, gaps=tuple(gaps))
    return tuple(merged.values())


def _format_gap(share: float) -> str:
    """Format a difference: −89%, or 12 times as much."""
    if share >= _TIMES:
        return messages.TIMES_TOO_HIGH.format(times=1 + share)
    return f"{'+' if share > 0 else '−'}{abs(share):.0%}"


def find_parity_gaps(rows: pd.DataFrame, book: RateBook) -> pd.DataFrame:
    """Find how far conversion factors at parity differ from the publisher's own amounts at parity.

    Args:
        rows: Columns ``code``, ``year`` and ``of``: the year of the factor, and that of the value it converted.
        book: The rates.

    Returns:
        Columns ``code``, ``year``, ``share`` and ``of``: for each value, the difference in the nearest year with both;
        none where it is below one percent or nothing is known.
    """
    wanted = rows[["code", "year", "of"]].drop_duplicates()
    codes = wanted["code"].unique().tolist()
    years = np.arange(_FIRST_YEAR, max(_FIRST_YEAR, int(wanted["year"].max())) + 1)
    periods = PeriodArray(tuple(TimePeriod.of_year(int(year)) for year in years))
    own = [LOCAL + code for code in codes]
    dollars = [list_dollars_spent("gdp", code)[-1] for code in codes]
    average = book.find([("USD", code) for code in own], periods, RateKind.AVERAGE)
    factor = book.find([(code, INTERNATIONAL) for code in own], periods, RateKind.PPP)
    level = book.find([(code, INTERNATIONAL) for code in dollars], periods, RateKind.PPP)
    found = []
    for number, code in enumerate(codes):
        share = average[number].factor * factor[number].factor / level[number].factor - 1
        known = np.flatnonzero(~np.isnan(share))
        if len(known):
            asked = wanted[wanted["code"] == code]
            nearest = known[np.abs(years[known][None, :] - asked["year"].to_numpy()[:, None]).argmin(axis=1)]
            found.append(asked.assign(year=years[nearest], share=share[nearest]))
    gaps = pd.concat(found) if found else wanted.assign(share=0.0)
    return gaps.loc[gaps["share"].abs() > _SAME, ["code", "year", "share", "of"]].reset_index(drop=True)
