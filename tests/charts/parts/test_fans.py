"""Fans: bands around forecasts that open at the last actual value, in the chart and in words."""

import numpy as np

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.view import View


def draw(scale="linear"):
    panel = ind.get("gdp-growth-weo", "IRL", "2015..2030", bands=(50, 80))
    return panel, draw_chart(panel, View(("gdp-growth-weo",), ("IRL",), bands=(50, 80), scale=scale))


def test_a_fan_opens_at_the_last_actual_value_and_its_bands_are_nested():
    panel, drawing = draw()
    fans = [trace for trace in drawing.figure.data if trace.fill == "toself"]
    last = panel.frame[panel.frame["status"] == "A"].iloc[-1]
    assert len(fans) == 2
    wide, narrow = (np.array(fan.y) for fan in fans)
    half = len(wide) // 2
    assert wide[0] == wide[-1] == narrow[0] == last["value"]
    assert (wide[:half] >= narrow[:half]).all()
    assert (wide[half:] <= narrow[half:]).all()
    low, high = drawing.figure.layout.yaxis.range
    assert low < wide.min()
    assert wide.max() < high


def test_words_give_the_bands_and_how_often_such_bands_held():
    panel, drawing = draw()
    end = panel.frame.iloc[-1]
    assert f"{end['upper_80']:.1f}%" in drawing.alternative_text
    hovers = [text for trace in drawing.figure.data if trace.text for text in trace.text]
    assert any("80% band" in text for text in hovers)
    assert any("2005" in remark for remark in drawing.remarks)
