import pytest

import indicators as ind
from indicators.analysis.pipeline import make_panel
from indicators.charts import messages
from indicators.charts.drawing import draw_chart
from indicators.model.periods import TimePeriod
from indicators.model.story import ChartNote
from indicators.store import open_embedded_store
from indicators.view import View

STORE = open_embedded_store()


@pytest.mark.parametrize("width", [360, 1000])
def test_a_standalone_picture_has_title_source_and_link_inside(width):
    drawing = draw_chart(ind.get("gdp", "RUS~CHN"), View(areas=("RUS", "CHN")))
    picture = drawing.make_standalone(width=width, link="https://example.org/explore")
    inside = " ".join(note.text for note in picture.layout.annotations)
    assert picture.layout.width == width
    assert picture.layout.paper_bgcolor == "#FFFFFF"
    for words in (drawing.title, drawing.subtitle, drawing.source, "https://example.org/explore"):
        assert set(words.split()) <= set(inside.replace("<b>", "").replace("</b>", "").split())
    assert drawing.figure.layout.width is None, "the chart of the page is left as it was"


def test_what_is_left_out_is_named_in_remarks():
    drawing = draw_chart(ind.get("inflation", "", "2009..2010"), View(scale="log"))
    assert any("40 of" in remark for remark in drawing.remarks)
    assert messages.NOT_ON_LOG_AXIS in drawing.remarks


def test_numbers_are_written_in_the_locale_of_the_view():
    figure = draw_chart(ind.get("gdp-growth", "RUS", "2015..2024"), View(areas=("RUS",), locale="de")).figure
    ends = [note.text for note in figure.layout.annotations if note.text.startswith("Russia")]
    assert any("," in text and "." not in text for text in ends)


@pytest.mark.parametrize(
    ("indicator", "area", "is_marked"),
    [("digital-economy-turnover", "RUS", True), ("broadband-subscriptions", "USA", False), ("gdp", "RUS", False)],
)
def test_events_of_the_countries_are_marked_for_the_digital_economy_wherever_drawn(words, indicator, area, is_marked):
    panel, view = ind.get(indicator, area, "2015..2025"), View((indicator,), (area,))
    figures = [draw_chart(panel, view).figure, panel.plot(), draw_chart(panel, view, events=()).figure]
    marked = ["Xi Jinping in Moscow" in words(figure) for figure in figures]
    assert marked == [is_marked, is_marked, False]


def test_the_source_line_of_a_converted_chart_names_who_published_the_rates():
    view = View(("gdp",), ("RUS",), unit="EUR")
    converted = draw_chart(ind.get("gdp", "RUS", unit="EUR"), view)
    published = draw_chart(ind.get("gdp", "RUS"), view.with_(unit=""))
    assert messages.RATE_SOURCES.format(sources="IMF") in converted.source
    assert messages.RATE_SOURCES.partition("{")[0] not in published.source


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("indicators=gdp&country=RUS", []), ("indicators=gdp&country=RUS&unit=EUR", []),
        ("indicators=inflation&country=RUS", []), ("indicators=gdp&country=RUS&title=Mine", []),
        ("indicators=gdp&country=RUS~CHN&chart=area&stackMode=relative", ["% of the total shown"]),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_picture_names_its_unit_once(address, left):
    view = View.from_address(address, STORE.catalogue)[0]
    picture = draw_chart(make_panel(view.request, STORE), view).make_standalone()
    assert [note.text for note in picture.layout.annotations if note.name == "unit"] == left


@pytest.mark.parametrize("period", ["2021", "2025-03", "2025-10", "2025-12-20"])
@pytest.mark.parametrize("text", ["Reform", "A reform of which there is so much to say that no plot has space " * 3])
def test_a_note_within_the_time_shown_is_in_the_plot_or_below_it(words, period, text):
    view = View(("gdp",), ("RUS",), notes=(ChartNote(TimePeriod.parse(period), text.strip()),))
    drawing = draw_chart(ind.get("gdp", "RUS", "2015..2025"), view)
    told = [line for line in drawing.notes if text.strip() in line]
    assert len(told) + (text.strip() in words(drawing.figure)) == 1
