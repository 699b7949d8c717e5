from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.analysis.forecasts import imply_levels
from indicators.charts.palette import colours, paper
from indicators.charts.parts.alt_text import alternative_text
from indicators.charts.parts.axes import value_axis
from indicators.charts.parts.curves import drawable
from indicators.charts.parts.headings import write_subtitle, write_title
from indicators.charts.parts.label_placement import text_width
from indicators.charts.parts.marks import marks
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import PLOT
from indicators.charts.parts.timeline import timeline
from indicators.charts.style import SMALL, Look
from indicators.charts.types import line
from indicators.files import read_embedded_catalogue


def line_chart(*arguments, **options):
    return line.draw_line_chart(*arguments, **options).figure


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def test_titles_say_what_where_and_when():
    panel = ind.get("gdp", "RUS~CHN", "2000..2025")
    assert write_title(panel) == "GDP, trillion USD"
    assert write_subtitle(panel) == "China and Russia · 2000–2025 · current prices"
    assert write_subtitle(panel, order=("RUS", "CHN")) == "Russia and China · 2000–2025 · current prices"


def test_forecasts_are_dashed_and_begin_at_the_last_actual():
    figure = line_chart(ind.get("gdp-growth-weo", "RUS", "2015..2029"))
    solid, dashed = (trace for trace in figure.data if trace.name == "Russia")
    assert solid.line.dash is None
    assert dashed.line.dash
    assert dashed.x[0] == solid.x[-1] == 2023
    assert dashed.y[0] == solid.y[-1]
    assert "forecast" in texts(figure)


def test_the_ground_of_forecasts_holds_no_actual_figure():
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"))
    assert not any(shape.type == "rect" for shape in figure.layout.shapes), "there is no forecast in it"
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    figure = line_chart(levels)
    ground = next(shape for shape in figure.layout.shapes if shape.type == "rect")
    actual = levels.frame[levels.frame["status"] != "F"]
    assert ground.x0 > actual["year"].max()


def test_no_line_is_drawn_over_years_without_figures():
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"))
    raec = next(trace for trace in figure.data if trace.name == "RAEC" and trace.mode == "lines+markers")
    assert None in raec.y
    assert len(raec.x) == len(raec.y) == len(raec.text)
    assert {trace.name for trace in figure.data} >= {"RAEC", "IT Russia", "Government of Russia"}


def test_a_break_is_a_gap_with_a_mark():
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"))
    raec = next(trace for trace in figure.data if trace.name == "RAEC" and trace.mode == "lines+markers")
    before, gap, after = raec.x[0], raec.y[1], raec.x[2]
    assert (before, after) == (2019, 2020)
    assert gap is None
    mark = next(trace for trace in figure.data if trace.name == "breaks")
    assert list(mark.x) == [2019.5]
    assert "breaks in 2020" in alternative_text(ind.get("digital-economy-turnover", "RUS"))


def test_rivals_have_one_colour_and_markers_of_their_own():
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"))
    marked = {trace.name: trace for trace in figure.data if trace.mode == "lines+markers"}
    assert len({trace.marker.line.color for trace in marked.values()}) == 1
    assert len({trace.marker.symbol for trace in marked.values()}) == len(marked) == 3


def test_the_markers_of_figures_that_are_not_final_are_filled_with_the_ground():
    panel = ind.get("gdp-growth-weo", "RUS", "2020..2026")
    actual, forecast = [trace for trace in line_chart(panel).data if trace.mode == "lines+markers"]
    colour = actual.marker.line.color
    assert set(actual.marker.color) == {colour}
    assert list(forecast.marker.color) == [colour] + [paper("light")] * (len(forecast.x) - 1)


def test_intervals_are_bands():
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    figure = line_chart(levels)
    assert [trace.name for trace in figure.data if trace.fill == "toself"] == ["RAEC"]


