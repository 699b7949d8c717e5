"""Reference lines are at their level in every chart with an axis of values, with names that cover nothing."""

import numpy as np
import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.drawing import draw_chart
from indicators.errors import ViewError
from indicators.files import read_embedded_catalogue
from indicators.view import View
from indicators.view.fields import read_references

PANEL = ind.get("gdp-growth", "RUS~CHN~USA", "2000..2024")
VIEW = View(("gdp-growth",), ("RUS", "CHN", "USA"), references=("average", "2"))


def drawn(panel=PANEL, **changes):
    return draw_chart(panel, VIEW.with_(**changes))


def dotted(figure):
    return [shape for shape in figure.layout.shapes if shape.line.dash == "2px,3px"]


def notes(figure):
    return " ".join(note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("chart", ["line", "bar", "slope"])
def test_lines_mark_the_average_and_a_given_level(chart):
    drawing = drawn(chart=chart)
    frame = PANEL.frame[PANEL.frame["year"].isin([2000, 2024])] if chart == "slope" else PANEL.frame
    assert [line.y0 for line in dotted(drawing.figure)] == pytest.approx([frame["value"].mean(), 2.0])
    assert "average" in notes(drawing.figure)
    assert "2%" in notes(drawing.figure)


def test_in_a_ranking_the_lines_are_upright_and_named_above():
    figure = drawn(chart="ranking").figure
    last = PANEL.frame[PANEL.frame["year"] == PANEL.frame["year"].max()]
    assert [line.x0 for line in dotted(figure)] == pytest.approx([last["value"].mean(), 2.0])
    names = [note for note in figure.layout.annotations if "average" in note.text or note.text == "2%"]
    assert {note.yanchor for note in names} == {"bottom"}
    assert len({note.yshift for note in names}) == 2


def test_small_multiples_explain_their_lines_once():
    figure = drawn(chart="multiples").figure
    assert len(dotted(figure)) == 6
    assert notes(figure).count(messages.DOTTED.format(levels="average")) == 1


def test_each_indicator_has_its_own_average():
    panel = ind.get("gdp-growth~inflation", "RUS", "2000..2024")
    figure = draw_chart(
        panel, VIEW.with_(indicators=("gdp-growth", "inflation"), areas=("RUS",), chart="multiples")
    ).figure
    assert notes(figure).count(messages.DOTTED.format(levels="average")) == 2


def test_the_axis_reaches_a_level_beyond_all_values():
    figure = drawn(references=("40",)).figure
    assert figure.layout.yaxis.range[1] >= 40


def test_a_logarithmic_axis_has_no_level_of_zero_or_less():
    panel = ind.get("gdp", "RUS~CHN", "2000..2024")
    view = View(("gdp",), ("RUS", "CHN"), scale="log", references=("-5", "1000000000000"))
    figure = draw_chart(panel, view).figure
    assert len(dotted(figure)) == 1
    assert np.isfinite(figure.layout.yaxis.range).all()


def test_forecasts_do_not_count_in_the_average():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2029")
    actual = panel.frame[panel.frame["status"] != "F"]["value"]
    drawing = draw_chart(panel, View(("gdp-growth-weo",), ("RUS",), references=("average",)))
    assert dotted(drawing.figure)[0].y0 == pytest.approx(actual.mean())
    assert f"average of the {len(actual)} actual values shown" in drawing.alternative_text


@pytest.mark.parametrize(("changes", "label"), [({"chart": "area"}, "Stacked area"), ({"tab": "map"}, "Map")])
def test_charts_without_reference_lines_say_so(changes, label):
    drawing = drawn(ind.get("gdp", "RUS~CHN", "2000..2024"), **changes)
    assert messages.NO_REFERENCE_LINES.format(type=label) in drawing.remarks


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("mean~Median", ("average", "median")),
        ("1,500", ("1500",)),
        ("2.50 %", ("2.5",)),
        ("\N{MINUS SIGN}3", ("-3",)),
        ("20 trillion~20 trillion", ("20000000000000",)),
        ("-0", ("0",)),
    ],
)
def test_levels_are_read_as_typed(text, levels):
    assert read_references(text) == levels


def test_at_most_three_lines_are_allowed():
    with pytest.raises(ViewError, match="too many reference lines"):
        read_references("1~2~3~4")
    view, ignored = View.from_address("indicators=gdp&reference=x~1~2~3~4", read_embedded_catalogue())
    assert view.references == ("1", "2", "3")
    assert "not a valid reference line" in ignored[0]
    assert "Only the first 3 are used." in ignored[1]


@pytest.mark.parametrize("text", ["mode", "1e5", "nan", "2 zillion", "9" * 40, "²"])
def test_an_invalid_level_is_refused_with_the_valid_ones(text):
    with pytest.raises(ViewError, match="average, median, or a number"):
        read_references(text)
