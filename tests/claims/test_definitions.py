"""How far published figures differ, as the table of definitions has it, measured again in the store."""

import pandas as pd
import pytest

from indicators.claims.evidence.definitions import CONCEPTS
from indicators.store import Query, open_embedded_store

MEASURED = [concept for concept in CONCEPTS if concept.pooled]


def read_spans(concept):
    """The lowest and highest figure by country and year."""
    store = open_embedded_store()
    countries = {area.code for area in store.catalogue.areas.by_code.values() if area.kind == "country"}
    frame = store.read_panel(Query(concept.indicators, forecasts=False, every_vintage=True)).frame
    frame = frame[frame["code"].isin(countries) & (frame["frequency"] == "A") & (frame["dimensions"] == "")]
    values = frame[frame["year"].between(1995, 2023)].groupby(["code", "period"])["value"]
    return values.agg(["min", "max", "count"]).query("count > 1")


@pytest.mark.slow
@pytest.mark.parametrize("concept", MEASURED, ids=lambda concept: concept.indicators[0])
def test_the_table_has_what_is_measured(concept):
    spans = read_spans(concept)
    widths = spans["max"] - spans["min"]
    if not concept.points[0]:
        widths /= spans[["min", "max"]].abs().max(axis="columns")
    by_country = widths.groupby("code").quantile(0.9)
    measured = pd.Series([*by_country.quantile([0.25, 0.5]), widths.quantile(0.9)])
    table = pd.Series([*map(float, concept.points if concept.points[0] else concept.share), float(concept.pooled)])
    assert (measured / table).between(0.4, 1.5).all(), measured.round(3).tolist()
