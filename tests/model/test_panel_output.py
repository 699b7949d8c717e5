"""What a panel offers a notebook: its line and table, other shapes, files, charts and citations."""

import json
import pickle
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import indicators as ind
from indicators.errors import ToolMissingError, UsageError
from indicators.model import messages
from indicators.model.panel_frames import format_observation

GDP = ind.get("gdp", "RUS~CHN", "2020..2022")
MIXED = ind.get("gdp~digital-economy-turnover", "RUS~CHN", "2022..2024")
EMPTY = ind.get("gdp", "RUS", "1800")


def test_a_panel_has_a_short_line_and_the_length_of_its_frame():
    assert repr(GDP) == "<Panel gdp: 6 rows; China, Russia; 2020..2022; USD>"
    assert repr(ind.get("gdp", time="2020")).endswith("areas; 2020; USD>")
    assert repr(EMPTY) == "<Panel gdp: 0 rows>"
    assert [len(GDP), len(EMPTY)] == [6, 0]


def test_panels_are_compared_by_identity_and_can_be_hashed():
    assert GDP == GDP  # noqa: PLR0124
    assert ind.get("gdp", "RUS~CHN", "2020..2022") != GDP
    assert len({GDP, MIXED}) == 2


def test_the_html_table_shows_units_and_sources_and_escapes_text():
    html = GDP._repr_html_()
    assert html.count("<tr>") == 1 + len(GDP)
    assert "trillion USD" in html
    assert messages.SOURCES_LINE.format(sources="World Bank (2026)") in html
    bad = GDP.with_frame(GDP.frame.assign(entity="<script>alert(1)</script>", publisher='"><b>'))._repr_html_()
    assert "<script" not in bad
    assert "<b>" not in bad
    long = ind.get("gdp", "RUS")
    assert messages.ROWS_SHOWN.format(shown=10, all=f"{len(long)} rows") in long._repr_html_()


def test_a_pickled_panel_is_the_same_without_its_store():
    panel = ind.get("gdp", "RUS~CHN", "2020..2022", unit="EUR")
    data = pickle.dumps(panel)
    back = pickle.loads(data)
    assert len(data) < 50_000
    pd.testing.assert_frame_equal(back.frame, panel.frame)
    pd.testing.assert_frame_equal(back.rates, panel.rates)
    assert (back.indicators, back.origins, back.steps) == (panel.indicators, panel.origins, panel.steps)
    assert (back.converter, back.catalogue) == (None, None)
    assert back.cite() == panel.cite()
    with pytest.raises(UsageError, match=messages.NO_STORE):
        back.to("USD")


def test_wide_has_a_column_for_each_entity_and_keeps_every_value():
    wide = GDP.wide()
    assert (wide.index.tolist(), wide.columns.tolist()) == (["2020", "2021", "2022"], ["China", "Russia"])
    assert wide["Russia"].tolist() == GDP.frame.loc[GDP.frame["code"] == "RUS", "value"].tolist()


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        (("gdp~population", "RUS~CHN", "2020..2022"), ["indicator", "entity"]),
        (("digital-economy-turnover", "RUS"), ["entity", "publisher"]),
        (("bilateral-trade", "CHN"), ["entity", "publisher", "unit", "frequency"]),
        (("exchange-rate-ecb", "USA~CHN", "2026-04-01..2026-04-13"), ["entity"]),
        (("gdp", "RUS", "1800"), ["entity"]),
    ],
)
def test_the_columns_of_wide_name_what_distinguishes_the_series(asked, levels):
    panel = ind.get(*asked)
    wide = panel.wide()
    assert [name for name in wide.columns.names if name != "dataset"] == levels
    values = wide.to_numpy().ravel()
    assert sorted(values[~np.isnan(values)]) == sorted(panel.frame["value"].dropna())


