"""Lines over time: forecasts, gaps, breaks, publishers, events and names."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.analysis.forecasts import imply_levels
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.axes import make_value_axis
from indicators.charts.parts.headings import write_subtitle, write_title
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.panel_rows import Rows, keep_drawable
from indicators.charts.parts.time_marks import draw_time_marks
from indicators.charts.parts.timeline import make_timeline
from indicators.charts.style import DEFAULT_LOOK, PLOT, SMALL, THEMES, Look
from indicators.charts.types.line import draw_line_chart
from indicators.files import read_embedded_catalogue
from indicators.view import View


def draw_lines(panel, look=DEFAULT_LOOK, **options):
    return draw_line_chart(panel, look, ChartOptions(**options)).figure


def describe(panel):
    return draw_chart(panel, View()).alternative_text


def test_titles_say_what_where_and_when():
    panel = ind.get("gdp", "RUS~CHN", "2000..2025")
    assert write_title(panel) == "GDP, trillion USD"
    assert write_subtitle(panel) == "China and Russia · 2000–2025 · current prices"
    assert write_subtitle(panel, order=("RUS", "CHN")) == "Russia and China · 2000–2025 · current prices"


def test_forecasts_are_dashed_and_begin_at_the_last_actual(texts):
    figure = draw_lines(ind.get("gdp-growth-weo", "RUS", "2015..2029"))
    solid, dashed = (trace for trace in figure.data if trace.name == "Russia")
    assert solid.line.dash is None
    assert dashed.line.dash
    assert dashed.x[0] == solid.x[-1] == 2024
    assert dashed.y[0] == solid.y[-1]
    assert messages.FORECAST in texts(figure)


def test_the_shaded_ground_holds_no_actual_value():
    figure = draw_lines(ind.get("digital-economy-turnover", "RUS"))
    assert not any(shape.type == "rect" for shape in figure.layout.shapes), "there is no forecast in it"
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    figure = draw_lines(levels)
    ground = next(shape for shape in figure.layout.shapes if shape.type == "rect")
    actual = levels.frame[levels.frame["status"] != "F"]
    assert ground.x0 > actual["year"].max()


def test_no_line_crosses_years_without_values():
    figure = draw_lines(ind.get("digital-economy-turnover", "RUS"))
    raec = next(trace for trace in figure.data if trace.name == "RAEC" and trace.mode == "lines+markers")
    assert None in raec.y
    assert len(raec.x) == len(raec.y)
    assert {trace.name for trace in figure.data} >= {"RAEC", "IT Russia", "Government of Russia"}


def test_a_break_is_a_gap_with_a_mark():
    figure = draw_lines(ind.get("digital-economy-turnover", "RUS"))
    raec = next(trace for trace in figure.data if trace.name == "RAEC" and trace.mode == "lines+markers")
    before, gap, after = raec.x[0], raec.y[1], raec.x[2]
    assert (before, after) == (2019, 2020)
    assert gap is None
    mark = next(trace for trace in figure.data if trace.name == "breaks")
    assert list(mark.x) == [2019.5]
    assert messages.ALT_BREAK.format(when="in 2020") in describe(ind.get("digital-economy-turnover", "RUS"))


def test_rivals_have_one_colour_and_markers_of_their_own():
    figure = draw_lines(ind.get("digital-economy-turnover", "RUS"))
    marked = {trace.name: trace for trace in figure.data if trace.mode == "lines+markers"}
    assert len({trace.marker.line.color for trace in marked.values()}) == 1
    assert len({trace.marker.symbol for trace in marked.values()}) == len(marked) == 3


def test_markers_of_values_that_are_not_final_are_hollow():
    panel = ind.get("gdp-growth-weo", "RUS", "2020..2026")
    actual, forecast = [trace for trace in draw_lines(panel).data if trace.mode == "lines+markers"]
    colour = actual.marker.line.color
    assert set(actual.marker.color) == {colour}
    assert list(forecast.marker.color) == [colour] + [THEMES["light"].paper] * (len(forecast.x) - 1)


def test_intervals_are_bands():
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    figure = draw_lines(levels)
    assert [trace.name for trace in figure.data if trace.fill == "toself"] == ["RAEC"]


def test_events_within_the_time_shown_are_named(texts):
    events = [event for event in read_embedded_catalogue().events if "RUS" in event.areas]
    assert len(events) > 2
    panel = ind.get("gdp-weo", "RUS", "2020..2028")
    many, few = (draw_line_chart(panel, options=ChartOptions(events=tuple(some))) for some in (events, events[:2]))
    assert [line.partition(". ")[0] for line in many.below] == [str(one) for one in range(1, len(events) + 1)]
    assert {event.name for event in events} == {line.partition(": ")[2] for line in many.below}
    assert {line.partition(". ")[0] for line in many.below} <= set(texts(many.figure))
    assert {event.name for event in events[:2]} <= set(texts(few.figure))
    assert few.below == ()
    ending = draw_line_chart(ind.get("gdp", "RUS", "2020..2025"), options=ChartOptions(events=tuple(events)))
    assert [line.partition(": ")[2] for line in ending.below] == [event.name for event in events[2:]]  # late in 2025
    assert {event.name for event in events[:2]} <= set(texts(ending.figure))
    earlier = draw_line_chart(ind.get("gdp", "RUS", "2000..2010"), options=ChartOptions(events=tuple(events)))
    assert earlier.below == ()
    assert not {event.name for event in events} & set(texts(earlier.figure))


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize(
    "words", [("gdp", "RUS~CHN"), ("inflation", "CHN"), ("exchange-rate-ecb", "USA"), ("gdp", "RUS", "1901")]
)
def test_axes_have_few_round_ticks_within_their_range(words, scale):
    panel = ind.get(*words)
    positive = panel.with_frame(panel.frame[panel.frame["value"] > 0])
    axis = make_value_axis(positive, scale)
    assert 1 <= len(axis.ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert all(len(text) <= 12 for text in axis.tick_texts)
    figure = draw_lines(panel, scale=scale)
    assert len(figure.layout.xaxis.tickvals) <= 6


@pytest.mark.parametrize("narrow", [False, True])
def test_every_line_is_named_or_grey(texts, narrow):
    panel = ind.get("gdp", "", "2015..2024")
    figure = draw_lines(panel.with_frame(pd.concat(panel.series()[:40])), Look(narrow=narrow))
    words = " ".join(texts(figure)).replace("<br>", " ")
    coloured = {trace.name for trace in figure.data if trace.line.width and trace.line.width > 2}
    assert len(coloured) == 8
    assert all(name.replace("&", "&amp;") in words for name in coloured)


@pytest.mark.parametrize(
    "values", [[0.0], [5.0, 5.0, 5.0], [-3.0, -2.0], [1e-12, 2e-12], [1e300, 9e299], [0.0, 0.0], [float("nan")], []]
)
@pytest.mark.parametrize("scale", ["linear", "log"])
def test_odd_values_are_drawn(values, scale):
    panel = ind.get("gdp", "RUS", "2000..2010")
    frame = panel.frame.head(len(values)).assign(value=np.array(values))
    figure = draw_lines(panel.with_frame(frame), scale=scale)
    low, high = figure.layout.yaxis.range
    assert low < high


def test_the_alternative_text_gives_range_extremes_and_forecasts():
    text = describe(ind.get("gdp-growth-weo", "RUS", "2015..2029"))
    highest = messages.ALT_HIGHEST.format(value="5.866%", when="in 2021")
    forecast = messages.ALT_FORECAST.format(value="1.1%", when="in 2029")
    for words in ("up from", "in 2015", "in 2024", highest, forecast):
        assert words in text


def test_long_daily_series_are_formatted_by_the_browser():
    figure = draw_lines(ind.get("exchange-rate-ecb", "USA"))
    trace = figure.data[0]
    assert trace.text is None
    assert "%{y" in trace.hovertemplate
    assert "ECB" in trace.hovertemplate


def test_ticks_of_months_are_in_order_and_written_by_the_locale():
    panel = ind.get("exchange-rate-ecb", "USA", "2024-01..2024-06")
    english, german = (draw_lines(panel, Look(locale=name)).layout.xaxis for name in ("en", "de"))
    assert list(english.ticktext) == ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "28 Jun 2024"]
    assert list(german.ticktext)[2] == "März 2024"
    assert all(one < other for one, other in pairwise(english.tickvals))


def test_a_shaded_ground_with_earlier_forecasts_is_labelled_only_forecasts(texts):
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2029")
    later = panel.frame.assign(entity="China", code="CHN")
    later["status"] = later["status"].where(later["year"] > 2025, "A")
    together = panel.with_frame(pd.concat([panel.frame, later], ignore_index=True))
    chart = draw_line_chart(together)
    ground = next(shape for shape in chart.figure.layout.shapes if shape.type == "rect")
    assert 2025 < ground.x0 < 2026
    note = next(note for note in chart.figure.layout.annotations if "forecast" in note.text)
    assert note.text == messages.ONLY_FORECASTS
    assert note.hovertext == messages.ONLY_FORECASTS_HOVER
    assert messages.ONLY_FORECASTS_HOVER in chart.seen
    alone = draw_line_chart(panel)
    assert messages.FORECAST in texts(alone.figure)
    assert messages.ONLY_FORECASTS_HOVER not in alone.seen


def test_forecasts_without_a_ground_are_explained_in_a_remark():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2025")
    later = panel.frame.assign(entity="China", code="CHN", status="A")
    chart = draw_line_chart(panel.with_frame(pd.concat([panel.frame, later], ignore_index=True)))
    assert not any(shape.type == "rect" for shape in chart.figure.layout.shapes)
    assert messages.DASHED_FORECASTS in chart.seen
    assert messages.DASHED_FORECASTS in chart.remarks


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    ("indicator", "areas"),
    [("digital-economy-growth", "RUS"), ("digital-economy-growth", "RUS~CHN"), ("gdp-growth-weo", "RUS~CHN")],
)
@pytest.mark.parametrize("time", ["2019..2027", "2022..2027", "2024..2030"])
@pytest.mark.parametrize("alone", [False, True])
def test_no_event_line_crosses_the_word_forecast(indicator, areas, time, narrow, alone):
    look, panel = Look(narrow=narrow), ind.get(indicator, areas, time)
    events = [event for event in read_embedded_catalogue().events if set(event.areas) & {"RUS", "CHN"}]
    rows = Rows.of(keep_drawable(panel).frame)
    drawn = draw_time_marks(events, rows, make_timeline(rows, look), look, forecast=2025.1, has_earlier=alone)
    (note,) = (note for note in drawn.notes if "forecast" in note["text"])
    low, high = make_timeline(rows, look).low, make_timeline(rows, look).high
    width = measure_text(note["text"], SMALL) * (high - low) / look.least_width
    left = note["x"] if note["xanchor"] == "left" else note["x"] - width
    lines = [shape for shape in drawn.shapes if shape["type"] == "line"]
    shift = note.get("yshift", 0)
    assert lines
    assert not any(left < shape["x0"] < left + width and shape["y1"] > 1 + shift / PLOT for shape in lines)
    assert drawn.height >= shift + 17


def test_on_hover_only_forecasts_say_how_they_were_calculated():
    levels = imply_levels(ind.get("digital-economy-turnover", "RUS"), ind.get("digital-economy-growth", "RUS"))
    rule = levels.steps[-1].description[:20]  # before its first line break
    readings = next(trace for trace in draw_lines(levels).data if trace.name == "readings")
    texts = dict(zip(readings.x, readings.text, strict=True))
    assert rule not in texts[2021]
    assert rule in texts[2026]


def test_the_values_of_all_lines_are_read_together_the_highest_first():
    panel = ind.get("gdp", "RUS~CHN~USA", "1985..2025")
    figure = draw_lines(panel)
    assert figure.layout.hovermode == "x"
    assert {trace.hoverinfo for trace in figure.data if trace.name != "readings"} == {"skip"}
    readings = next(trace for trace in figure.data if trace.name == "readings")
    texts = dict(zip(readings.x, readings.text, strict=True))
    places = [texts[2025].index(name) for name in ("2025", "trillion USD", "United States", "China", "Russia")]
    assert places == sorted(places)
    assert "World Bank" in readings.hovertemplate
    assert "Russia" not in texts[1985]


def test_of_very_many_lines_those_with_a_colour_are_read():
    figure = draw_lines(ind.get("gdp", "", "2020..2024"), Look(order=("RUS",)))
    (text,) = (trace.text[-1] for trace in figure.data if trace.name == "readings")
    assert "Russia" in text
    assert text.count("<span") == 20


@pytest.mark.parametrize(
    ("indicator", "areas", "time", "peaks"),
    [
        ("inflation", "BRA~RUS~USA~DEU~TUR", "1980..2025", {"Brazil 2,948, 1990", "Russia 874.2, 1993"}),
        ("inflation", "G20:members", "2000..2025", {"Argentina 219.9, 2024"}),
        ("inflation", "BRA~RUS~USA", "2000..2025", set()),
        ("gdp-growth", "RUS~CHN~DEU", "1995..2025", set()),
        ("population", "CHN~EST~LVA~LTU~ISL~MLT~CYP~LUX~MNE~BTN~FJI~TON", "2000..2025", set()),
    ],
)
@pytest.mark.parametrize("narrow", [False, True])
def test_a_few_extreme_percentages_are_beyond_the_axis_with_their_numbers(texts, indicator, areas, time, peaks, narrow):
    panel = ind.get(indicator, areas, time)
    chart = draw_line_chart(panel, Look(narrow=narrow))
    largest, top = panel.frame["value"].abs().max(), chart.figure.layout.yaxis.range[1]
    assert peaks <= set(texts(chart.figure))
    assert (messages.CLIPPED in chart.remarks) is bool(peaks)
    arrows = [trace for trace in chart.figure.data if trace.name == "extremes"]
    assert [list(arrow.y) for arrow in arrows] == ([[top] * len(peaks)] if peaks else [])
    assert bool(largest > 2 * top) is bool(peaks) or indicator == "population"
    largest_drawn = max(np.nanmax(trace.y) for trace in chart.figure.data if trace.mode == "lines")
    assert indicator == "population" or largest_drawn == pytest.approx(largest), "the values themselves are kept"


def test_a_logarithmic_axis_holds_all_values():
    panel = ind.get("inflation", "BRA~RUS~USA", "1980..2025")
    chart = draw_line_chart(panel, Look(order=("BRA",)), ChartOptions(scale="log"))
    assert 10 ** chart.figure.layout.yaxis.range[1] > 2948
    assert messages.CLIPPED not in chart.remarks
