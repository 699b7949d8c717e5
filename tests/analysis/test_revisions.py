"""Revisions: each kind of change is found, and nothing else is."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.revisions import compare_panels
from indicators.model.panel import Panel

NOW = ind.get("gdp-growth-weo", "RUS~CHN", "2008..2016")
THEN = ind.get("gdp-growth-weo", "RUS~CHN", "2008..2016", as_of="2015-05-01")


def with_rows(panel, **changes):
    return panel.with_frame(panel.frame.assign(**changes))


def test_the_same_figures_have_not_changed():
    found = compare_panels(NOW, NOW)
    assert found.is_empty
    assert not found.rewrites
    assert found.sentence == messages.NO_REVISIONS.format(values="18 values")


def test_a_revision_and_a_forecast_that_has_come_are_told_apart():
    found = compare_panels(THEN, NOW)
    kinds = found.frame.set_index(["code", "period"])["change"]
    assert kinds["RUS", "2014"] == "revised"
    assert kinds["RUS", "2015"] == "actual"
    assert found.rewrites
    assert found.frame["change"].value_counts().to_dict() == {"actual": 4, "revised": 14}
    assert messages.REVISED.format(count=14) in found.sentence
    assert messages.NOW_ACTUAL.format(count=4) in found.sentence


def test_a_forecast_that_came_as_it_was_said_has_come_too():
    forecast = with_rows(NOW, status="F")
    assert set(compare_panels(forecast, NOW).frame["change"]) == {"actual"}


def test_what_is_gone_and_what_is_new_are_told():
    gone = compare_panels(NOW, NOW.with_frame(NOW.frame.iloc[:-2]))
    assert gone.frame["change"].tolist() == ["withdrawn", "withdrawn"]
    assert gone.rewrites
    new = compare_panels(NOW.with_frame(NOW.frame.iloc[:-1]), NOW)
    assert new.frame["change"].tolist() == ["new"]
    assert not new.rewrites
    assert messages.NEW.format(count=1) in new.sentence
    assert compare_panels(NOW.with_frame(NOW.frame.iloc[:-1]), NOW, with_new=False).is_empty


def test_a_figure_that_is_empty_now_is_withdrawn():
    values = NOW.frame["value"].copy()
    values.iloc[0] = float("nan")
    found = compare_panels(NOW, with_rows(NOW, value=values))
    assert found.frame["change"].tolist() == ["withdrawn"]


def test_the_largest_change_stands_first():
    moved = compare_panels(THEN, NOW).largest
    relative = ((moved["after"] - moved["before"]) / moved["before"]).abs()
    assert relative.is_monotonic_decreasing


@settings(max_examples=15)
@given(st.sets(st.integers(0, len(NOW.frame) - 1)), st.sets(st.integers(0, len(NOW.frame) - 1)))
def test_every_figure_that_differs_is_counted_once_whichever_way_it_is_read(revised, gone):
    values = [value + 1 if place in revised else value for place, value in enumerate(NOW.frame["value"])]
    other: Panel = with_rows(NOW, value=values)
    other = other.with_frame(other.frame.drop(index=list(gone)).reset_index(drop=True))
    forth, back = compare_panels(NOW, other), compare_panels(other, NOW)
    assert len(forth.frame) == len(back.frame) == len(revised | gone)
    counts = forth.frame["change"].value_counts()
    assert counts.get("withdrawn", 0) == len(gone)
    assert counts.get("revised", 0) == len(revised - gone)
    assert pd.Series(back.frame["change"]).eq("new").sum() == len(gone)
