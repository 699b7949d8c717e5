import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.forecasts import imply_levels
from indicators.model.panel import PANEL_COLUMNS, Panel


def test_a_forecast_of_growth_is_laid_on_the_same_publishers_level_only():
    panel = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    made = panel.frame[panel.frame["status"] == "F"].set_index(["publisher", "year"])
    assert made.loc[("IT Russia", 2025), "value"] == 24e12 * 137 / 100
    low, high = made.loc[("RAEC", 2026), ["lower", "upper"]]
    assert (low, high) == (31.5e12 * 1.2, 32.5e12 * 1.25)
    assert panel.steps[-1].name == "imply"
    assert set(made["note"]) == {messages.IMPLIED_NOTE}


def test_growth_without_a_level_gives_nothing_more():
    levels = ind.get("digital-economy-turnover", "RUS", "2019")
    assert imply_levels(levels, ind.get("digital-economy-growth", "RUS")).frame.equals(levels.frame)


KNOWN = {"entity": "Russia", "code": "RUS", "dataset": "office", "publisher": "Office"}
TEXTS = dict.fromkeys(PANEL_COLUMNS, "") | KNOWN


def _panel(*rows):
    """A panel of annual rows (year, value, status, and what else differs)."""
    cells = [
        TEXTS
        | {
            "period": str(year), "first": pd.Timestamp(year, 1, 1), "last": pd.Timestamp(year, 12, 31), "year": year,
            "frequency": "A", "value": float(value), "lower": float("nan"), "upper": float("nan"), "unit": "RUB",
            "status": status, "digits": 2,
        }
        | more
        for year, value, status, more in rows
    ]  # fmt: skip
    frame = pd.DataFrame(cells, columns=list(PANEL_COLUMNS)).astype({"digits": "Int64", "year": "int64"})
    return Panel(frame, (), ())


LEVEL = _panel((2024, 24, "A", {}))


def _made(levels, *growth):
    panel = imply_levels(levels, _panel(*growth))
    return panel.frame.iloc[len(levels.frame) :]


@pytest.mark.parametrize(
    "growth",
    [
        (2025, 37, "A", {}),
        (2026, 37, "F", {}),
        (2024, 37, "F", {}),
        (2025, float("nan"), "F", {}),
        (2025, 37, "F", {"dataset": "rival"}),
        (2025, 37, "F", {"code": "CHN"}),
        (2025, 37, "F", {"frequency": "Q"}),
    ],
)
def test_nothing_is_made_of_what_is_no_forecast_for_the_year_after_the_same_publishers_level(growth):
    assert _made(LEVEL, growth).empty


def test_a_level_that_is_there_is_not_made_again():
    levels = _panel((2024, 24, "A", {}), (2025, 30, "F", {}))
    assert _made(levels, (2025, 37, "F", {})).empty


def test_a_level_in_one_unit_does_not_stand_for_one_in_another():
    levels = _panel((2024, 24, "A", {}), (2024, 260, "A", {"unit": "USD"}), (2025, 350, "F", {"unit": "USD"}))
    panel = imply_levels(levels, _panel((2025, 37, "F", {"unit": "%"})))
    assert len(panel.frame) == len(levels.frame) + 1
    assert panel.frame.loc[panel.frame["unit"] == "RUB", "value"].tolist() == [24, 24 * 137 / 100]


def test_a_level_nobody_gave_gives_no_other():
    assert _made(_panel((2024, float("nan"), "M", {})), (2025, 37, "F", {})).empty


@settings(max_examples=15)
@given(st.floats(1, 1e15), st.floats(-99, 1000), st.floats(0, 50), st.floats(0, 50))
def test_the_implied_level_lies_within_its_ends(level, percent, below, above):
    (row,) = _made(
        _panel((2024, level, "A", {})),
        (2025, percent, "F", {"lower": percent - below, "upper": percent + above}),
    ).to_dict("records")
    assert row["lower"] <= row["value"] <= row["upper"]
    assert row["value"] == pytest.approx(level * (1 + percent / 100), rel=1e-9, abs=1e-9 * level)
    assert (row["status"], row["year"]) == ("F", 2025)
