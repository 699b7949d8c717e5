"""How often bands around forecasts held the outcome: as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from textwrap import fill
from typing import Final

import pandas as pd

from indicators.analysis.forecasts import format_horizon
from indicators.analysis.forecasts.baselines import BASELINE_LABELS
from indicators.analysis.forecasts.calibration import ALTERNATIVES, BandTest
from indicators.exports import messages
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import align_columns

_WIDTH: Final = 100
_LEAST: Final = 100  # forecasts of a group, below which a share says little
_DECADES: Final = ((2005, 2009), (2010, 2019), (2020, 2029))


def tabulate_band_scores(test: BandTest, catalogue: Catalogue) -> pd.DataFrame:
    """Return the share of outcomes inside by horizon, income group and period.

    Returns:
        As `BandTest.summarize`, with ``by``: ``all``, ``horizon``, ``income group`` or ``period``.
    """
    cases = test.cases
    income = {
        member.area: group.name for group in catalogue.groups if group.kind == "income" for member in group.memberships
    }
    years = pd.Series("", index=cases.index)
    for first, last in _DECADES:
        within = cases["year"].between(first, last)
        known = cases.loc[within, "year"]
        years[within] = f"{known.min()}\N{EN DASH}{known.max()}" if within.any() else ""
    groupings = {
        "all": pd.Series(messages.ALL_FORECASTS, index=cases.index),
        "horizon": cases["ahead"],
        "income group": cases["code"].map(income),
        "period": years,
    }
    parts = [test.summarize(groups).assign(by=by) for by, groups in groupings.items()]
    found = pd.concat(parts, ignore_index=True)
    is_horizon = found["by"] == "horizon"
    named = [format_horizon(int(ahead), test.frequency) for ahead in found.loc[is_horizon, "group"]]
    found["group"] = found["group"].astype(object)
    found.loc[is_horizon, "group"] = named
    return found[(found["forecasts"] >= _LEAST) | (found["by"] == "all")].reset_index(drop=True)


def band_scores_to_text(test: BandTest, name: str, catalogue: Catalogue, *, baseline: str = "") -> str:
    """Write the table as text, with how to read it; of a naive forecast's own bands, if it is named."""
    if not test.is_enough:
        return test.sentence
    found = tabulate_band_scores(test, catalogue)
    rows = []
    for (by, group), part in found.groupby(["by", "group"], sort=False):
        shares = [
            f"{share:.1f}%" + ("" if pd.isna(error) else f" ±{error:.1f}")
            for share, error in zip(part["inside"], part["standard_error"], strict=True)
        ]
        ratios = [f"{part[other].iloc[min(1, len(part) - 1)]:.2f}" for other in ALTERNATIVES]
        rows.append((str(by), str(group), f"{part['forecasts'].iloc[0]:,}", *shares, *ratios))
    heads = [messages.INSIDE_BAND.format(level=level) for level in test.levels]
    head = (*messages.BAND_SCORE_HEADS, *heads, *messages.BAND_ALTERNATIVES)
    table = align_columns([head, *rows], right=range(2, len(head)))
    level = test.levels[min(1, len(test.levels) - 1)]
    explained = messages.BAND_SCORES_EXPLAINED.format(level=level)
    heading = messages.NAIVE_BANDS_HEADING if baseline else messages.BAND_SCORES_HEADING
    heading = heading.format(indicator=name, baseline=BASELINE_LABELS.get(baseline, ""))
    return "\n".join([heading, "", *table, "", fill(explained, _WIDTH)])


def band_scores_to_json(tests: Mapping[str, Iterable[BandTest]], catalogue: Catalogue) -> str:
    """Write the tables by indicator, each row with the ``frequency`` of the forecasts."""
    tables = {
        id: [
            row
            for test in some
            for row in json.loads(
                tabulate_band_scores(test, catalogue)
                .assign(frequency=test.frequency)
                .to_json(orient="records", double_precision=6)
            )
        ]
        for id, some in tests.items()
    }
    return json.dumps(tables, ensure_ascii=False, indent=2)
