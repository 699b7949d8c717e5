"""A title and notes that a person adds to a chart: drawn as text, with the unit still named, and nothing left out."""

from dataclasses import replace

import pytest

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.errors import UsageError
from indicators.exports.extract import Extract
from indicators.exports.webpages import to_html
from indicators.files import read_embedded_catalogue
from indicators.model.periods import TimePeriod
from indicators.model.story import ChartNote
from indicators.view import View
from indicators.view.getting import get_panel

CATALOGUE = read_embedded_catalogue()
HOSTILE = "<b>Fall</b> & rise"


@pytest.fixture(scope="module")
def panel():
    return ind.get("gdp-growth", "RUS~CHN", "2000..2024")


def make_view(**more):
    return View(("gdp-growth",), ("RUS", "CHN"), **more)


def note(when, text):
    return ChartNote(TimePeriod.parse(when), text)


def list_texts(figure):
    return [one.text for one in figure.layout.annotations]


@pytest.mark.parametrize("when", ["2020", "2020-03", "2020-Q1", "2020-03-11"])
@pytest.mark.parametrize("chart", ["line", "area"])
def test_a_note_is_in_the_plot_as_text(when, chart):
    amounts = ind.get("gdp", "RUS~CHN", "2000..2024")
    view = View(("gdp",), ("RUS", "CHN"), chart=chart, notes=(note(when, HOSTILE),))
    drawing = draw_chart(amounts, view)
    assert "&lt;b&gt;Fall&lt;/b&gt; &amp; rise" in list_texts(drawing.figure)
    assert drawing.notes == ()
    assert HOSTILE in drawing.alternative_text


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (make_view(notes=(note("1950", "Before"), note("2010", "Within"))), ["1950: Before"]),
        (make_view(notes=(note("2010", "Within"),), chart="bar"), ["2010: Within"]),
        (make_view(notes=(note("2010-05", "Within"),), chart="multiples"), ["May 2010: Within"]),
        (make_view(notes=(note("2010", "Within"),), tab="map"), ["2010: Within"]),
    ],
)
def test_a_note_that_is_not_in_the_plot_is_below_it(view, expected, panel):
    drawing = draw_chart(panel, view)
    assert list(drawing.notes) == expected
    assert set(expected) <= set(list_texts(drawing.make_standalone()))


@pytest.mark.parametrize("chart", ["line", "area"])
def test_more_than_two_notes_are_numbered_in_the_plot_and_listed_below_by_time(chart):
    amounts = ind.get("gdp", "RUS~CHN", "2000..2024")
    notes = (note("2020-03", "Pandemic"), note("2009", "Crisis"), note("2014", "Oil price"), note("1950", "Before"))
    drawing = draw_chart(amounts, View(("gdp",), ("RUS", "CHN"), chart=chart, notes=notes))
    listed = ("1. 2009: Crisis", "2. 2014: Oil price", "3. March 2020: Pandemic")
    assert drawing.notes == (*listed, "1950: Before")
    assert {"1", "2", "3"} <= set(list_texts(drawing.figure))
    assert "Pandemic" not in list_texts(drawing.figure)
    assert set(listed) <= set(list_texts(drawing.make_standalone()))


def test_beside_a_title_of_ones_own_the_unit_is_still_named(panel):
    plain, titled = draw_chart(panel, make_view()), draw_chart(panel, make_view(title=HOSTILE))
    assert titled.title == HOSTILE
    assert plain.title in titled.subtitle
    assert plain.subtitle in titled.subtitle
    assert "<b>&lt;b&gt;Fall&lt;/b&gt; &amp; rise</b>" in list_texts(titled.make_standalone())


def test_a_story_changes_no_figure(panel):
    told = get_panel(make_view(title="T", notes=(note("2020", "N"),), lock=True))
    plain = get_panel(make_view())
    assert told.frame.equals(plain.frame)
    assert told.steps == plain.steps


def test_a_locked_page_has_only_chart_title_notes_and_source(panel):
    view = make_view(title="Two shocks", notes=(note("1950", "Before"),), lock=True)
    pages = [to_html(draw_chart(panel, one), Extract(panel, one)) for one in (view, replace(view, lock=False))]
    locked, whole = (page.partition("<body>")[2] for page in pages)
    assert "<table" in whole
    assert "<table" not in locked
    for text in ("Two shocks", "1950: Before", "World Bank"):
        assert text in locked


def test_python_gives_a_chart_its_title_and_notes(tmp_path):
    told = ind.get("gdp-growth", "RUS", "2000..2024", title="Two shocks", notes=["2020:Pandemic", "2009:Crisis"])
    assert {"Pandemic", "Crisis"} <= set(list_texts(told.plot()))
    assert "<h1>Two shocks</h1>" in told.save(tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "notes"),
    [("x" * 151, ""), ("", "2020"), ("", "2020:"), ("", "2020: \u200b"), ("", "20x:a"), ("", "2020:" + "x" * 81),
     ("", "~".join(f"{year}:a" for year in range(2000, 2009)))],
)  # fmt: skip
def test_a_title_or_note_that_cannot_be_used_is_refused(title, notes):
    with pytest.raises(UsageError):
        ind.get("gdp-growth", "RUS", title=title, notes=notes)
    view, ignored = View.from_address({"indicators": "gdp-growth", "title": title, "note": notes}, CATALOGUE)
    assert ignored
    assert len(view.notes) <= 8


def test_notes_may_each_have_a_parameter_of_their_own():
    view, ignored = View.from_address("indicators=gdp&note=2020:Pandemic&note=2009:Crisis", CATALOGUE)
    assert [one.text for one in view.notes] == ["Pandemic", "Crisis"]
    assert ignored == ()