def test_vintages_and_rival_figures_have_columns_of_their_own():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2016", every_vintage=True)
    assert panel.wide().count().sum() == panel.frame["value"].count()
    doubled = GDP.with_frame(pd.concat([GDP.frame, GDP.frame], ignore_index=True)).wide()
    assert doubled.shape == (3, 4)


def test_an_index_of_periods_or_dates_can_be_asked_for():
    assert GDP.to_pandas().index.tolist() == list(range(6))
    assert GDP.to_pandas(index="period").index.dtype == pd.PeriodDtype("Y-DEC")
    assert str(GDP.wide(index="date").index[0].date()) == "2020-01-01"
    assert str(GDP.wide(index="period").loc["2021"].name) == "2021"
    daily = ind.get("exchange-rate-ecb", "USA", "2026-04-01..2026-04-13").wide(index="period")
    assert daily.index.dtype == pd.PeriodDtype("D")
    assert EMPTY.to_pandas(index="period").empty
    assert EMPTY.wide(index="period").empty


def test_an_index_that_pandas_has_not_is_refused():
    with pytest.raises(UsageError, match="date"):
        ind.get("bilateral-trade", "CHN").to_pandas(index="period")
    with pytest.raises(UsageError, match="week"):
        GDP.to_pandas(index="week")


def test_a_frame_that_was_handed_out_can_be_changed_without_harm():
    frame = GDP.to_pandas()
    frame["value"] = 0.0
    assert (GDP.frame["value"] > 0).all()


def test_arrow_and_polars_hold_the_same_values(monkeypatch):
    table = GDP.to_arrow()
    assert isinstance(table, pa.Table)
    assert table["value"].to_pylist() == GDP.frame["value"].tolist()
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ToolMissingError, match="polars"):
        GDP.to_polars()


def test_polars_holds_the_same_values():
    pytest.importorskip("polars")
    assert GDP.to_polars()["value"].to_list() == GDP.frame["value"].tolist()


def test_a_plot_is_a_figure_with_title_and_source():
    texts = [note.text for note in GDP.plot().layout.annotations]
    assert any("GDP" in text for text in texts)
    assert any("World Bank" in text for text in texts)
    assert {trace.type for trace in GDP.plot("ranking").data} == {"bar"}
    assert GDP.plot("map").data[0].type == "choropleth"
    assert GDP.plot(scale="log").layout.yaxis.type == "log"


@pytest.mark.parametrize("options", [{"chart": "pie"}, {"scale": "cubic"}, {"locale": "xx-YY"}])
def test_an_invalid_option_of_a_plot_is_refused(options):
    with pytest.raises(UsageError, match=next(iter(options.values()))):
        GDP.plot(**options)


def test_a_misleading_plot_is_refused():
    with pytest.raises(UsageError):
        ind.get("inflation", "RUS~CHN", "2020..2022").plot("area")


def test_a_panel_can_be_saved_and_cited(tmp_path):
    assert GDP.save(tmp_path / "gdp.csv").read_text(encoding="utf-8").count("\n") == 1 + len(GDP)
    assert '"type":"bar"' in GDP.save(tmp_path / "gdp.html", chart="bar").read_text(encoding="utf-8")
    assert "World Bank" in GDP.cite()
    assert {item["author"][0]["literal"] for item in json.loads(GDP.cite("csl"))} == {"World Bank"}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"value": 24e12, "digits": 2}, "24 trillion RUB"),
        ({"value": 24e12, "digits": pd.NA, "qualifier": "about"}, "about 24 trillion RUB"),
        ({"value": 2e9, "lower": 1e9, "upper": 3e9, "digits": 1}, "1 to 3 billion RUB"),
        ({"value": float("nan")}, messages.NO_FIGURE),
    ],
)
def test_a_value_is_written_with_its_unit_and_digits(row, text):
    blank = {"unit": "RUB", "digits": None, "qualifier": "", "lower": None, "upper": None}
    assert format_observation(blank | row) == text