def test_events_within_the_time_drawn_stand_there_in_words():
    events = [event for event in read_embedded_catalogue().events if "RUS" in event.areas]
    figure = line_chart(ind.get("gdp", "RUS", "2020..2025"), events=events)
    assert {event.name for event in events} <= set(texts(figure))
    assert not {event.name for event in events} & set(
        texts(line_chart(ind.get("gdp", "RUS", "2000..2010"), events=events))
    )


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize(
    "words", [("gdp", "RUS~CHN"), ("inflation", "CHN"), ("exchange-rate-ecb", "USA"), ("gdp", "RUS", "1901")]
)
def test_axes_have_few_round_marks_within_their_range(words, scale):
    panel = ind.get(*words)
    positive = panel.with_frame(panel.frame[panel.frame["value"] > 0])
    axis = value_axis(positive, scale)
    assert 1 <= len(axis.ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert all(len(text) <= 12 for text in axis.tick_texts)
    figure = line_chart(panel, scale=scale)
    assert len(figure.layout.xaxis.tickvals) <= 6


@pytest.mark.parametrize("narrow", [False, True])
def test_every_line_is_named_or_grey(narrow):
    panel = ind.get("gdp", "", "2015..2024")
    figure = line_chart(panel.with_frame(pd.concat(panel.series()[:40])), Look(narrow=narrow))
    words = " ".join(texts(figure)).replace("<br>", " ")
    coloured = {trace.name for trace in figure.data if trace.line.width and trace.line.width > 2}
    assert len(coloured) == 8
    assert all(name.replace("&", "&amp;") in words for name in coloured)


@pytest.mark.parametrize(
    "values", [[0.0], [5.0, 5.0, 5.0], [-3.0, -2.0], [1e-12, 2e-12], [1e300, 9e299], [0.0, 0.0], [float("nan")], []]
)
@pytest.mark.parametrize("scale", ["linear", "log"])
def test_odd_figures_are_drawn(values, scale):
    panel = ind.get("gdp", "RUS", "2000..2010")
    frame = panel.frame.head(len(values)).assign(value=np.array(values))
    figure = line_chart(panel.with_frame(frame), scale=scale)
    low, high = figure.layout.yaxis.range
    assert low < high


def test_an_empty_chart_says_so():
    panel = ind.get("gdp", "RUS", "1901")
    assert "No figures" in texts(line_chart(panel))
    assert alternative_text(panel).startswith("An empty chart")


def test_the_text_for_the_blind_says_extent_extremes_and_forecasts():
    text = alternative_text(ind.get("gdp-growth-weo", "RUS", "2015..2029"))
    for words in ("up from", "in 2015", "in 2023", "highest 5.614% in 2021", "forecast to be 1.2% in 2029"):
        assert words in text


def test_long_daily_series_are_printed_by_the_browser():
    figure = line_chart(ind.get("exchange-rate-ecb", "USA"))
    trace = figure.data[0]
    assert trace.text is None
    assert "%{y" in trace.hovertemplate
    assert "ECB" in trace.hovertemplate


def test_ticks_of_months_are_in_order_and_written_by_the_locale():
    panel = ind.get("exchange-rate-ecb", "USA", "2024-01..2024-06")
    english, german = (line_chart(panel, Look(locale=name)).layout.xaxis for name in ("en", "de"))
    assert list(english.ticktext) == ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024"]
    assert list(german.ticktext)[2] == "März 2024"
    assert all(one < other for one, other in pairwise(english.tickvals))


def test_colours_are_kept_when_others_leave():
    alone = colours(["RUS"])["RUS"]
    assert colours(["USA", "CHN", "RUS"])["RUS"] == alone == colours(["CHN", "RUS", "DEU"])["RUS"]


def test_where_forecasts_begin_before_the_shaded_ground_the_ground_says_it_holds_only_forecasts():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2029")
    later = panel.frame.assign(entity="China", code="CHN")
    later["status"] = later["status"].where(later["year"] > 2025, "A")
    together = panel.with_frame(pd.concat([panel.frame, later], ignore_index=True))
    chart = line.draw_line_chart(together)
    ground = next(shape for shape in chart.figure.layout.shapes if shape.type == "rect")
    assert 2025 < ground.x0 < 2026
    note = next(note for note in chart.figure.layout.annotations if "forecast" in note.text)
    assert note.text == "only forecasts"
    assert "Dashed lines are forecasts" in note.hovertext
    assert "Dashed lines are forecasts. On the shaded ground there are only forecasts." in chart.seen
    alone = line.draw_line_chart(panel)
    assert "forecast" in texts(alone.figure)
    assert not any("Dashed" in sentence for sentence in alone.seen)


def test_forecasts_without_a_ground_of_their_own_are_said_to_be_dashed():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2025")
    later = panel.frame.assign(entity="China", code="CHN", status="A")
    chart = line.draw_line_chart(panel.with_frame(pd.concat([panel.frame, later], ignore_index=True)))
    assert not any(shape.type == "rect" for shape in chart.figure.layout.shapes)
    assert "Dashed lines are forecasts." in chart.seen
    assert "Dashed lines are forecasts." in chart.remarks


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    ("indicator", "areas"),
    [("digital-economy-growth", "RUS"), ("digital-economy-growth", "RUS~CHN"), ("gdp-growth-weo", "RUS~CHN")],
)
@pytest.mark.parametrize("time", ["2019..2027", "2022..2027", "2024..2030"])
@pytest.mark.parametrize("alone", [False, True])
def test_no_line_of_an_event_runs_through_the_words_on_forecasts(indicator, areas, time, narrow, alone):
    look, panel = Look(narrow=narrow), ind.get(indicator, areas, time)
    events = [event for event in read_embedded_catalogue().events if set(event.areas) & {"RUS", "CHN"}]
    rows = Rows.of(drawable(panel).frame)
    drawn = marks(events, rows, timeline(rows, look), look, forecast=2025.1, plot=PLOT, alone=alone)
    (note,) = (note for note in drawn.notes if "forecast" in note["text"])
    low, high = timeline(rows, look).low, timeline(rows, look).high
    width = text_width(note["text"], SMALL) * (high - low) / look.width
    left = note["x"] if note["xanchor"] == "left" else note["x"] - width
    lines = [shape for shape in drawn.shapes if shape["type"] == "line"]
    shift = note.get("yshift", 0)
    assert lines
    assert not any(left < shape["x0"] < left + width and shape["y1"] > 1 + shift / PLOT for shape in lines)
    assert drawn.height >= shift + 17


def test_on_hover_only_a_forecast_is_said_to_be_reckoned_from_growth():
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    reckoned = 0
    for trace in line_chart(levels).data:
        tails = trace.customdata if trace.customdata is not None else [""] * len(trace.text or ())
        for text, tail in zip(trace.text or (), tails, strict=True):
            words = f"{text}{tail}{trace.hovertemplate}"
            if "· actual" in text or "· estimate" in text:
                if trace.line.dash is None:
                    assert "Forecasts of growth" not in words
            elif "· forecast" in text:
                assert "Forecasts of growth" in words
                reckoned += 1
    assert reckoned >= 2
