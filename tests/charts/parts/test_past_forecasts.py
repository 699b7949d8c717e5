"""Past forecasts are thin lines behind the actual values, with the outcome on hover."""

import numpy as np

import indicators as ind
from indicators.analysis.forecasts import name_editions
from indicators.charts import messages
from indicators.charts.drawing import draw_chart
from indicators.view import View

VIEW = View(("gdp-growth-weo",), ("RUS",), every_vintage=True)


def drawn(areas="RUS", time="2000..2029", **options):
    panel = ind.get("gdp-growth-weo", areas, time, every_vintage=True)
    return draw_chart(panel, VIEW.with_(areas=tuple(areas.split("~"))), **options), panel


def thin(drawing):
    return [trace for trace in drawing.figure.data if trace.name.endswith(", editions")]


def test_every_edition_but_the_newest_is_a_path_of_its_own():
    drawing, panel = drawn(time="2023")
    (trace,) = thin(drawing)
    forecasts = panel.frame[panel.frame["status"] == "F"]
    editions = [rows for _, rows in forecasts.groupby("vintage")]
    assert list(trace.y).count(None) == len(editions) - 1
    said = [text for text in trace.text if text]
    assert len(said) == len(forecasts) - len(editions[-1])


def test_of_many_editions_the_first_of_each_year_and_the_latest_are_paths():
    drawing, panel = drawn()
    (trace,) = thin(drawing)
    editions = sorted(panel.frame.loc[panel.frame["status"] == "F", "vintage"].unique())
    years = {edition[:4] for edition in editions}
    assert list(trace.y).count(None) == len(years) + 1, "April 2025 is the first of its year, and October 2024 is named"
    said = {text.partition("forecast in ")[2].partition("<")[0] for text in trace.text if text}
    assert "April 2010" in said
    assert "October 2010" not in said
    assert {"October 2024", "April 2025"} <= said


def test_a_path_begins_at_the_last_actual_value_of_its_edition():
    drawing, panel = drawn(time="2014..2016")
    (trace,) = thin(drawing)
    known = panel.frame[panel.frame["vintage"] == "2015-10-31"].set_index("year")["value"]
    places = [place for place, text in enumerate(trace.text) if "forecast in October 2015" in text]
    begin = places[0] - 1
    assert (trace.x[begin], trace.y[begin], trace.hoverinfo[begin]) == (2014, known[2014], "skip")
    assert [trace.y[place] for place in places] == known.loc[2015:].tolist()


def test_the_hover_text_of_a_past_forecast_gives_the_outcome():
    drawing, _ = drawn(time="2014..2016")
    text = next(text for text in thin(drawing)[0].text if "forecast in April 2014" in text and "2015" in text)
    assert "<b>2.321%</b>" in text
    assert messages.PAST_FORECAST_OUTCOME.rpartition("{")[0].rpartition(">")[2] + "\N{MINUS SIGN}1.973%" in text


def test_subtitle_and_alternative_text_count_the_editions():
    drawing, _ = drawn()
    assert messages.PAST_FORECASTS_IN_PART.format(first="April 1995") in drawing.subtitle
    few, _ = drawn(time="2023")
    assert "11 editions, April 2018 to October 2023" in few.subtitle
    assert drawing.subtitle in drawing.alternative_text


def test_each_country_has_paths_in_its_own_colour():
    drawing, _ = drawn("RUS~CHN")
    colours = {trace.meta: trace.line.color for trace in thin(drawing)}
    assert set(colours) == {"RUS", "CHN"}
    assert len(set(colours.values())) == 2


def test_the_lines_are_those_of_the_latest_values():
    with_editions, _ = drawn()
    newest = draw_chart(ind.get("gdp-growth-weo", "RUS", "2000..2029"), VIEW.with_(every_vintage=False))
    lines = [trace for trace in with_editions.figure.data if not trace.name.endswith(", editions")]
    for one, other in zip(lines, newest.figure.data, strict=True):
        assert np.array_equal(one.y, other.y)


def test_past_forecasts_are_drawn_for_the_first_indicator_only():
    panel = ind.get("gdp-growth-weo~inflation-weo", "RUS", "2000..2029", every_vintage=True)
    drawing = draw_chart(panel, VIEW)
    assert messages.FIRST_INDICATOR_ONLY.format(indicator=panel.indicators[0].name) in drawing.remarks


def test_values_of_one_edition_have_no_thin_lines():
    drawing = draw_chart(ind.get("gdp", "RUS", "2000..2020", every_vintage=True), VIEW.with_(indicators=("gdp",)))
    assert thin(drawing) == []
    assert "thin lines" not in drawing.subtitle


def test_newer_editions_are_darker_and_the_last_two_of_a_single_line_are_named():
    drawing, panel = drawn(time="2014..2029")
    half, last = [shape.path for shape in drawing.figure.layout.shapes if shape.type == "path"]
    paths = list(thin(drawing)[0].y).count(None)
    assert (half.count("M"), last.count("M")) == (paths - paths // 2, 2)
    assert half.endswith(last)
    editions = name_editions(panel.frame["vintage"].to_numpy())
    past = [editions[day] for day in sorted(editions)[-3:-1]]
    named = [note.text for note in drawing.figure.layout.annotations]
    assert all(any(text.startswith(one) for text in named) for one in past)
    several, _ = drawn("RUS~CHN", time="2014..2029")
    assert not any(note.text.startswith(past[-1]) for note in several.figure.layout.annotations)
