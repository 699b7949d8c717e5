import indicators as ind
from indicators.forecasts import implied_levels, phases


def test_a_forecast_of_growth_is_laid_on_the_same_publishers_level_only():
    panel = implied_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    made = panel.frame[panel.frame["status"] == "F"].set_index(["publisher", "year"])
    assert made.loc[("IT Russia", 2025), "value"] == 24e12 * 137 / 100
    low, high = made.loc[("RAEC", 2026), ["lower", "upper"]]
    assert (low, high) == (31.5e12 * 1.2, 32.5e12 * 1.25)
    assert panel.steps[-1].name == "imply"
    assert made["note"].str.contains("Our arithmetic").all()


def test_forecasts_begin_after_the_last_actual_of_each_series():
    for rows in ind.get("gdp-growth-weo", "RUS~CHN~USA", "2015..2029").series():
        parts = phases(rows)
        assert parts.forecast["year"].min() > parts.actual["year"].max()
        assert set(parts.forecast["status"]) == {"F"}


def test_growth_without_a_level_gives_nothing_more():
    levels = ind.get("digital-economy-turnover", "RUS", "2019")
    assert implied_levels(levels, ind.get("digital-economy-growth", "RUS")).frame.equals(levels.frame)
